import * as Y from 'yjs'

/**
 * All that a document made of the update regards as deleted, as an update without structs. That is more than the update says:
 * what loses against a concurrent change, or comes to stand in something deleted, is deleted by every reader of itself.
 */
export function impliedDeletes(update: Uint8Array): Uint8Array {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, update)
  return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc))
}
