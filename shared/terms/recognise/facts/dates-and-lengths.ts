import type { Found, Reading } from '../reading.ts'
import type { CandidateField } from './candidates/candidate.ts'
import { candidatesOf } from './candidates/candidates-of.ts'
import type { CandidateModels } from './candidates/likeliest.ts'
import { SecondOpinion } from './candidates/second-opinion.ts'
import { agreementDate } from './dates/agreement-date.ts'
import { inOrderOf, writesDayFirst } from './dates/date-order.ts'
import { effectiveDate, rivalEffectiveDates } from './dates/effective-date.ts'
import { renewal } from './term/renewal.ts'
import { initialTermAndExpiry } from './term/term.ts'

/**
 * When an agreement is made and begins, how long it lasts and how it goes on. Rules read it; where they find nothing, or nothing sure,
 * the models are asked, if there are any. `rivals`: also other dates that are as plainly said to be the effective one.
 */
export function datesAndLengths(reading: Reading, models: CandidateModels | null, rivals: boolean): Found[] {
  const isDayFirst = writesDayFirst(reading.plain)
  const inOrder = inOrderOf(reading, isDayFirst)
  const opinion = models && new SecondOpinion(models, () => candidatesOf(reading, isDayFirst))
  const asked = (field: CandidateField, found: readonly Found[], not?: string | null) =>
    opinion ? opinion.on(field, found, not) : found

  const made = asked('agreement-date', agreementDate(reading).map(inOrder))
  const begins = asked('effective-date', effectiveDate(reading, made[0]).map(inOrder), dateOf(made[0]))
  const beginning = { date: dateOf(begins[0] ?? made[0]), isDayFirst }
  const likelyTerm = () => asked('initial-term', [])[0]
  const lasting = initialTermAndExpiry(reading, beginning, likelyTerm).map(inOrder)
  const renewed = renewal(reading)
  const of = (found: readonly Found[], field: CandidateField) => found.filter(({ kind }) => kind === field)
  return [
    ...made,
    ...begins,
    ...(rivals ? rivalEffectiveDates(reading, begins).map(inOrder) : []),
    ...of(lasting, 'initial-term'),
    ...asked('expiry', of(lasting, 'expiry')),
    ...asked('renewal-term', of(renewed, 'renewal-term')),
    ...asked('renewal-notice', of(renewed, 'renewal-notice')),
  ]
}

const dateOf = (found: Found | undefined): string | null =>
  found?.value.kind === 'date' ? found.value.date : null
