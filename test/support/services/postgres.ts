import { execFile } from 'node:child_process'
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { must } from '../../../shared/result.ts'
import { freePort } from './free-port.ts'
import { postgresFolder } from './programs.ts'

const run = promisify(execFile)

/** A throw-away PostgreSQL on 127.0.0.1, as durable as a real one. It outlives the process that started it until `remove`. */
export interface Postgres {
  /** Of its empty database `postgres`. */
  readonly url: string
  readonly folder: string
  /** Makes an empty database and gives its URL. */
  database(name: string): Promise<string>
  start(): Promise<void>
  /** `immediate` ends it as a crash does: it recovers from its log at the next start. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>
  /** Ends it and removes its folder. */
  remove(): Promise<void>
}

/** PostgreSQL refuses to run as root: then its own user runs it. */
function runner(): { readonly uid: number; readonly gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {}
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(entry => entry.startsWith('postgres:'))
  const [, , uid, gid] = must(line, 'PostgreSQL was installed with a user of its own').split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** Makes one and starts it. */
export async function startPostgres(): Promise<Postgres> {
  const programs = must(postgresFolder(), 'PostgreSQL is on this machine')
  const folder = mkdtempSync(join(tmpdir(), 'parley-postgres-'))
  const as = runner()
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid)
  const data = join(folder, 'data')
  const call = (program: string, ...parameters: string[]) =>
    run(join(programs, program), parameters, {
      ...as,
      cwd: folder,
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    })

  await call('initdb', '-D', data, '-U', 'parley', '--auth=trust', '--encoding=UTF8', '--no-instructions')
  const postgres = existingPostgres(folder, await freePort())
  await postgres.start()
  return postgres
}

/** One that was started before, perhaps by another process. */
export function existingPostgres(folder: string, port: number): Postgres {
  const programs = must(postgresFolder(), 'PostgreSQL is on this machine')
  const data = join(folder, 'data')
  const control = (...parameters: string[]) =>
    run(join(programs, 'pg_ctl'), ['-D', data, ...parameters], {
      ...runner(),
      cwd: folder,
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    })
  const urlOf = (name: string) => `postgres://parley@127.0.0.1:${port}/${name}`
  const options = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    `-c unix_socket_directories=${folder}`,
    '-c max_connections=200',
    '-c shared_buffers=32MB',
  ]

  const stop = async (mode: 'fast' | 'immediate' = 'immediate') => {
    await control('stop', '-m', mode, '-w')
  }
  return {
    url: urlOf('postgres'),
    folder,
    async database(name) {
      const client = new Client(urlOf('postgres'))
      await client.connect()
      await client.query(`create database ${client.escapeIdentifier(name)}`)
      await client.end()
      return urlOf(name)
    },
    async start() {
      await control('start', '-w', '-l', join(folder, 'log'), '-o', options.join(' '))
    },
    stop,
    async remove() {
      await stop().catch(() => undefined)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
