import { NUMBER_WORDS, parseNumberWords } from './number-words.ts'
import { onlyValue } from './only-value.ts'

type Unit = 'Y' | 'M' | 'W' | 'D'

/** Words for lengths of time, each with how many of which unit it stands for. */
const UNITS: Readonly<Record<string, readonly [unit: Unit, times: number]>> = {
  year: ['Y', 1],
  quarter: ['M', 3],
  month: ['M', 1],
  fortnight: ['W', 2],
  week: ['W', 1],
  day: ['D', 1],
}

const COUNT = `(?:(?<words>${NUMBER_WORDS}|half\\s+an?|an?)(?:\\s*\\(\\s*(?<figure>\\d{1,4})\\s*\\))?|(?<digits>\\d{1,4})(?:\\s*\\(\\s*(?<spelt>${NUMBER_WORDS})\\s*\\))?)`
const UNIT = `(?:(?:calendar|consecutive|full)[\\s-]+)?(?<unit>${Object.keys(UNITS).join('|')})s?\\b`
const PART = new RegExp(
  `(?<![\\w.,-])${COUNT}(?<half>\\s+and\\s+a\\s+half)?[\\s-]+${UNIT}(?<halfAfter>\\s+and\\s+a\\s+half\\b)?`,
  'gi',
)
const JOINT = /^(?:,?\s+and\s+|,?\s+)$/i
/** `30 to 60 days` states no single period, though only its end carries a unit. */
const RANGE = new RegExp(`(?:\\d|\\b(?:${NUMBER_WORDS}))\\s*\\)?\\s*(?:to|or|and|[-–])\\s*$`, 'i')
const ISO = /(?<![\w-])P(?=\d)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,4}D)?(?![\w-])/g
/** Their number depends on a calendar that the text does not hold. */
const WORKING_DAYS = /\b(?:business|working|banking|trading)[\s-]+days?\b/i

const UNREADABLE = 'unreadable'

/**
 * The one period that a text states, as an ISO 8601 duration (`P3M`), or null where it states none or several. Read:
 * `three (3) months`, `36 months`, `P3M`, `90 days`, `two years`, `a year`, `one year and six months`, `half a year`,
 * `two and a half years`, `12-month`, `fortnight`. Months stay months: `36 months` is `P36M`, not `P3Y`. Unreadable: a word
 * and a figure that contradict each other, ranges, and business days, whose length depends on a calendar.
 */
export function parseDuration(text: string): string | null {
  if (WORKING_DAYS.test(text)) return null
  const iso = [...text.matchAll(ISO)].map(([match]) => match)
  const duration = onlyValue([...iso, ...sequences(text).map(toIso)])
  return duration === UNREADABLE ? null : duration
}

type Length = Readonly<Record<Unit, number>>

/** Periods in the text, each as its parts: `one year and six months` is one period of two parts. Null is a part that cannot be told. */
function sequences(text: string): (Length | null)[][] {
  const found: (Length | null)[][] = []
  let end = 0
  for (const match of text.matchAll(PART)) {
    const between = text.slice(end, match.index)
    const part = RANGE.test(between) ? null : lengthOf(match.groups ?? {})
    const last = found.at(-1)
    if (last && JOINT.test(between)) last.push(part)
    else found.push([part])
    end = match.index + match[0].length
  }
  return found
}

function lengthOf(groups: Readonly<Record<string, string | undefined>>): Length | null {
  const count = countOf(groups)
  const [unit, times] = UNITS[groups.unit?.toLowerCase() ?? ''] ?? []
  if (count === null || unit === undefined || times === undefined) return null
  const amount = (count + (groups.half || groups.halfAfter ? 0.5 : 0)) * times
  // Half a year is six months; a half of anything else is not a whole number of a smaller unit.
  if (amount % 1 !== 0 && unit !== 'Y') return null
  return { Y: 0, M: amount % 1 === 0 ? 0 : 6, W: 0, D: 0, [unit]: Math.trunc(amount) }
}

function countOf({ words, figure, digits, spelt }: Readonly<Record<string, string | undefined>>) {
  const word = (words ?? spelt)?.toLowerCase().replace(/\s+/g, ' ')
  const number = figure ?? digits
  if (word === undefined) return Number(number)
  const value = word.startsWith('half') ? 0.5 : /^an?$/.test(word) ? 1 : parseNumberWords(word)
  return number === undefined || Number(number) === value ? value : null
}

function toIso(parts: readonly (Length | null)[]): string {
  const total = { Y: 0, M: 0, W: 0, D: 0 }
  for (const part of parts) {
    if (part === null) return UNREADABLE
    for (const unit of ['Y', 'M', 'W', 'D'] as const) total[unit] += part[unit]
  }
  // ISO 8601 has weeks only on their own.
  if (total.W > 0 && total.Y + total.M + total.D > 0) {
    total.D += total.W * 7
    total.W = 0
  }
  const stated = (['Y', 'M', 'W', 'D'] as const).filter(unit => total[unit] > 0)
  return stated.length > 0 ? `P${stated.map(unit => `${total[unit]}${unit}`).join('')}` : UNREADABLE
}
