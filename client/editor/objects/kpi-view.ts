import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { KPI_PARTS, type KpiPartName } from '../../../shared/document/node-types.ts'
import { KPI_PART_WORDS } from '../../../shared/terms/words.ts'
import { OBJECT_SPECS } from './object-specs.ts'
import { ObjectView, type ViewParts } from './object-view.ts'
import classes from './objects.module.css'

/** A KPI: its lines, the way to add the ones it lacks, its figures. */
export class KpiView extends ObjectView {
  readonly #missing = document.createElement('div')
  readonly #parts: ViewParts

  constructor(parts: ViewParts) {
    super(parts, OBJECT_SPECS.kpi)
    this.#parts = parts
    this.#missing.className = classes.missing ?? ''
    this.#missing.contentEditable = 'false'
    this.contentDOM.after(this.#missing)
    this.#show(parts.node)
  }

  override update(node: Node): boolean {
    if (!super.update(node)) return false
    this.#show(node)
    return true
  }

  #show(kpi: Node): void {
    const present = new Set(kpi.content.content.map(part => part.attrs.part))
    const missing = KPI_PARTS.filter(part => !present.has(part))
    if (missing.join() === this.#missing.dataset.parts) return
    this.#missing.dataset.parts = missing.join()
    this.#missing.replaceChildren(...missing.map(part => this.#button(part)))
  }

  #button(part: KpiPartName): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.tabIndex = -1
    button.className = classes.addRow ?? ''
    button.textContent = `Add: ${KPI_PART_WORDS[part].toLowerCase()}`
    button.addEventListener('click', () => this.#add(part))
    return button
  }

  /** The line goes where it belongs among those that are there. */
  #add(part: KpiPartName): void {
    const { view, getPos } = this.#parts
    const pos = getPos()
    const kpi = pos === undefined ? null : view.state.doc.nodeAt(pos)
    const type = view.state.schema.nodes.kpiPart
    if (pos === undefined || !kpi || !type || !view.editable) return
    const rank = (name: unknown) => KPI_PARTS.indexOf(name as KpiPartName)
    const after = kpi.content.content.findIndex(line => rank(line.attrs.part) > rank(part))
    const index = after < 0 ? kpi.childCount : after
    let at = pos + 1
    for (let line = 0; line < index; line++) at += kpi.child(line).nodeSize
    const tr = view.state.tr.insert(at, type.create({ part }))
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
    view.focus()
  }
}
