import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BenchSocket, frameOf, type OnMessage } from './bench-socket.ts'
import { syncMessage } from './edits.ts'
import type { Prepared } from './prepare.ts'

export const SERVERS = ['parley', 'bare', 'yws', 'hocus'] as const
export type ServerName = (typeof SERVERS)[number]

/** What the tables call them. */
export const TITLES: Readonly<Record<ServerName, string>> = {
  parley: 'Parley',
  bare: 'bare ws relay',
  yws: '@y/websocket-server',
  hocus: 'Hocuspocus + SQLite',
}

const ROOT = join(import.meta.dirname, '../../..')
const SCRIPTS: Readonly<Record<ServerName, string>> = {
  parley: join(ROOT, 'server/main.ts'),
  bare: join(import.meta.dirname, 'peers/bare.mjs'),
  yws: join(import.meta.dirname, 'peers/yws.mjs'),
  hocus: join(import.meta.dirname, 'peers/hocus.mjs'),
}

/** One kind of server for a load: how to start it, how to reach its documents, and what it has used. */
export class BenchServer {
  readonly name: ServerName
  readonly folder: string
  readonly #prepared: Prepared
  #child: ChildProcess | null = null
  #port = 0
  /** With these, Node writes a profile into the folder that they name. */
  readonly nodeFlags: readonly string[]

  constructor(name: ServerName, prepared: Prepared, nodeFlags: readonly string[] = []) {
    this.name = name
    this.#prepared = prepared
    this.nodeFlags = nodeFlags
    this.folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
    if (name === 'parley') cpSync(prepared.folder, this.folder, { recursive: true })
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  /** Whether it is still alive. */
  get runs(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** Starts it on the first core, alone; with threads and all. */
  async start(): Promise<void> {
    this.#port ||= await freePort()
    // As `npm start` does it.
    const own = this.name === 'parley' ? ['--max-semi-space-size=4'] : []
    const flags = [...own, ...this.nodeFlags]
    const child = spawn('taskset', ['-c', '0', process.execPath, ...flags, SCRIPTS[this.name]], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH ?? '',
        NODE_NO_WARNINGS: '1',
        PORT: String(this.#port),
        DATA_DIR: this.folder,
        LOG_LEVEL: 'warn',
        ...this.#prepared.settings,
      },
      stdio: ['ignore', 'pipe', process.env.BENCH_SHOW ? 'inherit' : 'ignore'],
    })
    this.#child = child
    const ready = new Promise<void>(resolve => {
      child.stdout?.on('data', text => {
        if (String(text).includes('ready')) resolve()
        if (process.env.BENCH_SHOW) process.stderr.write(text)
      })
    })
    await Promise.race([
      ready,
      once(child, 'exit').then(() => {
        throw new Error(`${this.name} did not start`)
      }),
    ])
  }

  /** Ends it: with SIGTERM and time to put things away, or at once. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const child = this.#child
    if (!child || !this.runs) return
    const ended = once(child, 'exit')
    child.kill(signal)
    const late = setTimeout(() => child.kill('SIGKILL'), 12_000)
    await ended
    clearTimeout(late)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** CPU seconds of all its threads so far (Linux: user and system time in hundredths). */
  cpu(): number {
    const fields = readFileSync(`/proc/${this.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  }

  /** Bytes of memory that it holds. */
  rss(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))?.[1]) * 1024
  }

  /** The server sends an author's own update back to it. */
  get echoes(): boolean {
    return this.name === 'yws'
  }

  get keeps(): boolean {
    return this.name === 'parley' || this.name === 'hocus'
  }

  /** Bytes that stand before each message of a document's protocol: Hocuspocus names the document. */
  prefix(document: number): Uint8Array {
    if (this.name !== 'hocus') return new Uint8Array()
    const name = Buffer.from(`doc-${document}`)
    return Buffer.concat([Uint8Array.of(name.length), name])
  }

  /** A message of the protocol as this server wants it, framed. */
  frame(document: number, message: Uint8Array): Uint8Array {
    return frameOf(Buffer.concat([this.prefix(document), message]))
  }

  /** The frame of an update for a document. */
  updateFrame(document: number, update: Uint8Array): Uint8Array {
    return this.frame(document, syncMessage(2, update))
  }

  /** Opens a socket of one person on a document, signed in where there is a session. */
  async open(document: number, person: number, onMessage: OnMessage, query = ''): Promise<BenchSocket> {
    const socket = await BenchSocket.open(this.#url(document, query), this.#headers(person), onMessage)
    if (this.name === 'hocus') socket.write(this.frame(document, Uint8Array.of(2, 0, 1, 120)))
    return socket
  }

  /** Asks for the whole state, as somebody does who has nothing. */
  ask(socket: BenchSocket, document: number): void {
    socket.write(this.frame(document, syncMessage(0, Uint8Array.of(0))))
  }

  #url(document: number, query: string): string {
    const base = `ws://127.0.0.1:${this.#port}`
    switch (this.name) {
      case 'parley':
        return `${base}/sync/${this.#prepared.agreements[document]}/body${query}`
      case 'hocus':
        return base
      default:
        return `${base}/doc-${document}`
    }
  }

  #headers(person: number): Readonly<Record<string, string>> {
    if (this.name !== 'parley') return {}
    const { tokens } = this.#prepared
    return { Authorization: `Bearer ${tokens[person % tokens.length]}` }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
