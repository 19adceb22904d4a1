import { figure, type Label } from './numbering.ts'

/** A marker as it is written in front of an item, with its list and its level from 0. */
export interface Marker {
  readonly text: string
  readonly list: string
  readonly level: number
}

/** Word for the web and browsers name figures in CSS's words. */
const CSS_FORMATS: Readonly<Record<string, string>> = {
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
}

/** Word's name of the figures that CSS calls `name`; bullets for what counts nothing. */
export const formatOfCss = (name: string): string => CSS_FORMATS[name.trim().toLowerCase()] ?? 'bullet'

/** Reads written markers in order: `1.`, `1.1`, `(a)`, `iv.`, `Article II`, `•`. `i` is one in Roman figures where it begins a level. */
export class MarkerReader {
  readonly #last = new Map<string, { format: string; ordinal: number }>()

  label({ text, list, level }: Marker): Label {
    const key = `${list} ${level}`
    const read = this.#read(text, this.#last.get(key))
    for (const other of [...this.#last.keys()])
      if (other.startsWith(`${list} `) && Number(other.slice(list.length + 1)) > level)
        this.#last.delete(other)
    if (read) this.#last.set(key, read)
    return {
      text: text.trim(),
      isBullet: read === null,
      level,
      ordinal: read?.ordinal ?? 1,
      format: read?.format ?? 'bullet',
      numId: list,
      isOutline: /\d\.\d/.test(text),
    }
  }

  #read(text: string, last: { format: string; ordinal: number } | undefined) {
    const figures = /(\d+)\D*$/.exec(text)?.[1]
    if (figures !== undefined) return { format: 'decimal', ordinal: Number(figures) }
    const letters = /^\W*(?:(?:article|section|clause|part|schedule)\s+)?([a-z]+)\W*$/i.exec(text)?.[1]
    // Fonts of symbols draw a bullet where this letter stands.
    if (letters === undefined || (letters === 'o' && !/\W/.test(text.trim()))) return null
    const next = last && { format: last.format, ordinal: last.ordinal + 1 }
    if (next && figure(next.ordinal, next.format) === letters) return next
    for (const roman of ['lowerRoman', 'upperRoman']) {
      const at = ordinalOf(letters, roman)
      if (at !== null && (at === 1 || letters.length > 1)) return { format: roman, ordinal: at }
    }
    for (const alpha of ['lowerLetter', 'upperLetter']) {
      const at = ordinalOf(letters, alpha)
      if (at !== null) return { format: alpha, ordinal: at }
    }
    return null
  }
}

const MOST = 60

function ordinalOf(letters: string, format: string): number | null {
  for (let ordinal = 1; ordinal <= MOST; ordinal += 1) if (figure(ordinal, format) === letters) return ordinal
  return null
}

/** A list counts like clauses (`1`, `1.1`) at all its levels as soon as one of its labels says so. */
export function withOutlines(labels: readonly (Label | null)[]): readonly (Label | null)[] {
  const outlines = new Set(labels.flatMap(label => (label?.isOutline ? [label.numId] : [])))
  return labels.map(label => label && { ...label, isOutline: !label.isBullet && outlines.has(label.numId) })
}
