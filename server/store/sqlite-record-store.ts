import { createThread } from '../thread.ts'
import type { RecordHead, RecordStore, RoomHead, RoomSnapshot } from './record-store.ts'
import { packBatch, unpackEntries } from './record-store-packing.ts'
import type {
  SqliteRecordRequest,
  SqliteRecordUnavailable,
  SqliteRecordWorkerData,
} from './sqlite-record-worker.ts'
import { StoreUnavailable } from './store-unavailable.ts'

/**
 * The record in one SQLite file (WAL, synced on each commit), written and read in a thread of its own. The file is made when it
 * is not there; its folder must exist. It may hold other tables too, whose writers wait for each other at most `busyTimeoutMs`.
 */
export function createSqliteRecordStore(options: { file: string; busyTimeoutMs?: number }): RecordStore {
  const workerData: SqliteRecordWorkerData = {
    file: options.file,
    busyTimeoutMs: options.busyTimeoutMs ?? 5000,
  }
  const thread = createThread<SqliteRecordRequest>(
    new URL('./sqlite-record-worker.ts', import.meta.url),
    workerData,
  )
  let closing: Promise<void> | null = null

  const ask = async (request: SqliteRecordRequest, transfer?: readonly ArrayBuffer[]): Promise<unknown> => {
    if (closing) throw new Error('The record is closed')
    const answer = await thread.ask(request, transfer)
    if (isUnavailable(answer)) throw new StoreUnavailable(answer.unavailable)
    return answer
  }

  const close = async (): Promise<void> => {
    await thread.ask({ do: 'close' })
    await thread.end()
  }

  return {
    append: async entries => {
      const batch = packBatch(entries)
      const heads = await ask({ do: 'append', batch }, [batch.buffer])
      return heads as RoomHead[]
    },
    load: async room => {
      const loaded = await ask({ do: 'load', room })
      const { snapshot, tail } = loaded as { snapshot: RoomSnapshot | null; tail: Uint8Array }
      return { snapshot, tail: unpackEntries(tail) }
    },
    read: async (room, fromSeq, toSeq) =>
      unpackEntries((await ask({ do: 'read', room, fromSeq, toSeq })) as Uint8Array),
    head: async room => (await ask({ do: 'head', room })) as RecordHead,
    rooms: async (after, limit) => (await ask({ do: 'rooms', after, limit })) as RoomHead[],
    owners: async room => (await ask({ do: 'owners', room })) as ReadonlyMap<number, string>,
    saveSnapshot: async (room, snapshot) => {
      await ask({ do: 'saveSnapshot', room, snapshot })
    },
    probe: async () => {
      await ask({ do: 'probe' })
    },
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

const isUnavailable = (answer: unknown): answer is SqliteRecordUnavailable =>
  typeof answer === 'object' && answer !== null && 'unavailable' in answer
