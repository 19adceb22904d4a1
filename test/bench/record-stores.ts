import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPostgresPool } from '../../server/store/postgres-pool.ts'
import { migratePostgresRecord } from '../../server/store/postgres-record-schema.ts'
import { createPostgresRecordStore } from '../../server/store/postgres-record-store.ts'
import type { RecordStore } from '../../server/store/record-store.ts'
import { createSqliteRecordStore } from '../../server/store/sqlite-record-store.ts'
import { startPostgres } from '../support/services/postgres.ts'
import { silentLog } from '../support/silent-log.ts'

/** Where a bench writes a record: it can be opened again and again, and says what it takes on disk. */
export interface BenchRecord {
  open(): RecordStore
  megabytes(): Promise<number>
  remove(): Promise<void>
}

export function embeddedRecord(): BenchRecord {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-record-'))
  return {
    open: () => createSqliteRecordStore({ file: join(folder, 'record.sqlite') }),
    megabytes: async () =>
      readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1e6,
    remove: async () => rmSync(folder, { recursive: true }),
  }
}

/** In a throw-away PostgreSQL. */
export async function postgresRecord(): Promise<BenchRecord> {
  const postgres = await startPostgres()
  const pool = createPostgresPool(await postgres.database('record'), silentLog)
  await migratePostgresRecord(pool)
  return {
    open: () => createPostgresRecordStore(pool),
    async megabytes() {
      // What autovacuum does in time: rows that moved into chunks still take their place.
      await pool.query('vacuum full')
      const { rows } = await pool.query<{ bytes: string }>(
        "select sum(pg_total_relation_size(oid)) as bytes from pg_class where relname like 'record%' and relkind = 'r'",
      )
      return Number(rows[0]?.bytes) / 1e6
    },
    async remove() {
      await pool.end()
      await postgres.remove()
    },
  }
}
