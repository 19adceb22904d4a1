import * as Y from 'yjs'
import { SEQ_ATTRIBUTE } from '../document/compare/line-text.ts'
import type { DocumentJson, MarkJson, NodeJson } from '../document/document-json.ts'
import { BODY_FRAGMENT } from '../document/node-types.ts'
import { attributesOf, readMarks } from '../document/yjs-body.ts'
import { presentReading, type Stamp, type StateReading } from './state-reading.ts'

const MAX_DEPTH = 200

type KnownBlock = (block: Y.XmlElement) => NodeJson | null
const NOTHING_KNOWN: KnownBlock = () => null

/** The text as it is now: see `readStamped`. */
export const stampedBody = (doc: Y.Doc, stamp: Stamp): DocumentJson => readStamped(doc, presentReading(stamp))

/**
 * One state of a text, as `readBody` reads it, with every text cut where its stamp changes. Each node carries its stamp as an
 * attribute (`SEQ_ATTRIBUTE`), an element the newest one of itself and its fields. For showing and comparing, never for
 * writing. `known` gives blocks that need not be read again, null for the others.
 */
export function readStamped(
  doc: Y.Doc,
  reading: StateReading,
  known: KnownBlock = NOTHING_KNOWN,
): DocumentJson {
  return {
    type: 'doc',
    content: new StampedReader(reading).children(doc.getXmlFragment(BODY_FRAGMENT), 0, known),
  }
}

/** One top-level block of a state in which it stands, as `readStamped` reads it. */
export const readStampedBlock = (block: Y.XmlElement, reading: StateReading): NodeJson =>
  new StampedReader(reading).element(block, 0)

class StampedReader {
  readonly #reading: StateReading

  constructor(reading: StateReading) {
    this.#reading = reading
  }

  children(parent: Y.XmlFragment, depth: number, known: KnownBlock = NOTHING_KNOWN): NodeJson[] {
    const nodes: NodeJson[] = []
    if (depth > MAX_DEPTH) return nodes
    for (let item = parent._start; item !== null; item = item.right) {
      const child = item.content instanceof Y.ContentType ? item.content.type : null
      if (child === null || !this.#reading.stands(item)) continue
      if (child instanceof Y.XmlText) this.#texts(child, nodes)
      else if (child instanceof Y.XmlElement) nodes.push(known(child) ?? this.element(child, depth))
    }
    return nodes
  }

  element(element: Y.XmlElement, depth: number): NodeJson {
    let last: number | null = null
    const note = (seq: number | null) => {
      if (seq !== null && (last === null || seq > last)) last = seq
    }
    if (element._item) this.#reading.pieces(element._item, (_from, _to, seq) => note(seq))
    const fields: [string, unknown][] = []
    element._map.forEach((newest, name) => {
      const found = this.#reading.field(newest)
      if (!found) return
      fields.push([name, found.value])
      note(found.seq)
    })
    if (last !== null) fields.push([SEQ_ATTRIBUTE, last])
    const attrs = attributesOf(fields) ?? {}
    const content = this.children(element, depth + 1)
    return { type: element.nodeName, attrs, ...(content.length > 0 && { content }) }
  }

  #texts(text: Y.XmlText, nodes: NodeJson[]): void {
    const texts: StampedText[] = []
    const format = new Map<string, unknown>()
    let marks: readonly MarkJson[] = []
    for (let item = text._start; item !== null; item = item.right) {
      const { content } = item
      if (content instanceof Y.ContentFormat) {
        if (!this.#reading.stands(item)) continue
        if (content.value === null) format.delete(content.key)
        else format.set(content.key, content.value)
        marks = format.size === 0 ? NO_MARKS : readMarks(Object.fromEntries(format))
      } else if (content instanceof Y.ContentString) {
        const { clock } = item.id
        this.#reading.pieces(item, (from, to, seq) => {
          pushText(texts, content.str.slice(from - clock, to - clock), seq, marks)
        })
      }
    }
    for (const { text: words, seq, marks: own } of texts)
      nodes.push({
        type: 'text',
        text: words,
        ...(own.length > 0 && { marks: own }),
        ...(seq !== null && { attrs: { [SEQ_ATTRIBUTE]: seq } }),
      })
  }
}

const NO_MARKS: readonly MarkJson[] = []

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
