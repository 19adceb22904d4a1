/** The store takes no writes now: a full disk, a lost device, a database that is gone. Trying again later may help. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}

/** SQLite's result codes (sqlite3.h) for what is no fault of the query: busy, locked, read-only, I/O, full, cannot open. */
const SQLITE_CODES = [5, 6, 8, 10, 13, 14]

/** Whether an error says that a store is unavailable, as opposed to a defect in what was asked of it. */
export function isStoreUnavailable(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false
  // The upper bits say more about the same thing.
  return SQLITE_CODES.includes(error.errcode & 0xff)
}
