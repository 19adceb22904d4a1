import type { Node } from '@tiptap/pm/model'
import { columnSum, compareDecimals } from '../../../shared/terms/decimal.ts'
import { amountInWords } from '../../../shared/terms/words.ts'
import { OBJECT_SPECS } from './object-specs.ts'
import { ObjectView } from './object-view.ts'
import classes from './objects.module.css'
import type { ViewParts } from './view-parts.ts'

const cell = (role: string, className: string | undefined, text = ''): HTMLElement => {
  const element = document.createElement('div')
  element.setAttribute('role', role)
  element.className = className ?? ''
  element.textContent = text
  return element
}

/** A share table: a row per party and, below, the sum as it is now. */
export class ShareTableView extends ObjectView {
  readonly #sum = cell('row', classes.sumRow)
  readonly #percent = cell('cell', classes.figure)
  readonly #amount = cell('cell', classes.figure)
  readonly #verdict = cell('cell', classes.verdict)
  readonly #amountHead = cell('columnheader', classes.figure, 'Amount')

  constructor(parts: ViewParts) {
    super(parts, OBJECT_SPECS.shareTable)
    const table = document.createElement('div')
    table.setAttribute('role', 'table')
    table.setAttribute('aria-label', 'Shares')
    table.className = classes.shares ?? ''
    this.contentDOM.replaceWith(table)
    this.contentDOM.setAttribute('role', 'rowgroup')
    table.append(this.#headings(), this.contentDOM, this.#footer())
    this.dom.insertBefore(this.#addRow(parts), this.dom.lastElementChild)
    this.#show(parts.node)
  }

  override update(node: Node): boolean {
    if (!super.update(node)) return false
    this.#show(node)
    return true
  }

  #headings(): HTMLElement {
    const row = cell('row', classes.headRow)
    row.contentEditable = 'false'
    row.append(
      cell('columnheader', classes.rowParty, 'Party'),
      cell('columnheader', classes.figure, 'Share'),
      this.#amountHead,
      cell('columnheader', classes.reason, 'Reason'),
    )
    return row
  }

  #footer(): HTMLElement {
    this.#sum.contentEditable = 'false'
    this.#sum.append(
      cell('rowheader', classes.rowParty, 'Together'),
      this.#percent,
      this.#amount,
      this.#verdict,
    )
    return this.#sum
  }

  #addRow({ view, getPos }: ViewParts): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.tabIndex = -1
    button.contentEditable = 'false'
    button.className = classes.addRow ?? ''
    button.textContent = 'Add a row'
    button.addEventListener('click', () => {
      const pos = getPos()
      const table = pos === undefined ? null : view.state.doc.nodeAt(pos)
      const row = view.state.schema.nodes.shareRow
      if (pos === undefined || !table || !row || !view.editable) return
      view.dispatch(view.state.tr.insert(pos + table.nodeSize - 1, row.create()))
    })
    return button
  }

  #show(table: Node): void {
    const values = (name: string) => table.content.content.map(row => String(row.attrs[name] ?? ''))
    const percent = columnSum(values('percent'))
    const amount = columnSum(values('amount'))
    this.#percent.textContent = percent === null ? '' : `${percent}%`
    this.#amount.textContent = amount === null ? '' : amountInWords(amount)
    this.#amountHead.textContent = table.attrs.currency ? `Amount (${table.attrs.currency})` : 'Amount'
    const isShort = percent !== null && compareDecimals(percent, '100') !== 0
    this.#verdict.textContent = isShort ? 'Shares must come to 100%.' : ''
    this.#sum.toggleAttribute('data-short', isShort)
  }
}
