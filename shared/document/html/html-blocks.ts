import type { ClauseTerm } from '../../terms/terms.ts'
import { stampsOfBlock } from '../changes/change-marks.ts'
import { headingLevel } from '../clauses.ts'
import type { NodeJson } from '../document-json.ts'
import { textOf } from '../document-json.ts'
import { inPrintedGroups, printsAsRow } from '../object-rows.ts'
import { type ObjectNames, objectView } from '../object-view.ts'
import { escapeHtml } from './escape-html.ts'
import { htmlInline } from './html-inline.ts'
import { htmlObject, htmlRows } from './html-object.ts'

const ALIGNMENTS = ['left', 'center', 'right', 'justify']

/** The blocks of the text; `clauses` are its clauses in order, whose headings get their number and the anchor `clause-1`. */
export function htmlBody(
  blocks: readonly NodeJson[],
  clauses: readonly ClauseTerm[],
  names: ObjectNames,
): string {
  let heading = 0
  return inPrintedGroups(blocks)
    .map(group => {
      const [block] = group
      if (block?.type !== 'heading') return htmlGroup(group, names)
      heading += 1
      return htmlHeading(block, names, {
        anchor: `clause-${heading}`,
        number: clauses[heading - 1]?.number ?? '',
      })
    })
    .join('\n')
}

/** The agreement's title is the page's `h1`, so that a clause of level 1 is an `h2`; HTML has no more than six. */
function htmlHeading(
  node: NodeJson,
  names: ObjectNames,
  clause?: { anchor: string; number: string },
): string {
  const level = headingLevel(node)
  const tag = `h${Math.min(6, level + 1)}`
  const number = clause ? `<span class="number">${escapeHtml(clause.number)}</span> ` : ''
  const anchor = clause ? ` id="${escapeHtml(clause.anchor)}"` : ''
  return `<${tag}${anchor} class="level-${level}" dir="auto"${aligned(node)}>${number}${htmlInline(node.content ?? [], names)}${proposed(node, '¶')}</${tag}>`
}

/** A proposed break or row that nobody decided on: a sign of its own, because its words may bear no mark. */
const proposed = (node: NodeJson, sign: string): string =>
  stampsOfBlock(node)
    .map(({ kind, author }) => {
      const tag = kind === 'insertion' ? 'ins' : 'del'
      return `<${tag}${author === '' ? '' : ` title="${escapeHtml(author)}"`}>${sign}</${tag}>`
    })
    .join('')

/** Letters and roman figures, where the list counts so. */
function figures(list: NodeJson): string {
  const type = list.attrs?.type
  return type === 'a' || type === 'A' || type === 'i' || type === 'I' ? ` type="${type}"` : ''
}

const htmlBlocks = (blocks: readonly NodeJson[], names: ObjectNames): string =>
  inPrintedGroups(blocks)
    .map(group => htmlGroup(group, names))
    .join('')

const htmlGroup = (group: readonly NodeJson[], names: ObjectNames): string =>
  group[0] && printsAsRow(group[0])
    ? htmlRows(group, names)
    : group.map(block => htmlBlock(block, names)).join('')

/** One block. One that is unknown is shown as what it holds: nothing that was agreed may be missing from an export. */
function htmlBlock(node: NodeJson, names: ObjectNames): string {
  const content = node.content ?? []
  const object = objectView(node, names)
  if (object) return htmlObject(object, names)
  switch (node.type) {
    case 'paragraph':
      return `<p dir="auto"${aligned(node)}>${htmlInline(content, names) || '<br>'}${proposed(node, '¶')}</p>`
    case 'heading':
      return htmlHeading(node, names)
    case 'bulletList':
      return `<ul>${htmlBlocks(content, names)}</ul>`
    case 'orderedList':
      return `<ol start="${wholeNumber(node, 'start', 1)}"${figures(node)}>${htmlBlocks(content, names)}</ol>`
    case 'listItem':
      return `<li>${htmlBlocks(content, names)}</li>`
    case 'blockquote':
      return `<blockquote>${htmlBlocks(content, names)}</blockquote>`
    case 'codeBlock':
      return `<pre><code>${escapeHtml(textOf(node))}</code></pre>`
    case 'horizontalRule':
      return '<hr>'
    case 'table':
      return `<table><tbody>${htmlBlocks(content, names)}</tbody></table>`
    case 'tableRow':
      return htmlRow(node, names)
    case 'tableHeader':
    case 'tableCell':
      return htmlCell(node, names)
    default:
      return holdsText(node) ? `<p dir="auto">${htmlInline([node], names)}</p>` : htmlBlocks(content, names)
  }
}

const holdsText = (node: NodeJson) =>
  node.type === 'text' || (node.content ?? []).some(child => child.type === 'text')

function htmlRow(node: NodeJson, names: ObjectNames): string {
  const change = proposed(node, 'This row')
  return `<tr>${htmlBlocks(node.content ?? [], names)}${change && `<td>${change}</td>`}</tr>`
}

function htmlCell(node: NodeJson, names: ObjectNames): string {
  const tag = node.type === 'tableHeader' ? 'th' : 'td'
  const span = (['colspan', 'rowspan'] as const)
    .map(name => [name, wholeNumber(node, name, 1)] as const)
    .map(([name, count]) => (count > 1 && count <= 100 ? ` ${name}="${count}"` : ''))
    .join('')
  return `<${tag}${span}>${htmlBlocks(node.content ?? [], names)}</${tag}>`
}

function wholeNumber(node: NodeJson, name: string, otherwise: number): number {
  const value = node.attrs?.[name]
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : otherwise
}

function aligned(node: NodeJson): string {
  const alignment = ALIGNMENTS.find(known => known === node.attrs?.textAlign)
  return alignment && alignment !== 'left' ? ` style="text-align:${alignment}"` : ''
}
