import { Node } from '@tiptap/pm/model'
import type { DocumentJson, MarkJson, NodeJson } from '../../../shared/document/document-json.ts'
import { safeHref } from '../../../shared/document/safe-href.ts'
import { joinTexts } from '../../../shared/document/yjs-body.ts'
import { ROUND_TRIP_LOSSES } from '../../../shared/word/round-trip-losses.ts'
import { schema, stripDocument } from '../document/arbitrary-document.ts'

const OBJECTS = [
  'party',
  'shareTable',
  'shareRow',
  'serviceStep',
  'role',
  'obligation',
  'kpi',
  'kpiPart',
  'review',
]
const EMPTY_GOES: readonly string[] = ROUND_TRIP_LOSSES.emptyBlocks
const LOST_OF_BLOCKS: Readonly<Record<string, readonly string[]>> = ROUND_TRIP_LOSSES.blockAttributes
const LOST_OF_MARKS: Readonly<Record<string, readonly string[]>> = ROUND_TRIP_LOSSES.markAttributes

/**
 * A text without what `ROUND_TRIP_LOSSES` says a Word file cannot bring back; `commentNames` gives comments a name that the two sides share.
 */
export function comparable(body: DocumentJson, commentNames: ReadonlyMap<string, string>): DocumentJson {
  const full = Node.fromJSON(schema, body).toJSON() as DocumentJson
  return stripDocument({
    type: 'doc',
    content: (full.content ?? []).flatMap(node => without(node, commentNames)),
  })
}

function without(node: NodeJson, names: ReadonlyMap<string, string>, inCode = false): NodeJson[] {
  const { content, attrs, marks, text, ...rest } = node
  const inside = joinTexts((content ?? []).flatMap(child => without(child, names, node.type === 'codeBlock')))
  if (EMPTY_GOES.includes(node.type) && inside.length === 0) return []
  const isCell = node.type === 'tableCell' || node.type === 'tableHeader'
  const filled: NodeJson[] = isCell && inside.length === 0 ? [{ type: 'paragraph' }] : inside
  const keptMarks = (marks ?? []).flatMap(mark => markWithout(mark, names))
  return [
    {
      ...rest,
      attrs: attrsWithout(node),
      ...(filled.length > 0 && { content: filled }),
      ...(text !== undefined && { text: inCode ? plain(text) : plain(text).replace(/[\r\n]/g, ' ') }),
      ...(keptMarks.length > 0 && { marks: keptMarks }),
    },
  ]
}

/** What XML cannot hold. */
const IMPOSSIBLE = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]|\p{Surrogate}/gu

const plain = (text: string) => text.replace(IMPOSSIBLE, '\uFFFD').replaceAll('\r', ' ')

function attrsWithout(node: NodeJson): NonNullable<NodeJson['attrs']> {
  const gone = [
    ...(OBJECTS.includes(node.type) ? [] : (LOST_OF_BLOCKS['*'] ?? [])),
    ...(LOST_OF_BLOCKS[node.type] ?? []),
  ]
  return Object.fromEntries(Object.entries(node.attrs ?? {}).filter(([name]) => !gone.includes(name)))
}

function markWithout(mark: MarkJson, names: ReadonlyMap<string, string>): MarkJson[] {
  const lost = LOST_OF_MARKS[mark.type] ?? []
  const kept = Object.fromEntries(Object.entries(mark.attrs ?? {}).filter(([name]) => !lost.includes(name)))
  if (mark.type === 'link') {
    const href = safeHref(typeof kept.href === 'string' ? kept.href : null)
    return href === null ? [] : [{ type: 'link', attrs: { ...kept, href } }]
  }
  if (mark.type === 'comment') {
    const name = names.get(String(mark.attrs?.id))
    return name === undefined ? [] : [{ type: 'comment', attrs: { id: name } }]
  }
  return [{ ...mark, ...(mark.attrs && { attrs: kept }) }]
}
