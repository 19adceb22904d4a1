import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'

/**
 * node:sqlite takes an object as first parameter for a set of named ones and then binds the rest one place off, without an
 * error: nothing but plain values may get there.
 */
function bindable(value: unknown): SQLInputValue {
  if (value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value
  if (value instanceof Uint8Array) return value
  throw new Error(`Defect: a ${typeof value} cannot be stored in SQLite`)
}

/** Statements that are kept prepared; the server's own queries are far fewer. */
const MOST_PREPARED = 500

/** Gives each text its statement. Kysely asks anew for each query, and preparing takes longer than most queries run. */
function preparer(database: DatabaseSync): (sql: string) => SqliteStatement {
  const prepared = new Map<string, SqliteStatement>()
  return sql => {
    const known = prepared.get(sql)
    if (known) return known
    if (prepared.size >= MOST_PREPARED) prepared.clear()
    const made = statement(database, sql)
    prepared.set(sql, made)
    return made
  }
}

function statement(database: DatabaseSync, sql: string): SqliteStatement {
  const prepared = database.prepare(sql)
  return {
    reader: prepared.columns().length > 0,
    all: parameters => prepared.all(...parameters.map(bindable)),
    run: parameters => prepared.run(...parameters.map(bindable)),
    iterate: parameters => prepared.iterate(...parameters.map(bindable)),
  }
}

/**
 * Kysely on Node's own SQLite. What is committed survives the loss of power. All queries share one connection, so code inside
 * a transaction must use the transaction's handle only: the outer one would wait for itself.
 */
export function nodeSqliteDialect(file: string): SqliteDialect {
  return new SqliteDialect({
    database: async (): Promise<SqliteDatabase> => {
      const database = new DatabaseSync(file)
      database.exec(
        'pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000; pragma foreign_keys = on',
      )
      return { close: () => database.close(), prepare: preparer(database) }
    },
  })
}
