import { ROOMS } from '../../shared/protocol/wire.ts'
import type { LocalDatabase, Table, Transaction } from './database.ts'
import { appendRows, deleteRoom, localRoom, moveRoom, newRoom } from './room-rows.ts'
import type { StoredEntry } from './stored-entry.ts'

const TABLES: Table[] = ['entries', 'record', 'rooms', 'rows', 'waiting']

/** Whose copy: the key of an account, `''` without one. */
export const ownerOf = (userId: string | null) => userId ?? ''
export const userOf = (owner: string) => (owner === '' ? null : owner)

type Key = Pick<StoredEntry, 'id' | 'owner'>

/** The room of the text. */
export const roomOf = (entry: Key) => localRoom(entry.id, 'body', userOf(entry.owner))

/** Every room of an agreement. */
export const roomsOf = (entry: Key) => ROOMS.map(room => localRoom(entry.id, room, userOf(entry.owner)))

export interface StoredLibrary {
  readonly entries: readonly StoredEntry[]
  /** By room. */
  readonly waiting: ReadonlyMap<string, number>
}

export const readLibrary = (database: LocalDatabase): Promise<StoredLibrary> =>
  database.run(['entries', 'rooms'], 'readonly', async tx => {
    const [entries, rooms] = await Promise.all([
      tx.objectStore('entries').getAll(),
      tx.objectStore('rooms').getAll(),
    ])
    return { entries, waiting: new Map(rooms.map(({ room, waiting }) => [room, waiting])) }
  })

/** Stores what `change` makes of the entry as it is by then; null when it is gone. */
export const changeEntry = (
  database: LocalDatabase,
  key: Key,
  change: (entry: StoredEntry) => StoredEntry,
): Promise<StoredEntry | null> =>
  database.run(['entries'], 'readwrite', async tx => {
    const entry = await tx.objectStore('entries').get([key.owner, key.id])
    if (!entry) return null
    const changed = change(entry)
    await tx.objectStore('entries').put(changed)
    return changed
  })

/** The entry and the first row of its text, together. */
export const addEntry = (
  database: LocalDatabase,
  entry: StoredEntry,
  text: Uint8Array,
  at: number,
): Promise<void> =>
  database.run(TABLES, 'readwrite', async tx => {
    await tx.objectStore('entries').put(entry)
    const row = { update: text, origin: 'local', changes: 1, at, waits: true } as const
    await appendRows(tx, newRoom(roomOf(entry)), [row])
  })

export const putEntries = (database: LocalDatabase, entries: readonly StoredEntry[]): Promise<void> =>
  database.run(['entries'], 'readwrite', async tx => {
    await Promise.all(entries.map(entry => tx.objectStore('entries').put(entry)))
  })

/** Takes the text off this device; the entry stays while the server knows the agreement. */
export const removeCopy = (database: LocalDatabase, entry: StoredEntry): Promise<void> =>
  database.run(TABLES, 'readwrite', async tx => {
    for (const room of roomsOf(entry)) await deleteRoom(tx, room)
    const entries = tx.objectStore('entries')
    if (entry.server === null || entry.left) await entries.delete([entry.owner, entry.id])
    else await entries.put({ ...entry, keep: false, hasText: false, fetchedAt: null })
  })

/** Everything written without an account becomes this account's. */
export const claimEntries = (database: LocalDatabase, userId: string): Promise<void> =>
  database.run(TABLES, 'readwrite', async tx => {
    for (const entry of await entriesOf(tx, '')) {
      await tx.objectStore('entries').delete(['', entry.id])
      await tx.objectStore('entries').put({ ...entry, owner: userId })
      for (const room of ROOMS)
        await moveRoom(tx, localRoom(entry.id, room, null), localRoom(entry.id, room, userId))
    }
  })

/** Removes every copy of an account from this device. */
export const forgetEntries = (database: LocalDatabase, userId: string): Promise<void> =>
  database.run(TABLES, 'readwrite', async tx => {
    for (const entry of await entriesOf(tx, userId)) {
      await tx.objectStore('entries').delete([entry.owner, entry.id])
      for (const room of roomsOf(entry)) await deleteRoom(tx, room)
    }
  })

const entriesOf = async (tx: Transaction<'readwrite'>, owner: string) =>
  (await tx.objectStore('entries').getAll()).filter(entry => entry.owner === owner)
