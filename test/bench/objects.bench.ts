import { cpus, loadavg, totalmem } from 'node:os'
import * as Y from 'yjs'
import { BodyReader } from '../../shared/document/body-reader.ts'
import type { NodeJson } from '../../shared/document/document-json.ts'
import { KPI_PARTS } from '../../shared/document/node-types.ts'
import { seedUpdate } from '../../shared/document/yjs-body.ts'
import { extractTerms } from '../../shared/terms/extract-terms.ts'
import { EditorBench, type EditorPage, toBase64 } from '../e2e/editor/editor-page.ts'
import { SeededRandom } from '../support/seeded-random.ts'

/**
 * An agreement full of objects: 200 KPIs, 100 share rows, 100 steps. How long a key takes to the frame that shows it, in a
 * paragraph, in a line of a KPI and in its workshop; and how long the terms take after a key. `npm run bench:objects`
 */
const KPIS = 200
const TABLES = 10
const ROWS_PER_TABLE = 10
const STEPS = 100
const KEYS = 100
const KEY_EVERY_MS = 90
const EXTRACTIONS = 60
const TYPING_P95_MS = 80
const EXTRACTION_MS = 50

const random = new SeededRandom(11)
const WORDS = 'parcels counted as on time when handed over before noon of the agreed day and month'.split(' ')
const words = (count: number) => Array.from({ length: count }, () => random.pick(WORDS)).join(' ')
const id = (kind: string, index: number) => `${kind}-${String(index).padStart(16, '0')}`
const text = (count: number): NodeJson[] => [{ type: 'text', text: words(count) }]
const party = (index: number) => id('party', index % ROWS_PER_TABLE)

const kpi = (index: number): NodeJson => ({
  type: 'kpi',
  attrs: {
    id: id('kpi', index),
    unit: '%',
    direction: 'up',
    baseline: '88',
    baselineDate: '2026-01-01',
    target: '97',
    targetDate: '2028-01-01',
    cadence: 'P1M',
    ownerPartyId: party(index),
    verifierPartyId: party(index + 1),
    maturity: 'trial',
    revisitOn: '2027-01-01',
    stepId: id('step', index % STEPS),
  },
  content: KPI_PARTS.map(part => ({
    type: 'kpiPart',
    attrs: { id: id(`kpi-${part}`, index), part },
    content:
      part === 'formula'
        ? [{ type: 'text', text: `parcels of kind ${index} on time / all parcels of kind ${index} × 100` }]
        : text(part === 'name' ? 4 : 18),
  })),
})

function agreement(): readonly NodeJson[] {
  const parties = Array.from({ length: ROWS_PER_TABLE }, (_, index) => ({
    type: 'party',
    attrs: { id: id('party', index), name: `Party ${index}` },
  }))
  const tables = Array.from({ length: TABLES }, (_, table) => ({
    type: 'shareTable',
    attrs: { id: id('shares', table), basis: 'cost', rule: 'agreed', currency: 'EUR' },
    content: Array.from({ length: ROWS_PER_TABLE }, (_, row) => ({
      type: 'shareRow',
      attrs: { id: id(`row${row}`, table), partyId: party(row), percent: '10', amount: '1000' },
      content: text(6),
    })),
  }))
  const steps = Array.from({ length: STEPS }, (_, index) => ({
    type: 'serviceStep',
    attrs: { id: id('step', index), providerPartyId: party(index), receiver: party(index + 1), due: 'P5D' },
    content: text(8),
  }))
  const prose = Array.from({ length: 60 }, (_, index) => [
    { type: 'heading', attrs: { id: id('h', index), level: 1 }, content: text(3) },
    { type: 'paragraph', attrs: { id: id('p', index) }, content: text(60) },
  ])
  const kpis = Array.from({ length: KPIS }, (_, index) => kpi(index))
  return [...parties, ...prose.flat(), ...tables, ...steps, ...kpis]
}

const percentile = (times: readonly number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN

const row = (name: string, times: readonly number[]) => {
  const figure = (value: number) => value.toFixed(1).padStart(8)
  return `${name.padEnd(34)}${[0.5, 0.95, 1].map(share => figure(percentile(times, share))).join('')}   ${times.length}`
}

/** Reading the changed text and deriving all terms, after a key in one KPI. */
function extraction(base: Uint8Array): number[] {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, base)
  const reader = new BodyReader(doc)
  const blocks = doc.getXmlFragment('body')
  return Array.from({ length: EXTRACTIONS }, (_, turn) => {
    const block = blocks.get(blocks.length - 1 - (turn % KPIS)) as Y.XmlElement
    const line = (block.get(1) as Y.XmlElement).get(0) as Y.XmlText
    line.insert(0, 'x')
    const started = performance.now()
    extractTerms(reader.read(), 'Bench')
    return performance.now() - started
  }).slice(10)
}

/** Times every key from its event to after the next frame. */
const watchKeys = (page: EditorPage) =>
  page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    window.addEventListener(
      'keydown',
      event =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => times.push(performance.now() - event.timeStamp)
          port2.postMessage(0)
        }),
      true,
    )
  })

async function typeKeys(page: EditorPage): Promise<number[]> {
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press(key % 7 === 6 ? 'Space' : 'e')
    await new Promise(resolve => setTimeout(resolve, KEY_EVERY_MS))
  }
  // The first keys find everything cold.
  return page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes.splice(0).slice(10))
}

/** Puts the caret into the middle block of a type. */
const caretInto = (page: EditorPage, type: string) =>
  page.evaluate(name => {
    const editor = window.lab.editor()
    const places: number[] = []
    editor?.state.doc.descendants((node, pos) => {
      if (node.type.name === name) places.push(pos + 3)
    })
    const at = places[places.length >> 1] ?? 1
    editor?.chain().setTextSelection(at).focus().scrollIntoView().run()
  }, type)

const base = seedUpdate({ title: 'Bench', body: { type: 'doc', content: [...agreement()] } }, 7)
const extracted = extraction(base)
const bench = await EditorBench.start()
try {
  const page = await bench.page()
  await page.evaluate(bytes => window.lab.open(bytes), toBase64(base))
  await page.waitForFunction(count => (window.lab.editor()?.state.doc.childCount ?? 0) > count, KPIS + STEPS)
  await watchKeys(page)
  const typed: [string, number[]][] = []
  for (const [name, type] of [
    ['in a paragraph', 'paragraph'],
    ['in a line of a KPI', 'kpiPart'],
    ['in a step', 'serviceStep'],
    ['in a row of shares', 'shareRow'],
  ] as const) {
    await caretInto(page, type)
    await page.waitForFunction(() => window.lab.editor()?.isFocused)
    typed.push([name, await typeKeys(page)])
  }
  await page.evaluate(kpiId => window.lab.workshop(kpiId), id('kpi', KPIS >> 1))
  await page.getByLabel('Definition', { exact: true }).click()
  typed.push(['in the workshop', await typeKeys(page)])
  const [cpu] = cpus()
  console.log(
    `${cpu?.model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, load ${loadavg()[0]?.toFixed(1)}; ${bench.browser.version()}, headless`,
  )
  console.log(`${KPIS} KPIs, ${TABLES * ROWS_PER_TABLE} share rows, ${STEPS} steps`)
  console.log(`${'ms'.padEnd(34)}     p50     p95     max`)
  for (const [name, times] of typed) console.log(row(`key to paint ${name}`, times))
  console.log(row('terms after a key', extracted))
  const missed =
    typed.some(([, times]) => percentile(times, 0.95) >= TYPING_P95_MS) ||
    percentile(extracted, 0.95) >= EXTRACTION_MS
  console.log(
    `${missed ? 'Target missed' : 'Target met'}: keys under ${TYPING_P95_MS} ms and terms under ${EXTRACTION_MS} ms (p95)`,
  )
  if (page.problems.length > 0) console.log(page.problems)
  process.exitCode = missed || page.problems.length > 0 ? 1 : 0
} finally {
  await bench.stop()
}
