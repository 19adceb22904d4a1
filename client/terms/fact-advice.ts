import type { TermKind } from '../../shared/document/node-types.ts'
import { findPlaceholders } from '../../shared/document/placeholders.ts'

const A_DATE = 'Write one date with its month as a word, such as 1 April 2027.'
const A_PERIOD = 'Write one period, such as three (3) months. Business days have no fixed length: write days.'
const AN_AMOUNT = 'Write one amount with its currency, such as EUR 48,000, or one percentage.'

const ADVICE: Readonly<Record<TermKind, string>> = {
  'effective-date': A_DATE,
  expiry: `${A_DATE} A period, such as three (3) years, can be read too.`,
  'term-length': A_PERIOD,
  renewal: A_PERIOD,
  'notice-period': A_PERIOD,
  'confidentiality-period': A_PERIOD,
  'payment-term': A_PERIOD,
  'governing-law': 'Write whose law it is, such as the laws of Norway.',
  amount: AN_AMOUNT,
  'liability-cap': AN_AMOUNT,
  insurance: 'Write one amount with its currency, such as EUR 1,000,000.',
  definition: 'Mark the word that is defined.',
}

/** What to do about a marked text whose value could not be read. */
export function factAdvice(kind: TermKind, text: string): string {
  return findPlaceholders(text).length > 0 ? 'Fill in what was agreed.' : ADVICE[kind]
}
