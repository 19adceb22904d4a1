import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { existingPostgres, type Postgres, startPostgres } from './postgres.ts'

/** The folder that all processes of one run of the tests share; set by the global set-up. */
export const RUN_FOLDER = 'PARLEY_TEST_RUN'

const noted = (run: string) => join(run, 'postgres.json')

/** The PostgreSQL of this run of the tests, if a test has asked for it. */
export function postgresOfRun(run: string): Postgres | null {
  if (!existsSync(noted(run))) return null
  const { folder, port } = JSON.parse(readFileSync(noted(run), 'utf8'))
  return existingPostgres(folder, port)
}

/** An empty database of its own in a PostgreSQL that is started once for a run of the tests, by whoever is first. */
export async function emptyDatabase(): Promise<string> {
  const run = process.env[RUN_FOLDER]
  if (run === undefined) throw new Error('The tests run under the set-up of vite.config.ts')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  return (await shared(run)).database(name)
}

async function shared(run: string): Promise<Postgres> {
  try {
    mkdirSync(join(run, 'postgres.lock'))
  } catch {
    return waitFor(run)
  }
  const postgres = await startPostgres()
  const file = noted(run)
  writeFileSync(
    `${file}.new`,
    JSON.stringify({ folder: postgres.folder, port: Number(new URL(postgres.url).port) }),
  )
  renameSync(`${file}.new`, file)
  return postgres
}

async function waitFor(run: string): Promise<Postgres> {
  for (let waited = 0; waited < 30_000; waited += 50) {
    const postgres = postgresOfRun(run)
    if (postgres) return postgres
    await delay(50)
  }
  throw new Error('PostgreSQL was not started by whoever began to')
}
