import { setTimeout as after } from 'node:timers/promises'
import type { BenchSocket, OnMessage } from './bench-socket.ts'
import { afterLength, forEachTyped, typed } from './edits.ts'
import type { BenchServer } from './servers.ts'

/** Someone at a socket; `document` is where they are, and `writer` numbers those who type. */
export interface Seat {
  readonly socket: BenchSocket
  readonly document: number
  readonly writer: number
}

/** What has been seen of the typing, over any number of sockets. */
export class Watch {
  deliveries = 0
  sent = 0
  readonly latencies: number[] = []
  readonly #sentAt = new Map<number, Float64Array>()
  readonly #every: number
  #measuring = false

  /** Of the deliveries, one in `every` has its latency taken. */
  constructor(every: number) {
    this.#every = every
  }

  /** For a socket on a document: counts the keys that arrive. */
  listener(server: BenchServer, document: number): OnMessage {
    const skip = server.prefix(document).length
    return (bytes, start) => {
      if (bytes[start + skip] !== 0 || bytes[start + skip + 1] !== 2) return
      forEachTyped(bytes, afterLength(bytes, start + skip + 2), (index, clock) => this.#saw(index, clock))
    }
  }

  #saw(index: number, clock: number): void {
    this.deliveries++
    if (!this.#measuring || this.deliveries % this.#every !== 0) return
    const sent = this.#sentAt.get(index)?.[clock]
    if (sent) this.latencies.push(performance.now() - sent)
  }

  begin(): void {
    this.deliveries = 0
    this.sent = 0
    this.#measuring = true
  }

  noteSent(writer: number, clock: number): void {
    let times = this.#sentAt.get(writer)
    if (!times) {
      times = new Float64Array(8192)
      this.#sentAt.set(writer, times)
    }
    times[clock % times.length] = performance.now()
    this.sent++
  }

  percentile(share: number): number {
    const sorted = this.latencies.toSorted((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  }
}

/** Has the writers type evenly, `perSecond` keys each, until stopped. */
export class Typists {
  readonly #server: BenchServer
  readonly #writers: readonly Seat[]
  readonly #clocks: number[]
  readonly #watch: Watch
  readonly #perMs: number
  #timer: NodeJS.Timeout | null = null
  #started = 0
  #count = 0

  constructor(server: BenchServer, writers: readonly Seat[], perSecond: number, watch: Watch) {
    this.#server = server
    this.#writers = writers
    this.#clocks = writers.map(() => 0)
    this.#watch = watch
    this.#perMs = (writers.length * perSecond) / 1000
  }

  start(): void {
    this.#started = performance.now()
    this.#timer = setInterval(() => this.#type(), 1)
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer)
  }

  #type(): void {
    const due = Math.floor((performance.now() - this.#started) * this.#perMs)
    for (; this.#count < due; this.#count++) {
      const at = this.#count % this.#writers.length
      const seat = this.#writers[at]
      const clock = this.#clocks[at] ?? 0
      if (!seat) continue
      this.#clocks[at] = clock + 1
      this.#watch.noteSent(seat.writer, clock)
      seat.socket.write(this.#server.updateFrame(seat.document, typed(seat.writer, clock)))
    }
  }
}

/** Opens sockets a few at a time, each asking for the state as a provider does. */
export async function takeSeats(
  server: BenchServer,
  watch: Watch,
  seats: readonly { readonly document: number; readonly person: number }[],
): Promise<Seat[]> {
  const taken: Seat[] = []
  let next = 0
  const take = async () => {
    while (next < seats.length) {
      const writer = next++
      const { document, person } = seats[writer] ?? { document: 0, person: 0 }
      const socket = await server.open(document, person, watch.listener(server, document))
      server.ask(socket, document)
      taken[writer] = { socket, document, writer }
    }
  }
  await Promise.all(Array.from({ length: 16 }, take))
  await after(300)
  return taken
}
