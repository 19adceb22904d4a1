import { workerData } from 'node:worker_threads'
import type { RoomKey } from '../../shared/protocol/wire.ts'
import { answerRequests } from '../thread.ts'
import { packEntries, unpackBatch } from './record-store-packing.ts'
import { type SnapshotPiece, SqliteRecordDatabase } from './sqlite-record-database.ts'
import { isStoreUnavailable } from './store-unavailable.ts'

/** What the store asks of its thread. */
export type SqliteRecordRequest =
  | { readonly do: 'append'; readonly batch: Uint8Array }
  | { readonly do: 'load'; readonly room: RoomKey }
  | { readonly do: 'read'; readonly room: RoomKey; readonly fromSeq: number; readonly toSeq: number }
  | { readonly do: 'rooms'; readonly after: RoomKey | null; readonly limit: number }
  | { readonly do: 'head' | 'owners'; readonly room: RoomKey }
  | { readonly do: 'beginSnapshot' | 'compressOldest'; readonly room: RoomKey; readonly seq: number }
  | { readonly do: 'addPiece'; readonly room: RoomKey; readonly piece: SnapshotPiece }
  | { readonly do: 'clearPieces'; readonly room: RoomKey }
  | { readonly do: 'probe' }
  | { readonly do: 'close' }

/** The answer in place of any other when the disk or the file fails: an error would lose its kind on the way. */
export interface SqliteRecordUnavailable {
  readonly unavailable: string
}

/** What the thread is started with. */
export interface SqliteRecordWorkerData {
  readonly file: string
  readonly busyTimeoutMs: number
}

const { file, busyTimeoutMs }: SqliteRecordWorkerData = workerData
let open: SqliteRecordDatabase | null = null

function answer(request: SqliteRecordRequest): unknown {
  if (request.do === 'close') return shut()
  open ??= new SqliteRecordDatabase(file, busyTimeoutMs)
  switch (request.do) {
    case 'append':
      return open.append(unpackBatch(request.batch))
    case 'load': {
      const { snapshot, tail } = open.load(request.room)
      return { snapshot, tail: packEntries(tail) }
    }
    case 'read':
      return packEntries(open.read(request.room, request.fromSeq, request.toSeq))
    case 'head':
      return open.head(request.room)
    case 'rooms':
      return open.rooms(request.after, request.limit)
    case 'owners':
      return open.owners(request.room)
    case 'probe':
      return open.probe()
    case 'beginSnapshot':
      return open.beginSnapshot(request.room, request.seq)
    case 'addPiece':
      return open.addPiece(request.room, request.piece)
    case 'clearPieces':
      return open.clearPieces(request.room)
    case 'compressOldest':
      return open.compressOldest(request.room, request.seq)
  }
}

function shut(): void {
  const database = open
  open = null
  database?.close()
}

/** A connection that met a failing disk is not to be trusted: the next request opens the file anew. */
function shutAfterError(): void {
  try {
    shut()
  } catch {
    // The first error is the one to report.
  }
}

answerRequests((request: SqliteRecordRequest) => {
  try {
    return answer(request)
  } catch (error) {
    shutAfterError()
    if (isStoreUnavailable(error)) return { unavailable: String(error) } satisfies SqliteRecordUnavailable
    throw error
  }
})
