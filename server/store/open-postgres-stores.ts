import type { Logger } from '../log.ts'
import { POSTGRES_FENCE } from './access-fence.ts'
import { openPostgresDatabase } from './database.ts'
import { openPostgresKeys } from './postgres-keys.ts'
import { createPostgresPool, whileStarting } from './postgres-pool.ts'
import { migratePostgresRecord } from './postgres-record-schema.ts'
import { createPostgresRecordStore } from './postgres-record-store.ts'
import { createSqlAgreementStore } from './sql-agreement-store.ts'
import type { Stores } from './stores.ts'

/** The databases of many servers, with their tables in their newest form. */
export async function openPostgresStores(url: string, log: Logger): Promise<Stores> {
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
