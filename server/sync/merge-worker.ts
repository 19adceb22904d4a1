import { answerRequests } from '../thread.ts'
import { deletesOf, merge } from './merge.ts'

/** What is asked of the thread; the answer is an update. */
export type MergeRequest =
  | {
      readonly do: 'merge'
      readonly updates: readonly Uint8Array[]
      readonly stateVector: Uint8Array | null
    }
  | { readonly do: 'deletes'; readonly update: Uint8Array }

answerRequests((request: MergeRequest) =>
  request.do === 'merge' ? merge(request.updates, request.stateVector) : deletesOf(request.update),
)
