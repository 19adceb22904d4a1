import { parseNumberWords } from '../../parse/number-words.ts'
import { matchesOf } from '../text/matches-of.ts'
import type { Stretch } from '../text/sentences.ts'

/** A date in a plain text, as ISO `2027-04-01`. `sure` is false where day and month could change places. */
export interface DateIn extends Stretch {
  readonly date: string
  readonly sure: boolean
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAMES =
  'january february march april may june july august september october november december'.split(' ')
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?'
/** A blank that was filled in keeps its line: `this _15th_ day of _October_, 2004`. */
const GAP = '[ _]{0,6}'
const COMMA = '[ _,]{0,6}'
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  )
/** Converters tear superscripts apart (`21s t`, `22/nd/`, `7'h`), so that a space or a sign may stand in the ending of an ordinal. */
const ENDING = "(?: ?[/'^]?(?:s ?t|n ?d|r ?d|t ?h|(?<=')h)(?![a-z])/?)?"
/** A torn number: `2 1` for 21. */
const DAY = '(?<day>\\d(?: ?\\d)?)'
const YEAR_DIGITS = '(?<year>(?:1[89]|20)\\d{2})(?!\\d)'
/** Torn in one place: `20 04`. */
const TORN_YEAR = '(?<year>(?:1[89]|20)(?: ?\\d{2}|\\d \\d)|2 0\\d{2}|1 9\\d{2})(?!\\d)'
const TO_NINE = 'one|two|three|four|five|six|seven|eight|nine'
const TO_NINETEEN = `ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|${TO_NINE}`
const TENS = `(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:${TO_NINE}))?`
const YEAR = `(?:of )?(?:(?:in )?the year )?(?:of our lord )?(?:a\\. ?d\\.)?[ ,_(]{0,6}(?:${TORN_YEAR}|(?<inWords>two thousand(?:,?(?: and)?[ -](?:${TENS}|${TO_NINETEEN}))?|nineteen(?: hundred)?(?: and)?[ -]${TENS})\\b)`
/** The forms of dates, each with what a text needs to have one: most sentences have neither, and `may` is mostly no month. */
const FORMS: readonly { readonly needs: RegExp; readonly patterns: readonly RegExp[] }[] = [
  {
    needs:
      /(?<![a-z])(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|may(?! (?!day|of|in|the|a\.|two|nineteen)[a-z]))/i,
    patterns: [
      `(?<![a-z])${MONTH}${COMMA}${DAY}${ENDING}${COMMA}${YEAR}`,
      `(?<![\\d./-])${DAY}${ENDING}\\.?(?: ?\\(\\w+\\))?${GAP}(?:calendar )?(?:day )?(?:of )?(?:the month of )?${GAP}${MONTH}[ ,_-]{0,6}(?:day )?${YEAR}`,
      `\\b(?<ordinal>${ORDINALS.toReversed().join('|')}) (?:\\(\\d{1,2}${ENDING}\\) )?(?:day )?(?:of )?(?:the month of )?${GAP}${MONTH}${COMMA}${YEAR}`,
      `(?<![\\d/-])(?<day>\\d{1,2})-${MONTH}-(?:${YEAR_DIGITS}|(?<short>\\d{2}))(?![\\d-])`,
    ].map(form => new RegExp(form, 'gi')),
  },
  {
    needs: /\d ?[/.-] ?\d/,
    patterns: [
      `(?<![\\d./-])${YEAR_DIGITS}(?<sign>[-/.])(?<number>\\d{2})\\k<sign>(?<day>\\d{2})(?![\\d-])`,
      `(?<![\\d/-])(?<first>\\d{1,2}) / (?<second>\\d{1,2}) / (?:${YEAR_DIGITS}|(?<short>\\d{2}))(?![\\d/-])`,
      `(?<![\\d./-])(?<first>\\d{1,2})(?<sign>[/.-])(?<second>\\d{1,2})\\k<sign>(?:${YEAR_DIGITS}|(?<short>\\d{2}))(?![\\d/-])`,
    ].map(form => new RegExp(form, 'gi')),
  },
]
/** Most sentences hold no year and need not be looked at further. */
const HAS_YEAR = /\d|thousand|nineteen/i

/**
 * The dates of a plain text, in order. More forms than where a person marks a date by hand: ordinals in words, years of two
 * digits, and numbers with slashes, which are read month first unless that is no date, and then are not `sure`.
 */
export function datesIn(plain: string): DateIn[] {
  if (!HAS_YEAR.test(plain)) return []
  const found: DateIn[] = []
  // What a date that was found takes up, so that a text of nothing but dates is read in time linear in its length.
  let taken: Uint8Array | null = null
  for (const { needs, patterns } of FORMS) {
    if (!needs.test(plain)) continue
    for (const match of patterns.flatMap(pattern => matchesOf(plain, pattern))) {
      const read = readDate(match.groups ?? {})
      const [start, end] = [match.index, match.index + match[0].length]
      if (!read || taken?.subarray(start, end).includes(1)) continue
      taken ??= new Uint8Array(plain.length)
      taken.fill(1, start, end)
      found.push({ ...read, start, end })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The same date in a text in which it stands so much further on. */
export const moved = (date: DateIn, by: number): DateIn => ({
  ...date,
  start: date.start + by,
  end: date.end + by,
})

type Groups = Readonly<Record<string, string | undefined>>

function readDate(groups: Groups): { date: string; sure: boolean } | null {
  const year = groups.inWords
    ? yearInWords(groups.inWords)
    : groups.year
      ? Number(groups.year.replace(' ', ''))
      : shortYear(Number(groups.short))
  if (groups.first !== undefined)
    return numeric(Number(groups.first), Number(groups.second), year, groups.sign)
  const month = groups.number
    ? Number(groups.number)
    : MONTHS.indexOf((groups.month ?? '').slice(0, 3).toLowerCase()) + 1
  const day = groups.ordinal
    ? ORDINALS.indexOf(groups.ordinal.toLowerCase()) + 1
    : Number(groups.day?.replace(' ', ''))
  const date = isoDate(year, month, day)
  return date === null ? null : { date, sure: true }
}

function numeric(first: number, second: number, year: number, sign: string | undefined) {
  const orders =
    sign === '.'
      ? [
          [second, first],
          [first, second],
        ]
      : [
          [first, second],
          [second, first],
        ]
  for (const [month = 0, day = 0] of orders) {
    const date = isoDate(year, month, day)
    if (date !== null) return { date, sure: first > 12 || second > 12 || first === second }
  }
  return null
}

/** `two thousand and four`, and `nineteen hundred ninety-eight` with or without its hundred. */
function yearInWords(words: string): number {
  const [, rest] = /^nineteen(?: hundred)?(?: and)?[ -](.+)$/i.exec(words) ?? []
  const value = parseNumberWords(rest ?? words.replace(',', '')) ?? 0
  return rest === undefined ? value : 1900 + value
}

/** Agreements of living people: two digits mean 1970 to 2069. */
const shortYear = (digits: number) => (digits < 70 ? 2000 : 1900) + digits

export function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The number of a month by its name or the first letters of it. */
export function monthNumber(name: string): number | null {
  const word = name.toLowerCase()
  const index = MONTHS.indexOf(word.slice(0, 3))
  return index >= 0 && MONTH_NAMES[index]?.startsWith(word) ? index + 1 : null
}

export const lastDayOf = (year: number, month: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${daysIn(year, month)}`

/** The date so many months later, on the last day of the month where that month is shorter. */
export function addMonths(date: string, months: number): string | null {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const total = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(total / 12), (total % 12) + 1]
  return isoDate(toYear, toMonth, Math.min(day, daysIn(toYear, toMonth)))
}

/** The date so many days later; months and leap years counted. */
export function addDays(date: string, days: number): string | null {
  let [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  if (month < 1 || month > 12 || Math.abs(days) > 40_000) return null
  day += days
  while (day > daysIn(year, month)) {
    day -= daysIn(year, month)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
  }
  while (day < 1) {
    month -= 1
    if (month < 1) [year, month] = [year - 1, 12]
    day += daysIn(year, month)
  }
  return isoDate(year, month, day)
}

const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?$/i
/** The words before a date, without the day of the week that they end with. */
export const wordsBefore = (text: string, date: Stretch, length: number): string =>
  text.slice(Math.max(0, date.start - length), date.start).replace(WEEKDAY, '')
