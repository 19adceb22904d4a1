import type { Source } from '../terms.ts'

/** What happens on a date, in the order in which one day lists them. */
export const DATE_KINDS = [
  'effective',
  'notice',
  'expiry',
  'renewal',
  'confidentiality',
  'payment',
  'review',
  'obligation',
  'kpi-target',
  'kpi-revisit',
] as const
export type DateKind = (typeof DATE_KINDS)[number]

/** A day on which something is due, begins or ends. */
export interface AgreementDate extends Source {
  /** The same for the same date of the same term, also when the day moves; no two of one list share it. */
  readonly id: string
  readonly kind: DateKind
  /** ISO `2027-04-01`. Of something that recurs: the first time. */
  readonly date: string
  readonly title: string
  /** More in the words of the text; empty where there is nothing to add. */
  readonly detail: string
  /** The party that it is up to; null for all. */
  readonly partyId: string | null
  /** How often it recurs (`P3M`), null for once. */
  readonly repeats: string | null
  /** The last day on which it can recur, null for no end that is known. */
  readonly until: string | null
  /** From what it was worked out (`1 April 2027 and 3 years`); null where the text states the day. */
  readonly computedFrom: string | null
}
