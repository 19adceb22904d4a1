import type {
  DutyKind,
  KpiDirection,
  KpiMaturity,
  KpiPartName,
  ReviewScope,
  ShareBasis,
  ShareRule,
  TermKind,
} from '../document/node-types.ts'

/** Where a term stands: the block that states it and the clause (heading) that the block belongs to, null before the first heading. */
export interface Source {
  readonly blockId: string
  readonly clauseId: string | null
}

/** A heading with its number (`2.1`) and level (1 to 6), in reading order. */
export interface ClauseTerm {
  readonly id: string
  readonly number: string
  readonly level: number
  readonly title: string
}

/** An organisation that signs. `mentions` counts the references to it in the text. */
export interface PartyTerm extends Source {
  readonly id: string
  readonly name: string
  readonly shortName: string | null
  readonly kind: string | null
  readonly registration: string | null
  readonly address: string | null
  readonly contact: string | null
  readonly mentions: number
}

/** One party's share. `percent` and `amount` are decimal strings as typed, null where unset or not a decimal. */
export interface ShareRowTerm {
  readonly id: string
  readonly partyId: string | null
  readonly percent: string | null
  readonly amount: string | null
  readonly reason: string
}

/** A share table. `percentSum` is the exact decimal sum of the rows that state a percentage, null when none does. */
export interface ShareTableTerm extends Source {
  readonly id: string
  readonly basis: ShareBasis | null
  readonly rule: ShareRule | null
  readonly currency: string | null
  readonly total: string | null
  readonly rows: readonly ShareRowTerm[]
  readonly percentSum: string | null
}

/** A step of the chain of service. `receiver` is a party's id or `clients`. */
export interface StepTerm extends Source {
  readonly id: string
  readonly providerPartyId: string | null
  readonly receiver: string | null
  readonly due: string | null
  readonly handOver: string
}

/** A duty named in the text; `partyId` is null for a neutral. */
export interface DutyTerm extends Source {
  readonly id: string
  readonly kind: DutyKind | null
  readonly partyId: string | null
  readonly holder: string | null
  readonly duty: string
}

/** Who shall do what by when. */
export interface ObligationTerm extends Source {
  readonly id: string
  readonly partyId: string | null
  readonly due: string | null
  readonly recurrence: string | null
  readonly text: string
}

/** A KPI definition; `parts` holds its lines of prose, empty text where a line is missing. */
export interface KpiTerm extends Source {
  readonly id: string
  readonly parts: Readonly<Record<KpiPartName, string>>
  readonly unit: string | null
  readonly direction: KpiDirection | null
  readonly baseline: string | null
  readonly baselineDate: string | null
  readonly target: string | null
  readonly targetDate: string | null
  readonly cadence: string | null
  readonly ownerPartyId: string | null
  readonly verifierPartyId: string | null
  readonly maturity: KpiMaturity | null
  readonly revisitOn: string | null
  readonly stepId: string | null
}

/** When something is looked at again. */
export interface ReviewTerm extends Source {
  readonly id: string
  readonly scope: ReviewScope | null
  readonly cadence: string | null
  readonly nextOn: string | null
  readonly note: string
}

/**
 * What a stretch of prose states, in normal form. `date` is ISO `2027-04-01`, `duration` ISO `P3M`, `money.amount` a decimal
 * string with a point. `unreadable` means that the text is marked but its value could not be parsed: shown, never dropped.
 */
export type FactValue =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'duration'; readonly duration: string }
  | { readonly kind: 'money'; readonly amount: string; readonly currency: string }
  | { readonly kind: 'percent'; readonly percent: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable' }

/**
 * A term of prose. `start` and `end` are UTF-16 offsets into the text of the block (`textOf`). `id` is the mark's; pieces of one
 * mark in several places share it.
 */
export interface FactTerm extends Source {
  readonly id: string
  readonly kind: TermKind
  readonly text: string
  readonly value: FactValue
  /** The sentence of the block that the text stands in, on one line; cut to 400 characters. */
  readonly sentence: string
  readonly start: number
  readonly end: number
  /** `confirmed`: a person marked it. `proposed`: a recogniser found it. */
  readonly state: 'confirmed' | 'proposed'
}

/** The structured terms of an agreement, each list in reading order. */
export interface Terms {
  readonly format: 'parley-terms/1'
  readonly title: string
  readonly clauses: readonly ClauseTerm[]
  readonly parties: readonly PartyTerm[]
  readonly shares: readonly ShareTableTerm[]
  readonly steps: readonly StepTerm[]
  readonly roles: readonly DutyTerm[]
  readonly obligations: readonly ObligationTerm[]
  readonly kpis: readonly KpiTerm[]
  readonly reviews: readonly ReviewTerm[]
  readonly facts: readonly FactTerm[]
}
