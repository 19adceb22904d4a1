import { NUMBER_WORDS, parseNumberWords } from '../../parse/number-words.ts'
import { matchesOf } from '../text/matches-of.ts'
import type { Stretch } from '../text/sentences.ts'

/** A length of time in a plain text. `iso` keeps the unit as written (`P36M`, `P3Y`, `P90D`). */
export interface PeriodIn extends Stretch {
  readonly iso: string
  readonly count: number
  readonly unit: 'year' | 'month' | 'week' | 'day'
  /** Business or working days, whose length depends on a calendar. */
  readonly business: boolean
}

const FIGURE = '(?<figure>\\d{1,4}(?:\\.5)?)'
const WORDS = `(?<words>${NUMBER_WORDS}|an?(?:other)?)`
const COUNT = `(?:${WORDS}[ -]{0,2}(?:\\( ?${FIGURE} ?\\))?|(?<digits>\\d{1,4})(?: ?\\( ?(?:${NUMBER_WORDS}) ?\\))?)`
const BETWEEN =
  '[ -]{0,3}(?:(?<adjective>business|working|banking|trading|calendar|consecutive|full|complete|whole|contract|additional|successive|academic|school|financial|operating|further|more|extra)[ -]{1,2}){0,2}'
const PERIOD = new RegExp(
  `(?<![\\w.,$-])${COUNT}${BETWEEN}(?<unit>years?|quarters?|months?|weeks?|days?)(?![a-z])(?<late> \\(\\d{1,3}\\))?`,
  'gi',
)
const JOINT = /^,? and $/
const UNITS: Readonly<Record<string, readonly [unit: PeriodIn['unit'], times: number]>> = {
  year: ['year', 1],
  quarter: ['month', 3],
  month: ['month', 1],
  week: ['week', 1],
  day: ['day', 1],
}

/**
 * The lengths of time in a plain text, in order: `three (3) years`, `30-day`, `thirty(30) days`, `a year`, `two years (2)`. Where a
 * word and a figure contradict each other the figure counts. `one year and six months` is one length of time.
 */
export function periodsIn(plain: string): PeriodIn[] {
  const found: PeriodIn[] = []
  for (const match of matchesOf(plain, PERIOD)) {
    const groups = match.groups ?? {}
    const [unit, times] = UNITS[(groups.unit ?? '').toLowerCase().replace(/s$/, '')] ?? []
    const count = countOf(groups)
    if (unit === undefined || times === undefined || count === null || count === 0) continue
    const [start, end] = [match.index, match.index + match[0].length]
    const period = {
      start,
      end,
      ...lengthOf(count * times, unit),
      business: /^(?:b|w|ba|t)/i.test(groups.adjective ?? '') && !/^whole/i.test(groups.adjective ?? ''),
    }
    if (unit === 'year' && /\bhalf $/i.test(plain.slice(Math.max(0, start - 5), start))) {
      found.push({ start: start - 5, end, ...lengthOf(6 * count, 'month'), business: false })
      continue
    }
    const last = found.at(-1)
    if (last && JOINT.test(plain.slice(last.end, start)) && last.unit === 'year' && unit === 'month') {
      const months = last.count * 12 + period.count
      found[found.length - 1] = { ...last, end, iso: `P${months}M`, count: months, unit: 'month' }
    } else found.push(period)
  }
  return found
}

function lengthOf(count: number, unit: PeriodIn['unit']) {
  if (count % 1 !== 0 && unit === 'year')
    return { iso: `P${count * 12}M`, count: count * 12, unit: 'month' as const }
  return { iso: `P${Math.floor(count)}${unit.charAt(0).toUpperCase()}`, count: Math.floor(count), unit }
}

function countOf({ figure, digits, words }: Readonly<Record<string, string | undefined>>): number | null {
  const number = figure ?? digits
  if (number !== undefined) return Number(number)
  if (words === undefined) return null
  return /^an?(?:other)?$/i.test(words) ? 1 : parseNumberWords(words)
}

/** The length in months, or null for one in weeks or days. */
export function monthsOf(period: Pick<PeriodIn, 'count' | 'unit'>): number | null {
  return period.unit === 'year' ? period.count * 12 : period.unit === 'month' ? period.count : null
}
