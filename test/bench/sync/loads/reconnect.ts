import { setTimeout as after } from 'node:timers/promises'
import * as Y from 'yjs'
import type { BenchSocket } from '../bench-socket.ts'
import { afterLength, clientOf, forEachTyped, typed } from '../edits.ts'
import type { BenchServer } from '../servers.ts'

const CLIENTS = 200
const EDITS = 20

/**
 * Everybody comes back at once, each with edits that they made offline, and is done when they have those of all the others. What
 * the load itself used meanwhile is told too: two hundred clients in one process keep it as busy as the server.
 */
export async function reconnect(server: BenchServer) {
  await server.start()
  const warm = await server.open(0, 0, () => {})
  server.ask(warm, 0)
  await after(500)
  const skip = server.prefix(0).length
  const mine = (index: number) =>
    Y.mergeUpdates(Array.from({ length: EDITS }, (_, clock) => typed(index, clock)))
  const comers = Array.from({ length: CLIENTS }, (_, index) => new Comer(index))
  const offline = comers.map(({ index }) => server.updateFrame(0, mine(index)))
  await after(200)
  const [cpu, ownCpu] = [server.cpu(), process.cpuUsage()]
  const began = performance.now()
  const sockets: BenchSocket[] = await Promise.all(
    comers.map(async comer => {
      const socket = await server.open(0, comer.index, (bytes, start, end) => {
        if (bytes[start + skip] === 0) comer.take(bytes, start + skip + 1, end)
      })
      server.ask(socket, 0)
      socket.write(offline[comer.index] ?? new Uint8Array())
      return socket
    }),
  )
  const opened = performance.now() - began
  const own = process.cpuUsage(ownCpu)
  const deadline = began + 3000
  // The bare relay keeps nothing: whoever came early to it misses nothing, whoever came late does, and nobody knows when it is done.
  const isDone = () => server.name !== 'bare' && comers.every(comer => comer.hasAll)
  while (!isDone() && performance.now() < deadline) await after(10)
  const used = server.cpu() - cpu
  for (const socket of [warm, ...sockets]) socket.destroy()
  const last =
    server.name === 'bare'
      ? Math.max(...comers.map(({ lastAt }) => lastAt))
      : Math.max(...comers.map(comer => comer.completeAt()))
  return {
    'all connected ms': opened,
    'all have all ms': Number.isFinite(last) ? last - began : 'not within 3 s',
    'server CPU ms': used * 1000,
    'load CPU until connected ms': (own.user + own.system) / 1000,
  }
}

/** Someone who comes back. Updates are noted as they come; whole states are looked into afterwards, which takes longer than all the rest. */
class Comer {
  readonly index: number
  lastAt = 0
  /** When each writer's edits first came as an update; 0: not yet. */
  readonly #updates = new Float64Array(CLIENTS)
  readonly #wholes: { readonly at: number; readonly message: Buffer }[] = []
  #left = CLIENTS - 1

  constructor(index: number) {
    this.index = index
  }

  /** Takes a message of sync, whose part stands at `at`; the bytes are good only during the call. */
  take(bytes: Buffer, at: number, end: number): void {
    const part = bytes[at]
    if (part === 0) return
    this.lastAt = performance.now()
    if (part === 1) {
      this.#wholes.push({ at: this.lastAt, message: Buffer.from(bytes.subarray(at, end)) })
      return
    }
    forEachTyped(bytes, afterLength(bytes, at + 1), index => {
      if (index === this.index || this.#updates[index] !== 0) return
      this.#updates[index] = this.lastAt
      this.#left--
    })
  }

  /** Whether all came, as far as that can be seen without looking into whole states; with one, half a second of silence counts. */
  get hasAll(): boolean {
    return this.#left === 0 || (this.#wholes.length > 0 && performance.now() - this.lastAt > 500)
  }

  /** When it had the edits of all others; infinite when it never did. */
  completeAt(): number {
    const had = this.#updates.map(at => at || Number.POSITIVE_INFINITY)
    had[this.index] = 0
    for (const { at, message } of this.#wholes)
      for (const { id } of Y.decodeUpdate(message.subarray(afterLength(message, 1))).structs) {
        const index = id.client - clientOf(0)
        had[index] = Math.min(had[index] ?? at, at)
      }
    return Math.max(...had)
  }
}
