import * as Y from 'yjs'

/** The document at a snapshot, out of a document that keeps what was deleted; null when it lacks part or the bytes are none. */
export function bodyAtSnapshot(body: Y.Doc, bytes: Uint8Array): Y.Doc | null {
  const at = new Y.Doc({ gc: false })
  try {
    const snapshot = Y.decodeSnapshot(bytes)
    for (const [client, clock] of snapshot.sv) if (Y.getState(body.store, client) < clock) return null
    return Y.createDocFromSnapshot(body, snapshot, at)
  } catch {
    at.destroy()
    return null
  }
}
