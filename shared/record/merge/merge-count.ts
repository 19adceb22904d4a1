import type * as Y from 'yjs'
import { BODY_FRAGMENT } from '../../document/node-types.ts'
import { holdsMerge } from './merge-ranges.ts'
import { keptMerges, type Settlement, settlements } from './merge-rooms.ts'
import { type MergeReview, reviewMerge } from './review-merge.ts'

/** The name of a finding in the `discussion` room: of its merge, and its own. */
export const settlementKey = (mergeKey: string, findingId: string): string => `${mergeKey}/${findingId}`

/** How many findings of a review nobody has settled. */
export function openIn(
  mergeKey: string,
  { findings, terms }: Pick<MergeReview, 'findings' | 'terms'>,
  settled: ReadonlyMap<string, Settlement>,
): number {
  return [...findings, ...terms].filter(({ id }) => !settled.has(settlementKey(mergeKey, id))).length
}

/** How many findings of all merges of a text nobody has settled. Merges that `body` does not hold are not of this text. */
export function countUnreviewed(body: Y.Doc, discussion: Y.Doc): number {
  const settled = settlements(discussion)
  return keptMerges(discussion)
    .filter(({ ranges }) => holdsMerge(body, ranges))
    .reduce((sum, { key, ranges }) => {
      const review = reviewMerge({ ranges, doc: body, fragment: BODY_FRAGMENT })
      return sum + openIn(key, review, settled)
    }, 0)
}
