import type { DocumentJson } from '../../shared/document/document-json.ts'
import type { Comparison, TextState } from '../../shared/record/history/compare-states.ts'
import type { Sitting } from '../../shared/record/history/sittings.ts'

/** What the record's worker can be asked, and what it answers. Requests are answered in order. */
export interface RecordAnswers {
  /** A packed page; gives how many entries are here now, or null when the page cannot be read. */
  add: { readonly bytes: Uint8Array; readonly answer: number | null }
  overview: { readonly answer: RecordOverview }
  textAt: { readonly seq: number; readonly answer: TextState }
  compare: { readonly from: number; readonly to: number; readonly answer: Comparison }
  /** Of the live text, of which `live` has at least what the record lacks. */
  attribution: { readonly live: Uint8Array; readonly answer: DocumentJson }
  /** How far somebody had read whose document had these clocks. */
  seenUpTo: { readonly clocks: Uint8Array; readonly answer: number }
}

/** The record at a glance. */
export interface RecordOverview {
  readonly head: number
  readonly sittings: readonly Sitting[]
  /** Entries that changed each clause, by the block id of its heading; null before the first. */
  readonly clauses: ReadonlyMap<string | null, readonly number[]>
  /** By entry, from the first on: who, and when (epoch ms). */
  readonly authors: readonly string[]
  readonly times: readonly number[]
  readonly names: ReadonlyMap<string, string>
  /** Of all that is here, as a Yjs state vector. */
  readonly clocks: Uint8Array
}

/** An answer, or why there is none. A whole text comes as JSON, which the page reads in a quarter of the time that a copy takes. */
export type RecordReply = { readonly id: number } & (
  | { readonly value: unknown }
  | { readonly json: string }
  | { readonly error: string }
)

export type RecordQuestion = {
  [Kind in keyof RecordAnswers]: { readonly kind: Kind } & Omit<RecordAnswers[Kind], 'answer'>
}[keyof RecordAnswers]
