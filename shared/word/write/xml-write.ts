type Attributes = Readonly<Record<string, string | number | null>>

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': ' ',
  '\n': ' ',
}

/** What XML 1.0 has no way to write: control characters other than tab and line ends, half pairs, two non-characters. */
const IMPOSSIBLE = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]|\p{Surrogate}/gu

/** Text as XML, safe between tags and in quoted attributes. What XML cannot hold (control characters, half pairs) becomes `�`. */
export const escapeXml = (text: string): string =>
  text.replace(IMPOSSIBLE, '\uFFFD').replace(/[&<>"\r\n]/g, character => ENTITIES[character] ?? '')

/** An element; attributes that are null are left out, children are XML already. */
export function xml(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  const attrs = Object.entries(attributes)
    .flatMap(([key, value]) => (value === null ? [] : [` ${key}="${escapeXml(String(value))}"`]))
    .join('')
  const inside = children.join('')
  return inside === '' ? `<${name}${attrs}/>` : `<${name}${attrs}>${inside}</${name}>`
}

/** An element with nothing but `w:val`. */
export const val = (name: string, value: string | number): string => xml(name, { 'w:val': value })

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The namespaces that our parts use, on their root. */
const NAMESPACES = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
} as const

/** A whole part of a Word file, of WordprocessingML. */
export const wordPart = (name: string, ...children: readonly string[]): string =>
  DECLARATION + xml(name, NAMESPACES, ...children)

/** A whole part with a namespace of its own. */
export const plainPart = (name: string, namespace: string, ...children: readonly string[]): string =>
  DECLARATION + xml(name, { xmlns: namespace }, ...children)
