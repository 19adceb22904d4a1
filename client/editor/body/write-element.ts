import type { Node, NodeType } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { KEPT_BLOCK, KEPT_INLINE } from './kept-nodes.ts'
import type { BodyReading } from './read-body.ts'
import { textAttributes } from './write-text.ts'

type Attributes = Readonly<Record<string, unknown>>

/** Elements of a block's content: neighbouring texts share one Yjs text. */
export type ContentPart = Node | readonly Node[]

export function contentParts(parent: Node): ContentPart[] {
  const parts: ContentPart[] = []
  let texts: Node[] = []
  parent.forEach(child => {
    if (child.isText) {
      if (texts.length === 0) {
        texts = []
        parts.push(texts)
      }
      texts.push(child)
    } else {
      texts = []
      parts.push(child)
    }
  })
  return parts
}

/** A new Yjs type for a part, entered in the mapping with everything below it. */
export function createType(part: ContentPart, reading: BodyReading): Y.XmlElement | Y.XmlText {
  return isText(part) ? createText(part) : createElement(part, reading)
}

export const isText = (part: ContentPart): part is readonly Node[] => Array.isArray(part)

function createText(nodes: readonly Node[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(nodes.map(node => ({ insert: node.text ?? '', attributes: textAttributes(node.marks) })))
  return text
}

function createElement(node: Node, reading: BodyReading): Y.XmlElement {
  const name = node.type.name
  if (name === KEPT_BLOCK || name === KEPT_INLINE) throw new Error(`Defect: a stand-in (${name}) was written`)
  const element = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(node.attrs)) {
    if (value !== null) element.setAttribute(key, value)
  }
  const children = contentParts(node).map(part => createType(part, reading))
  if (children.length > 0) element.insert(0, children)
  reading.mapping.set(element, node)
  return element
}

/**
 * Writes the attributes that differ, each on its own, and leaves those that the schema does not know. A default that the
 * shared text does not state is not written: it would race with a partner who sets the field.
 */
export function writeAttributes(element: Y.XmlElement, node: Node): void {
  const defaults = defaultsOf(node.type)
  for (const [key, value] of Object.entries(node.attrs as Attributes)) {
    const current: unknown = element.getAttribute(key)
    if (same(current ?? null, value ?? null)) continue
    if (value === null || value === undefined) element.removeAttribute(key)
    else if (current !== undefined || !same(value, defaults[key])) element.setAttribute(key, value as string)
  }
}

function defaultsOf(type: NodeType): Attributes {
  const attributes: Record<string, { default?: unknown }> = type.spec.attrs ?? {}
  return Object.fromEntries(Object.entries(attributes).map(([key, spec]) => [key, spec.default]))
}

const same = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
