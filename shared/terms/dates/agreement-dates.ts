import type { Terms } from '../terms.ts'
import { type AgreementDate, DATE_KINDS } from './agreement-date.ts'
import { statedDates } from './stated-dates.ts'
import { termDates } from './term-dates.ts'

/**
 * All dates of the terms, sorted by day, then kind, then id. Only confirmed facts count, and only days that exist. What cannot
 * be worked out from one clear statement is left out rather than guessed: readiness tells about what has no date.
 */
export function agreementDates(terms: Terms): readonly AgreementDate[] {
  const order = (entry: AgreementDate) => DATE_KINDS.indexOf(entry.kind)
  const { dates, effective, end } = termDates(terms)
  return withUniqueIds([...dates, ...statedDates(terms, { effective, end })]).sort(
    (a, b) => compare(a.date, b.date) || order(a) - order(b) || compare(a.id, b.id),
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Copies of one block can share its id. */
function withUniqueIds(dates: readonly AgreementDate[]): AgreementDate[] {
  const seen = new Map<string, number>()
  return dates.map(entry => {
    const count = (seen.get(entry.id) ?? 0) + 1
    seen.set(entry.id, count)
    return count === 1 ? entry : { ...entry, id: `${entry.id}#${count}` }
  })
}
