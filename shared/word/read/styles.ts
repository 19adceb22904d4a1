import { childOf, elementsOf, toggleOf, valueAt, type XmlElement } from '../xml.ts'

/** What is kept of the look of words. */
export interface Look {
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly strike: boolean
  readonly hidden: boolean
}

/** A paragraph's style, with what it inherits. */
export interface ParagraphStyle {
  readonly id: string
  /** In lower case, as Word names it in English: `heading 1`, `title`, `list number`. */
  readonly name: string
  /** 0 to 8 for a heading, else null. */
  readonly outline: number | null
  readonly numId: string | null
  readonly ilvl: number | null
  readonly align: string | null
}

export interface Styles {
  paragraph(id: string | null): ParagraphStyle
  /** What a paragraph's and a run's style say of the words; what the run itself says comes on top. */
  look(paragraphStyle: string | null, runStyle: string | null): Partial<Look>
  runStyleName(id: string | null): string
}

const MAX_BASES = 20

export function readStyles(part: XmlElement | null): Styles {
  const styles = new Map<string, XmlElement>()
  let normal: string | null = null
  for (const style of elementsOf(part).filter(({ name }) => name === 'w:style')) {
    const id = style.attrs['w:styleId'] ?? ''
    styles.set(id, style)
    if (style.attrs['w:type'] === 'paragraph' && style.attrs['w:default'] === '1') normal = id
  }
  const defaults = childOf(childOf(childOf(part, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
  /** The style and those it is based on, nearest first. */
  const chain = (id: string | null): XmlElement[] => {
    const found: XmlElement[] = []
    let next = id
    while (next !== null && found.length < MAX_BASES) {
      const style = styles.get(next)
      if (!style) break
      found.push(style)
      next = valueAt(style, 'w:basedOn')
    }
    return found
  }
  const first = <T>(list: readonly XmlElement[], read: (style: XmlElement) => T | null): T | null => {
    for (const style of list) {
      const value = read(style)
      if (value !== null) return value
    }
    return null
  }
  const nameOf = (id: string | null) =>
    (valueAt(styles.get(id ?? '') ?? null, 'w:name') ?? id ?? '').toLowerCase()
  const paragraphs = new Map<string, ParagraphStyle>()
  const looks = new Map<string, Partial<Look>>()
  return {
    paragraph(id) {
      const key = id ?? normal ?? ''
      const known = paragraphs.get(key)
      if (known) return known
      const list = chain(key)
      const properties = (style: XmlElement) => childOf(style, 'w:pPr')
      const numbering = (style: XmlElement) => childOf(properties(style), 'w:numPr')
      const outline = first(list, style => numberAt(properties(style), 'w:outlineLvl'))
      const style: ParagraphStyle = {
        id: key,
        name: nameOf(key),
        outline: outline !== null && outline < 9 ? outline : null,
        numId: first(list, entry => valueAt(numbering(entry), 'w:numId')),
        ilvl: first(list, entry => numberAt(numbering(entry), 'w:ilvl')),
        align: first(list, entry => valueAt(properties(entry), 'w:jc')),
      }
      paragraphs.set(key, style)
      return style
    },
    look(paragraphStyle, runStyle) {
      const key = `${paragraphStyle ?? ''}\n${runStyle ?? ''}`
      const known = looks.get(key)
      if (known) return known
      const own = [...chain(runStyle), ...chain(paragraphStyle ?? normal)].map(style =>
        childOf(style, 'w:rPr'),
      )
      const merged: Partial<Look> = Object.assign({}, ...[defaults, ...own.reverse()].map(lookOf))
      looks.set(key, merged)
      return merged
    },
    runStyleName: nameOf,
  }
}

/** What run properties state themselves. */
export function lookOf(properties: XmlElement | null): Partial<Look> {
  const stated = {
    bold: toggleOf(properties, 'w:b'),
    italic: toggleOf(properties, 'w:i'),
    underline: toggleOf(properties, 'w:u'),
    strike: toggleOf(properties, 'w:strike') ?? toggleOf(properties, 'w:dstrike'),
    hidden: toggleOf(properties, 'w:vanish'),
  }
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== null))
}

export function numberAt(element: XmlElement | null, name: string): number | null {
  const value = valueAt(element, name)
  const number = value === null ? Number.NaN : Number.parseInt(value, 10)
  return Number.isNaN(number) ? null : number
}
