import { createThread } from '../thread.ts'
import { merge } from './merge.ts'
import type { MergeRequest } from './merge-worker.ts'

/** Merges updates without holding up the sockets: small sets at once, large ones in a thread. */
export interface Merger {
  /** As `merge` does; rejects only when the thread dies. */
  merge(updates: readonly Uint8Array[], stateVector?: Uint8Array): Promise<Uint8Array>
  close(): Promise<void>
}

/** `inlineBytes` is the size above which a set of updates goes to the thread. */
export function createMerger(inlineBytes: number): Merger {
  const thread = createThread<MergeRequest>(new URL('./merge-worker.ts', import.meta.url))
  return {
    merge: async (updates, stateVector) => {
      const bytes = updates.reduce((sum, update) => sum + update.length, 0)
      if (bytes <= inlineBytes) return merge(updates, stateVector ?? null)
      // Copies: cloning a view would clone the whole buffer behind it.
      const copies = updates.map(update => new Uint8Array(update))
      const request = { updates: copies, stateVector: stateVector ?? null }
      return (await thread.ask(
        request,
        copies.map(copy => copy.buffer),
      )) as Uint8Array
    },
    close: () => thread.end(),
  }
}
