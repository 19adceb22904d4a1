import * as Y from 'yjs'
import { readBody, readTitle } from '../../shared/document/yjs-body.ts'
import { countUnreviewed } from '../../shared/record/merge/merge-count.ts'
import { extractTerms } from '../../shared/terms/extract-terms.ts'
import type { ReadBody } from './body-reader.ts'

/** The text, its terms and the exact state that a whole Yjs update holds. */
export function readBodyUpdate(update: Uint8Array, discussion: Uint8Array | null): ReadBody {
  // Without collection, because a snapshot of a collected document cannot be rebuilt by those who hold all of it.
  const doc = new Y.Doc({ gc: false })
  try {
    Y.applyUpdate(doc, update)
    const title = readTitle(doc)
    const body = readBody(doc)
    return {
      title,
      body,
      terms: extractTerms(body, title),
      snapshot: Y.encodeSnapshot(Y.snapshot(doc)),
      unreviewed: discussion ? unreviewedIn(doc, discussion) : 0,
    }
  } finally {
    doc.destroy()
  }
}

function unreviewedIn(body: Y.Doc, state: Uint8Array): number {
  const discussion = new Y.Doc()
  try {
    Y.applyUpdate(discussion, state)
    return countUnreviewed(body, discussion)
  } finally {
    discussion.destroy()
  }
}
