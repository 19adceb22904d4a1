import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb'
import type { StoredEntry } from './stored-entry.ts'
import { leaveTornLog } from './torn-log.ts'

/** One row of the log: an update as it came, or several rows merged. `changes` counts the local updates in it. */
export interface LogRow {
  readonly room: string
  readonly seq: number
  readonly update: Uint8Array
  readonly origin: 'local' | 'remote'
  readonly changes: number
  /** Epoch ms, this device's clock. */
  readonly at: number
}

/**
 * `born` is random, so that a tab notices when the room was cleared and begun anew; `lastSeq` never goes down; `waiting` is the
 * sum of the room's waiting changes; `movedTo` sends late writers after the rows.
 */
export interface RoomRecord {
  readonly room: string
  readonly born: number
  readonly lastSeq: number
  readonly waiting: number
  readonly movedTo: string | null
}

/** A row whose changes the server has not acknowledged. Beside the rows, so that an acknowledgement rewrites no text. */
export interface WaitingMark {
  readonly room: string
  readonly seq: number
  readonly changes: number
}

/** A page of the server's record of a room, as it was fetched; `from` is the number of its first entry. */
export interface RecordRow {
  readonly room: string
  readonly from: number
  readonly bytes: Uint8Array
}

export interface Tables extends DBSchema {
  rows: { key: [string, number]; value: LogRow }
  rooms: { key: string; value: RoomRecord }
  waiting: { key: [string, number]; value: WaitingMark }
  entries: { key: [string, string]; value: StoredEntry }
  record: { key: [string, number]; value: RecordRow }
}

export type Table = StoreNames<Tables>
export type Transaction<M extends IDBTransactionMode> = IDBPTransaction<Tables, Table[], M>

export const DATABASE_VERSION = 2

/** A first open that takes longer is held up by another tab, or the browser's storage hangs. */
const OPEN_PATIENCE_MS = 5_000

/** Storage that other tabs hold up. It may free itself, so it is worth trying again. */
export class StorageBlocked extends Error {
  override name = 'StorageBlocked'
}

function upgrade(database: IDBPDatabase<Tables>, from: number) {
  if (from < 2) database.createObjectStore('record', { keyPath: ['room', 'from'] })
  if (from >= 1) return
  database.createObjectStore('rows', { keyPath: ['room', 'seq'] })
  database.createObjectStore('rooms', { keyPath: 'room' })
  database.createObjectStore('waiting', { keyPath: ['room', 'seq'] })
  database.createObjectStore('entries', { keyPath: ['owner', 'id'] })
}

/** The browser ended the connection (cleared site data, a crashed disk process, a closed one): a new one may work. */
const isLostConnection = (error: unknown) =>
  error instanceof DOMException && ['InvalidStateError', 'AbortError', 'UnknownError'].includes(error.name)

/**
 * The connection to this device's database. It closes itself when a newer version of Parley needs to upgrade, and comes back by
 * itself after the browser has closed it.
 */
export class LocalDatabase {
  readonly name: string
  #opening: Promise<IDBPDatabase<Tables>> | null = null

  constructor(name = 'parley') {
    this.name = name
  }

  /**
   * Runs `work` in one transaction and resolves when it is on disk (`strict`), not only in the system's cache. On an error
   * nothing of it is written. `work` may run again after a lost connection; it must touch nothing but the transaction.
   */
  async run<M extends IDBTransactionMode, T>(
    tables: Table[],
    mode: M,
    work: (transaction: Transaction<M>) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const database = await this.#open()
      try {
        return await runOnce(database, tables, mode, work)
      } catch (error) {
        if (!isLostConnection(error) || attempt === 3) throw error
        this.#forget(database)
      }
    }
  }

  async close(): Promise<void> {
    const opening = this.#opening
    this.#opening = null
    await opening?.then(
      database => database.close(),
      () => undefined,
    )
  }

  async #open(): Promise<IDBPDatabase<Tables>> {
    this.#opening ??= this.#connect()
    let timer: ReturnType<typeof setTimeout> | undefined
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new StorageBlocked('the database does not open')), OPEN_PATIENCE_MS)
    })
    // A pending request is kept: it succeeds when the other tab lets go, and the next attempt finds it.
    return Promise.race([this.#opening, tooLong]).finally(() => clearTimeout(timer))
  }

  #connect(): Promise<IDBPDatabase<Tables>> {
    const open = () =>
      openDB<Tables>(this.name, DATABASE_VERSION, {
        upgrade,
        blocking: () => void this.close(),
        terminated: () => {
          if (this.#opening === opening) this.#opening = null
        },
      })
    const opening = leaveTornLog().then(open)
    opening.catch(() => {
      if (this.#opening === opening) this.#opening = null
    })
    return opening
  }

  #forget(database: IDBPDatabase<Tables>) {
    database.close()
    this.#opening = null
  }
}

async function runOnce<M extends IDBTransactionMode, T>(
  database: IDBPDatabase<Tables>,
  tables: Table[],
  mode: M,
  work: (transaction: Transaction<M>) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(tables, mode, { durability: 'strict' })
  // It may fail while `work` still waits for its own request; without a listener that would be an unhandled rejection.
  const done = transaction.done.then(
    () => null,
    (error: unknown) => ({ error }),
  )
  let result: T
  try {
    result = await work(transaction)
  } catch (error) {
    try {
      transaction.abort()
    } catch {
      // It has ended already, by the very error that is about to be thrown.
    }
    await done
    // The transaction knows the cause (a full disk), the request often only that it was aborted.
    throw transaction.error ?? error
  }
  const failed = await done
  if (failed) throw failed.error
  return result
}
