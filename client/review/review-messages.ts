import type { PackedMerge } from '../../shared/record/merge/merge-ranges.ts'
import type { MergeReview } from '../../shared/record/merge/review-merge.ts'

/** What the worker is asked: a whole state of the text, deleted parts included, and the merges to review in it. */
export interface ReviewRequest {
  readonly id: number
  readonly state: Uint8Array
  readonly merges: readonly { readonly key: string; readonly packed: PackedMerge }[]
}

export interface ReviewAnswer {
  readonly id: number
  readonly reviews: readonly { readonly key: string; readonly review: MergeReview }[]
}
