import { collectAll } from '../memory-return.ts'
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

/** A merge of more than this leaves several times its size behind, which an idle thread would keep for good. */
const LARGE_BYTES = 4 * 1024 * 1024
const IDLE_MS = 1000
let rest: NodeJS.Timeout | null = null

answerRequests((request: MergeRequest) => {
  const answer =
    request.do === 'merge' ? merge(request.updates, request.stateVector) : deletesOf(request.update)
  if (rest) rest.refresh()
  else if (answer.length > LARGE_BYTES) rest = setTimeout(clear, IDLE_MS)
  return answer
})

function clear(): void {
  rest = null
  collectAll()
}
