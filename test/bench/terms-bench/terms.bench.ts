import { type ClauseModel, readModel } from '../../../shared/terms/recognise/clauses/clause-model.ts'
import { shippedModel, TRAINED_ON } from '../../../shared/terms/recognise/clauses/shipped-model.ts'
import { recogniseWith } from '../../../shared/terms/recognise/recognise-text.ts'
import { RULES } from './compare.ts'
import { filerHash, type GoldContract, isHeldBack, readGold } from './gold.ts'
import { scoreClauses } from './score-clauses.ts'
import { scoreFields } from './score-fields.ts'
import { f1, type Miss, newTally, precision, recall, type Tally } from './tally.ts'
import { prepare, trainModel } from './train-clauses.ts'

const FOLDS = 5

interface Run {
  readonly tallies: Map<string, Tally>
  readonly misses: Miss[]
  readonly times: { readonly ms: number; readonly length: number }[]
}

const options = process.argv.slice(2).filter(argument => argument.startsWith('--'))
const folder = process.argv.slice(2).find(argument => !argument.startsWith('--'))
const only = options.find(option => option.startsWith('--misses='))?.slice('--misses='.length)
if (folder === undefined) {
  console.error('Say which folder: npm run bench:terms -- <folder of texts with gold.jsonl>')
  process.exit(2)
}
const contracts = readGold(folder)
console.log(`${contracts.length} contracts of ${new Set(contracts.map(one => one.filer)).size} filers`)

const dev = contracts.filter(contract => !isHeldBack(contract))
const held = contracts.filter(isHeldBack)
if (options.includes('--fields')) {
  report(
    'filers of development, no clauses',
    run(dev, () => null),
  )
  if (options.includes('--held'))
    report(
      'filers held back, no clauses',
      run(held, () => null),
    )
} else {
  const seen = new Set(TRAINED_ON)
  if (!contracts.some(contract => seen.has(contract.id))) {
    report('all contracts, with the model as shipped', run(contracts, shippedModel))
  } else {
    const prepared = dev.map(prepare)
    const inFold = (contract: GoldContract, fold: number) =>
      Math.floor(filerHash(contract.filer) / 7) % FOLDS === fold
    const models = Array.from({ length: FOLDS }, (_, fold) =>
      readModel(trainModel(prepared.filter(({ contract }) => !inFold(contract, fold)))),
    )
    report(
      `filers of development, model in ${FOLDS} folds grouped by filer`,
      run(dev, contract => models.find((_, fold) => inFold(contract, fold)) ?? null),
    )
    if (options.includes('--held')) {
      const model = readModel(trainModel(prepared))
      report(
        'filers held back, model trained on the filers of development',
        run(held, () => model),
      )
    }
  }
}
console.log('\nRules of comparison')
for (const rule of RULES) console.log(`- ${rule}`)

function run(chosen: readonly GoldContract[], modelFor: (contract: GoldContract) => ClauseModel | null): Run {
  const run: Run = { tallies: new Map(), misses: [], times: [] }
  for (const contract of chosen) {
    const model = modelFor(contract)
    // Time of the processor: other work on the machine must not count.
    const started = process.cpuUsage()
    const { findings } = recogniseWith(contract.text, model)
    const { user, system } = process.cpuUsage(started)
    run.times.push({ ms: (user + system) / 1000, length: contract.text.length })
    const count = (field: string, outcome: Partial<Tally>, miss?: Omit<Miss, 'id' | 'field'>) => {
      const tally = run.tallies.get(field) ?? newTally()
      tally.hits += outcome.hits ?? 0
      tally.wrong += outcome.wrong ?? 0
      tally.missed += outcome.missed ?? 0
      run.tallies.set(field, tally)
      if (miss && (outcome.wrong || outcome.missed)) run.misses.push({ id: contract.id, field, ...miss })
    }
    scoreFields(contract, findings, count)
    if (model) scoreClauses(contract, findings, count)
  }
  return run
}

function report(name: string, { tallies, misses, times }: Run) {
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
