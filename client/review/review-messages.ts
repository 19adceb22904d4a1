import type { PackedMerge } from '../../shared/record/merge/merge-ranges.ts'
import type { MergeReview } from '../../shared/record/merge/review-merge.ts'

/**
 * What the worker is told: what the text has, deleted parts included, beyond what it was told before, and the merges to review in
 * it; without merges it only takes note, and there is no answer.
 */
export interface ReviewRequest {
  readonly id: number
  readonly news: Uint8Array
  readonly merges: readonly { readonly key: string; readonly packed: PackedMerge }[]
}

export interface ReviewAnswer {
  readonly id: number
  readonly reviews: readonly { readonly key: string; readonly review: MergeReview }[]
}
