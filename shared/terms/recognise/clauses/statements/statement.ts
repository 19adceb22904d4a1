import type { ClauseKind } from '../clause-kind.ts'

/** How a sentence in lower case says in so many words that it is, or is not, a clause of a kind. */
export interface Statement {
  readonly kind: ClauseKind
  /** Starts of words; a sentence that holds none of them is not about it. */
  readonly stems: readonly string[]
  readonly said: RegExp
  /** What in the sentence takes it back. */
  readonly unless?: RegExp
  /** What tells nothing, and is left out before `unless` is asked. */
  readonly dropped?: RegExp
}
