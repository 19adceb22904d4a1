import * as Y from 'yjs'
import { EditorBench, type EditorPage, toBase64 } from '../../e2e/editor/editor-page.ts'
import { startWriting } from './busy-partner.ts'
import { timeKeys, typeKeys } from './key-times.ts'

/** Times of keys in the editor by itself. */
export interface EditorTimes {
  readonly browser: string
  readonly openedMs: number
  readonly alone: readonly number[]
  readonly together: readonly number[]
  readonly problems: readonly string[]
}

/** Types in the middle of a text in the editor alone, and again while a partner's changes come in. */
export async function typeInEditor(text: Uint8Array, blocks: number): Promise<EditorTimes> {
  const bench = await EditorBench.start()
  try {
    const page = await bench.page()
    const started = performance.now()
    await page.evaluate(bytes => window.lab.open(bytes), toBase64(text))
    await page.waitForFunction(count => window.lab.editor()?.state.doc.childCount === count, blocks)
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => resolve(null))))
    const openedMs = performance.now() - started
    await goToMiddle(page)
    await timeKeys(page)
    await typeKeys(page)
    const alone = await typeKeys(page)
    const stop = sendPartner(page, text)
    const together = await typeKeys(page)
    await stop()
    return { browser: bench.browser.version(), openedMs, alone, together, problems: page.problems }
  } finally {
    await bench.stop()
  }
}

async function goToMiddle(page: EditorPage): Promise<void> {
  await page.evaluate(() => {
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

function sendPartner(page: EditorPage, text: Uint8Array): () => Promise<void> {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, text)
  let pending: Promise<void> = Promise.resolve()
  doc.on('update', (update: Uint8Array) => {
    const bytes = toBase64(update)
    pending = pending.then(() => page.evaluate(given => window.lab.receive(given), bytes))
  })
  const stop = startWriting(doc)
  return async () => {
    stop()
    await pending
  }
}
