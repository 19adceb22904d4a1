import type { TermKind } from '../document/node-types.ts'
import { parseDate } from './parse/date.ts'
import { parseDuration } from './parse/duration.ts'
import { parseGoverningLaw } from './parse/governing-law.ts'
import { parseMoney } from './parse/money.ts'
import { parsePercent } from './parse/percent.ts'
import type { FactValue } from './terms.ts'

type Reader = (text: string) => FactValue | null

const date: Reader = text => {
  const date = parseDate(text)
  return date === null ? null : { kind: 'date', date }
}
const duration: Reader = text => {
  const duration = parseDuration(text)
  return duration === null ? null : { kind: 'duration', duration }
}
const money: Reader = text => {
  const money = parseMoney(text)
  return money && { kind: 'money', ...money }
}
const percent: Reader = text => {
  const percent = parsePercent(text)
  return percent === null ? null : { kind: 'percent', percent }
}
const law: Reader = text => {
  const place = parseGoverningLaw(text)
  return place === null ? null : { kind: 'text', text: place }
}
const words: Reader = text => {
  const plain = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^["“”'‘’]+|["“”'‘’]+$/g, '')
  return plain === '' ? null : { kind: 'text', text: plain }
}

const READERS: Readonly<Record<TermKind, readonly Reader[]>> = {
  'effective-date': [date],
  expiry: [date, duration],
  'term-length': [duration],
  renewal: [duration, date],
  'notice-period': [duration],
  'governing-law': [law],
  amount: [money, percent],
  'liability-cap': [money, percent],
  'confidentiality-period': [duration, date],
  'payment-term': [duration, date],
  insurance: [money],
  definition: [words],
}

/** Nobody marks more than a paragraph to state one value, and reading must not cost more than typing. */
const MAX_LENGTH = 2000

/**
 * What a marked text states, read by the rules of its kind. A text that holds two values (two dates, an amount and a
 * percentage) is unreadable: which of them was meant is for its authors to say.
 */
export function factValue(kind: TermKind, text: string): FactValue {
  if (text.length > MAX_LENGTH) return { kind: 'unreadable' }
  const values = READERS[kind].flatMap(read => read(text) ?? [])
  const [only, ...others] = values
  return only !== undefined && others.length === 0 ? only : { kind: 'unreadable' }
}
