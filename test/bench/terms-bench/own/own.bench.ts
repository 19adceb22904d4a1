import { NO_MODELS, recogniseWith } from '../../../../shared/terms/recognise/recognise-text.ts'
import { f1, newTally, precision, recall, type Tally } from '../tally.ts'
import { BLIND_KPI_PASSAGES_A } from './blind-kpi-passages-a.ts'
import { BLIND_KPI_PASSAGES_B } from './blind-kpi-passages-b.ts'
import type { kpi } from './kpi-passage.ts'
import { KPI_PASSAGES } from './kpi-passages.ts'
import { KPI_PASSAGES_AFTER_MODEL } from './kpi-passages-after-model.ts'
import { KPI_PASSAGES_BEFORE_MODEL } from './kpi-passages-before-model.ts'
import { LAST_KPI_PASSAGES } from './last-kpi-passages.ts'
import { LATE_KPI_PASSAGES } from './late-kpi-passages.ts'
import { LEARNT_KPI_PASSAGES } from './learnt-kpi-passages.ts'
import { OBLIGATION_PASSAGES, UNSEEN_OBLIGATION_PASSAGES } from './obligation-passages.ts'
import { OBLIGATION_PASSAGES_AFTER_SUBJECTS } from './obligation-passages-after-subjects.ts'
import { OBLIGATION_PASSAGES_BEFORE_PRESENT } from './obligation-passages-before-present.ts'
import { SEEN_KPI_PASSAGES } from './seen-kpi-passages.ts'
import { TRAINED_KPI_PASSAGES } from './trained-kpi-passages.ts'

/**
 * Measures and duties on passages of our own. A measure is right with a word of its name, its target and, where stated, its
 * baseline; a duty with who and a word of what, and its time apart.
 */
const holds = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase())
type Wanted = ReturnType<typeof kpi>['kpis'][number]
const misses: string[] = []

print(
  'measures, rules improved and model trained on these',
  scoreKpis([...KPI_PASSAGES, ...TRAINED_KPI_PASSAGES]),
)
print('measures, passages written before the model', scoreKpis(KPI_PASSAGES_BEFORE_MODEL))
print('measures, passages written after it was finished', scoreKpis(KPI_PASSAGES_AFTER_MODEL))
print('measures, later passages, learnt from', scoreKpis([...LATE_KPI_PASSAGES, ...LEARNT_KPI_PASSAGES]))
printDetails([...LATE_KPI_PASSAGES, ...LEARNT_KPI_PASSAGES])
print('measures, blind half A, may be learnt from', scoreKpis(BLIND_KPI_PASSAGES_A))
printDetails(BLIND_KPI_PASSAGES_A)
// The misses of half B are not printed, by nobody: what is looked at once no longer says what new agreements give.
const shown = misses.length
print('measures, blind half B, never looked at', scoreKpis(BLIND_KPI_PASSAGES_B))
printDetails(BLIND_KPI_PASSAGES_B)
print('measures, seen shortly before the end', scoreKpis(SEEN_KPI_PASSAGES))
print('measures, written last, nothing changed for them', scoreKpis(LAST_KPI_PASSAGES))
printDetails(LAST_KPI_PASSAGES)
misses.length = shown
printDuties('rules improved on these passages', OBLIGATION_PASSAGES)
printDuties('seen when who is bound was read anew', UNSEEN_OBLIGATION_PASSAGES)
printDuties('written before duties in the present', OBLIGATION_PASSAGES_BEFORE_PRESENT)
printDuties('no rule was changed for these', OBLIGATION_PASSAGES_AFTER_SUBJECTS)
if (process.argv.includes('--misses')) for (const miss of misses) console.log(miss)

function scoreKpis(passages: typeof KPI_PASSAGES): Tally {
  const tally = newTally()
  for (const { text, kpis: wanted } of passages) {
    const got = kpisIn(text)
    const right = wanted.filter(one => got.some(isIt(one)))
    add(tally, right.length, got.length, wanted.length, `${text}\n    ${JSON.stringify(got)}`)
  }
  return tally
}

function kpisIn(text: string) {
  return recogniseWith(text, NO_MODELS).findings.flatMap(({ value }) => (value.kind === 'kpi' ? [value] : []))
}

function isIt(one: Wanted) {
  return (kpi: ReturnType<typeof kpisIn>[number]) =>
    one.name.split('|').some(name => holds(kpi.name, name)) &&
    kpi.target !== null &&
    [one.target, ...(one.also ?? [])].includes(kpi.target) &&
    (one.baseline === undefined || kpi.baseline === one.baseline)
}

/** Of the measures that were found, how many came with the unit, rhythm and owner that the passage states. */
function printDetails(passages: typeof KPI_PASSAGES) {
  const line = (['unit', 'cadence', 'owner'] as const).map(part => {
    let [right, stated] = [0, 0]
    for (const { text, kpis } of passages)
      for (const one of kpis) {
        const found = kpisIn(text).find(isIt(one))
        const wanted = one[part]
        if (wanted === undefined || found === undefined) continue
        stated++
        if (holds(found[part] ?? '', wanted)) right++
      }
    return `${part} ${right} of ${stated}`
  })
  console.log(`    of those found, right: ${line.join(', ')}`)
}

function printDuties(name: string, passages: typeof OBLIGATION_PASSAGES) {
  const duties = newTally()
  const due = newTally()
  for (const { text, duties: wanted } of passages) {
    const got = recogniseWith(text, NO_MODELS).findings.flatMap(({ value }) =>
      value.kind === 'obligation' ? [value] : [],
    )
    const find = (one: (typeof wanted)[number]) =>
      got.find(duty => holds(duty.who, one.who) && holds(duty.what, one.what))
    add(duties, wanted.filter(find).length, got.length, wanted.length, `${text}\n    ${JSON.stringify(got)}`)
    const timed = wanted.filter(one => one.due !== undefined)
    const said = got.filter(one => one.due !== null).length
    add(due, timed.filter(one => find(one)?.due === one.due).length, said, timed.length, `when: ${text}`)
  }
  print(`duties, ${name}`, duties)
  print(`times of duties, ${name}`, due)
}

function add(tally: Tally, hits: number, got: number, wanted: number, miss: string) {
  tally.hits += hits
  tally.wrong += got - hits
  tally.missed += wanted - hits
  if (hits < wanted || hits < got) misses.push(miss)
}

function print(name: string, tally: Tally) {
  const figures = [precision(tally), recall(tally), f1(tally)].map(value => value.toFixed(2))
  console.log(`${name.padEnd(52)}precision ${figures[0]}, recall ${figures[1]}, F1 ${figures[2]}`)
}
