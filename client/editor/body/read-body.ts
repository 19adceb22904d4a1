import type { Mark, Node, Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { KEPT_BLOCK, KEPT_INLINE, KEPT_MARK } from './kept-nodes.ts'

/** The node that stands for each Yjs element; y-tiptap's position helpers look sizes up in it. */
export type BodyMapping = Map<object, Node | Node[]>

export interface BodyReading {
  readonly schema: Schema
  readonly mapping: BodyMapping
  /** Nodes that stand for more than they can hold: writing them back would lose something. */
  readonly kept: WeakSet<Node>
}

/** A peer that nests deeper must not overflow the stack of everyone else. */
const MAX_DEPTH = 100
const PREVIEW_CHARACTERS = 2000
const HASHED_MARK = /^(.*)--[a-zA-Z0-9+/=]{8}$/
const STAND_INS: ReadonlySet<string> = new Set([KEPT_BLOCK, KEPT_INLINE, 'doc', 'text'])

/**
 * The top-level nodes of the shared text. Reading never writes: what the schema does not know becomes a stand-in, and every
 * node that holds less than its Yjs element is noted in `kept`. Elements that are in the mapping give the same node again.
 */
export function readBlocks(fragment: Y.XmlFragment, reading: BodyReading): Node[] {
  const children: object[] = fragment.toArray()
  return children.map(child => {
    if (child instanceof Y.XmlElement) return readElement(child, reading, false, 0)
    const known = reading.mapping.get(child)
    if (known && !Array.isArray(known)) return known
    const node = keep(child, reading, false)
    reading.mapping.set(child, node)
    return node
  })
}

function readElement(element: Y.XmlElement, reading: BodyReading, inline: boolean, depth: number): Node {
  const known = reading.mapping.get(element)
  if (known && !Array.isArray(known)) return known
  const node =
    (depth < MAX_DEPTH ? readKnown(element, reading, depth) : null) ?? keep(element, reading, inline)
  reading.mapping.set(element, node)
  return node
}

function readKnown(element: Y.XmlElement, reading: BodyReading, depth: number): Node | null {
  const { schema, kept } = reading
  const type = schema.nodes[element.nodeName]
  if (!type || STAND_INS.has(type.name)) return null
  const attributes = element.getAttributes() as Record<string, unknown>
  const children: unknown[] = element.toArray()
  const content = children.flatMap(child => {
    if (child instanceof Y.XmlElement) return readElement(child, reading, type.inlineContent, depth + 1)
    if (child instanceof Y.XmlText) return readText(child, reading)
    return keep(child, reading, type.inlineContent)
  })
  const node = createChecked(() => type.createChecked(attributes, content))
  if (!node) return null
  const unknownAttribute = Object.keys(attributes).some(name => !(name in (type.spec.attrs ?? {})))
  if (unknownAttribute || content.some(child => kept.has(child))) kept.add(node)
  return node
}

/** ProseMirror refuses content and attributes that break the schema by throwing. */
function createChecked(create: () => Node): Node | null {
  try {
    return create()
  } catch {
    return null
  }
}

/** The text nodes of one Yjs text, as the schema allows them. */
export function readText(text: Y.XmlText, reading: BodyReading): Node[] {
  const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
  return delta.map(({ insert, attributes }) => {
    if (typeof insert !== 'string') return keep(insert, reading, true)
    const { marks, exact } = readMarks(attributes ?? {}, reading.schema)
    const node = reading.schema.text(insert, marks)
    if (!exact) reading.kept.add(node)
    return node
  })
}

function readMarks(attributes: Record<string, unknown>, schema: Schema): { marks: Mark[]; exact: boolean } {
  let exact = true
  const marks = Object.entries(attributes).map(([key, value]) => {
    const name = HASHED_MARK.exec(key)?.[1] ?? key
    const type = name === KEPT_MARK ? undefined : schema.marks[name]
    const attrs = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
    const mark = type && createMark(() => type.create(attrs))
    if (!mark) {
      exact = false
      return schema.mark(KEPT_MARK, { name })
    }
    // Two marks of a kind on one text need a schema that lets the kind overlap itself.
    if (key !== name && mark.type.excludes(mark.type)) exact = false
    if (Object.keys(attrs).some(attr => !(attr in (mark.type.spec.attrs ?? {})))) exact = false
    return mark
  })
  return { marks, exact }
}

function createMark(create: () => Mark): Mark | null {
  try {
    return create()
  } catch {
    return null
  }
}

function keep(thing: unknown, reading: BodyReading, inline: boolean): Node {
  const text = previewOf(thing, 0).trim().slice(0, PREVIEW_CHARACTERS)
  const isHeading = thing instanceof Y.XmlElement && thing.nodeName === 'heading'
  const node = inline
    ? reading.schema.node(KEPT_INLINE, { text })
    : reading.schema.node(KEPT_BLOCK, { text, clauseLevel: isHeading ? clauseLevel(thing) : null })
  reading.kept.add(node)
  return node
}

function clauseLevel(heading: Y.XmlElement): number {
  const level: unknown = heading.getAttribute('level')
  return typeof level === 'number' && level >= 1 ? Math.min(6, Math.trunc(level)) : 1
}

function previewOf(thing: unknown, depth: number): string {
  if (depth > MAX_DEPTH) return ''
  if (thing instanceof Y.XmlText) {
    const delta = thing.toDelta() as { insert: unknown }[]
    return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
  }
  if (!(thing instanceof Y.XmlElement)) return ''
  const children: unknown[] = thing.toArray()
  return children.map(child => previewOf(child, depth + 1)).join(' ')
}
