import type { RoomKey } from '../../shared/protocol/wire.ts'
import { createThread } from '../thread.ts'
import type { RecordHead, RecordStore, RoomHead, RoomSnapshot } from './record-store.ts'
import { packBatch, unpackEntries } from './record-store-packing.ts'
import type {
  SqliteRecordRequest,
  SqliteRecordUnavailable,
  SqliteRecordWorkerData,
} from './sqlite-record-worker.ts'
import { StoreUnavailable } from './store-unavailable.ts'

/** A write of this many bytes takes the disk a few ms. */
const PIECE_BYTES = 1024 * 1024

/**
 * The record in one SQLite file (WAL, synced on each commit), written and read in a thread of its own. The file is made when it
 * is not there; its folder must exist. It may hold other tables too, whose writers wait for each other at most `busyTimeoutMs`.
 */
export function createSqliteRecordStore(options: { file: string; busyTimeoutMs?: number }): RecordStore {
  const workerData: SqliteRecordWorkerData = {
    file: options.file,
    busyTimeoutMs: options.busyTimeoutMs ?? 5000,
  }
  const thread = createThread<SqliteRecordRequest>(new URL('./sqlite-record-worker.ts', import.meta.url), {
    workerData,
  })
  let closing: Promise<void> | null = null
  let saving: Promise<void> = Promise.resolve()

  const answered = async (
    request: SqliteRecordRequest,
    transfer?: readonly ArrayBuffer[],
  ): Promise<unknown> => {
    const answer = await thread.ask(request, transfer)
    if (isUnavailable(answer)) throw new StoreUnavailable(answer.unavailable)
    return answer
  }

  const ask = async (request: SqliteRecordRequest, transfer?: readonly ArrayBuffer[]): Promise<unknown> => {
    if (closing) throw new Error('The record is closed')
    return answered(request, transfer)
  }

  /** Piece by piece, and then chunk by chunk: the thread takes appends in between. */
  const save = async (room: RoomKey, { seq, state }: RoomSnapshot): Promise<void> => {
    if (!(await answered({ do: 'beginSnapshot', room, seq }))) return
    const pieces = Math.max(1, Math.ceil(state.length / PIECE_BYTES))
    let isCluttered: unknown = false
    for (let place = 0; place < pieces; place++) {
      const data = new Uint8Array(state.subarray(place * PIECE_BYTES, (place + 1) * PIECE_BYTES))
      const piece = { seq, place, data, isLast: place === pieces - 1 }
      isCluttered = await answered({ do: 'addPiece', room, piece }, [data.buffer])
    }
    while (isCluttered) isCluttered = await answered({ do: 'clearPieces', room })
    while (!closing && (await answered({ do: 'compressOldest', room, seq })));
  }

  const close = async (): Promise<void> => {
    await saving
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
      if (closing) throw new Error('The record is closed')
      // One after the other: pieces of two of the same room would lie in each other's way.
      const saved = saving.then(() => save(room, snapshot))
      saving = saved.catch(() => undefined)
      return saved
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
