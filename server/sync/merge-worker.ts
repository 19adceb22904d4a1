import * as Y from 'yjs'
import { collectAll } from '../memory-return.ts'
import { answerRequests } from '../thread.ts'
import type { Clocks } from './clocks.ts'
import { impliedDeletes } from './implied-deletes.ts'
import { EMPTY_UPDATE, mergeAndRead, mergeUpdates, type ReadUpdate } from './merge-updates.ts'

/** What is asked of the thread; `warm` is answered with nothing of interest. */
export type MergeRequest =
  | {
      readonly do: 'merge'
      readonly updates: readonly Uint8Array[]
      readonly known: Clocks | undefined
    }
  | { readonly do: 'read'; readonly updates: readonly Uint8Array[] }
  | { readonly do: 'deletes'; readonly update: Uint8Array }
  | { readonly do: 'warm' }

/** A merge of more than this leaves several times its size behind, which an idle thread would keep for good. */
const LARGE_BYTES = 4 * 1024 * 1024
const IDLE_MS = 1000
const PRACTICE_KEYS = 500
const PRACTICE_TIMES = 20
let rest: NodeJS.Timeout | null = null

answerRequests((request: MergeRequest) => {
  const answer = answerTo(request)
  const { length } = answer instanceof Uint8Array ? answer : answer.update
  if (rest) rest.refresh()
  else if (length > LARGE_BYTES) rest = setTimeout(clear, IDLE_MS)
  return answer
})

function answerTo(request: MergeRequest): Uint8Array | ReadUpdate {
  switch (request.do) {
    case 'merge':
      return mergeUpdates(request.updates, request.known)
    case 'read':
      return mergeAndRead(request.updates)
    case 'deletes':
      return impliedDeletes(request.update)
    case 'warm':
      return practise()
  }
}

/** Until it has run for a while, code takes five times as long: the first large text after a start would be merged like that. */
function practise(): Uint8Array {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = doc.getText('t')
  for (let key = 0; key < PRACTICE_KEYS; key++)
    if (key % 8 === 7) text.delete((key * 7919) % text.length, 1)
    else text.insert(key % 3 === 0 ? (key * 7919) % (text.length + 1) : text.length, 'x')
  for (let time = 0; time < PRACTICE_TIMES; time++) mergeAndRead(updates)
  return EMPTY_UPDATE
}

function clear(): void {
  rest = null
  collectAll()
}
