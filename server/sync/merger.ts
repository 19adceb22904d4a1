import { createThread } from '../thread.ts'
import type { Clocks } from './clocks.ts'
import { impliedDeletes } from './implied-deletes.ts'
import { mergeAndRead, mergeUpdates, type ReadUpdate } from './merge-updates.ts'
import type { MergeRequest } from './merge-worker.ts'

/** Works on updates without holding up the sockets: on few bytes at once, on many in a thread. */
export interface Merger {
  /** As `mergeUpdates` does; rejects only when the thread dies. */
  merge(updates: readonly Uint8Array[], known?: Clocks): Promise<Uint8Array>
  /** As `mergeAndRead` does. */
  read(updates: readonly Uint8Array[]): Promise<ReadUpdate>
  /** As `impliedDeletes` does. */
  deletes(update: Uint8Array): Promise<Uint8Array>
  /** Starts the thread and has it practise: whoever needs it first would wait for both. */
  warm(): Promise<void>
  close(): Promise<void>
}

/** `inlineBytes` is the size above which work goes to the thread. */
export function createMerger(inlineBytes: number): Merger {
  const thread = createThread<MergeRequest>(new URL('./merge-worker.ts', import.meta.url))
  const isSmall = (updates: readonly Uint8Array[]): boolean =>
    updates.reduce((sum, update) => sum + update.length, 0) <= inlineBytes
  return {
    merge: async (updates, known) => {
      if (isSmall(updates)) return mergeUpdates(updates, known)
      const { copies, buffers } = handedOver(updates)
      return (await thread.ask({ do: 'merge', updates: copies, known }, buffers)) as Uint8Array
    },
    read: async updates => {
      if (isSmall(updates)) return mergeAndRead(updates)
      const { copies, buffers } = handedOver(updates)
      return (await thread.ask({ do: 'read', updates: copies }, buffers)) as ReadUpdate
    },
    deletes: async update => {
      if (update.length <= inlineBytes) return impliedDeletes(update)
      return (await thread.ask({ do: 'deletes', update: copy(update) })) as Uint8Array
    },
    warm: async () => {
      await thread.ask({ do: 'warm' })
    },
    close: () => thread.end(),
  }
}

function handedOver(updates: readonly Uint8Array[]) {
  const copies = updates.map(copy)
  return { copies, buffers: copies.map(({ buffer }) => buffer) }
}

/** Cloning a view would clone the whole buffer behind it. */
const copy = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
