import type { AgreementDate } from './agreement-date.ts'
import { periodOf, shiftDay } from './periods.ts'

/**
 * The first time that a date comes on or after `day` (ISO), null when it lies before and does not recur, or no longer does (dates more than a
 * century after the first are not looked for).
 * The n-th time is counted from the first, so that what is due on the 31st is due on the last day of shorter months.
 */
export function nextOccurrence(
  { date, repeats, until }: Pick<AgreementDate, 'date' | 'repeats' | 'until'>,
  day: string,
): string | null {
  const period = repeats === null ? null : periodOf(repeats)
  if (date >= day) return date
  if (!period) return null
  for (let times = 1; ; times += 1) {
    const next = shiftDay(date, period, times)
    if (next === null || (until !== null && next > until)) return null
    if (next >= day) return next
  }
}
