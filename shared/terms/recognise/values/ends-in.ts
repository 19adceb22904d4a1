import { matchesOf } from '../text/matches-of.ts'
import type { Stretch } from '../text/sentences.ts'
import { type DateIn, datesIn, lastDayOf, monthNumber } from './dates-in.ts'

const YEAR = '(?<year>(?:19|20)\\d{2})(?![\\d/-])'
/** `the end of calendar year 2029`, `the last day of March 2029`, `December 2029` behind `through`. */
const ENDS = new RegExp(
  `\\b(?:the )?(?:end|close|last day) of (?:the )?(?:month of )?(?:(?<month>[A-Z][a-z]{2,8}),? |(?:calendar |contract )?(?:year )?)${YEAR}|(?<=\\b(?:through|until|till|thru|ending(?: in)?|expires? in|ends in) (?:the month of )?)(?<alone>[A-Z][a-z]{2,8}),? (?:of )?${YEAR.replace('year', 'of')}`,
  'g',
)

/** The dates of a plain text, and the last days of months and years that it says something lasts to the end of, in order. `dates` are the dates alone, where they are known. */
export function endsIn(plain: string, dates = datesIn(plain)): DateIn[] {
  const ends = matchesOf(plain, ENDS).flatMap((match): DateIn[] => {
    const { month, year, alone, of } = match.groups ?? {}
    const name = month ?? alone
    const number = name === undefined ? 12 : monthNumber(name)
    if (number === null) return []
    const stretch: Stretch = { start: match.index, end: match.index + match[0].length }
    if (dates.some(other => other.start < stretch.end && stretch.start < other.end)) return []
    return [{ ...stretch, date: lastDayOf(Number(year ?? of), number), sure: true }]
  })
  return ends.length === 0 ? dates : [...dates, ...ends].sort((a, b) => a.start - b.start)
}
