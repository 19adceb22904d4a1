import * as Y from 'yjs'
import { joinItems } from './join-items.ts'

/**
 * The updates as one, deleted text included; an earlier one wins where two carry the same ticks. With `stateVector`, only what
 * someone at that state lacks. An update that Yjs cannot merge is left out, so that it costs the room nothing but itself. One alone
 * was merged before, and is taken as it is.
 */
export function merge(updates: readonly Uint8Array[], stateVector: Uint8Array | null): Uint8Array {
  const [only] = updates
  const whole = only && updates.length === 1 ? only : joinItems(mergeAll(updates))
  return stateVector ? Y.diffUpdate(whole, stateVector) : whole
}

function mergeAll(updates: readonly Uint8Array[]): Uint8Array {
  try {
    return Y.mergeUpdates([...updates])
  } catch {
    return updates.reduce(mergeOneMore, EMPTY_UPDATE)
  }
}

function mergeOneMore(whole: Uint8Array, update: Uint8Array): Uint8Array {
  try {
    return Y.mergeUpdates([whole, update])
  } catch {
    return whole
  }
}

/**
 * All that a document made of the update regards as deleted, as an update without structs. That is more than the update says:
 * what loses against a concurrent change, or comes to stand in something deleted, is deleted by every reader of itself.
 */
export function deletesOf(update: Uint8Array): Uint8Array {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, update)
  return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc))
}

/** An update without content: no structs, no deletes. */
export const EMPTY_UPDATE: Uint8Array = Uint8Array.of(0, 0)
