import { onlyValue } from './only-value.ts'

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const MONTH = `(${MONTHS.map(month => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join('|')}|sept)\\.?`
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?`
const YEAR = String.raw`(\d{4})(?![\d.,]*\d)`
const BEFORE = String.raw`(?<![\d.,/-])`

const ISO = new RegExp(`${BEFORE}(\\d{4})[-/](\\d{2})[-/](\\d{2})(?!\\d)`, 'g')
const DAY_FIRST = new RegExp(`${BEFORE}${DAY}\\.?(?:\\s+day)?(?:\\s+of)?\\s+${MONTH},?\\s+${YEAR}`, 'gi')
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s+${DAY},?\\s+${YEAR}`, 'gi')
const DOTTED = new RegExp(`${BEFORE}(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?${YEAR}`, 'g')
const NUMERIC = new RegExp(`${BEFORE}(\\d{1,2})([/-])(\\d{1,2})\\2${YEAR}`, 'g')

/**
 * The one date that a text states, as ISO `2027-04-01`, or null where it states none, several, or one that does not exist.
 * Read: `2027-04-01`, `1 April 2027`, `1st day of April, 2027`, `April 1, 2027`, `Apr. 1, 2027`, `01.04.2027` (dots mean day
 * first, as wherever dots are used). With slashes or hyphens day and month change places between countries: `13/04/2027` and
 * `4/4/2027` can be read in one way only, `01/04/2027` cannot and counts as unreadable, as do years of two digits.
 */
export function parseDate(text: string): string | null {
  const date = onlyValue(readings(text))
  return date === UNREADABLE ? null : date
}

const UNREADABLE = 'unreadable'

/** Every date in the text; `UNREADABLE` stands for one that is there but cannot be told, so that it is never passed over. */
function* readings(text: string): Generator<string> {
  for (const [, year, month, day] of text.matchAll(ISO)) yield isoDate(year, month, day)
  for (const [, day, month, year] of text.matchAll(DAY_FIRST)) yield isoDate(year, monthNumber(month), day)
  for (const [, month, day, year] of text.matchAll(MONTH_FIRST)) yield isoDate(year, monthNumber(month), day)
  for (const [, day, month, year] of text.matchAll(DOTTED)) yield isoDate(year, month, day)
  for (const [, first, , second, year] of text.matchAll(NUMERIC)) yield numericDate(first, second, year)
}

function numericDate(
  first: string | undefined,
  second: string | undefined,
  year: string | undefined,
): string {
  const [a, b] = [Number(first), Number(second)]
  if (a === b || a > 12) return isoDate(year, second, first)
  return b > 12 ? isoDate(year, first, second) : UNREADABLE
}

function monthNumber(name: string | undefined): string {
  const start = (name ?? '').slice(0, 3).toLowerCase()
  return String(MONTHS.findIndex(month => month.startsWith(start)) + 1)
}

function isoDate(year: string | undefined, month: string | undefined, day: string | undefined): string {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return UNREADABLE
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
