import type { MergeFinding } from '../../../shared/record/merge/merge-finding.ts'
import type { Writer } from '../merge-writers.ts'

/** What two or three people do apart, and what merge review says of it when our own binding wrote it. */
export interface MergeCase {
  readonly name: string
  readonly start: readonly object[]
  readonly mine: (writer: Writer) => void
  readonly theirs: (writer: Writer) => void
  /** A third person, also on the others' side. */
  readonly third?: (writer: Writer) => void
  readonly finds: readonly MergeFinding['kind'][]
}
