import { templateFor } from '../../../shared/agreement/templates/template-for.ts'
import { recogniseText } from '../../../shared/terms/recognise/recognise-text.ts'
import { SentenceMemory } from '../../../shared/terms/recognise/sentence-memory.ts'
import { proposeFacts } from '../../../shared/terms/suggest/propose-facts.ts'
import { proseText } from '../../../shared/terms/suggest/prose-blocks.ts'
import { removeDataDir, startServerProcess } from '../../support/test-server.ts'
import { readGold } from './gold.ts'
import { requestTimes } from './request-times.ts'

/**
 * How long reading takes: a contract of 50 pages (150,000 characters) as a whole, by itself and as a request to a server on this
 * machine, with all that comes and goes; and 50,000 words again after a change of one word, as the worker of the editor does it.
 * Texts are contracts of a folder, or else our own templates with numbers put in, so that no two sentences are the same.
 */

/** In characters. A page of the labelled contracts that number their pages has 2,985 (the median of 66). */
const PAGES_50 = 150_000
const WARM = 40
const REQUESTS = 160
const WORDS = 50_000
const CHANGES = 60

const folder = process.argv[2]
const texts = folder === undefined ? ownTexts() : readGold(folder).map(contract => contract.text)
const corpus = texts.join('\n\n')

const server = await startServerProcess()
// The first requests start its threads and have everything compiled.
await requestTimes(server.url, textsOf50Pages(WARM))
const requests = await requestTimes(server.url, textsOf50Pages(REQUESTS))
await server.stop()
removeDataDir(server)
console.log(
  `50 pages asked of a server on this machine, one after the other, ${REQUESTS} after ${WARM} others: p50 ${quantile(requests, 0.5)} ms, p95 ${quantile(requests, 0.95)} ms`,
)

// A service has read before: what the first texts cost for compiling is not measured.
for (let warm = 0; warm < 8; warm += 1) recogniseText(corpus.slice(warm * PAGES_50, (warm + 1) * PAGES_50))
const whole = textsOf50Pages(40).map(text => timed(() => recogniseText(text)))
report('50 pages as a whole, after eight others', whole)

const words = corpus.split(/(?<= )/).slice(0, WORDS)
const memory = new SentenceMemory()
const first = timed(() => proposeFacts(words.join(''), memory))
console.log(`${words.length} words read for the first time: ${first.wall.toFixed(0)} ms`)
const again = Array.from({ length: CHANGES }, (_, index) => {
  const at = Math.floor((words.length * (index + 0.5)) / CHANGES)
  words[at] = `${index} days `
  const text = words.join('')
  return timed(() => proposeFacts(text, memory))
})
report(`${WORDS} words again after one word changed`, again)

/** Taken from all over the corpus, again and again the same forty. */
function textsOf50Pages(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const at = Math.floor(((corpus.length - PAGES_50) * (index % 40)) / 39)
    return corpus.slice(at, at + PAGES_50)
  })
}

function ownTexts(): string[] {
  const models = ['consortium', 'municipal-corporation', 'value-added-alliance', 'standards-dealer'] as const
  const bodies = models.map(model => proseText(templateFor(model).body).text)
  const all = bodies.join('\n\n')
  const copies = Math.ceil(500_000 / all.length)
  return Array.from({ length: copies }, (_, copy) => all.replace(/\. /g, ` in case ${copy}. `))
}

function timed(work: () => unknown): { wall: number; processor: number } {
  const processor = process.cpuUsage()
  const start = performance.now()
  work()
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(processor)
  return { wall, processor: (user + system) / 1000 }
}

function report(name: string, times: readonly { wall: number; processor: number }[]) {
  const wall = times.map(time => time.wall)
  const processor = times.map(time => time.processor)
  console.log(
    `${name}: p50 ${quantile(wall, 0.5)} ms, p95 ${quantile(wall, 0.95)} ms by the clock; p50 ${quantile(processor, 0.5)} ms, p95 ${quantile(processor, 0.95)} ms of processor time (collection of garbage by other threads included)`,
  )
}

function quantile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)
}
