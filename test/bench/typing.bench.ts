import { cpus, loadavg, totalmem } from 'node:os'
import * as Y from 'yjs'
import type { NodeJson } from '../../shared/document/document-json.ts'
import { KPI_PARTS } from '../../shared/document/node-types.ts'
import { seedUpdate } from '../../shared/document/yjs-body.ts'
import { EditorBench, type EditorPage, toBase64 } from '../e2e/editor/editor-page.ts'
import { SeededRandom } from '../support/seeded-random.ts'

/**
 * How an agreement of 50,000 words feels under the fingers: from the key's event to the frame that shows it, in a real
 * browser, alone and while a partner writes. `npm run bench:typing`
 */
const CLAUSES = 2000
const KEYS = 150
const KEY_EVERY_MS = 90
const REMOTE_EVERY_MS = 200
const TARGET_P95_MS = 50

const random = new SeededRandom(7)
const WORDS =
  'the party shall deliver notice within days of receipt and bear its share of cost under this clause'.split(
    ' ',
  )
const words = (count: number) => Array.from({ length: count }, () => random.pick(WORDS)).join(' ')
const id = (kind: string, index: number) => `${kind}-${String(index).padStart(16, '0')}`
const paragraph = (index: number): NodeJson => ({
  type: 'paragraph',
  attrs: { id: id('p', index) },
  content: [
    { type: 'text', text: `${words(11)} ` },
    ...(index % 8 === 0 ? [{ type: 'partyRef', attrs: { partyId: id('party', index % 6) } }] : []),
    { type: 'text', text: ` ${words(11)}` },
  ],
})
const kpi = (index: number): NodeJson => ({
  type: 'kpi',
  attrs: { id: id('kpi', index), unit: '%', target: '97', ownerPartyId: id('party', index % 6) },
  content: KPI_PARTS.map(part => ({
    type: 'kpiPart',
    attrs: { id: id(part, index), part },
    content: [{ type: 'text', text: words(8) }],
  })),
})
const shares = (index: number): NodeJson => ({
  type: 'shareTable',
  attrs: { id: id('shares', index), basis: 'cost' },
  content: Array.from({ length: 6 }, (_, row) => ({
    type: 'shareRow',
    attrs: { id: id(`row${row}`, index), partyId: id('party', row), percent: '16.6' },
    content: [{ type: 'text', text: words(4) }],
  })),
})

function agreement(): readonly NodeJson[] {
  const parties = Array.from({ length: 6 }, (_, index) => ({
    type: 'party',
    attrs: { id: id('party', index), name: `Party ${index}` },
  }))
  const clauses = Array.from({ length: CLAUSES }, (_, index): NodeJson[] => [
    {
      type: 'heading',
      attrs: { id: id('h', index), level: 1 + (index % 3) },
      content: [{ type: 'text', text: words(3) }],
    },
    paragraph(index),
    ...(index % 50 === 0 ? [kpi(index)] : []),
    ...(index % 250 === 0 ? [shares(index)] : []),
  ])
  return [...parties, ...clauses.flat()]
}

const countWords = (node: NodeJson): number =>
  (node.text?.split(/\s+/).filter(word => word !== '').length ?? 0) +
  (node.content ?? []).reduce((sum, child) => sum + countWords(child), 0)

/** Puts the caret into the middle of the text and times every key from its event to after the next frame. */
async function prepare(page: EditorPage): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    window.addEventListener(
      'keydown',
      event => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => times.push(performance.now() - event.timeStamp)
          port2.postMessage(0)
        })
      },
      true,
    )
    const editor = window.lab.editor()
    const half = (editor?.state.doc.content.size ?? 0) / 2
    let at = 0
    editor?.state.doc.descendants((node, pos) => {
      if (at === 0 && pos > half && node.type.name === 'paragraph') at = pos + 5
      return false
    })
    editor?.chain().setTextSelection(at).focus().scrollIntoView().run()
  })
  await page.waitForFunction(() => window.lab.editor()?.isFocused)
}

async function typeKeys(page: EditorPage): Promise<number[]> {
  await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes.splice(0))
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press(key % 7 === 6 ? 'Space' : 'e')
    await new Promise(resolve => setTimeout(resolve, KEY_EVERY_MS))
  }
  return page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes.slice())
}

/** A partner who adds a few letters to some paragraph, over and over; gives the way to stop. */
function startPartner(page: EditorPage, base: Uint8Array): () => Promise<void> {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, base)
  const blocks = doc.getXmlFragment('body')
  let pending: Promise<void> = Promise.resolve()
  doc.on('update', (update: Uint8Array) => {
    const bytes = toBase64(update)
    pending = pending.then(() => page.evaluate(given => window.lab.receive(given), bytes))
  })
  const timer = setInterval(() => {
    const block = blocks.get(random.int(blocks.length))
    const text = block instanceof Y.XmlElement ? block.get(0) : null
    if (text instanceof Y.XmlText) text.insert(random.int(text.length), 'zz')
  }, REMOTE_EVERY_MS)
  return async () => {
    clearInterval(timer)
    await pending
  }
}

function summary(times: readonly number[]): { p50: number; p95: number; max: number } {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}

const row = (name: string, times: readonly number[]) => {
  const { p50, p95, max } = summary(times)
  const figure = (value: number) => value.toFixed(1).padStart(7)
  return `${name.padEnd(28)}${figure(p50)}${figure(p95)}${figure(max)}   ${times.length} keys`
}

const bench = await EditorBench.start()
try {
  const content = agreement()
  const base = seedUpdate({ title: 'Bench', body: { type: 'doc', content } }, 7)
  const page = await bench.page()
  const started = performance.now()
  await page.evaluate(bytes => window.lab.open(bytes), toBase64(base))
  await page.waitForFunction(() => (window.lab.editor()?.state.doc.childCount ?? 0) > 4000)
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => resolve(null))))
  const opened = performance.now() - started
  await prepare(page)
  await typeKeys(page)
  const alone = await typeKeys(page)
  const stop = startPartner(page, base)
  const together = await typeKeys(page)
  await stop()
  const wordCount = content.reduce((sum, node) => sum + countWords(node), 0)
  const [cpu] = cpus()
  console.log(
    `${cpu?.model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, load ${loadavg()[0]?.toFixed(1)}; ${bench.browser.version()}, headless`,
  )
  console.log(
    `${wordCount.toLocaleString('en')} words, ${content.length.toLocaleString('en')} blocks, opened in ${Math.round(opened)} ms`,
  )
  console.log(`${'keydown to paint, ms'.padEnd(28)}    p50    p95    max`)
  console.log(row('alone', alone))
  console.log(row(`partner at ${1000 / REMOTE_EVERY_MS} edits a second`, together))
  const missed = [alone, together].some(times => summary(times).p95 >= TARGET_P95_MS)
  console.log(
    missed ? `Target missed: p95 under ${TARGET_P95_MS} ms` : `Target met: p95 under ${TARGET_P95_MS} ms`,
  )
  if (page.problems.length > 0) console.log(page.problems)
  process.exitCode = missed || page.problems.length > 0 ? 1 : 0
} finally {
  await bench.stop()
}
