import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { KPI_PARTS, type KpiPartName } from '../../../shared/document/node-types.ts'
import { KPI_PART_WORDS } from '../../../shared/terms/words.ts'
import { insertPart } from './kpi-parts.ts'
import { OBJECT_SPECS } from './object-specs.ts'
import { ObjectView } from './object-view.ts'
import classes from './objects.module.css'
import type { ViewParts } from './view-parts.ts'

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
    this.dom.append(this.#workshop())
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

  /** The way to the guided form, which is another view of this block. */
  #workshop(): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.tabIndex = -1
    button.contentEditable = 'false'
    button.className = classes.workshop ?? ''
    button.textContent = 'Workshop'
    button.setAttribute('aria-label', 'Open this KPI in the workshop')
    button.addEventListener('click', () => {
      const { view, getPos, tools } = this.#parts
      const pos = getPos()
      if (pos !== undefined) tools.openWorkshop()?.(String(view.state.doc.nodeAt(pos)?.attrs.id ?? ''))
    })
    button.hidden = this.#parts.tools.openWorkshop() === null
    return button
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

  #add(part: KpiPartName): void {
    const { view, getPos } = this.#parts
    const pos = getPos()
    if (pos === undefined || !view.editable) return
    const { tr } = view.state
    const at = insertPart(tr, pos, part)
    if (at === null) return
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at)).scrollIntoView())
    view.focus()
  }
}
