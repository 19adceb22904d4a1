import { settleChanges } from '../document/changes/settle-changes.ts'
import { numberClauses } from '../document/clauses.ts'
import { type NodeJson, textOf } from '../document/document-json.ts'
import type { ImportedFile } from './imported-file.ts'

/**
 * The words of a file that was read, as plain text for recognisers: blocks parted by an empty line, clauses with their numbers, a line
 * for each row of a table with its cells between bars. Changes that are only proposed count as rejected: nobody has agreed to them.
 */
export function plainText({ title, body }: Pick<ImportedFile, 'title' | 'body'>): string {
  const agreed = settleChanges(body, () => 'reject')
  const clauses = numberClauses(agreed).values()
  const blocks = (agreed.content ?? []).map(block => {
    if (block.type !== 'heading') return blockText(block)
    return `${clauses.next().value?.number ?? ''} ${textOf(block)}`.trim()
  })
  return [title ?? '', ...blocks].filter(text => text.trim() !== '').join('\n\n')
}

function blockText(node: NodeJson): string {
  const content = node.content ?? []
  switch (node.type) {
    case 'tableRow':
      return `| ${content.map(cell => blockText(cell).replace(/\s*\n\s*/g, ' ')).join(' | ')} |`
    case 'bulletList':
      return lines(content.map(item => `- ${blockText(item)}`))
    case 'orderedList': {
      const first = typeof node.attrs?.start === 'number' ? node.attrs.start : 1
      return lines(content.map((item, index) => `${first + index}. ${blockText(item)}`))
    }
    default:
      return content.every(isInline) ? textOf(node) : lines(content.map(blockText))
  }
}

const lines = (texts: readonly string[]) => texts.filter(text => text.trim() !== '').join('\n')

const INLINE: ReadonlySet<string> = new Set(['text', 'hardBreak', 'partyRef'])
const isInline = ({ type }: NodeJson) => INLINE.has(type)
