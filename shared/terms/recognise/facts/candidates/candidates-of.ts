import type { Reading } from '../../reading.ts'
import { bucketsOf } from '../../text/bucket-of.ts'
import { matchesOf } from '../../text/matches-of.ts'
import { binOf } from '../../text/stems.ts'
import { dayFirst } from '../dates/date-order.ts'
import { CANDIDATE_BUCKETS, type Candidate } from './candidate.ts'
import { candidatesOfSentence } from './words-around.ts'

const SIGNS = /\/s\/|\b(?:by|name|title|signed|signature) ?:|_{6,}|\bin witness whereof\b|\bsigned\b/gi
/** Of a text with more candidates, as a table of them, this many are looked at. */
const MOST = 4000
/** So near something that is signed. */
const NEAR = 120

/** All dates and lengths of time of a text with what the words around them and their place tell, in the order of the text. */
export function candidatesOf(reading: Reading, isDayFirst: boolean): Candidate[] {
  const { plain, sentences } = reading
  const all = reading.each(candidatesOfSentence).flatMap((some, index) => {
    const at = sentences[index]?.start ?? 0
    return some.map(one => inText(one, at, plain, isDayFirst))
  })
  // What a text states of itself stands in its beginning or near its end.
  const found = all.length > MOST ? [...all.slice(0, MOST / 2), ...all.slice(-MOST / 2)] : all
  const dates = found.flatMap(({ value }) => (value.kind === 'date' ? [value.date] : [])).sort()
  const lengths = found.length - dates.length
  const signs = matchesOf(plain, SIGNS).map(({ index }) => index)
  const signing = signs.find(at => at > plain.length / 2) ?? plain.length
  const order = { date: 0, duration: 0 }
  return found.map(one => {
    const { kind } = one.value
    const place = [
      `place:${binOf(one.start / plain.length, [0.03, 0.08, 0.15, 0.3, 0.5, 0.7, 0.85, 0.93, 0.97])}`,
      `from:${binOf(one.start, [150, 400, 900, 2000, 5000, 15_000])}`,
      `left:${binOf(plain.length - one.start, [100, 300, 800, 2000])}`,
      ...(one.start > signing ? ['signing'] : []),
      ...(signs.some(at => Math.abs(at - one.start) < NEAR) ? ['near a signature'] : []),
      `order:${Math.min(order[kind], 4)}`,
      `of:${binOf(kind === 'date' ? dates.length : lengths, [1, 2, 4, 8, 16])}`,
      ...(one.value.kind === 'date' ? amongDates(one.value.date, dates) : []),
    ]
    order[kind] += 1
    return { ...one, features: [...one.features, ...bucketsOf(place, CANDIDATE_BUCKETS)] }
  })
}

function inText(one: Candidate, at: number, plain: string, isDayFirst: boolean): Candidate {
  const [start, end] = [one.start + at, one.end + at]
  const value =
    isDayFirst && one.value.kind === 'date'
      ? { kind: 'date' as const, date: dayFirst(one.value.date, plain.slice(start, end)) }
      : one.value
  return { ...one, value, start, end }
}

/** `dates` in order. */
function amongDates(date: string, dates: readonly string[]): string[] {
  const later = dates.length - 1 - dates.lastIndexOf(date)
  const same = dates.lastIndexOf(date) - dates.indexOf(date) + 1
  return [
    ...(later === 0 ? ['latest'] : []),
    ...(dates[0] === date ? ['earliest'] : []),
    `later:${binOf(later, [1, 2, 4])}`,
    `same:${Math.min(3, same)}`,
  ]
}
