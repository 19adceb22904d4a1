import type { Node } from '@tiptap/pm/model'
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view'
import { KPI_PART_WORDS } from '../../../shared/terms/words.ts'
import { ObjectFields } from './object-fields.ts'
import { KPI_PART_HINTS, SHARE_ROW_FIELDS } from './object-specs.ts'
import { isEditorShortcut, isOutside, registerFields } from './object-view.ts'
import classes from './objects.module.css'
import type { ViewParts } from './view-parts.ts'

const div = (className: string | undefined, role?: string): HTMLElement => {
  const element = document.createElement('div')
  element.className = className ?? ''
  if (role) element.setAttribute('role', role)
  return element
}

/** A line of a KPI: what it is about in the margin of the line, then its prose. */
export class KpiPartView implements NodeView {
  readonly dom = div(classes.part)
  readonly contentDOM = div(classes.prose)
  readonly #label = div(classes.partLabel)
  #node: Node

  constructor({ node }: ViewParts) {
    this.#node = node
    this.#label.contentEditable = 'false'
    this.dom.append(this.#label, this.contentDOM)
    this.#show(node)
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false
    this.#node = node
    this.#show(node)
    return true
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return isOutside(mutation, this.contentDOM)
  }

  #show(node: Node): void {
    const part = String(node.attrs.part ?? '')
    const words: Readonly<Record<string, string>> = KPI_PART_WORDS
    this.dom.dataset.part = part
    this.#label.textContent = Object.hasOwn(words, part) ? (words[part] ?? '') : ''
    this.contentDOM.dataset.hint = Object.hasOwn(KPI_PART_HINTS, part) ? KPI_PART_HINTS[part] : ''
    this.contentDOM.toggleAttribute('data-empty', node.content.size === 0)
  }
}

/** A row of a share table: the party, its share, and the reason where it departs from the rule. */
export class ShareRowView implements NodeView {
  readonly dom = div(classes.shareRow, 'row')
  readonly contentDOM = div(classes.prose)
  readonly fields: ObjectFields
  readonly #parts: ViewParts
  #node: Node

  constructor(parts: ViewParts) {
    this.#parts = parts
    this.#node = parts.node
    const { node, view, getPos, directory } = parts
    this.fields = new ObjectFields(node, view, getPos, directory)
    registerFields(this.dom, this.fields)
    this.dom.append(this.#cell('partyId', 'rowheader'), this.#cell('percent'), this.#cell('amount'))
    this.fields.prose()
    const reason = div(classes.reason, 'cell')
    this.contentDOM.dataset.hint = 'Reason, if not by the rule'
    reason.append(this.contentDOM)
    this.dom.append(reason, this.#remove())
    this.#show(node)
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false
    this.#node = node
    this.fields.show(node)
    this.#show(node)
    return true
  }

  stopEvent(event: Event): boolean {
    const inProse = event.target instanceof globalThis.Node && this.contentDOM.contains(event.target)
    return !inProse && !isEditorShortcut(event)
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return isOutside(mutation, this.contentDOM)
  }

  destroy(): void {
    this.fields.destroy()
  }

  #cell(name: keyof typeof SHARE_ROW_FIELDS, role = 'cell'): HTMLElement {
    const cell = div(name === 'partyId' ? classes.rowParty : classes.figure, role)
    cell.contentEditable = 'false'
    cell.append(this.fields.add(SHARE_ROW_FIELDS[name]).dom)
    return cell
  }

  #remove(): HTMLElement {
    const cell = div(classes.rowTools, 'cell')
    cell.contentEditable = 'false'
    const button = document.createElement('button')
    button.type = 'button'
    button.tabIndex = -1
    button.className = classes.quietButton ?? ''
    button.textContent = '×'
    button.setAttribute('aria-label', 'Remove this row')
    button.addEventListener('click', () => {
      const pos = this.#parts.getPos()
      const { view } = this.#parts
      if (pos === undefined || !view.editable) return
      view.dispatch(view.state.tr.delete(pos, pos + this.#node.nodeSize))
      view.focus()
    })
    cell.append(button)
    return cell
  }

  #show(node: Node): void {
    this.contentDOM.toggleAttribute('data-empty', node.content.size === 0)
  }
}
