import type { PackedMerge } from '../../shared/record/merge/merge-ranges.ts'
import type { MergeReview } from '../../shared/record/merge/review-merge.ts'

/** What the worker is told: the text, deleted parts included, as it grows, and the merges to review in what it was told so far. */
export type ReviewRequest =
  | { readonly kind: 'news'; readonly update: Uint8Array }
  | {
      readonly kind: 'review'
      readonly id: number
      readonly merges: readonly { readonly key: string; readonly packed: PackedMerge }[]
    }

export interface ReviewAnswer {
  readonly id: number
  readonly reviews: readonly { readonly key: string; readonly review: MergeReview }[]
}
