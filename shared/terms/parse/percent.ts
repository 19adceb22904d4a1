import { sumDecimals } from '../decimal.ts'
import { NUMBER_WORDS, parseNumberWords } from './number-words.ts'
import { onlyValue } from './only-value.ts'

const PERCENT = new RegExp(
  `(?<![\\w.,])(?:(?<digits>\\d{1,6}(?:[.,]\\d{1,6})?)|(?<words>${NUMBER_WORDS})(?:\\s*\\(\\s*(?<figure>\\d{1,6})\\s*\\))?)\\s*(?:%|per\\s?cent\\b|percent\\b|\\(\\s*(?<sign>\\d{1,6}(?:[.,]\\d{1,6})?)\\s*%\\s*\\)\\s*per\\s?cent\\b)`,
  'gi',
)

const UNREADABLE = 'unreadable'

/**
 * The one percentage that a text states, as a decimal string without trailing zeros, or null where it states none or several.
 * Read: `12.5%`, `12,5 %`, `12.5 per cent`, `twelve (12) percent`. A single comma is the decimal sign. Percentage points are
 * a difference, not a share, and are not read.
 */
export function parsePercent(text: string): string | null {
  const percent = onlyValue(readings(text))
  return percent === UNREADABLE ? null : percent
}

function* readings(text: string): Generator<string> {
  for (const { groups = {} } of text.matchAll(PERCENT)) {
    const inWords = groups.words ? String(parseNumberWords(groups.words) ?? UNREADABLE) : undefined
    const figures = [groups.digits, groups.figure, groups.sign].flatMap(figure =>
      figure ? [sumDecimals([figure.replace(',', '.')]) ?? UNREADABLE] : [],
    )
    yield onlyValue([...(inWords ? [inWords] : []), ...figures]) ?? UNREADABLE
  }
}
