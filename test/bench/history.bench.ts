import { cpus, loadavg } from 'node:os'
import * as Y from 'yjs'
import { compareLines } from '../../shared/document/compare/compare-texts.ts'
import { textLines } from '../../shared/document/compare/text-lines.ts'
import { objectNames } from '../../shared/document/object-view.ts'
import { readMoment } from '../../shared/record/history/read-moments.ts'
import { RecordReader } from '../../shared/record/history/record-reader.ts'
import { packRecordPage, unpackRecordPage } from '../../shared/record/record-pack.ts'
import { RecordStamps } from '../../shared/record/record-stamps.ts'
import { documentAt } from '../../shared/record/text-at.ts'
import { must } from '../../shared/result.ts'
import { extractTerms } from '../../shared/terms/extract-terms.ts'
import { longRecord } from './long-record.ts'

/**
 * What history, attribution and comparison cost for an agreement of 50,000 words that came about in 5,000 updates of four
 * people, one of them offline for a while. The same code runs in the browser, in a worker. `npm run bench:history`
 */
const UPDATES = 5000
const RUNS = 5
const TARGET_MS = { 'open the history': 1000, 'who wrote what': 200, 'compare two versions': 300 }

function measure(name: string, work: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  }).sort((a, b) => a - b)
  const [best, median] = [must(times[0], 'a run'), must(times[RUNS >> 1], 'a run')]
  const target = (TARGET_MS as Readonly<Record<string, number>>)[name]
  const verdict =
    target === undefined
      ? ''
      : median <= target
        ? `  (target ${target}: met)`
        : `  (target ${target}: MISSED)`
  process.stdout.write(
    `${name.padEnd(28)} median ${median.toFixed(0).padStart(5)} ms   best ${best.toFixed(0).padStart(5)} ms${verdict}\n`,
  )
  return median
}

const entries = longRecord(UPDATES, ['ada', 'ben', 'cleo', 'dan'])
const page = packRecordPage({ head: entries.length, entries, names: new Map() })
process.stdout.write(
  `${entries.length} updates, ${(page.length / 1024).toFixed(0)} KiB packed; ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}\n`,
)

measure('open the history', () => {
  const unpacked = unpackRecordPage(page)
  if (!unpacked.ok) throw new Error('unreadable')
  const reader = new RecordReader()
  reader.add(unpacked.value.entries)
  reader.sittings()
  reader.textAt(UPDATES)
})
const reader = new RecordReader()
reader.add(entries)
measure('  the text at any moment', () => void reader.textAt(Math.floor(UPDATES / 2)))
measure('  clauses of each sitting', () => void reader.clauses())
let compared = 0
const live = Y.encodeStateAsUpdate(documentAt(entries, UPDATES), reader.clocks())
measure('who wrote what', () => void reader.attribution(live))
measure('compare two versions', () => {
  // The later state is read once for several earlier ones.
  const [from, to] = [Math.floor(UPDATES / 4), UPDATES - (compared++ % 2)]
  reader.compare(from, to)
})
measure('  and with another earlier one', () => void reader.compare(Math.floor(UPDATES / 3), UPDATES))
const newest = documentAt(entries, UPDATES)
const stamps = new RecordStamps()
for (const entry of entries) stamps.add(entry)
const read = () =>
  [Math.floor(UPDATES / 4), UPDATES].map(seq => readMoment(newest, stamps, seq, written => written))
measure('  of it, reading both texts', () => void read())
const states = read()
measure('  of it, terms', () => void states.map(({ title, body }) => extractTerms(body, title)))
measure('  of it, lines and words', () => {
  const names = objectNames(extractTerms(must(states[1], 'two').body, ''))
  const [before, after] = states.map(({ body }) => textLines(body, names))
  compareLines(before ?? [], after ?? [])
})
