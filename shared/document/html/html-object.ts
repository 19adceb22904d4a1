import type { ObjectNames, ObjectView, ShareView } from '../object-view.ts'
import { escapeHtml } from './escape-html.ts'
import { htmlInline, withGaps } from './html-inline.ts'

/** An object of the agreement: its label and name, its fields as a list of pairs, its prose, its shares as a table. */
export function htmlObject(view: ObjectView, names: ObjectNames): string {
  const name = view.name === null ? '' : ` <span class="object-name">${withGaps(view.name)}</span>`
  const head = `<p class="object-head"><span class="object-label">${escapeHtml(view.label)}</span>${name}</p>`
  const lines = view.lines.map(({ label, content }) =>
    label === null
      ? `<p dir="auto">${htmlInline(content, names)}</p>`
      : `<p dir="auto"><span class="line-label">${escapeHtml(label)}.</span> ${htmlInline(content, names)}</p>`,
  )
  const shares = view.shares ? shareTable(view.label, view.shares, names) : ''
  if (view.shares) return `<div class="object">${shares}</div>`
  return `<div class="object">${head}${lines.join('')}${fieldList(view)}</div>`
}

function fieldList({ fields }: ObjectView): string {
  if (fields.length === 0) return ''
  const pairs = fields.map(
    ({ label, value }) => `<div><dt>${escapeHtml(label)}</dt><dd dir="auto">${withGaps(value)}</dd></div>`,
  )
  return `<dl>${pairs.join('')}</dl>`
}

function shareTable(caption: string, shares: ShareView, names: ObjectNames): string {
  const { amountLabel, rows, percentSum, total } = shares
  const amount = (html: string, tag = 'td') =>
    amountLabel === null ? '' : `<${tag}${tag === 'th' ? ' scope="col"' : ''} class="figure">${html}</${tag}>`
  const lines = rows.map(
    row =>
      `<tr><th scope="row">${withGaps(row.party)}</th><td class="figure">${withGaps(row.percent)}</td>` +
      `${amount(withGaps(row.amount))}<td dir="auto">${htmlInline(row.reason, names)}</td></tr>`,
  )
  return (
    `<table class="shares"><caption>${escapeHtml(caption)}</caption>` +
    `<thead><tr><th scope="col">Party</th><th scope="col" class="figure">Share</th>` +
    `${amount(escapeHtml(amountLabel ?? ''), 'th')}<th scope="col">Reason</th></tr></thead>` +
    `<tbody>${lines.join('')}</tbody>` +
    `<tfoot><tr><th scope="row">Together</th><td class="figure">${escapeHtml(percentSum)}</td>` +
    `${amount(withGaps(total))}<td></td></tr></tfoot></table>`
  )
}
