import type { AgreementDate } from '../../shared/terms/dates/agreement-date.ts'
import { nextOccurrence } from '../../shared/terms/dates/next-occurrence.ts'
import { dateInWords } from '../../shared/terms/words.ts'

/** A date with the day on which it comes next. */
export interface DatedEntry {
  readonly entry: AgreementDate
  /** ISO: the first day for one that is past. */
  readonly day: string
}

/** The dates of one month of one year, or of the past. */
export interface DateGroup {
  readonly title: string
  readonly entries: readonly DatedEntry[]
}

/** What is still to come by month, soonest first, then what is past. `today` is an ISO day. */
export function dateGroups(dates: readonly AgreementDate[], today: string): readonly DateGroup[] {
  const placed = dates.map(entry => ({ entry, day: nextOccurrence(entry, today) }))
  const coming = placed
    .flatMap(({ entry, day }) => (day === null ? [] : [{ entry, day }]))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const past = placed.flatMap(({ entry, day }) => (day === null ? [{ entry, day: entry.date }] : []))
  const months = new Map<string, DatedEntry[]>()
  for (const dated of coming) {
    const month = dated.day.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), dated])
  }
  return [
    ...[...months].map(([month, entries]) => ({ title: monthInWords(month), entries })),
    ...(past.length > 0 ? [{ title: 'Past', entries: past }] : []),
  ]
}

/** “April 2027” for an ISO month. */
const monthInWords = (month: string) => dateInWords(`${month}-01`).replace(/^1 /, '')
