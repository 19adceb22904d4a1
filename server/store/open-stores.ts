import { join } from 'node:path'
import type { Logger } from '../log.ts'
import { POSTGRES_FENCE } from './access-fence.ts'
import type { AgreementStore } from './agreement-store.ts'
import { type Database, openPostgresDatabase, openSqliteDatabase } from './database.ts'
import { createFileKeys } from './file-keys.ts'
import { openPostgresKeys } from './postgres-keys.ts'
import { createPostgresPool, whileStarting } from './postgres-pool.ts'
import { migratePostgresRecord } from './postgres-record-schema.ts'
import { createPostgresRecordStore } from './postgres-record-store.ts'
import type { RecordStore, SharedRecord } from './record-store.ts'
import type { ServerKeys } from './server-keys.ts'
import { createSqlAgreementStore } from './sql-agreement-store.ts'
import { createSqliteRecordStore } from './sqlite-record-store.ts'

/** Everything that the server keeps. */
export interface Stores {
  readonly db: Database
  readonly databaseType: 'sqlite' | 'postgres'
  readonly agreements: AgreementStore
  readonly record: RecordStore
  /** The same record where several servers may write it; null for the embedded one. */
  readonly shared: SharedRecord | null
  readonly keys: ServerKeys
  /** Runs `work` while no other server starts on the same store: for whoever makes tables. */
  whileStarting<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Opens the store that the settings name, made where there is none, in its newest form. */
export const openStores = (
  config: { readonly dataDir: string; readonly databaseUrl: string | null },
  log: Logger,
): Promise<Stores> =>
  config.databaseUrl === null
    ? openEmbeddedStores(config.dataDir)
    : openPostgresStores(config.databaseUrl, log)

/** The embedded databases of a folder, which must exist. */
export async function openEmbeddedStores(dataDir: string): Promise<Stores> {
  const db = await openSqliteDatabase(join(dataDir, 'parley.sqlite'))
  const agreements = createSqlAgreementStore(db)
  const record = createSqliteRecordStore({ file: join(dataDir, 'record.sqlite') })
  return {
    db,
    databaseType: 'sqlite',
    agreements,
    record,
    shared: null,
    keys: createFileKeys(dataDir),
    whileStarting: work => work(),
    async close() {
      await record.close()
      await agreements.close()
    },
  }
}

async function openPostgresStores(url: string, log: Logger): Promise<Stores> {
  const pool = createPostgresPool(url, log)
  try {
    const [db, keys] = await whileStarting(pool, async () => {
      await migratePostgresRecord(pool)
      return [await openPostgresDatabase(pool), await openPostgresKeys(pool)] as const
    })
    const agreements = createSqlAgreementStore(db, POSTGRES_FENCE)
    const record = createPostgresRecordStore(pool)
    return {
      db,
      databaseType: 'postgres',
      agreements,
      record,
      shared: record,
      keys,
      whileStarting: work => whileStarting(pool, work),
      close: () => agreements.close(),
    }
  } catch (error) {
    await pool.end()
    throw error
  }
}
