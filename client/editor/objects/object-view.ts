import type { Node } from '@tiptap/pm/model'
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view'
import { ObjectFields } from './object-fields.ts'
import { ObjectLabel } from './object-label.ts'
import type { ObjectSpec } from './object-specs.ts'
import { runObjectKey } from './object-tools.ts'
import classes from './objects.module.css'
import type { ViewParts } from './view-parts.ts'

/** Each view by its element: keys pressed in the text find the fields of the object that the caret is in. */
const fieldsByElement = new WeakMap<Element, ObjectFields>()

export const registerFields = (element: Element, fields: ObjectFields): unknown =>
  fieldsByElement.set(element, fields)

/** The fields of the object that is shown by this element. */
export const fieldsOf = (element: unknown): ObjectFields | undefined =>
  element instanceof Element ? fieldsByElement.get(element) : undefined

/** An object of the agreement as a part of the text: its kind in the margin, its fields around its prose or its lines. */
export class ObjectView implements NodeView {
  readonly dom = document.createElement('div')
  readonly contentDOM = document.createElement('div')
  readonly fields: ObjectFields
  readonly label: ObjectLabel
  readonly #parts: ViewParts
  #node: Node

  constructor(parts: ViewParts, spec: ObjectSpec) {
    const { node, view, getPos, directory } = parts
    this.#parts = parts
    this.#node = node
    this.fields = new ObjectFields(node, view, getPos, directory)
    registerFields(this.dom, this.fields)
    this.dom.className = classes.object ?? ''
    this.dom.dataset.object = node.type.name
    this.label = new ObjectLabel(parts, spec)
    this.label.standsFor(this.dom)
    this.dom.append(this.label.dom)
    this.dom.addEventListener('keydown', event => this.#onKey(event))
    if (spec.head.length > 0) this.dom.append(this.fields.line(spec.head, classes.head))
    this.fields.prose()
    this.contentDOM.className = (node.inlineContent ? classes.prose : classes.rows) ?? ''
    if (spec.hint) this.contentDOM.dataset.hint = spec.hint
    this.dom.append(this.contentDOM)
    if (spec.tail.length > 0) this.dom.append(this.fields.line(spec.tail, classes.tail))
    this.#mark(node)
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false
    this.#node = node
    this.fields.show(node)
    this.label.show(node)
    this.#mark(node)
    return true
  }

  stopEvent(event: Event): boolean {
    const isKeyOnLabel = event.type === 'keydown' && event.target === this.label.dom
    return isKeyOnLabel || (this.#isControl(event.target) && !isEditorShortcut(event))
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type === 'selection'
      ? this.#isControl(mutation.target)
      : isOutside(mutation, this.contentDOM)
  }

  destroy(): void {
    this.fields.destroy()
    this.label.destroy()
  }

  #isControl(target: unknown): boolean {
    const element = target instanceof Element ? target : target instanceof Text ? target.parentElement : null
    return (
      element?.closest('[data-field], input, select, button') != null && !this.contentDOM.contains(element)
    )
  }

  /** In the text the editor's own keymap acts; an input keeps its keys, but for those that mean the object. */
  #onKey(event: KeyboardEvent): void {
    const pos = this.#parts.getPos()
    const isOurs = this.#isControl(event.target) || event.target === this.label.dom
    if (pos === undefined || !isOurs) return
    if (!runObjectKey(event, this.#parts.view, pos, () => this.label.openMenu())) return
    event.preventDefault()
    event.stopPropagation()
  }

  #mark(node: Node): void {
    if (typeof node.attrs.id === 'string') this.dom.dataset.id = node.attrs.id
    this.contentDOM.toggleAttribute('data-empty', node.content.size === 0)
  }
}

/** Undo and the like mean the text also while the keyboard is on a field; within an input they are the input's own. */
export function isEditorShortcut(event: Event): boolean {
  if (!(event instanceof KeyboardEvent) || !(event.ctrlKey || event.metaKey)) return false
  return !(event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement)
}

/** Changes that a view makes around its prose, and marks on the prose's own element, are not edits. */
export function isOutside(mutation: ViewMutationRecord, contentDOM: HTMLElement): boolean {
  if (!contentDOM.contains(mutation.target)) return true
  return mutation.type === 'attributes' && mutation.target === contentDOM
}
