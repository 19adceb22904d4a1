import { Worker } from 'node:worker_threads'
import type { RoomKey } from '../../shared/protocol/wire.ts'
import type { RecordHead, RecordStore, RoomSnapshot } from './record-store.ts'
import { packBatch, unpackEntries } from './record-store-packing.ts'
import type {
  SqliteRecordAnswer,
  SqliteRecordRequest,
  SqliteRecordWorkerData,
} from './sqlite-record-worker.ts'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/**
 * The record in one SQLite file (WAL, synced on each commit), written and read in a thread of its own. The file is made when it
 * is not there; its folder must exist. It may hold other tables too, whose writers wait for each other at most `busyTimeoutMs`.
 */
export function createSqliteRecordStore(options: { file: string; busyTimeoutMs?: number }): RecordStore {
  const workerData: SqliteRecordWorkerData = {
    file: options.file,
    busyTimeoutMs: options.busyTimeoutMs ?? 5000,
  }
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let worker: Worker | null = null
  let closed = false

  const fail = (error: Error): void => {
    const all = [...waiting.values()]
    waiting.clear()
    for (const { reject } of all) reject(error)
  }

  const start = (): Worker => {
    const started = new Worker(new URL('./sqlite-record-worker.ts', import.meta.url), { workerData })
    started.on('message', ({ id, value, failure }: SqliteRecordAnswer) => {
      const call = waiting.get(id)
      waiting.delete(id)
      if (waiting.size === 0) started.unref()
      if (failure === undefined) call?.resolve(value)
      else call?.reject(new Error(`The record's file failed: ${failure}`))
    })
    started.on('error', fail)
    started.on('exit', () => {
      if (worker === started) worker = null
      fail(new Error('The thread of the record ended'))
    })
    return started
  }

  const ask = (request: SqliteRecordRequest, transfer: ArrayBuffer[] = []): Promise<unknown> => {
    if (closed) return Promise.reject(new Error('The record is closed'))
    worker ??= start()
    worker.ref()
    const thread = worker
    return new Promise((resolve, reject) => {
      const id = ++lastId
      waiting.set(id, { resolve, reject })
      thread.postMessage({ id, request }, transfer)
    })
  }

  return {
    append: async entries => {
      const batch = packBatch(entries)
      const heads = await ask({ do: 'append', batch }, [batch.buffer as ArrayBuffer])
      return heads as { room: RoomKey; head: RecordHead }[]
    },
    load: async room => {
      const loaded = await ask({ do: 'load', room })
      const { snapshot, tail } = loaded as { snapshot: RoomSnapshot | null; tail: Uint8Array }
      return { snapshot, tail: unpackEntries(tail) }
    },
    read: async (room, fromSeq, toSeq) =>
      unpackEntries((await ask({ do: 'read', room, fromSeq, toSeq })) as Uint8Array),
    head: async room => (await ask({ do: 'head', room })) as RecordHead,
    saveSnapshot: async (room, snapshot) => {
      await ask({ do: 'saveSnapshot', room, snapshot })
    },
    close: async () => {
      if (closed) return
      const last = worker ? ask({ do: 'close' }) : Promise.resolve()
      closed = true
      await last
    },
  }
}
