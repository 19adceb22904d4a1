/** The store takes no writes now: a full disk, a lost device, a database that is gone. Trying again later may help. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}

/** SQLite's result codes (sqlite3.h) for what is no fault of the query: busy, locked, read-only, I/O, full, cannot open. */
const SQLITE_CODES = [5, 6, 8, 10, 13, 14]

/**
 * PostgreSQL's classes of error (its Appendix A) for what is no fault of the query: connection, resources, shut down by an
 * operator, the system beneath it; and a database that has become a read-only copy, or a connection that only says so.
 */
const POSTGRES_CODES = /^(08|53|57P|58|25006)/
const LOST_CONNECTION =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|EAI_AGAIN|connection terminated|connect timeout|connection timeout/i

/** Whether an error says that a store is unavailable, as opposed to a defect in what was asked of it. */
export function isStoreUnavailable(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true
  if (!(error instanceof Error)) return false
  // The upper bits say more about the same thing.
  if ('errcode' in error && typeof error.errcode === 'number')
    return SQLITE_CODES.includes(error.errcode & 0xff)
  if ('code' in error && typeof error.code === 'string' && POSTGRES_CODES.test(error.code)) return true
  const { code = '' } = error as { code?: unknown }
  return LOST_CONNECTION.test(`${code} ${error.message}`)
}
