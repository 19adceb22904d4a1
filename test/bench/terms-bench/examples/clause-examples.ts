import type { ClauseKind } from '../../../../shared/terms/recognise/clauses/clause-kind.ts'
import { CONDUCT_EXAMPLES } from './conduct-examples.ts'
import { DUTY_EXAMPLES, FURTHER_OTHER_EXAMPLES } from './duty-examples.ts'
import type { ExamplesByKind } from './examples-by-kind.ts'
import { OTHER_EXAMPLES } from './other-examples.ts'
import { PRICE_EXAMPLES } from './price-examples.ts'
import { RIGHT_EXAMPLES } from './right-examples.ts'
import { SCOPE_EXAMPLES } from './scope-examples.ts'

/** A sentence with the kinds it belongs to; none for one that only sounds like a clause. */
export interface ClauseExample {
  readonly sentence: string
  readonly kinds: readonly ClauseKind[]
}

const GROUPS: readonly ExamplesByKind[] = [
  PRICE_EXAMPLES,
  CONDUCT_EXAMPLES,
  RIGHT_EXAMPLES,
  SCOPE_EXAMPLES,
  DUTY_EXAMPLES,
]

/**
 * Examples that we wrote ourselves, so that the model learns kinds of clause that few labelled contracts have. No labelled
 * contract was copied: they say what lawyers say.
 */
export const CLAUSE_EXAMPLES: readonly ClauseExample[] = [
  ...GROUPS.flatMap(group =>
    Object.entries(group).flatMap(([kind, sentences]) =>
      sentences.map(sentence => ({ sentence, kinds: [kind as ClauseKind] })),
    ),
  ),
  ...[...OTHER_EXAMPLES, ...FURTHER_OTHER_EXAMPLES].map(sentence => ({ sentence, kinds: [] })),
]
