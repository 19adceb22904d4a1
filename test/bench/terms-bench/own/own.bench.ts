import { recogniseWith } from '../../../../shared/terms/recognise/recognise-text.ts'
import { f1, newTally, precision, recall, type Tally } from '../tally.ts'
import { FRESH_KPI_PASSAGES } from './fresh-kpi-passages.ts'
import { FRESH_OBLIGATION_PASSAGES } from './fresh-obligation-passages.ts'
import { KPI_PASSAGES } from './kpi-passages.ts'
import { LAST_KPI_PASSAGES } from './last-kpi-passages.ts'
import { OBLIGATION_PASSAGES, UNSEEN_OBLIGATION_PASSAGES } from './obligation-passages.ts'
import { UNSEEN_KPI_PASSAGES } from './unseen-kpi-passages.ts'

/**
 * Measures and duties on passages of our own. A measure is right with a word of its name, its target and, where stated, its
 * baseline; a duty with who and a word of what, and its time apart.
 */
const holds = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase())
const misses: string[] = []

print(
  'measures, rules improved and model trained on these',
  scoreKpis([...KPI_PASSAGES, ...UNSEEN_KPI_PASSAGES]),
)
print('measures, passages written before the model', scoreKpis(FRESH_KPI_PASSAGES))
print('measures, passages written after it was finished', scoreKpis(LAST_KPI_PASSAGES))
printDuties('rules improved on these passages', OBLIGATION_PASSAGES)
printDuties('passages no rule was changed for', UNSEEN_OBLIGATION_PASSAGES)
printDuties('written before duties in the present', FRESH_OBLIGATION_PASSAGES)
if (process.argv.includes('--misses')) for (const miss of misses) console.log(miss)

function scoreKpis(passages: typeof KPI_PASSAGES): Tally {
  const tally = newTally()
  for (const { text, kpis: wanted } of passages) {
    const got = recogniseWith(text, null).findings.flatMap(({ value }) =>
      value.kind === 'kpi' ? [value] : [],
    )
    const right = wanted.filter(one =>
      got.some(
        kpi =>
          holds(kpi.name, one.name) &&
          kpi.target === one.target &&
          (one.baseline === undefined || kpi.baseline === one.baseline),
      ),
    )
    add(tally, right.length, got.length, wanted.length, `${text}\n    ${JSON.stringify(got)}`)
  }
  return tally
}

function printDuties(name: string, passages: typeof OBLIGATION_PASSAGES) {
  const duties = newTally()
  const due = newTally()
  for (const { text, duties: wanted } of passages) {
    const got = recogniseWith(text, null).findings.flatMap(({ value }) =>
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
