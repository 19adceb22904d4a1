import { addDays, addMonths, isoDate } from '../recognise/values/dates-in.ts'

/** A period in whole months and days: `P1Y6M` has 18 months, `P2W` 14 days. */
export interface Period {
  readonly months: number
  readonly days: number
}

/** The parts of an ISO duration of years to days; null for other text and for a period of no length. */
export function periodOf(duration: string): Period | null {
  const match = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?$/.exec(duration.trim())
  if (!match) return null
  const [years = 0, months = 0, weeks = 0, days = 0] = match.slice(1).map(text => Number(text ?? 0))
  const period = { months: years * 12 + months, days: weeks * 7 + days }
  return period.months + period.days === 0 ? null : period
}

/** Whether a text is a day that exists, as `2027-04-01`. */
export function isDay(text: string | null): text is string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '') ?? []
  return day !== undefined && isoDate(Number(year), Number(month), Number(day)) !== null
}

/**
 * The day `times` periods after (negative: before) a day, counted from the day itself, so that the end of a month does not
 * wander: a month after 31 January is the last of February, two months after it 31 March. Null outside the years 1 to 9999.
 */
export function shiftDay(day: string, { months, days }: Period, times: number): string | null {
  const moved = addMonths(day, months * times)
  const shifted = moved && isDay(moved) ? addDays(moved, days * times) : null
  return isDay(shifted) ? shifted : null
}

/** The day after, or before with -1. */
export const nextDay = (day: string, times: 1 | -1 = 1): string | null =>
  shiftDay(day, { months: 0, days: 1 }, times)
