import { type Problem, problem } from './problem.ts'

/**
 * What merges did to the text and nobody has settled: whoever seals it should know. `open` counts the findings. A warning, not an
 * error: the text itself does not show it, so a seal could not ask a reason for it that everybody can check.
 */
export const mergeProblems = (open: number): readonly Problem[] =>
  open === 0
    ? []
    : [
        problem('merge-review', null, {
          severity: 'warning',
          topic: 'text',
          message:
            open === 1
              ? 'One point of a merge is not reviewed.'
              : `${open} points of merges are not reviewed.`,
          advice: 'Open the merge review and settle each point: words may be missing that somebody wrote.',
        }),
      ]
