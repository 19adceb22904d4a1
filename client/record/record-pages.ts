import type { LocalDatabase } from '../local/database.ts'

/** Pages of an agreement's record that were fetched, as they came, so that history works without a network. */
export interface RecordPages {
  read(): Promise<readonly Uint8Array[]>
  /** `from` is the number of the page's first entry. */
  keep(from: number, bytes: Uint8Array): Promise<void>
}

/** In this device's database, with the copy of the text: they go when it goes. A device that cannot store has none. */
export function createRecordPages(database: LocalDatabase, room: string): RecordPages {
  const all = IDBKeyRange.bound([room, 0], [room, Number.MAX_SAFE_INTEGER])
  return {
    read: async () => {
      try {
        return await database.run(['record'], 'readonly', async tx =>
          (await tx.objectStore('record').getAll(all)).map(({ bytes }) => bytes),
        )
      } catch {
        return []
      }
    },
    keep: async (from, bytes) => {
      try {
        await database.run(['record'], 'readwrite', async tx => {
          await tx.objectStore('record').put({ room, from, bytes })
        })
      } catch {
        // It is fetched again next time.
      }
    },
  }
}
