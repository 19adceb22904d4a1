import type { FactValue } from '../terms.ts'
import type { ClauseKind } from './clauses/clause-kind.ts'
import type { Stretch } from './text/sentences.ts'

/** What a finding is about. */
export type FindingKind = (typeof FACT_KINDS)[number] | 'party' | 'obligation' | 'kpi' | 'clause'

/** Kinds of finding that state one fact. */
export const FACT_KINDS = [
  'title',
  'agreement-date',
  'effective-date',
  'expiry',
  'initial-term',
  'renewal-term',
  'renewal-notice',
  'governing-law',
  'amount',
  'share',
  'insurance',
  'liability-cap',
  'convenience-notice',
  'confidentiality-period',
  'warranty-period',
  'payment-term',
  'dispute-step',
] as const

/** The steps by which a dispute may be settled. */
export const DISPUTE_STEPS = ['negotiation', 'mediation', 'expert', 'arbitration', 'courts'] as const
export type DisputeStep = (typeof DISPUTE_STEPS)[number]

/** What is found, in normal form: a fact, or an object of its own shape. */
export type FindingValue =
  | FactValue
  | { readonly kind: 'open-ended' }
  | { readonly kind: 'party'; readonly name: string; readonly shortNames: readonly string[] }
  | { readonly kind: 'clause'; readonly clause: ClauseKind }
  | { readonly kind: 'dispute-step'; readonly step: DisputeStep; readonly place: string | null }
  | { readonly kind: 'obligation'; readonly who: string; readonly what: string; readonly due: string | null }
  | {
      readonly kind: 'kpi'
      readonly name: string
      readonly unit: string | null
      readonly baseline: string | null
      readonly target: string | null
      readonly cadence: string | null
      readonly owner: string | null
    }

/** One thing found in a text. `start` and `end` are UTF-16 offsets into the text as given, `text` is what stands there. */
export interface Finding {
  readonly kind: FindingKind
  readonly value: FindingValue
  readonly text: string
  readonly start: number
  readonly end: number
  /** The sentence it stands in; it holds `start` to `end` unless the finding is longer than its first sentence. */
  readonly sentence: Stretch
  /** 0 to 1: how often a finding by this rule is right, by rough count on labelled agreements. */
  readonly confidence: number
  /** Which rule found it, to be shown to whoever asks why. */
  readonly rule: string
}
