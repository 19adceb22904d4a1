import type { Terms } from '../terms.ts'
import { clauseProblems } from './clause-problems.ts'
import { dateProblems } from './date-problems.ts'
import { kpiProblems } from './kpi-problems.ts'
import { obligationProblems } from './obligation-problems.ts'
import { partyProblems } from './party-problems.ts'
import { type Problem, problem } from './problem.ts'
import { roleProblems } from './role-problems.ts'
import { serviceProblems } from './service-problems.ts'
import { shareProblems } from './share-problems.ts'

/** A gap that the authors left to fill in, such as `[date]`, with the block that it stands in. */
export interface PlaceholderLeft {
  readonly text: string
  readonly blockId: string
}

/**
 * What must hold, or is worth a look, before the agreement is sealed. Each problem has an id that no other has, and neither
 * the list nor its order depends on who wrote what when.
 */
export function findProblems(terms: Terms, placeholders: readonly PlaceholderLeft[]): readonly Problem[] {
  const found = [
    ...partyProblems(terms),
    ...shareProblems(terms),
    ...serviceProblems(terms),
    ...roleProblems(terms),
    ...obligationProblems(terms),
    ...kpiProblems(terms),
    ...clauseProblems(terms),
    ...dateProblems(terms),
    ...placeholders.map(({ text, blockId }) =>
      problem('placeholder', blockId, {
        severity: 'error',
        topic: 'text',
        message: `${text} is still to be filled in.`,
        advice: 'Write what was agreed, or take the sentence out.',
      }),
    ),
  ]
  return withUniqueIds(found)
}

/** Two placeholders of one block, say, get `…` and `…#2`: waiving one must not waive the other. */
function withUniqueIds(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map<string, number>()
  return problems.map(found => {
    const count = (seen.get(found.id) ?? 0) + 1
    seen.set(found.id, count)
    return count === 1 ? found : { ...found, id: `${found.id}#${count}` }
  })
}
