import type { PrintLine, PrintRun } from './print-types.ts'

/** Width of the text column in points: A4 less the margins that `agreement.typ` sets. */
export const COLUMN_POINTS = 420

/** Size of running text in points, as in `agreement.typ`. */
export const TEXT_SIZE = 10.5

/** A longer word is made breakable even where it would fit, because it leaves holes in the line before it. */
const LONG_WORD = 32

/** How wide a word may be, in digits, in a column of so many points. */
export const roomFor = (points: number, size: number): number =>
  Math.max(3, Math.min(LONG_WORD, Math.floor(points / (size * 0.48))))

const BREAK_OPPORTUNITY = '\u200b'
const BREAKS = /^[\t\n\v\f\r \u1680\u2000-\u2006\u2008-\u200a\u200b\u205f\u3000]/
const BREAKS_ANYWHERE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const BREAKS_AFTER = /[-/\\._,:;&=?@|+~#%)\]}]$/
const WIDE = /^[WMmw@%—…\p{Emoji_Presentation}\p{Script=Hangul}\p{Script=Arabic}]/u
const RATHER_WIDE = /^[\p{Lu}\p{So}&]/u
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })

interface Grapheme {
  readonly segment: string
  readonly index: number
}

/** Roughly how wide a grapheme is, a digit being 1. */
const widthOf = (grapheme: string) => (WIDE.test(grapheme) ? 2 : RATHER_WIDE.test(grapheme) ? 1.5 : 1)

/** Width of a text in digits, to share out columns. */
export const widthOfText = (text: string): number =>
  Array.from(GRAPHEMES.segment(text)).reduce((width, { segment }) => width + widthOf(segment), 0)

const RIGHT_TO_LEFT =
  /^[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** Whether text reads from right to left, by the first letter in it (Unicode Bidirectional Algorithm, rule P2). */
export function isRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)
  return first !== null && RIGHT_TO_LEFT.test(first[0])
}

/** Where a stretch of graphemes without a break may be broken: behind a sign that parts it, else after a third of a line. */
function placesIn(stretch: readonly Grapheme[], longest: number): number[] {
  const width = stretch.reduce((sum, { segment }) => sum + widthOf(segment), 0)
  if (width <= longest) return []
  // Pieces of one width, so that no single letter is left for the next line.
  const piece = width / Math.ceil((3 * width) / longest)
  const places: number[] = []
  let since = 0
  for (const [at, { segment, index }] of stretch.entries()) {
    const before = stretch[at - 1]?.segment ?? ''
    const parted = BREAKS_AFTER.test(before) && !BREAKS_AFTER.test(segment)
    if (at > 0 && (parted || since + widthOf(segment) > piece + 0.5)) {
      places.push(index)
      since = 0
    }
    since += widthOf(segment)
  }
  return places
}

/**
 * Offsets at which a text may be broken besides its own break opportunities, never within a grapheme, so that no piece is
 * wider than `longest` digits. Without them a long address or key would run off the page, or into the next cell, and be lost.
 */
export function breakPlaces(text: string, longest: number): number[] {
  const places: number[] = []
  let stretch: Grapheme[] = []
  const flush = () => {
    places.push(...placesIn(stretch, longest))
    stretch = []
  }
  for (const grapheme of GRAPHEMES.segment(text)) {
    if (BREAKS.test(grapheme.segment) || BREAKS_ANYWHERE.test(grapheme.segment)) flush()
    else stretch.push(grapheme)
  }
  flush()
  return places
}

/** A line of runs that cannot leave its column: a long word is made breakable also where it spans several runs. */
export function lineOf(runs: readonly PrintRun[], longest: number = LONG_WORD): PrintLine {
  const text = runs.map(run => run.text).join('')
  const places = breakPlaces(text, longest)
  let start = 0
  let next = 0
  const broken = runs.map(run => {
    const end = start + run.text.length
    let made = ''
    let from = start
    for (let place = places[next]; place !== undefined && place < end; place = places[++next]) {
      made += text.slice(from, place) + BREAK_OPPORTUNITY
      from = place
    }
    made += text.slice(from, end)
    start = end
    return { ...run, text: made }
  })
  return { runs: broken, rtl: isRightToLeft(text) }
}

/** A line of plain text. */
export const plainLine = (text: string, longest?: number): PrintLine =>
  lineOf(text === '' ? [] : [{ text }], longest)

/** The text of a line as it was written, without the break opportunities that printing adds. */
export const textOfLine = (line: PrintLine): string =>
  line.runs.map(run => run.text.replaceAll(BREAK_OPPORTUNITY, '')).join('')
