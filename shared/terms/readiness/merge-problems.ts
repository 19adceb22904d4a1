import { type Problem, problem } from './problem.ts'

/** What merges did to the text and nobody has settled: whoever seals it should know. `open` counts the findings. */
export const mergeProblems = (open: number): readonly Problem[] =>
  open === 0
    ? []
    : [
        problem('merge-review', null, {
          severity: 'error',
          topic: 'text',
          message:
            open === 1
              ? 'One point of a merge is not reviewed.'
              : `${open} points of merges are not reviewed.`,
          advice: 'Open the merge review and settle each point: words may be missing that somebody wrote.',
        }),
      ]
