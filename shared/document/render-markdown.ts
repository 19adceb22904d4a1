import type { Terms } from '../terms/terms.ts'
import { headingLevel } from './clauses.ts'
import { type DocumentJson, type NodeJson, textOf } from './document-json.ts'
import { escapeMarkdown, longestRun, markdownInline } from './markdown/markdown-inline.ts'
import { markdownObject } from './markdown/markdown-object.ts'
import { type ObjectNames, objectNames, objectView } from './object-view.ts'

/**
 * The agreement as Markdown (CommonMark with tables), clauses numbered in their headings, objects as lists and tables. Text of
 * its authors is escaped; only links to pages and mailboxes remain links. What this version does not know is written as the
 * text it holds. Underlining and term marks have no form in Markdown and are left out. Ends with a newline.
 */
export function renderMarkdown({
  title,
  body,
  terms,
}: {
  title: string
  body: DocumentJson
  terms: Terms
}): string {
  const names = objectNames(terms)
  let heading = 0
  const blocks = (body.content ?? []).map(block => {
    if (block.type !== 'heading') return markdownBlock(block, names)
    heading += 1
    return markdownHeading(block, names, terms.clauses[heading - 1]?.number)
  })
  return `${[`# ${escapeMarkdown(title.trim() || 'Untitled agreement')}`, ...blocks].filter(text => text !== '').join('\n\n')}\n`
}

/** The title is the only heading of the first level. */
function markdownHeading(node: NodeJson, names: ObjectNames, number?: string): string {
  const signs = '#'.repeat(Math.min(6, headingLevel(node) + 1))
  return `${signs} ${number ? `${number} ` : ''}${markdownInline(node.content ?? [], names, ' ')}`.trimEnd()
}

const markdownBlocks = (blocks: readonly NodeJson[], names: ObjectNames): string =>
  blocks
    .map(block => markdownBlock(block, names))
    .filter(text => text !== '')
    .join('\n\n')

function markdownBlock(node: NodeJson, names: ObjectNames): string {
  const content = node.content ?? []
  const object = objectView(node, names)
  if (object) return markdownObject(object, names)
  switch (node.type) {
    case 'paragraph':
      return markdownInline(content, names)
    case 'heading':
      return markdownHeading(node, names)
    case 'bulletList':
      return content.map(item => listItem('-', item, names)).join('\n')
    case 'orderedList':
      return content.map((item, index) => listItem(`${firstNumber(node) + index}.`, item, names)).join('\n')
    case 'blockquote':
      return markdownBlocks(content, names)
        .split('\n')
        .map(line => `> ${line}`.trimEnd())
        .join('\n')
    case 'codeBlock':
      return codeBlock(textOf(node))
    case 'horizontalRule':
      return '---'
    case 'table':
      return table(node, names)
    default:
      return holdsText(node) ? markdownInline([node], names) : markdownBlocks(content, names)
  }
}

const holdsText = (node: NodeJson) =>
  node.type === 'text' || (node.content ?? []).some(child => child.type === 'text')

function firstNumber(list: NodeJson): number {
  const start = list.attrs?.start
  return typeof start === 'number' && Number.isSafeInteger(start) && start >= 0 ? start : 1
}

/** Lines after the first are indented to the text of the first, which is what keeps them in the item. */
function listItem(sign: string, item: NodeJson, names: ObjectNames): string {
  const indent = ' '.repeat(sign.length + 1)
  const lines = markdownBlocks(item.type === 'listItem' ? (item.content ?? []) : [item], names).split('\n')
  return `${sign} ${lines.map((line, index) => (index === 0 || line === '' ? line : indent + line)).join('\n')}`.trimEnd()
}

function codeBlock(code: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1))
  return `${fence}\n${code}\n${fence}`
}

/** The first row becomes the head, which a table in Markdown must have; a cell's blocks are set on one line. */
function table(node: NodeJson, names: ObjectNames): string {
  const rows = (node.content ?? []).map(row => (row.content ?? []).map(cell => cellText(cell, names)))
  const width = Math.max(0, ...rows.map(row => row.length))
  if (width === 0) return ''
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, column) => cells[column] ?? '').join(' | ')} |`
  const [head = [], ...rest] = rows
  return [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n')
}

/** A table inside a cell has bars of its own: unescaped they would end the cell, and readers drop the cells beyond a row's width. */
const cellText = (cell: NodeJson, names: ObjectNames): string =>
  markdownBlocks(cell.content ?? [], names)
    .replace(/(?:\\)?\n+/g, '<br>')
    .replace(/(?<!\\)\|/g, '\\|')
