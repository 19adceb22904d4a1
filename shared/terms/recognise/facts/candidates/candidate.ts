import type { Stretch } from '../../text/sentences.ts'

/** What a date of a text may be. */
export const DATE_FIELDS = ['agreement-date', 'effective-date', 'expiry'] as const
/** What a length of time may be. */
export const LENGTH_FIELDS = ['initial-term', 'renewal-term', 'renewal-notice'] as const
/** All fields that a candidate may state. */
export const CANDIDATE_FIELDS = [...DATE_FIELDS, ...LENGTH_FIELDS] as const
/** One of them. */
export type CandidateField = (typeof CANDIDATE_FIELDS)[number]

/** A date or a length of time that may state one of the fields; its features are buckets of `CANDIDATE_BUCKETS`. */
export interface Candidate extends Stretch {
  readonly value:
    | { readonly kind: 'date'; readonly date: string }
    | { readonly kind: 'duration'; readonly duration: string }
  /** The last day of a month or year that is named without a day: only an end can be meant. */
  readonly isEnd: boolean
  readonly features: readonly number[]
}

const IS_DATE: ReadonlySet<CandidateField> = new Set(DATE_FIELDS)

/** Whether a candidate can state a field at all: a date where a date is asked for, the end of a month only as an end. */
export const fits = ({ value, isEnd }: Candidate, field: CandidateField): boolean =>
  (value.kind === 'date') === IS_DATE.has(field) && (!isEnd || field === 'expiry')

/** Features of candidates fall into this many buckets. A power of two. */
export const CANDIDATE_BUCKETS = 1 << 15
