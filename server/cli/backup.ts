import { err, type Result } from '../../shared/result.ts'
import { readConfig } from '../config.ts'
import { backUp, type Refused, restore } from '../operations/backup.ts'
import type { StoreReport } from '../operations/check-store.ts'
import { fromHere } from './from-here.ts'
import { storeLines } from './store-lines.ts'

const USAGE = `Copies the store to a folder, or puts such a copy in place, and checks that it is sound.

  npm run backup -- <folder>     the server may run meanwhile; the folder must not exist
  npm run restore -- <folder>    with the server stopped, and no store in DATA_DIR

Both are for the store in DATA_DIR. With DATABASE_URL, use pg_dump and pg_restore.
They end with 0 when all went well, with 1 when the copy was made but is not sound, and with 2 when nothing was done.`

async function main([what, folder, ...more]: readonly string[]): Promise<number> {
  if ((what !== 'backup' && what !== 'restore') || !folder || folder.startsWith('-') || more.length > 0) {
    console.error(USAGE)
    return 2
  }
  const done = await run(what, fromHere(folder))
  if (!done.ok) {
    console.error(done.error.message)
    return 2
  }
  console.log(storeLines(done.value).join('\n'))
  return done.value.problems.length === 0 ? 0 : 1
}

async function run(what: 'backup' | 'restore', folder: string): Promise<Result<StoreReport, Refused>> {
  const config = readConfig(process.env)
  if (!config.ok) return config
  const { databaseUrl, dataDir } = config.value
  if (databaseUrl !== null)
    return err({
      message:
        'The store is in PostgreSQL (DATABASE_URL): copy it with pg_dump, which may run beside the servers.',
    })
  return what === 'backup' ? backUp(dataDir, folder, new Date().toISOString()) : restore(folder, dataDir)
}

process.exitCode = await main(process.argv.slice(2))
