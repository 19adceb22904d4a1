import { type MarkJson, type NodeJson, stringAttribute } from '../document-json.ts'
import type { ObjectNames } from '../object-view.ts'
import { safeHref } from '../safe-href.ts'

const DELIMITERS: Readonly<Record<string, string>> = { bold: '**', italic: '*', strike: '~~' }

/** Plain text on one line with every character that Markdown would read escaped. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replace(/[\\`*_[\]<>|~&$]/g, '\\$&')
    .replace(/^(\s*)([#+=:-]|\d+[.)])/, (_, space: string, sign: string) => `${space}${escapeStart(sign)}`)

/** What would begin a heading, a list or a rule at the start of a line. */
const escapeStart = (sign: string) => sign.replace(/[^\d]$/, last => `\\${last}`)

/** Running text with its marks; `lineBreak` is what a hard break becomes (a table cell has no lines). */
export const markdownInline = (
  content: readonly NodeJson[],
  names: ObjectNames,
  lineBreak = '\\\n',
): string => content.map(node => inlineNode(node, names, lineBreak)).join('')

function inlineNode(node: NodeJson, names: ObjectNames, lineBreak: string): string {
  if (node.type === 'hardBreak') return lineBreak
  if (node.type === 'partyRef') return escapeMarkdown(names.party(stringAttribute(node, 'partyId') ?? ''))
  if (node.type !== 'text') return markdownInline(node.content ?? [], names, lineBreak)
  const marks = node.marks ?? []
  const text = node.text ?? ''
  // A table takes a bar for the end of a cell even in code.
  const isCode = marks.some(mark => mark.type === 'code') && !text.includes('|')
  const plain = isCode ? codeSpan(text) : escapeMarkdown(text)
  return marks.reduceRight((markdown, mark) => marked(mark, markdown), plain)
}

function marked(mark: MarkJson, markdown: string): string {
  if (mark.type === 'link') {
    const href = safeHref(stringAttribute(mark, 'href'))
    return href === null ? markdown : `[${markdown}](<${href}>)`
  }
  // Markdown has no sign for proposals; HTML's is allowed in it, and says which words are not agreed.
  if (mark.type === 'insertion') return `<ins>${markdown}</ins>`
  if (mark.type === 'deletion') return `<del>${markdown}</del>`
  const delimiter = Object.hasOwn(DELIMITERS, mark.type) ? DELIMITERS[mark.type] : undefined
  // Space next to a delimiter would keep Markdown from reading it as one.
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(markdown) ?? []
  return delimiter && inner ? `${before}${delimiter}${inner}${delimiter}${after}` : markdown
}

/** A fence one backtick longer than any run inside. */
function codeSpan(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ')
  const fence = '`'.repeat(longestRun(line) + 1)
  return `${fence} ${line} ${fence}`
}

/** The length of the longest run of backticks. */
export const longestRun = (text: string): number =>
  Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length))
