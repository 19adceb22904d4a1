import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepCompiled } from '../keep-compiled.ts'
import { leftOut } from './programs.ts'
import { postgresOfRun, RUN_FOLDER } from './shared-postgres.ts'

/** Says what the run leaves out, and removes in the end what its tests have shared. */
export default function setup(): () => Promise<void> {
  for (const line of leftOut()) process.stderr.write(`\n${line}\n`)
  keepCompiled()
  const run = mkdtempSync(join(tmpdir(), 'parley-run-'))
  process.env[RUN_FOLDER] = run
  return async () => {
    await postgresOfRun(run)?.remove()
    rmSync(run, { recursive: true, force: true })
  }
}
