import { Pool, type PoolClient } from 'pg'
import type { Logger } from '../log.ts'

/** Connections to one PostgreSQL database. They are made when needed, so this neither waits nor fails. */
export function createPostgresPool(url: string, log: Logger): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: 'parley',
    max: 10,
    connectionTimeoutMillis: 5000,
    // Long enough to lie idle overnight behind a firewall without being forgotten there.
    keepAlive: true,
  })
  // A connection that the database ends, as it does when it restarts, would take the process down unheard: idle, the pool
  // tells of it; in use, only the connection does, besides failing its query.
  pool.on('error', error => log.warn({ error: error.message }, 'A connection to the database ended'))
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}

/** Runs `work` as one transaction on one connection; rolls back when it throws. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const value = await work(client)
    await client.query('commit')
    client.release()
    return value
  } catch (error) {
    await leave(client)
    throw error
  }
}

/** A connection on which the rollback fails as well is not to be used again. */
async function leave(client: PoolClient): Promise<void> {
  try {
    await client.query('rollback')
    client.release()
  } catch {
    client.release(true)
  }
}

/** Any number that nothing else in the database uses for an advisory lock. */
const START_LOCK = 7_230_451_120

/**
 * Runs `work` while no other server does the same on this database: tables are made and changed by one at a time. Refuses a
 * database that is set to call a write done before it is on the disk.
 */
export async function whileStarting<T>(pool: Pool, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await mustBeDurable(client)
    await client.query('select pg_advisory_lock($1)', [START_LOCK])
    try {
      return await work()
    } finally {
      await client.query('select pg_advisory_unlock($1)', [START_LOCK])
    }
  } finally {
    client.release()
  }
}

async function mustBeDurable(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit') and setting = 'off'",
  )
  const [off] = rows
  if (off)
    throw new Error(
      `The database has ${off.name} turned off and may lose what it has confirmed. Turn it on: Parley promises that saved is saved.`,
    )
}
