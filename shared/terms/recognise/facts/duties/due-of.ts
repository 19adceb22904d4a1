import { datesIn } from '../../values/dates-in.ts'
import { periodsIn } from '../../values/periods-in.ts'

const EVERY =
  /\b(?:each|every|per) (?:calendar |business |contract |fiscal )?(?:day|week|month|quarter|year)|\b(?:daily|weekly|monthly|quarterly|annually|yearly|semi-annually|bi-?weekly)\b/i
const BY =
  /\b(?:by|before|no later than|not later than|on or before|within|prior to|upon|until|at least)\b(?: the)?[^.;,]{0,60}$/i
/** `Within ten days of the end of a month, the Supplier shall …`: the time stands before who is bound. */
const LEADING_TIME =
  /(?:^|[.;:] )(?:within|no later than|not later than|by|on or before|before|at least|every|each|once|twice)\b[^.;:]{3,120},? (?:the |each )?$/i

/** The date (ISO), the length of time (ISO) or the rhythm in words by which the duty falls due. */
export function dueOf(what: string): string | null {
  const date = datesIn(what)[0]
  if (date) return date.date
  const period = periodsIn(what).find(one => BY.test(what.slice(Math.max(0, one.start - 70), one.start)))
  return period?.iso ?? EVERY.exec(what)?.[0].toLowerCase() ?? null
}

/** The same of a time that stands before who is bound. */
export const dueBefore = (before: string): string | null => dueOf(LEADING_TIME.exec(before)?.[0] ?? '')
