import { collectAll } from '../memory-return.ts'
import { answerRequests } from '../thread.ts'
import type { Clocks } from './clocks.ts'
import { impliedDeletes } from './implied-deletes.ts'
import { mergeUpdates } from './merge-updates.ts'

/** What is asked of the thread; the answer is an update. */
export type MergeRequest =
  | {
      readonly do: 'merge'
      readonly updates: readonly Uint8Array[]
      readonly known: Clocks | undefined
    }
  | { readonly do: 'deletes'; readonly update: Uint8Array }

/** A merge of more than this leaves several times its size behind, which an idle thread would keep for good. */
const LARGE_BYTES = 4 * 1024 * 1024
const IDLE_MS = 1000
let rest: NodeJS.Timeout | null = null

answerRequests((request: MergeRequest) => {
  const answer =
    request.do === 'merge' ? mergeUpdates(request.updates, request.known) : impliedDeletes(request.update)
  if (rest) rest.refresh()
  else if (answer.length > LARGE_BYTES) rest = setTimeout(clear, IDLE_MS)
  return answer
})

function clear(): void {
  rest = null
  collectAll()
}
