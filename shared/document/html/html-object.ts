import type { NodeJson } from '../document-json.ts'
import { type ObjectCell, objectColumns } from '../object-rows.ts'
import type { ObjectNames, ObjectView, ShareView } from '../object-view.ts'
import { escapeHtml } from './escape-html.ts'
import { htmlInline, withGaps } from './html-inline.ts'

/** An object of the agreement: its label and name, its prose, its lines and fields as a list of pairs, its shares as a table. */
export function htmlObject(view: ObjectView, names: ObjectNames): string {
  if (view.shares) return shareTable(view.label, view.shares, names)
  const name = view.name === null ? '' : `<span class="object-name" dir="auto">${withGaps(view.name)}</span>`
  const head = `<p class="object-head"><span class="object-label">${escapeHtml(view.label)}</span> ${name}</p>`
  const lead = view.lines.filter(line => line.label === null)
  const pairs = [
    ...view.lines.flatMap(({ label, content }) =>
      label === null ? [] : [pair(label, htmlInline(content, names))],
    ),
    ...view.fields.map(({ label, value }) => pair(label, withGaps(value))),
  ]
  return (
    `<div class="object">${head}` +
    lead.map(({ content }) => `<p class="lead" dir="auto">${htmlInline(content, names)}</p>`).join('') +
    `${pairs.length === 0 ? '' : `<dl>${pairs.join('')}</dl>`}</div>`
  )
}

const pair = (label: string, html: string) =>
  `<div><dt>${escapeHtml(label)}</dt><dd dir="auto">${html}</dd></div>`

/** Neighbouring objects of one kind as the rows of one table. */
export function htmlRows(nodes: readonly NodeJson[], names: ObjectNames): string {
  const columns = objectColumns(nodes, names)
  const html = (cell: ObjectCell) => (typeof cell === 'string' ? withGaps(cell) : htmlInline(cell, names))
  const rows = nodes.map(node => {
    const [first = '', ...others] = columns.map(column => html(column.cell(node, names)))
    return `<tr><th scope="row" dir="auto">${first}</th>${others.map(cell => `<td dir="auto">${cell}</td>`).join('')}</tr>`
  })
  const heads = columns.map(({ head }) => `<th scope="col">${escapeHtml(head)}</th>`)
  return `<table class="rows"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function shareTable(caption: string, shares: ShareView, names: ObjectNames): string {
  const { amountLabel, rows, percentSum, amountSum } = shares
  const hasReasons = rows.some(row => row.reason.length > 0)
  /** The cells of a line, without those of columns that the table does not have. */
  const line = (party: string, share: string, amount: string, reason: string) =>
    `<tr>${party}${share}${amountLabel === null ? '' : amount}${hasReasons ? reason : ''}</tr>`
  const figure = (text: string) => `<td class="figure">${withGaps(text)}</td>`
  const head = line(
    '<th scope="col">Party</th>',
    '<th scope="col" class="figure">Share</th>',
    `<th scope="col" class="figure">${escapeHtml(amountLabel ?? '')}</th>`,
    '<th scope="col">Reason</th>',
  )
  const body = rows.map(row =>
    line(
      `<th scope="row" dir="auto">${withGaps(row.party)}</th>`,
      figure(row.percent),
      figure(row.amount),
      `<td dir="auto">${htmlInline(row.reason, names)}</td>`,
    ),
  )
  const foot =
    percentSum === '' && amountSum === ''
      ? ''
      : `<tfoot>${line('<th scope="row">Together</th>', figure(percentSum), figure(amountSum), '<td></td>')}</tfoot>`
  return (
    `<table class="shares"><caption>${withGaps(caption)}</caption>` +
    `<thead>${head}</thead><tbody>${body.join('')}</tbody>${foot}</table>`
  )
}
