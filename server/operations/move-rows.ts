import { DatabaseSync } from 'node:sqlite'
import type { Pool, PoolClient } from 'pg'
import { inTransaction } from '../store/postgres-pool.ts'

/** A row of either database. */
type Row = Readonly<Record<string, unknown>>

/** Rows of these first: others refer to them. */
const FIRST = ['user', 'agreement']

/** Tables that each database keeps for itself: which migrations it has had. */
const OWN = /^(sqlite_|kysely_)/

export interface MovedTable {
  readonly table: string
  readonly rows: number
}

/**
 * Copies all rows of all tables of an embedded database to the tables of the same names in PostgreSQL, where they are made
 * already, and reads each back. Rows that are there already must be equal: so it may be run again after it was interrupted, and
 * stops at a database that holds something else. Throws in words when it must stop.
 */
export async function moveRows(file: string, pool: Pool): Promise<MovedTable[]> {
  const source = new DatabaseSync(file, { readOnly: true })
  try {
    const names = source
      .prepare("select name from sqlite_schema where type = 'table'")
      .all()
      .map(({ name }) => String(name))
      .filter(name => !OWN.test(name))
      .sort((a, b) => FIRST.indexOf(b) - FIRST.indexOf(a) || a.localeCompare(b))
    const moved: MovedTable[] = []
    for (const table of names) {
      const rows = await inTransaction(pool, client => moveTable(source, client, table))
      moved.push({ table, rows })
    }
    return moved
  } finally {
    source.close()
  }
}

async function moveTable(source: DatabaseSync, client: PoolClient, table: string): Promise<number> {
  const types = await typesOf(client, table)
  const info = source.prepare('select name, pk from pragma_table_info(?)').all(table)
  const keys = info.filter(({ pk }) => Number(pk) > 0).map(({ name }) => String(name))
  if (keys.length === 0) throw new Error(`The table ${table} has no key.`)
  const columns = info.map(({ name }) => String(name))
  const unknown = columns.filter(column => !types.has(column))
  if (unknown.length > 0)
    throw new Error(`The database has no column ${unknown.join()} in the table ${table}.`)
  const list = columns.map(quoted).join()
  const values = columns.map((_, n) => `$${n + 1}`).join()
  const insert = `insert into ${quoted(table)} (${list}) values (${values}) on conflict do nothing`
  const where = keys.map((key, n) => `${quoted(key)} = $${n + 1}`).join(' and ')
  const find = `select ${list} from ${quoted(table)} where ${where}`
  let rows = 0
  for (const row of source.prepare(`select ${list} from ${quoted(table)}`).iterate()) {
    const wanted = columns.map(column => converted(row[column], types.get(column) ?? ''))
    await client.query(insert, wanted)
    const found = await client.query<Row>(
      find,
      keys.map(key => wanted[columns.indexOf(key)]),
    )
    if (!isSame(columns, wanted, found.rows[0]))
      throw new Error(
        `The database holds another row of ${table} in the place of ${keys.map(key => row[key]).join()}.`,
      )
    rows++
  }
  const { rows: counted } = await client.query<{ count: string }>(`select count(*) from ${quoted(table)}`)
  if (Number(counted[0]?.count) !== rows)
    throw new Error(`The database holds rows of ${table} that this store does not: move into an empty one.`)
  return rows
}

async function typesOf(client: PoolClient, table: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ column_name: string; data_type: string }>(
    'select column_name, data_type from information_schema.columns where table_schema = current_schema() and table_name = $1',
    [table],
  )
  return new Map(rows.map(row => [row.column_name, row.data_type]))
}

/** SQLite keeps truth as a number and a time as text or a number. */
function converted(value: unknown, type: string): unknown {
  if (value === null || value === undefined) return null
  if (type === 'boolean') return Boolean(value)
  if (type.startsWith('timestamp')) return new Date(value as string | number)
  if (value instanceof Uint8Array) return Buffer.from(value)
  return value
}

const isSame = (columns: readonly string[], wanted: readonly unknown[], found: Row | undefined): boolean =>
  found !== undefined && columns.every((column, n) => comparable(wanted[n]) === comparable(found[column]))

/** PostgreSQL gives large numbers as text. */
function comparable(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  return String(value)
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
