import type { Found, Reading } from '../../reading.ts'
import { isoDate } from '../../values/dates-in.ts'

const NUMERIC =
  /(?<![\d./-])(?<first>\d{1,2})(?<sign> ?[/-] ?)(?<second>\d{1,2})\k<sign>(?:19|20)?\d{2}(?![\d/-])/g
const ONE = new RegExp(`^${NUMERIC.source}$`)

/** Whether a text writes dates by numbers with the day first: one can only be read so, and none only the other way. */
export function writesDayFirst(plain: string): boolean {
  let dayFirst = false
  for (const { groups = {} } of plain.matchAll(NUMERIC)) {
    const [first, second] = [Number(groups.first), Number(groups.second)]
    if (second > 12) return false
    if (first > 12) dayFirst = true
  }
  return dayFirst
}

/** The date `text` says where the day comes first; `date`, which was read month first, where it is no date by numbers. */
export function dayFirst(date: string, text: string): string {
  const { first, second } = ONE.exec(text)?.groups ?? {}
  return (first && isoDate(Number(date.slice(0, 4)), Number(second), Number(first))) || date
}

/** Puts dates that were found into the order that their text writes them in. */
export const inOrderOf =
  ({ plain }: Reading, isDayFirst: boolean) =>
  (found: Found): Found =>
    isDayFirst && found.value.kind === 'date'
      ? {
          ...found,
          value: { kind: 'date', date: dayFirst(found.value.date, plain.slice(found.start, found.end)) },
        }
      : found
