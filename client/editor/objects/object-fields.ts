import type { Node } from '@tiptap/pm/model'
import { Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { Field, type FieldHost } from './field.ts'
import type { FieldSpec } from './field-spec.ts'
import type { ObjectDirectory } from './object-directory.ts'
import classes from './objects.module.css'

/** The fields of one object: they show its attributes, write one attribute at a time and hand the keyboard on. */
export class ObjectFields implements FieldHost {
  readonly directory: ObjectDirectory
  readonly #view: EditorView
  readonly #getPos: () => number | undefined
  readonly #fields: Field[] = []
  /** How many of the fields stand above the prose. */
  #above = 0
  readonly #stop: () => void
  #node: Node

  constructor(node: Node, view: EditorView, getPos: () => number | undefined, directory: ObjectDirectory) {
    this.#node = node
    this.#view = view
    this.#getPos = getPos
    this.directory = directory
    this.#stop = directory.subscribe(() => this.show(this.#node))
  }

  /** The fields from here on stand below the prose. */
  prose(): void {
    this.#above = this.#fields.length
  }

  /** A line of fields; not editable as text, so that a caret cannot get lost between them. */
  line(specs: readonly FieldSpec[], className: string | undefined): HTMLElement {
    const line = document.createElement('div')
    line.className = className ?? ''
    line.contentEditable = 'false'
    for (const spec of specs) {
      const { dom } = this.add(spec)
      // What belongs to the field before it (a date to its figure) stays with it at the end of a line.
      const group = line.lastElementChild
      if (group && !spec.labelled) group.append(dom)
      else line.append(groupOf(dom))
    }
    return line
  }

  add(spec: FieldSpec): Field {
    const field = new Field(spec, this)
    this.#fields.push(field)
    field.show(this.#node.attrs[spec.name])
    return field
  }

  show(node: Node): void {
    this.#node = node
    for (const field of this.#fields) field.show(node.attrs[field.spec.name])
  }

  /** Opens the first field for typing. */
  editFirst(): void {
    this.#fields[0]?.edit()
  }

  focusFirst(): boolean {
    this.#fields[0]?.focus()
    return this.#fields.length > 0
  }

  /** Puts the keyboard on the first field below the prose, or on the last one above it; false where there is none. */
  focusFrom(prose: 'down' | 'up'): boolean {
    const field = this.#fields[prose === 'down' ? this.#above : this.#above - 1]
    field?.focus()
    return field !== undefined
  }

  isEditable(): boolean {
    return this.#view.editable
  }

  commit(name: string, value: string | null): void {
    const pos = this.#getPos()
    if (pos === undefined || !this.#view.editable) return
    this.#view.dispatch(this.#view.state.tr.setNodeAttribute(pos, name, value))
  }

  leave(field: Field, to: 'next' | 'previous' | 'text'): void {
    const index = this.#fields.indexOf(field)
    const next = index + (to === 'next' ? 1 : -1)
    const crossesProse = to === 'next' ? next === this.#above : index === this.#above
    if (to === 'text' || crossesProse) this.#toText('in', to === 'previous' ? -1 : 1)
    else if (this.#fields[next]) this.#fields[next].focus()
    else this.#toText(to === 'next' ? 'after' : 'before', to === 'next' ? 1 : -1)
  }

  #toText(place: 'in' | 'after' | 'before', side: 1 | -1): void {
    const pos = this.#getPos()
    if (pos === undefined) return
    const { state } = this.#view
    const end = pos + this.#node.nodeSize
    const inside = side === 1 ? pos + 1 : end - 1
    const target = place === 'in' ? inside : place === 'after' ? end : pos
    const selection = Selection.near(state.doc.resolve(target), side)
    this.#view.dispatch(state.tr.setSelection(selection).scrollIntoView())
    this.#view.focus()
  }

  destroy(): void {
    this.#stop()
  }
}

function groupOf(field: HTMLElement): HTMLElement {
  const group = document.createElement('span')
  group.className = classes.group ?? ''
  group.append(field)
  return group
}
