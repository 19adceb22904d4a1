import { createThread } from '../thread.ts'
import type { Clocks } from './clocks.ts'
import { impliedDeletes } from './implied-deletes.ts'
import { mergeUpdates } from './merge-updates.ts'
import type { MergeRequest } from './merge-worker.ts'

/** Works on updates without holding up the sockets: on few bytes at once, on many in a thread. */
export interface Merger {
  /** As `mergeUpdates` does; rejects only when the thread dies. */
  merge(updates: readonly Uint8Array[], known?: Clocks): Promise<Uint8Array>
  /** As `impliedDeletes` does. */
  deletes(update: Uint8Array): Promise<Uint8Array>
  /** Starts the thread: whoever needs it first would wait for that. */
  warm(): Promise<void>
  close(): Promise<void>
}

/** `inlineBytes` is the size above which work goes to the thread. */
export function createMerger(inlineBytes: number): Merger {
  const thread = createThread<MergeRequest>(new URL('./merge-worker.ts', import.meta.url))
  return {
    merge: async (updates, known) => {
      const bytes = updates.reduce((sum, update) => sum + update.length, 0)
      if (bytes <= inlineBytes) return mergeUpdates(updates, known)
      const copies = updates.map(copy)
      const buffers = copies.map(({ buffer }) => buffer)
      return (await thread.ask({ do: 'merge', updates: copies, known }, buffers)) as Uint8Array
    },
    deletes: async update => {
      if (update.length <= inlineBytes) return impliedDeletes(update)
      return (await thread.ask({ do: 'deletes', update: copy(update) })) as Uint8Array
    },
    warm: async () => {
      await thread.ask({ do: 'merge', updates: [], known: undefined })
    },
    close: () => thread.end(),
  }
}

/** Cloning a view would clone the whole buffer behind it. */
const copy = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
