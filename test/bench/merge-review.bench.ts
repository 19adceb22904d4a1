import { performance } from 'node:perf_hooks'
import * as Y from 'yjs'
import { BODY_FRAGMENT } from '../../shared/document/node-types.ts'
import { mergeRangesOf } from '../../shared/record/merge/merge-ranges.ts'
import { reviewMerge } from '../../shared/record/merge/review-merge.ts'
import { startOf, writer } from '../support/merge-writers.ts'
import { SeededRandom } from '../support/seeded-random.ts'
import { threeDaysApart } from './three-days-apart.ts'

/** Review of two sides with 400 edits each in 50,000 words. Target: 200 ms. */
const CLAUSES = 1000
const EDITS = 400
const ROUNDS = 7

const words = (random: SeededRandom, count: number) =>
  Array.from({ length: count }, () =>
    random.pick(['the', 'parties', 'share', 'costs', 'monthly', 'notice', 'of']),
  ).join(' ')

function blocks(random: SeededRandom): object[] {
  const made: object[] = []
  for (let index = 0; index < CLAUSES; index++) {
    const text = (count: number) => [{ type: 'text', text: words(random, count) }]
    made.push({ type: 'heading', attrs: { id: `h${index}`, level: 1 }, content: text(3) })
    made.push({ type: 'paragraph', attrs: { id: `p${index}` }, content: text(47) })
    if (index % 10 === 0)
      made.push({ type: 'obligation', attrs: { id: `o${index}`, due: 'P30D' }, content: text(8) })
  }
  return made
}

const random = new SeededRandom(7)
const base = startOf('parley', blocks(random))
const [mine, theirs] = [writer('parley', 100, base), writer('parley', 200, base)]
threeDaysApart(mine, EDITS, random, 'mine')
threeDaysApart(theirs, EDITS, random, 'theirs')
const at = Y.snapshot(mine.doc)
const answer = Y.encodeStateAsUpdate(theirs.doc, Y.encodeStateVector(mine.doc))
const ranges = mergeRangesOf({ at, mine: mine.work(), others: [], answer })
if (!ranges) throw new Error('Defect: the two sides did not meet')
Y.applyUpdate(mine.doc, answer)

const times: number[] = []
let found = 0
for (let round = 0; round < ROUNDS; round++) {
  const start = performance.now()
  const review = reviewMerge({ ranges, doc: mine.doc, fragment: BODY_FRAGMENT })
  times.push(performance.now() - start)
  found = review.findings.length + review.terms.length
}
times.sort((a, b) => a - b)
const ms = (value: number | undefined) => `${Math.round(value ?? 0)} ms`
process.stdout.write(
  `review of ${EDITS} edits a side in 50,000 words: ${ms(times[Math.floor(ROUNDS / 2)])} (median of ${ROUNDS}; fastest ${ms(times[0])}, slowest ${ms(times.at(-1))}), ${found} findings\n`,
)
