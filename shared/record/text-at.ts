import * as Y from 'yjs'
import type { HistoryEntry } from './record-stamps.ts'

/**
 * The document as it stood after entry `seq`, deleted text included (`gc: false`). `entries` are the record's first ones, in
 * order and without gaps. The caller destroys it.
 */
export function documentAt(entries: readonly HistoryEntry[], seq: number): Y.Doc {
  const doc = new Y.Doc({ gc: false })
  addEntries(
    doc,
    entries.filter(entry => entry.seq <= seq),
  )
  return doc
}

/**
 * Applies entries in order, as one transaction. Gives the numbers of those after which something waited for what it refers to: only
 * the document itself can tell what stood then.
 */
export function addEntries(doc: Y.Doc, entries: readonly HistoryEntry[]): readonly number[] {
  const waiting: number[] = []
  doc.transact(() => {
    for (const { seq, update } of entries) {
      apply(doc, update)
      if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) waiting.push(seq)
    }
  })
  return waiting
}

/** One entry that Yjs cannot take must not hide all the others. */
function apply(doc: Y.Doc, update: Uint8Array): void {
  try {
    Y.applyUpdate(doc, update)
  } catch {
    // The server checks updates before it records them.
  }
}
