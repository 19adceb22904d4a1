import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { copyFile, open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { err, ok, type Result } from '../../shared/result.ts'
import { openEmbeddedStores } from '../store/open-stores.ts'
import { checkStore, type StoreReport } from './check-store.ts'
import { DATABASES, damageIn, holdsStore, isInUse, KEYS } from './embedded-files.ts'

/** Why nothing was done, in words for whoever asked. */
export interface Refused {
  readonly message: string
}

const LIST = 'backup.json'
const FORMAT = 'parley-backup/1'
const listSchema = z.object({
  format: z.literal(FORMAT),
  at: z.string(),
  /** SHA-256 of each file, as hex. */
  files: z.record(z.enum([...DATABASES, ...KEYS]), z.string().optional()),
})

/**
 * Copies the embedded store in `dataDir` to the folder `target`, which must not exist, and checks the copy. A server may run and
 * write meanwhile: each database is copied as it stands at one moment, the accounts and agreements first, so that the record has
 * whatever they name. The folder comes into being whole or not at all. `at` is when, as ISO text.
 */
export async function backUp(
  dataDir: string,
  target: string,
  at: string,
): Promise<Result<StoreReport, Refused>> {
  if (!DATABASES.every(name => existsSync(join(dataDir, name))))
    return err({ message: `There is no store in ${dataDir}.` })
  if (existsSync(target)) return err({ message: `${target} exists already: name a folder that does not.` })
  const partial = `${target}.partial`
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { recursive: true, mode: 0o700 })
  for (const name of KEYS)
    if (existsSync(join(dataDir, name))) await copyFile(join(dataDir, name), join(partial, name))
  for (const name of DATABASES) copyDatabase(join(dataDir, name), join(partial, name))
  const report = await checkFolder(partial)
  await writeFile(
    join(partial, LIST),
    JSON.stringify({ format: FORMAT, at, files: await sumsOf(partial) }, null, 2),
  )
  for (const name of [...DATABASES, ...KEYS, LIST]) await flush(join(partial, name))
  renameSync(partial, target)
  return ok(report)
}

/**
 * Puts a backup in place as the store in `dataDir`. Refuses a backup that is not as it was made, and a folder that holds a
 * store: nothing is ever overwritten.
 */
export async function restore(backup: string, dataDir: string): Promise<Result<StoreReport, Refused>> {
  if (holdsStore(dataDir))
    return err({
      message: `${dataDir} holds a store${isInUse(dataDir) ? ', and a server runs on it' : ''}. Nothing is overwritten: move it away first, or name another DATA_DIR.`,
    })
  const list = await listOf(backup)
  if (!list.ok) return list
  for (const [name, sum] of Object.entries(list.value.files))
    if (!existsSync(join(backup, name)) || (await sumOf(join(backup, name))) !== sum)
      return err({ message: `${join(backup, name)} is not as it was when the backup was made.` })
  const partial = join(dataDir, 'restore.partial')
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { recursive: true, mode: 0o700 })
  const names = Object.keys(list.value.files)
  for (const name of names) {
    await copyFile(join(backup, name), join(partial, name))
    await flush(join(partial, name))
  }
  const report = await checkFolder(partial)
  // The record last: a server finds all or, should this be interrupted, is told by the next restore that there is a store.
  for (const name of [...KEYS, ...DATABASES])
    if (names.includes(name)) renameSync(join(partial, name), join(dataDir, name))
  rmSync(partial, { recursive: true })
  return ok(report)
}

/** Checks a store that nobody has open: the files as such, then what they hold. */
export async function checkFolder(folder: string): Promise<StoreReport> {
  const damage = DATABASES.flatMap(name => damageIn(join(folder, name)).map(problem => `${name}: ${problem}`))
  const stores = await openEmbeddedStores(folder)
  try {
    const report = await checkStore(stores)
    return { ...report, problems: [...damage, ...report.problems] }
  } finally {
    await stores.close()
  }
}

/** One transaction reads it all: a copy of one moment, whoever writes. */
function copyDatabase(from: string, to: string): void {
  const database = new DatabaseSync(from, { readOnly: true, timeout: 5000 })
  try {
    database.prepare('vacuum into ?').run(to)
  } finally {
    database.close()
  }
}

async function listOf(backup: string): Promise<Result<z.infer<typeof listSchema>, Refused>> {
  const text = await readFile(join(backup, LIST), 'utf8').catch(() => null)
  if (text === null) return err({ message: `${backup} is no backup: it has no ${LIST}.` })
  const list = listSchema.safeParse(parsed(text))
  return list.success
    ? ok(list.data)
    : err({ message: `${join(backup, LIST)} is damaged, or of another version.` })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function sumsOf(folder: string): Promise<Record<string, string>> {
  const there = [...DATABASES, ...KEYS].filter(name => existsSync(join(folder, name)))
  return Object.fromEntries(
    await Promise.all(there.map(async name => [name, await sumOf(join(folder, name))])),
  )
}

async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Makes sure that a file is on the disk and not only on its way there. */
async function flush(file: string): Promise<void> {
  if (!existsSync(file)) return
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}
