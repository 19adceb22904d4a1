import * as Y from 'yjs'
import { BODY_FRAGMENT } from '../../shared/document/node-types.ts'
import { unpackMerge } from '../../shared/record/merge/merge-ranges.ts'
import { reviewMerge } from '../../shared/record/merge/review-merge.ts'
import type { ReviewAnswer, ReviewRequest } from './review-messages.ts'

/** Kept between requests: to read a long text anew takes longer than to review a merge in it. */
const doc = new Y.Doc({ gc: false })

self.onmessage = ({ data }: MessageEvent<ReviewRequest>) => {
  const start = performance.now()
  if (data.kind === 'news') {
    Y.applyUpdate(doc, data.update)
    performance.measure('news', { start })
    return
  }
  const reviews = data.merges.flatMap(({ key, packed }) => {
    const ranges = unpackMerge(packed)
    return ranges ? [{ key, review: reviewMerge({ ranges, doc, fragment: BODY_FRAGMENT }) }] : []
  })
  const answer: ReviewAnswer = { id: data.id, reviews }
  self.postMessage(answer)
  performance.measure('review', { start })
}
