import { SaxesParser } from 'saxes'
import { WORD_LIMITS } from './word-limits.ts'

/** An element of XML. Names carry the usual prefix of their namespace (`w:p`), whichever one the file chose. */
export interface XmlElement {
  readonly name: string
  readonly attrs: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

/** The usual prefixes of what is read; both the transitional and the strict form of a namespace. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://www.w3.org/XML/1998/namespace': 'xml',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'urn:parley:agreement:1': 'parley',
}

/** A file that is not well-formed, nests beyond reason, or brings a DOCTYPE (Word writes none). */
export class XmlRefused extends Error {}

const prefixed = (uri: string, local: string) => (uri === '' ? local : `${PREFIXES[uri] ?? 'other'}:${local}`)

/** Reads well-formed XML into a tree; throws `XmlRefused` otherwise. Entities other than XML's five are refused, not expanded. */
export function parseXml(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const root: { name: string; attrs: Record<string, string>; children: (XmlElement | string)[] } = {
    name: '',
    attrs: {},
    children: [],
  }
  const open = [root]
  let elements = 0
  parser.on('error', error => {
    throw new XmlRefused(error.message)
  })
  parser.on('doctype', () => {
    throw new XmlRefused('a document type')
  })
  parser.on('opentag', tag => {
    elements += 1
    if (open.length > WORD_LIMITS.depth || elements > WORD_LIMITS.elements) throw new XmlRefused('too much')
    const attrs: Record<string, string> = {}
    for (const attribute of Object.values(tag.attributes))
      attrs[prefixed(attribute.uri, attribute.local)] = attribute.value
    const element = { name: prefixed(tag.uri, tag.local), attrs, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', text => {
    open.at(-1)?.children.push(text)
  })
  parser.write(xml).close()
  const top = root.children.find(child => typeof child !== 'string')
  if (top === undefined || typeof top === 'string') throw new XmlRefused('nothing in it')
  return top
}

/** The element children, in order. */
export const elementsOf = (element: XmlElement | null): readonly XmlElement[] =>
  (element?.children ?? []).filter(child => typeof child !== 'string')

/** The first child of the name, or null. */
export const childOf = (element: XmlElement | null, name: string): XmlElement | null =>
  elementsOf(element).find(child => child.name === name) ?? null

/** The `w:val` of the child of the name, or null where there is no such child or value. */
export const valueAt = (element: XmlElement | null, name: string): string | null =>
  childOf(element, name)?.attrs['w:val'] ?? null

/** Whether a toggle such as `w:b` is on (true), off (false) or not stated (null). */
export function toggleOf(element: XmlElement | null, name: string): boolean | null {
  const child = childOf(element, name)
  if (!child) return null
  return !['0', 'false', 'off', 'none'].includes(child.attrs['w:val'] ?? 'true')
}

/** All text inside, in order. */
export const xmlText = (element: XmlElement): string =>
  element.children.map(child => (typeof child === 'string' ? child : xmlText(child))).join('')
