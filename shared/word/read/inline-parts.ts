import type { MarkJson } from '../../document/document-json.ts'
import { childOf, elementsOf, type XmlElement, xmlText } from '../xml.ts'
import type { Look } from './styles.ts'

/** Wingdings that stand in forms: boxes, ticked and not. */
export const SYMBOLS: Readonly<Record<string, string>> = {
  A8: '☐',
  '6F': '☐',
  FE: '☑',
  FD: '☒',
  FC: '✓',
  FB: '✗',
  B7: '•',
  A7: '▪',
  E0: '→',
}

/** Whether a field's instruction makes a table of contents or of authorities. */
export const isContents = (instruction: string) => /^\s*TO[CA]\b/.test(instruction)

/** Word drops space at the edges of a text that does not ask to keep it. */
export const wordsOf = (element: XmlElement) => {
  const text = xmlText(element).replace(/[\r\n]+/g, ' ')
  return element.attrs['xml:space'] === 'preserve' ? text : text.trim()
}

/** The first of the alternatives, which the newest readers understand; the fallback says the same again. */
export const chosen = (element: XmlElement): XmlElement =>
  childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback') ?? element

/** The text boxes inside, each once. */
export function boxesIn(element: XmlElement): XmlElement[] {
  if (element.name === 'w:txbxContent') return [element]
  if (element.name === 'mc:AlternateContent') return boxesIn(chosen(element))
  return elementsOf(element).flatMap(boxesIn)
}

/** What a picture is called, for the list of losses. */
export function pictureName(element: XmlElement): string | null {
  const own = element.attrs.descr || element.attrs.title
  if (own) return own
  for (const child of elementsOf(element)) {
    const name = pictureName(child)
    if (name) return name
  }
  return null
}

/** A link is underlined by its style; that is not emphasis. */
export function marksOf(look: Partial<Look>, isLink: boolean): MarkJson[] {
  return [
    ...(look.bold ? [{ type: 'bold' }] : []),
    ...(look.italic ? [{ type: 'italic' }] : []),
    ...(look.strike ? [{ type: 'strike' }] : []),
    ...(look.underline && !isLink ? [{ type: 'underline' }] : []),
  ]
}

/** An insertion inside another says the same twice. */
export const oneOfEach = (marks: readonly MarkJson[]) =>
  marks.filter((mark, index) => marks.findLastIndex(other => other.type === mark.type) === index)
