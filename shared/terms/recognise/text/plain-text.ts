import { NUMBER_WORDS } from '../../parse/number-words.ts'
import { PlainWriter } from './plain-writer.ts'
import type { SourcePlaces } from './source-places.ts'

/** A text as the recognisers read it, with the way back to the places of the text as it was given. */
export interface PlainText {
  /** The text as given. */
  readonly source: string
  /**
   * The same words with runs of white space as one space, breaks of paragraph as one line feed, straight quotes and plain
   * hyphens, without what belongs to the page and not to the agreement (page numbers, the filing line of an archive).
   */
  readonly plain: string
  /** The UTF-16 offsets in `source` at which the characters of `plain` begin. */
  readonly places: SourcePlaces
}

/** Stretch of `source` for a stretch of `plain`: `end` is where the last character ends, so that dropped space stays outside. */
export function sourceRange(text: PlainText, start: number, end: number): { start: number; end: number } {
  const from = text.places.of(start) ?? text.source.length
  const to = end > start ? (text.places.of(end - 1) ?? text.source.length - 1) + 1 : from
  return { start: from, end: Math.max(from, Math.min(to, text.source.length)) }
}

/** A line that stands on every page: `Page 3 of 9`, `- 12 -`, `iv`, and the line an archive of filings adds at the foot. */
const PAGE_FURNITURE =
  /^(?:-? ?\d{1,3} ?-?|[ivxlc]{1,6}|page \d{1,3}(?: of \d{1,3})?|source: .{1,120}\d{1,2}\/\d{1,2}\/\d{2,4})$/i

/** Markdown: what marks a heading, and a line that begins a heading, an item of a list or a row of a table. */
const HEADING_MARK = /^#{1,6} /
const LIST_MARK = /^(?:#{1,6} |[-*•+] |\||\d{1,2}(?:\.\d{1,2})*[.)] |\([a-z\d]{1,3}\) )/
/** A row of a form, whose value stands in a column of its own: `Duration:     three years`. */
const FORM_ROW = /^\p{Lu}[^:\n]{1,60}: ?(?: {2}|\t)\s*\S/u
/** `five` at the end of a line and `(5) years` in the next: the figure repeats the word. */
const FIGURE = /^\(\d{1,3}\)/
const NUMBER_WORD = new RegExp(`\\b(?:${NUMBER_WORDS})$`, 'i')
/** The row with the longest label, below another one. */
const NEXT_ROW = /^\p{Lu}[^:\n]{1,60}: \S/u
const TAG = /^<\/?[a-z][^<>]*>/i
const TABLE_RULE = /^\|(?: ?:?-{3,}:? ?\|)+/

const REPLACED: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‛': "'",
  '`': "'",
  '′': "'",
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
}
/** Soft hyphens, zero-width characters and control characters carry no letter. */
const DROPPED = /[\p{Cf}\p{Cc}]/u
const SPACE = /\s/

const BLANK = 32
const LINE_FEED = 10
const DROP = 0

/** What stands in the plain text for each UTF-16 code unit: itself, what replaces it, `BLANK` for white space, or `DROP`. */
const PLAIN_UNITS = Uint16Array.from({ length: 0x10000 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (character in REPLACED) return REPLACED[character]?.charCodeAt(0) ?? code
  if (SPACE.test(character)) return BLANK
  return DROPPED.test(character) ? DROP : code
})

/** Total on any text, in time linear in its length. */
export function plainText(source: string): PlainText {
  const written = new PlainWriter()
  let at = 0
  while (at < source.length) {
    const lineEnd = endOfLine(source, at)
    const line = source.slice(at, Math.min(lineEnd, at + 200)).trim()
    const heading = HEADING_MARK.exec(line.slice(0, 8))?.[0].length ?? 0
    if (line !== '' && line.length < 180 && PAGE_FURNITURE.test(line)) at = lineEnd
    else at = copyLine(at + heading, lineEnd)
    at = copyBreak(at, heading > 0)
  }
  return { source, plain: written.text(), places: written.places }

  function copyLine(from: number, to: number): number {
    let space = isBreak(written.last ?? LINE_FEED)
    for (let index = from; index < to; index += 1) {
      const code = source.charCodeAt(index)
      const markup = code === 60 || code === 42 || code === 124 ? markupAt(source, index, to) : 0
      if (markup > 0) {
        index += markup - 1
        continue
      }
      const unit = PLAIN_UNITS[code] ?? DROP
      if (unit === BLANK) {
        if (!space) written.put(BLANK, index)
        space = true
      } else if (unit !== DROP) {
        written.put(unit, index)
        space = false
      }
    }
    return to
  }
  function copyBreak(from: number, afterHeading: boolean): number {
    let to = from
    let lines = 0
    while (to < source.length && PLAIN_UNITS[source.charCodeAt(to)] === BLANK) {
      if (source.charCodeAt(to) === LINE_FEED) lines += 1
      to += 1
    }
    const { last } = written
    if (to === from || last === undefined) return to
    if (lines >= 2 || (lines === 1 && (afterHeading || startsLine(source, from, to)))) {
      if (last === BLANK) written.replaceLast(LINE_FEED)
      else if (last !== LINE_FEED) written.put(LINE_FEED, from)
    } else if (!isBreak(last)) written.put(BLANK, from)
    return to
  }
}

/** Whether the line that begins at `at` is one of its own and not the rest of the one that ends at `end`. */
function startsLine(source: string, end: number, at: number): boolean {
  const line = source.slice(at, at + 90)
  if (FIGURE.test(line.slice(0, 6)) && NUMBER_WORD.test(source.slice(Math.max(0, end - 24), end)))
    return false
  if (LIST_MARK.test(line.slice(0, 12)) || FORM_ROW.test(line)) return true
  return (
    NEXT_ROW.test(line) && FORM_ROW.test(source.slice(source.lastIndexOf('\n', end - 1) + 1, end).trimStart())
  )
}

/** Length of markup that is no word: an HTML tag, Markdown's bold stars, the rule below the head of a table; 0 for anything else. */
function markupAt(source: string, at: number, to: number): number {
  if (source[at] === '*')
    return source[at + 1] === '*' && source[at + 2] !== '*' && source[at - 1] !== '*' ? 2 : 0
  const pattern = source[at] === '<' ? TAG : TABLE_RULE
  return pattern.exec(source.slice(at, Math.min(to, at + 200)))?.[0].length ?? 0
}

const isBreak = (unit: number) => unit === BLANK || unit === LINE_FEED

function endOfLine(source: string, from: number): number {
  const end = source.indexOf('\n', from)
  return end < 0 ? source.length : end
}
