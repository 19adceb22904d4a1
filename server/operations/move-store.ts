import { join } from 'node:path'
import { err, ok, type Result } from '../../shared/result.ts'
import { createBetterAuthAccounts } from '../http/better-auth-accounts.ts'
import type { Logger } from '../log.ts'
import { openEmbeddedStores, openStores } from '../store/open-stores.ts'
import { createPostgresPool } from '../store/postgres-pool.ts'
import type { Refused } from './backup.ts'
import { holdsStore, isInUse, KEYS } from './embedded-files.ts'
import { type MoveProgress, moveRecord } from './move-record.ts'
import { type MovedTable, moveRows } from './move-rows.ts'

/** What was moved, and found equal on the other side. */
export interface MovedStore extends MoveProgress {
  readonly tables: readonly MovedTable[]
}

export interface MoveOptions {
  readonly dataDir: string
  readonly databaseUrl: string
  readonly log: Logger
  tell(progress: MoveProgress): void
}

/**
 * Moves an embedded store to PostgreSQL: keys, accounts, agreements and the record, each compared when it is there. The store
 * stays as it is. No server may run on either side. Run again after it was interrupted, it goes on.
 */
export async function moveStore({
  dataDir,
  databaseUrl,
  log,
  tell,
}: MoveOptions): Promise<Result<MovedStore, Refused>> {
  if (!holdsStore(dataDir)) return err({ message: `There is no store in ${dataDir}.` })
  if (isInUse(dataDir))
    return err({
      message:
        'A server runs on this store: stop it first, or what it takes from now on would be left behind.',
    })
  const source = await openEmbeddedStores(dataDir)
  const target = await openStores({ dataDir, databaseUrl }, log)
  const pool = createPostgresPool(databaseUrl, log)
  try {
    for (const name of KEYS) {
      const value = await source.keys.read(name)
      if (value !== null && (await target.keys.keep(name, value)) !== value)
        return err({
          message: `The database belongs to another server already: ${target.keys.place(name)} is another one.`,
        })
    }
    // Makes the tables of the accounts.
    await target.whileStarting(() =>
      createBetterAuthAccounts({
        db: target.db,
        databaseType: 'postgres',
        secret: 'unused: nobody signs in here',
        publicUrl: null,
        signInsPerMinute: 0,
        sendMail: null,
        linkOrigin: () => '',
        log,
      }),
    )
    const tables = await moveRows(join(dataDir, 'parley.sqlite'), pool)
    const progress = await moveRecord(source.record, target.record, tell)
    return ok({ tables, ...progress })
  } catch (error) {
    return err({ message: error instanceof Error ? error.message : String(error) })
  } finally {
    await source.close()
    await target.close()
    await pool.end()
  }
}
