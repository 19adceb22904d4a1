import { answerRequests } from '../thread.ts'
import { merge } from './merge.ts'

/** One merge asked of the thread; the answer is the merged update. */
export interface MergeRequest {
  readonly updates: readonly Uint8Array[]
  readonly stateVector: Uint8Array | null
}

answerRequests(({ updates, stateVector }: MergeRequest) => merge(updates, stateVector))
