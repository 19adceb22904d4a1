import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServerConfig } from '../../server/config.ts'
import { type Overrides, startServer } from '../../server/start-server.ts'
import type { AgreementStore } from '../../server/store/agreement-store.ts'
import type { LiveRooms } from '../../server/sync/live-rooms.ts'
import { quickPasswords } from './quick-passwords.ts'
import { signUp, type TestPerson } from './test-person.ts'

const ROOT = join(import.meta.dirname, '../..')

const freshFolder = () => mkdtempSync(join(tmpdir(), 'parley-test-'))
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true })

/** A real server in this process, on a free port, with its own empty folder. */
export interface TestServer {
  /** As in `http://localhost:41234`. */
  readonly url: string
  readonly dataDir: string
  /** For writing a text without a socket. */
  readonly rooms: LiveRooms
  readonly agreements: AgreementStore
  signUp(name: string, email?: string): Promise<TestPerson>
  close(): Promise<void>
}

/**
 * Starts one; settings and parts may be replaced. A `dataDir` that is given stays when the server is closed. Passwords are kept
 * quickly, not safely, unless `quick` says otherwise.
 */
export async function startTestServer(
  settings: Partial<ServerConfig> = {},
  overrides: Overrides = {},
  { quick = true } = {},
): Promise<TestServer> {
  const dataDir = settings.dataDir ?? freshFolder()
  const config: ServerConfig = {
    port: 0,
    publicUrl: null,
    smtpUrl: null,
    databaseUrl: null,
    redisUrl: null,
    logLevel: 'silent',
    signInsPerMinute: 0,
    traffic: {},
    metricsToken: null,
    ...settings,
    dataDir,
  }
  const server = await startServer(config, { ...(quick ? { passwords: quickPasswords } : {}), ...overrides })
  return {
    url: server.url,
    dataDir,
    rooms: server.rooms,
    agreements: server.agreements,
    signUp: (name, email) => signUp(server.url, name, email),
    async close() {
      await server.close()
      if (settings.dataDir === undefined) remove(dataDir)
    },
  }
}

/** A server in a process of its own, for killing it. */
export interface ServerProcess {
  readonly url: string
  readonly port: number
  readonly pid: number
  readonly dataDir: string
  /** All that it has written so far. */
  output(): string
  signUp(name: string, email?: string): Promise<TestPerson>
  /** Ends it at once, as `kill -9` does. */
  kill(): Promise<void>
  /** Asks it to end (SIGTERM) and gives its exit code. */
  stop(): Promise<number | null>
}

/** Starts one and waits until it answers. Its folder stays when it ends: the next may go on with it. */
export async function startServerProcess(
  options: {
    readonly dataDir?: string
    readonly port?: number
    readonly environment?: Readonly<Record<string, string>>
  } = {},
): Promise<ServerProcess> {
  const dataDir = options.dataDir ?? freshFolder()
  const child = spawn(process.execPath, ['--max-semi-space-size=4', 'server/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      PORT: String(options.port ?? 0),
      DATA_DIR: dataDir,
      SIGN_INS_PER_MINUTE: '0',
      ...options.environment,
    },
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    output += text
  })
  const url = await startedAt(child, () => output)
  const ended = once(child, 'exit')
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    dataDir,
    output: () => output,
    signUp: (name, email) => signUp(url, name, email),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
      return child.exitCode
    },
  }
}

/** Removes the folder of a server that has ended. */
export const removeDataDir = (server: { readonly dataDir: string }): void => remove(server.dataDir)

/** The address in the line that the server writes once it listens. */
function startedAt(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const url = /Parley is ready: (http:\/\/\S+)/.exec(output())?.[1]
      if (url !== undefined) settle(() => resolve(url))
    }
    const fail = () => settle(() => reject(new Error(`The server did not start:\n${output()}`)))
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      fail()
    }, 60_000)
    const settle = (done: () => void) => {
      clearTimeout(timer)
      child.stdout?.off('data', look)
      child.off('exit', fail)
      done()
    }
    child.stdout?.on('data', look)
    child.on('exit', fail)
  })
}
