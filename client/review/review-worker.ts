import * as Y from 'yjs'
import { BODY_FRAGMENT } from '../../shared/document/node-types.ts'
import { unpackMerge } from '../../shared/record/merge/merge-ranges.ts'
import { reviewMerge } from '../../shared/record/merge/review-merge.ts'
import type { ReviewAnswer, ReviewRequest } from './review-messages.ts'

self.onmessage = ({ data }: MessageEvent<ReviewRequest>) => {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, data.state)
  const reviews = data.merges.flatMap(({ key, packed }) => {
    const ranges = unpackMerge(packed)
    return ranges ? [{ key, review: reviewMerge({ ranges, doc, fragment: BODY_FRAGMENT }) }] : []
  })
  const answer: ReviewAnswer = { id: data.id, reviews }
  self.postMessage(answer)
}
