import type { Found, Reading } from '../../reading.ts'
import { addDays, addMonths } from '../../values/dates-in.ts'
import { beginningIn, type Pointer } from './beginning-in.ts'
import { namedDate } from './named-date.ts'
import { lastSigned } from './signature-dates.ts'
import { beginsOn, statedBeginnings } from './stated-beginnings.ts'

/**
 * The date from which the agreement has effect, only where the text says so: a date named the effective date, or `effective as of`;
 * where it points to the date of the agreement or of the last signature, that date.
 */
export function effectiveDate(reading: Reading, agreement: Found | undefined): Found[] {
  const best = statedBeginnings(reading).reduce<Found | null>(
    (best, one) => (best && best.confidence >= one.confidence ? best : one),
    null,
  )
  if (best && best.confidence >= 0.8) return [best]
  return pointedAt(reading, agreement)
}

/** The date that the first sentence which says when the agreement begins points to. */
function pointedAt(reading: Reading, agreement: Found | undefined): Found[] {
  const { plain } = reading
  for (const pointer of reading.each(beginningIn)) {
    const day = pointer && dayOf(pointer, plain, agreement)
    if (pointer && day) return [later(day, pointer)]
    if (pointer?.to === 'signed') return []
  }
  return []
}

function dayOf({ to }: Pointer, plain: string, agreement: Found | undefined): Found | null {
  if (to === 'made')
    return agreement?.value.kind === 'date'
      ? {
          ...agreement,
          kind: 'effective-date',
          confidence: 0.8,
          rule: 'effective with the date of the agreement',
        }
      : null
  const date = to === 'signed' ? lastSigned(plain) : namedDate(plain, to.name)
  if (!date) return null
  return to === 'signed'
    ? beginsOn(date, 0.75, 'effective with the last signature')
    : beginsOn(date, 0.8, 'effective on a date with a name')
}

/** What is reckoned from a day is not what stands in the text there: too unsure to be offered as a mark on it. */
function later(day: Found, { after }: Pointer): Found {
  if (after === null || day.value.kind !== 'date') return day
  const date = after === 'day' ? addDays(day.value.date, 1) : firstOfNextMonth(day.value.date)
  return date === null
    ? day
    : { ...day, value: { kind: 'date', date }, confidence: 0.55, rule: `${day.rule}, and later` }
}

const firstOfNextMonth = (date: string) => addMonths(`${date.slice(0, 8)}01`, 1)

/** Other dates that the text as plainly says it takes effect on; the same one in other words is no rival. */
export const rivalEffectiveDates = (reading: Reading, chosen: readonly Found[]): Found[] =>
  statedBeginnings(reading).filter(
    one => one.confidence >= 0.85 && chosen.some(first => dateOf(first) !== dateOf(one)),
  )

const dateOf = ({ value }: Found): string | null => (value.kind === 'date' ? value.date : null)
