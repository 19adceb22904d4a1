import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import { migrate } from './migrate.ts'
import { nodeSqliteDialect } from './node-sqlite.ts'
import type { Tables } from './tables.ts'

/** Accounts and agreements. */
export type Database = Kysely<Tables>

/** Opens the embedded database, made where there is none, in its newest form. `:memory:` keeps nothing. */
export async function openSqliteDatabase(file: string): Promise<Database> {
  const db: Database = new Kysely<Tables>({ dialect: nodeSqliteDialect(file) })
  await migrate(db, { bytes: 'blob' })
  return db
}

/** The tables in a PostgreSQL database, brought to their newest form. Destroying the result ends the pool. */
export async function openPostgresDatabase(pool: Pool): Promise<Database> {
  const db: Database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  await migrate(db, { bytes: 'bytea' })
  return db
}
