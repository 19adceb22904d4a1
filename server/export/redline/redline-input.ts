import type { Comparison } from '../../../shared/record/history/compare-states.ts'

/** Who made a change, and when (ISO 8601, UTC). */
export interface RedlineAuthor {
  readonly name: string
  readonly at: string
}

/** A comparison on its way to a file. `from` and `to` say in words which states of the text it compares. */
export interface RedlineInput {
  readonly comparison: Comparison
  readonly from: string
  readonly to: string
  /** Author of an entry of the record; null where it is not known, and for null. */
  readonly authorOf: (seq: number | null) => RedlineAuthor | null
  /** ISO 8601: the date of the file, and of changes whose time is not known. */
  readonly date: string
}
