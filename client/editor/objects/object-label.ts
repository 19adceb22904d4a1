import type { Node } from '@tiptap/pm/model'
import { nameOfBlock } from '../clause-jump.ts'
import type { ObjectSpec } from './object-specs.ts'
import classes from './objects.module.css'
import type { ViewParts } from './view-parts.ts'

const labels = new WeakMap<Element, ObjectLabel>()

/** The label of the object that is shown by this element. */
export const labelOf = (element: unknown): ObjectLabel | undefined =>
  element instanceof Element ? labels.get(element) : undefined

/**
 * What an object is called, in the margin. While the text can be written it is also the handle of the object: dragging it moves
 * the object, a click shows what can be done with it.
 */
export class ObjectLabel {
  readonly dom = document.createElement('div')
  readonly #parts: ViewParts
  readonly #spec: ObjectSpec
  readonly #stop: () => void
  #node: Node

  constructor(parts: ViewParts, spec: ObjectSpec) {
    this.#parts = parts
    this.#node = parts.node
    this.#spec = spec
    this.dom.className = classes.kind ?? ''
    this.dom.contentEditable = 'false'
    this.dom.addEventListener('click', () => this.openMenu())
    this.dom.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      this.openMenu()
    })
    this.#show()
    this.#stop = parts.directory.subscribe(() => this.#show())
  }

  /** Names the element of its object, by which the keyboard finds it. */
  standsFor(object: Element): void {
    labels.set(object, this)
  }

  openMenu(): void {
    const { view, tools } = this.#parts
    const pos = this.#parts.getPos()
    if (pos === undefined || !view.editable) return
    tools.openMenu({
      blockId: nameOfBlock(view.state.doc, pos),
      type: this.#node.type.name,
      label: this.#spec.label,
      anchor: this.dom,
    })
  }

  destroy(): void {
    this.#stop()
  }

  /** One view may come to show another object, when objects change places. */
  show(node: Node): void {
    if (node === this.#node) return
    const isOther = node.attrs.id !== this.#node.attrs.id
    this.#node = node
    if (isOther) this.#show()
  }

  #words(): string {
    const { directory } = this.#parts
    const node = this.#node
    const number =
      node.type.name === 'serviceStep' ? directory.numberOfStep(String(node.attrs.id ?? '')) : null
    return number === null ? this.#spec.label : `${this.#spec.label} ${number}`
  }

  #show(): void {
    const { editable } = this.#parts.view
    const words = this.#words()
    if (this.dom.textContent !== words) this.dom.textContent = words
    this.dom.draggable = editable
    const attributes = {
      role: 'button',
      tabindex: '-1',
      'aria-haspopup': 'menu',
      'aria-label': `${words}: move, duplicate or delete`,
      'data-handle': '',
    }
    for (const [name, value] of Object.entries(attributes)) {
      if (editable) this.dom.setAttribute(name, value)
      else this.dom.removeAttribute(name)
    }
  }
}
