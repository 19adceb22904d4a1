import { readModel } from '../../../shared/terms/recognise/clauses/clause-model.ts'
import { shippedModel, TRAINED_ON } from '../../../shared/terms/recognise/clauses/shipped-model.ts'
import {
  CANDIDATES_TRAINED_ON,
  shippedCandidateModels,
} from '../../../shared/terms/recognise/facts/candidates/shipped-candidate-models.ts'
import { shippedNameModel } from '../../../shared/terms/recognise/facts/parties/likely/shipped-name-model.ts'
import {
  NO_MODELS,
  type RecogniseModels,
  recogniseWith,
} from '../../../shared/terms/recognise/recognise-text.ts'
import { RULES } from './compare.ts'
import { type GoldContract, isHeldBack, isReadLate, readGold } from './gold.ts'
import { type LearntModels, LearntTrainer } from './learnt/learnt-trainer.ts'
import { prepare } from './prepared-example.ts'
import { scoreClauses } from './score-clauses.ts'
import { scoreFields } from './score-fields.ts'
import { f1, type Miss, newTally, precision, recall, type Tally } from './tally.ts'
import { ClauseTrainer, FOLDS, foldOf } from './train-clauses.ts'

interface Run {
  readonly tallies: Map<string, Tally>
  readonly misses: Miss[]
  readonly times: { readonly ms: number; readonly length: number }[]
}

const options = process.argv.slice(2).filter(argument => argument.startsWith('--'))
/** The first is scored; models that are cross-validated may learn from the others too. */
const folders = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
const [folder] = folders
const only = options.find(option => option.startsWith('--misses='))?.slice('--misses='.length)
if (folder === undefined) {
  console.error('Say which folder: npm run bench:terms -- <folder of texts with gold.jsonl>')
  process.exit(2)
}
const contracts = readGold(folder)
console.log(`${contracts.length} contracts of ${new Set(contracts.map(one => one.filer)).size} filers`)

const held = contracts.filter(isHeldBack)
const late = contracts.filter(isReadLate)
const [clauses, clausesHow] = clauseModels()
const [learnt, learntHow] = learntModels()
report(`all contracts; ${clausesHow}; ${learntHow}`, contract => ({
  ...learnt(contract),
  clauses: clauses(contract),
}))
console.log('\nRules of comparison')
for (const rule of RULES) console.log(`- ${rule}`)

type ModelFor<T> = (contract: GoldContract) => T

/** The model of clauses by which each contract is read, and how it came about. */
function clauseModels(): [ModelFor<RecogniseModels['clauses']>, string] {
  if (options.includes('--fields')) return [() => null, 'no clauses']
  const trained = new Set(TRAINED_ON)
  if (!contracts.some(({ id }) => trained.has(id))) return [shippedModel, 'clauses by the model as shipped']
  const trainer = new ClauseTrainer(contracts.map(prepare))
  const models = Array.from({ length: FOLDS }, (_, fold) => readModel(trainer.model(fold)))
  return [
    contract => models[foldOf(contract)] ?? null,
    `clauses cross-validated in ${FOLDS} folds grouped by filer, each contract read with the model that saw no contract of its filer`,
  ]
}

/** The same for the models of dates, lengths of time and names. */
function learntModels(): [ModelFor<LearntModels>, string] {
  if (options.includes('--rules')) return [() => NO_MODELS, 'facts by rules alone']
  const trained = new Set(CANDIDATES_TRAINED_ON)
  if (!contracts.some(({ id }) => trained.has(id))) {
    const shipped = { candidates: shippedCandidateModels(), names: shippedNameModel() }
    return [() => shipped, 'facts by rules and the models as shipped']
  }
  const trainer = new LearntTrainer([...contracts, ...folders.slice(1).flatMap(readGold)])
  return [
    contract => trainer.modelsWithout(contract),
    'facts by rules, which are not trained, and cross-validated models',
  ]
}

function run(chosen: readonly GoldContract[], modelFor: ModelFor<RecogniseModels>): Run {
  const run: Run = { tallies: new Map(), misses: [], times: [] }
  for (const contract of chosen) {
    const models = modelFor(contract)
    // Time of the processor: other work on the machine must not count.
    const started = process.cpuUsage()
    const { findings } = recogniseWith(contract.text, models)
    const { user, system } = process.cpuUsage(started)
    run.times.push({ ms: (user + system) / 1000, length: contract.text.length })
    const count = (field: string, outcome: Partial<Tally>, miss?: Omit<Miss, 'id' | 'field'>) => {
      const tally = run.tallies.get(field) ?? newTally()
      tally.hits += outcome.hits ?? 0
      tally.wrong += outcome.wrong ?? 0
      tally.missed += outcome.missed ?? 0
      run.tallies.set(field, tally)
      // Of the contracts kept aside nothing but totals is ever shown.
      if (miss && (outcome.wrong || outcome.missed) && !isHeldBack(contract))
        run.misses.push({ id: contract.id, field, ...miss })
    }
    scoreFields(contract, findings, count)
    if (models.clauses) scoreClauses(contract, findings, count)
  }
  return run
}

function report(name: string, modelFor: ModelFor<RecogniseModels>) {
  print(name, run(contracts, modelFor))
  if (held.length === 0 || !options.includes('--held')) return
  print(`of these, ${late.length} that were read only after most rules had been written`, run(late, modelFor))
  print(`of these, ${held.length} of filers whose contracts nobody read to write rules`, run(held, modelFor))
}

function print(name: string, { tallies, misses, times }: Run) {
  console.log(`\n${name}`)
  console.log('field                                   precision  recall  F1     right/wrong/missed')
  for (const [field, tally] of tallies) {
    const figures = [precision(tally), recall(tally), f1(tally)]
      .map(value => value.toFixed(3).padEnd(8))
      .join('')
    console.log(`${field.padEnd(40)}${figures} ${tally.hits}/${tally.wrong}/${tally.missed}`)
  }
  const pages = times.map(({ ms, length }) => (ms / Math.max(length, 15_000)) * 150_000)
  console.log(
    `processor time per contract: p50 ${percentile(
      times.map(time => time.ms),
      0.5,
    )} ms, p95 ${percentile(
      times.map(time => time.ms),
      0.95,
    )} ms; scaled to 50 pages (150,000 characters): p50 ${percentile(pages, 0.5)} ms, p95 ${percentile(pages, 0.95)} ms`,
  )
  if (only === undefined) return
  for (const { id, field, wanted, got } of misses)
    if (field === only || only === '')
      console.log(
        `${id} ${field}\n    wanted ${wanted.replace(/\s+/g, ' ')}\n    got    ${got.replace(/\s+/g, ' ')}`,
      )
}

function percentile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
}
