import type { ProposedChange } from '../../document/changes/changes-of.ts'
import { type Problem, problem } from './problem.ts'

/** Changes that a file brought and nobody decided on: one problem that leads to the first of them. */
export function changeProblems(changes: readonly ProposedChange[]): readonly Problem[] {
  const [first] = changes
  if (!first) return []
  return [
    problem('proposed-changes', first.blockId, {
      severity: 'error',
      topic: 'text',
      message:
        changes.length === 1
          ? 'One proposed change is neither accepted nor rejected.'
          : `${changes.length} proposed changes are neither accepted nor rejected.`,
      advice: 'Decide on each under Changes: until then the text says two things at once.',
    }),
  ]
}

/** Comments that nobody settled. `open` counts the threads. */
export const commentProblems = (open: number): readonly Problem[] =>
  open === 0
    ? []
    : [
        problem('open-comments', null, {
          severity: 'warning',
          topic: 'text',
          message: open === 1 ? 'One comment is not settled.' : `${open} comments are not settled.`,
          advice: 'Answer or settle each under Changes.',
        }),
      ]
