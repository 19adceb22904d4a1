import * as Y from 'yjs'
import type { AttributeValue, DocumentJson, MarkJson, NodeJson } from './document-json.ts'
import { markKey } from './mark-key.ts'
import { BODY_FRAGMENT, META_MAP, META_SCHEMA_VERSION, META_TITLE, SCHEMA_VERSION } from './node-types.ts'

/** Marks in the order in which the schema keeps them on a text; marks that it does not know follow by name. */
export const MARK_ORDER: readonly string[] = [
  'link',
  'bold',
  'code',
  'italic',
  'strike',
  'underline',
  'term',
  'insertion',
  'deletion',
  'comment',
]

/** Stands for something in the text that has no form in JSON. */
const OBJECT_REPLACEMENT = '\uFFFC'

/** Far beyond any real text; a peer that nests deeper must not overflow the stack of everyone else. */
const MAX_DEPTH = 200

/** The binding appends this to the name of a mark that may cover a text more than once. */
const MARK_KEY_SUFFIX = /--[a-zA-Z0-9+/=]{8}$/

/**
 * The text of a `body` room, as ProseMirror's JSON. Lossless: nodes, marks and attributes that this version does not know are
 * kept. Attributes that are null are left out, neighbouring texts with the same marks are joined and marks stand in
 * `MARK_ORDER`, so that every replica of one state gives the same JSON, whatever was typed in which order.
 * For content that the schema knows it is the document that y-tiptap reads. `content` of the `doc` is always present.
 */
export function readBody(doc: Y.Doc): DocumentJson {
  return { type: 'doc', content: readChildren(doc.getXmlFragment(BODY_FRAGMENT), 0) }
}

/** The title as typed; empty where it is unset or not a string. */
export function readTitle(doc: Y.Doc): string {
  const title = doc.getMap(META_MAP).get(META_TITLE)
  return typeof title === 'string' ? title : ''
}

/** The version of the schema that wrote the document, or null where none is stated. */
export function readSchemaVersion(doc: Y.Doc): number | null {
  const version = doc.getMap(META_MAP).get(META_SCHEMA_VERSION)
  return typeof version === 'number' ? version : null
}

/**
 * An update that puts title, schema version and text into an empty `body` room, in the binding's own format. `clientId` is a
 * random 32-bit number of the caller's; the same arguments give the same bytes, so that a repeated seed adds nothing.
 */
export function seedUpdate(
  seed: { readonly title: string; readonly body: DocumentJson },
  clientId: number,
): Uint8Array {
  const doc = new Y.Doc({ gc: false })
  doc.clientID = clientId
  doc.transact(() => {
    const meta = doc.getMap(META_MAP)
    meta.set(META_TITLE, seed.title)
    meta.set(META_SCHEMA_VERSION, SCHEMA_VERSION)
    doc.getXmlFragment(BODY_FRAGMENT).insert(0, toChildTypes(seed.body.content ?? []))
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/**
 * Inserts top-level blocks before the block at `index` (an index past the end appends), one transaction per block: the
 * binding matches blocks by position, and several in one transaction misalign it.
 */
export function writeBlocks(
  doc: Y.Doc,
  index: number,
  blocks: readonly NodeJson[],
  origin: unknown = null,
): void {
  const body = doc.getXmlFragment(BODY_FRAGMENT)
  let at = Math.min(Math.max(0, index), body.length)
  for (const block of blocks) {
    doc.transact(() => {
      const types = toBlockTypes(block)
      body.insert(at, types)
      at += types.length
    }, origin)
  }
}

function readChildren(parent: Y.XmlFragment, depth: number): NodeJson[] {
  if (depth > MAX_DEPTH) return [{ type: 'text', text: OBJECT_REPLACEMENT }]
  const children: unknown[] = parent.toArray()
  return joinTexts(children.flatMap(child => readChild(child, depth)))
}

/** One child of the body by itself, as `readBody` reads it: a block, or the pieces of a text that lies loose. */
export const readTopLevel = (child: unknown): readonly NodeJson[] => readChild(child, 0)

function readChild(child: unknown, depth: number): NodeJson[] {
  if (child instanceof Y.XmlElement) return [readElement(child, depth)]
  if (child instanceof Y.XmlText) return readText(child)
  return [{ type: 'text', text: OBJECT_REPLACEMENT }]
}

function readElement(element: Y.XmlElement, depth: number): NodeJson {
  const attrs = readAttributes(element.getAttributes())
  const content = readChildren(element, depth + 1)
  return {
    type: element.nodeName,
    ...(attrs && { attrs }),
    ...(content.length > 0 && { content }),
  }
}

function readText(text: Y.XmlText): NodeJson[] {
  const delta: { insert: unknown; attributes?: Record<string, unknown> }[] = text.toDelta()
  return delta.map(({ insert, attributes }) => {
    const marks = readMarks(attributes ?? {})
    return {
      type: 'text',
      text: typeof insert === 'string' ? insert : OBJECT_REPLACEMENT,
      ...(marks.length > 0 && { marks }),
    }
  })
}

const rank = (mark: MarkJson) => {
  const place = MARK_ORDER.indexOf(mark.type)
  return place < 0 ? MARK_ORDER.length : place
}

/** The formatting of a stretch of a Yjs text as marks, in `MARK_ORDER`. */
export function readMarks(attributes: Readonly<Record<string, unknown>>): MarkJson[] {
  return Object.keys(attributes)
    .sort()
    .flatMap(key => {
      const value = attributes[key]
      if (value === null || value === undefined) return []
      const attrs = readAttributes(typeof value === 'object' ? value : { value })
      return [{ type: key.replace(MARK_KEY_SUFFIX, ''), ...(attrs && { attrs }) }]
    })
    .sort((a, b) => rank(a) - rank(b))
}

/** Own properties that are set, or undefined when there is none. */
const readAttributes = (attributes: object) => attributesOf(Object.entries(attributes))

/** The same of names with their values. */
export function attributesOf(
  fields: readonly (readonly [name: string, value: unknown])[],
): Readonly<Record<string, AttributeValue>> | undefined {
  const set: [string, AttributeValue][] = []
  for (const [name, value] of fields) {
    const read = readValue(value)
    if (read !== null) set.push([name, read])
  }
  // The order in which they were set differs between replicas of one state.
  if (set.length > 1) set.sort((a, b) => (a[0] < b[0] ? -1 : 1))
  return set.length > 0 ? Object.fromEntries(set) : undefined
}

/** Values pass as they are where JSON has a form for them; a newer version's nested values pass too, so that they are kept. */
function readValue(value: unknown): AttributeValue {
  if (value === undefined || value === null) return null
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Uint8Array) return [...value]
  if (value instanceof Y.AbstractType) return value.toJSON()
  return value as AttributeValue
}

/** Neighbouring texts with the same marks become one. */
export function joinTexts(nodes: readonly NodeJson[]): NodeJson[] {
  const joined: NodeJson[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (last?.type === 'text' && node.type === 'text' && sameMarks(last, node)) {
      joined[joined.length - 1] = { ...last, text: `${last.text ?? ''}${node.text ?? ''}` }
    } else joined.push(node)
  }
  return joined
}

const sameMarks = (a: NodeJson, b: NodeJson) =>
  a.marks === undefined || b.marks === undefined
    ? a.marks === b.marks
    : JSON.stringify(a.marks) === JSON.stringify(b.marks)

/** A node as Yjs types; a text without characters has none, because the binding refuses it. */
function toBlockTypes(node: NodeJson): (Y.XmlElement | Y.XmlText)[] {
  if (node.type === 'text') return node.text ? [toText([node])] : []
  const element = new Y.XmlElement(node.type)
  for (const [name, value] of Object.entries(node.attrs ?? {})) {
    // The type knows only strings, the binding and the wire take any JSON.
    if (value !== null && value !== undefined) element.setAttribute(name, value as string)
  }
  const children = toChildTypes(node.content ?? [])
  if (children.length > 0) element.insert(0, children)
  return [element]
}

/** Neighbouring texts share one Yjs text, each other node is an element of its own. */
function toChildTypes(nodes: readonly NodeJson[]): (Y.XmlElement | Y.XmlText)[] {
  const types: (Y.XmlElement | Y.XmlText)[] = []
  let texts: NodeJson[] = []
  const flush = () => {
    if (texts.length > 0) types.push(toText(texts))
    texts = []
  }
  for (const node of nodes) {
    if (node.type !== 'text') {
      flush()
      types.push(...toBlockTypes(node))
    } else if (node.text) texts.push(node)
  }
  flush()
  return types
}

function toText(nodes: readonly NodeJson[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(
    nodes.map(node => ({ insert: node.text ?? '', attributes: toTextAttributes(node.marks ?? []) })),
  )
  return text
}

function toTextAttributes(marks: readonly MarkJson[]): Record<string, object> {
  const attributes = new Map<string, object>()
  for (const mark of marks) {
    const set = Object.entries(mark.attrs ?? {}).filter(([, value]) => value !== null)
    const own = markKey(mark)
    const key = attributes.has(own) ? `${mark.type}--${String(attributes.size).padStart(8, '0')}` : own
    attributes.set(key, Object.fromEntries(set))
  }
  return Object.fromEntries(attributes)
}
