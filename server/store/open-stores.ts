import { join } from 'node:path'
import type { Logger } from '../log.ts'
import { openSqliteDatabase } from './database.ts'
import { createFileKeys } from './file-keys.ts'
import { createSqlAgreementStore } from './sql-agreement-store.ts'
import { createSqliteRecordStore } from './sqlite-record-store.ts'
import type { Stores } from './stores.ts'

/** Opens the store that the settings name, made where there is none, in its newest form. */
export async function openStores(
  config: { readonly dataDir: string; readonly databaseUrl: string | null },
  log: Logger,
): Promise<Stores> {
  if (config.databaseUrl === null) return openEmbeddedStores(config.dataDir)
  const { openPostgresStores } = await import('./open-postgres-stores.ts')
  return openPostgresStores(config.databaseUrl, log)
}

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
