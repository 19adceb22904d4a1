import { afterEach, beforeAll, expect } from 'vitest'
import type { DocumentJson, NodeJson } from '../../../shared/document/document-json.ts'
import { textOf } from '../../../shared/document/document-json.ts'
import { seedUpdate } from '../../../shared/document/yjs-body.ts'
import { HeadlessBody } from '../../client/editor/headless-body.ts'
import { EditorBench, type EditorPage, toBase64 } from './editor-page.ts'

export const p = (text: string): NodeJson => ({
  type: 'paragraph',
  ...(text ? { content: [{ type: 'text', text }] } : {}),
})
export const doc = (...content: NodeJson[]): DocumentJson => ({ type: 'doc', content })

type Opened = DocumentJson | Uint8Array
type Options = { readonly editable?: boolean; readonly strict?: boolean }

/** Of all files that one worker runs: the page is loaded and compiled once. Its browser ends with the run. */
let shared: Promise<EditorBench> | null = null

/** A browser for the tests of a file, and how one of them opens a text in it. What was opened is closed after the test. */
export function withEditor(): (body: Opened, options?: Options) => Promise<EditorStory> {
  let bench: EditorBench
  let story: EditorStory | null = null
  beforeAll(async () => {
    shared ??= EditorBench.start()
    bench = await shared
  }, 120_000)
  afterEach(async () => {
    await story?.close()
    story = null
  })
  return async (body, options) => {
    story = await EditorStory.open(bench, body, options)
    return story
  }
}

/** One person at the editor, in sentences. */
export class EditorStory {
  readonly page: EditorPage
  readonly #bench: EditorBench
  #opened = ''

  private constructor(bench: EditorBench, page: EditorPage) {
    this.#bench = bench
    this.page = page
  }

  static async open(bench: EditorBench, body: Opened, options: Options = {}): Promise<EditorStory> {
    const story = new EditorStory(bench, await bench.freePage())
    const update = body instanceof Uint8Array ? body : seedUpdate({ title: 'Test', body }, 7)
    story.#opened = toBase64(update)
    await story.page.evaluate(([bytes, given]) => window.lab.open(bytes, given), [
      story.#opened,
      options,
    ] as const)
    await story.text.waitFor()
    return story
  }

  get text() {
    return this.page.locator('.ProseMirror')
  }

  async close(): Promise<void> {
    await this.#bench.takeBack(this.page)
    expect(this.page.problems.splice(0)).toEqual([])
  }

  readonly json = (): Promise<DocumentJson> => this.page.evaluate(() => window.lab.json())
  readonly blocks = async (): Promise<readonly NodeJson[]> => (await this.json()).content ?? []
  readonly texts = async () => (await this.blocks()).map(textOf)
  readonly types = async () => (await this.blocks()).map(node => node.type)

  /** A person's next key comes after the editor has heard where the last one moved the caret; a machine's could come before. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key)
      await this.#heard()
    }
  }

  readonly #heard = () =>
    this.page.evaluate(() => new Promise<void>(heard => requestAnimationFrame(() => setTimeout(heard))))

  readonly type = (text: string) => this.page.keyboard.type(text)
  readonly sent = () => this.page.evaluate(() => window.lab.takeUpdates())

  /** Takes back and gives again all that was typed: on a slow machine that is more than one step. */
  readonly undoAll = () => this.press(...Array.from({ length: 8 }, () => 'Control+z'))
  readonly redoAll = () => this.press(...Array.from({ length: 8 }, () => 'Control+y'))

  /** Puts the caret behind the given words. */
  async caretAfter(words: string): Promise<void> {
    await this.page.evaluate(text => {
      let at = -1
      const editor = window.lab.editor()
      editor?.state.doc.descendants((node, pos) => {
        const place = node.isText ? (node.text ?? '').indexOf(text) : -1
        if (place >= 0 && at < 0) at = pos + place + text.length
      })
      editor?.chain().setTextSelection(at).focus().run()
    }, words)
    await this.page.waitForFunction(() => window.lab.editor()?.isFocused)
  }

  async caretAtEnd(): Promise<void> {
    await this.page.evaluate(() => window.lab.editor()?.commands.focus('end'))
    // The editor takes the focus in a later frame: keys before that would go nowhere.
    await this.page.waitForFunction(() => window.lab.editor()?.isFocused)
  }

  async select(words: string): Promise<void> {
    await this.caretAfter(words)
    for (let n = 0; n < words.length; n++) await this.page.keyboard.press('Shift+ArrowLeft')
    await this.#heard()
  }

  async paste(data: Record<string, string>): Promise<void> {
    await this.page.evaluate(entries => {
      const clipboardData = new DataTransfer()
      for (const [type, text] of Object.entries(entries)) clipboardData.setData(type, text)
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.querySelector('.ProseMirror')?.dispatchEvent(event)
    }, data)
  }

  /** A partner who opened the same text elsewhere. */
  partner(): HeadlessBody {
    return new HeadlessBody(99, new Uint8Array(Buffer.from(this.#opened, 'base64')))
  }

  /** Everything goes both ways. */
  async exchange(partner: HeadlessBody): Promise<void> {
    for (const update of partner.takeSent()) {
      await this.page.evaluate(bytes => window.lab.receive(bytes), toBase64(update))
    }
    for (const update of await this.sent()) partner.receive(new Uint8Array(Buffer.from(update, 'base64')))
  }
}
