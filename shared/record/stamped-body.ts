import * as Y from 'yjs'
import { SEQ_MARK } from '../document/compare/line-text.ts'
import type { AttributeValue, DocumentJson, MarkJson, NodeJson } from '../document/document-json.ts'
import { BODY_FRAGMENT } from '../document/node-types.ts'
import { readAttributes, readMarks } from '../document/yjs-body.ts'

/** Calls `visit` for each stretch of ticks with the entry of the record that it is stamped with, in ascending order. */
export type Stamp = (
  client: number,
  from: number,
  to: number,
  visit: (from: number, to: number, seq: number | null) => void,
) => void

const MAX_DEPTH = 200

/**
 * The text as `readBody` reads it, with every text cut where its stamp changes and marked with it (`SEQ_MARK`), and every node
 * carrying the newest stamp of itself and its fields as an attribute of that name. For showing and comparing, never for writing.
 */
export function stampedBody(doc: Y.Doc, stamp: Stamp): DocumentJson {
  return { type: 'doc', content: children(doc.getXmlFragment(BODY_FRAGMENT), stamp, 0) }
}

function children(parent: Y.XmlFragment, stamp: Stamp, depth: number): NodeJson[] {
  if (depth > MAX_DEPTH) return []
  const list: unknown[] = parent.toArray()
  return list.flatMap(child => {
    if (child instanceof Y.XmlText) return textNodes(child, stamp)
    return child instanceof Y.XmlElement ? [elementNode(child, stamp, depth)] : []
  })
}

function elementNode(element: Y.XmlElement, stamp: Stamp, depth: number): NodeJson {
  const attrs: Record<string, AttributeValue> = { ...readAttributes(element.getAttributes()) }
  const seq = newest([element._item, ...element._map.values()], stamp)
  if (seq !== null) attrs[SEQ_MARK] = seq
  const content = children(element, stamp, depth + 1)
  return { type: element.nodeName, attrs, ...(content.length > 0 && { content }) }
}

function newest(items: readonly (Y.Item | null)[], stamp: Stamp): number | null {
  let last: number | null = null
  for (const item of items) {
    if (!item) continue
    const { client, clock } = item.id
    stamp(client, clock, clock + item.length, (_from, _to, seq) => {
      if (seq !== null && (last === null || seq > last)) last = seq
    })
  }
  return last
}

function textNodes(text: Y.XmlText, stamp: Stamp): NodeJson[] {
  const nodes: StampedText[] = []
  const format = new Map<string, unknown>()
  let marks: readonly MarkJson[] = []
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const { content } = item
    if (content instanceof Y.ContentFormat) {
      if (content.value === null) format.delete(content.key)
      else format.set(content.key, content.value)
      marks = readMarks(Object.fromEntries(format))
    } else if (content instanceof Y.ContentString) {
      const { client, clock } = item.id
      stamp(client, clock, clock + item.length, (from, to, seq) => {
        const piece = content.str.slice(from - clock, to - clock)
        pushText(nodes, piece, seq, marks)
      })
    }
  }
  return nodes.map(({ text: words, seq, marks: before }) => {
    const stamped = seq === null ? before : [...before, { type: SEQ_MARK, attrs: { seq } }]
    return { type: 'text', text: words, ...(stamped.length > 0 && { marks: stamped }) }
  })
}

interface StampedText {
  text: string
  readonly seq: number | null
  readonly marks: readonly MarkJson[]
}

/** What lies together and has one stamp is one text. */
function pushText(nodes: StampedText[], text: string, seq: number | null, marks: readonly MarkJson[]): void {
  const last = nodes.at(-1)
  if (last && last.seq === seq && last.marks === marks) last.text += text
  else nodes.push({ text, seq, marks })
}
