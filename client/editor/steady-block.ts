import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Blocks whose height follows from their text alone. */
const STEADY = new Set(['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote'])

/**
 * Keeps the height of the block that is being typed in fixed while its lines stay as many: the browser then lays out this block
 * alone. Without that, each key makes it go through all blocks of the text (8 ms in 4,000 blocks) to learn that none has moved.
 */
export const SteadyBlock = Extension.create({
  name: 'steadyBlock',
  addProseMirrorPlugins: () => [
    new Plugin({ key: new PluginKey('steadyBlock'), view: view => new SteadyBlockView(view) }),
  ],
})

interface Steady {
  readonly id: string
  readonly element: HTMLElement
  /** Lower edge of its text below its own upper edge, in px, when the height was taken. */
  readonly textEnd: number
}

class SteadyBlockView {
  readonly #view: EditorView
  /** A sheet, and not the element's style: ProseMirror owns the attributes of what it renders. */
  readonly #sheet = new CSSStyleSheet()
  /** The width decides how many lines there are. */
  readonly #resized: ResizeObserver
  #steady: Steady | null = null
  #seen: Node | null

  constructor(view: EditorView) {
    this.#view = view
    this.#seen = this.#blockOfCaret()?.node ?? null
    document.adoptedStyleSheets.push(this.#sheet)
    this.#resized = new ResizeObserver(() => this.#keepUp())
    this.#resized.observe(view.dom)
  }

  update(view: EditorView, before: EditorView['state']): void {
    const block = this.#blockOfCaret()
    const isSame = block?.node === this.#seen
    this.#seen = block?.node ?? null
    if (this.#steady && (this.#steady.id !== block?.id || this.#steady.element !== block.element))
      this.#release()
    const isTextChange = view.state.doc !== before.doc
    // Of what partners write elsewhere this block knows nothing: to measure it would lay out all of that at once, before it is shown.
    if (isTextChange && isSame) return
    // Whoever has not begun to write, or looks elsewhere, waits for no key.
    if (!view.hasFocus()) this.#release()
    else if (this.#steady) this.#keepUp()
    // Moving the caret costs no layout; the first key in a block does.
    else if (block && isTextChange) this.#hold(block.id, block.element)
  }

  destroy(): void {
    this.#resized.disconnect()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== this.#sheet)
  }

  #blockOfCaret(): { readonly id: string; readonly node: Node; readonly element: HTMLElement } | null {
    const { $head } = this.#view.state.selection
    const block = $head.depth > 0 ? $head.node(1) : null
    const id: unknown = block?.attrs.id
    if (!block || !STEADY.has(block.type.name) || typeof id !== 'string') return null
    const element = this.#view.nodeDOM($head.before(1))
    return element instanceof HTMLElement ? { id, node: block, element } : null
  }

  #hold(id: string, element: HTMLElement): void {
    const { height, textEnd } = measure(element)
    const selector = `.ProseMirror > [data-id="${CSS.escape(id)}"]`
    this.#sheet.replaceSync(
      `@media screen { ${selector} { box-sizing: border-box; height: ${height}px; contain: size layout } }`,
    )
    this.#steady = { id, element, textEnd }
  }

  #keepUp(): void {
    if (!this.#steady) return
    const { id, element, textEnd } = this.#steady
    if (Math.abs(measure(element).textEnd - textEnd) < 0.5) return
    this.#release()
    if (element.isConnected) this.#hold(id, element)
  }

  #release(): void {
    if (!this.#steady) return
    this.#sheet.replaceSync('')
    this.#steady = null
  }
}

function measure(element: HTMLElement): { readonly height: number; readonly textEnd: number } {
  const box = element.getBoundingClientRect()
  const text = document.createRange()
  text.selectNodeContents(element)
  return { height: box.height, textEnd: text.getBoundingClientRect().bottom - box.top }
}
