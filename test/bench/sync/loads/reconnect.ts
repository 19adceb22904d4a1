import { setTimeout as after } from 'node:timers/promises'
import * as Y from 'yjs'
import type { BenchSocket } from '../bench-socket.ts'
import { readTyped, typed } from '../edits.ts'
import type { BenchServer } from '../servers.ts'

const CLIENTS = 200
const EDITS = 20

/** Everybody comes back at once, each with edits that they made offline, and is done when they have those of all the others. */
export async function reconnect(server: BenchServer) {
  await server.start()
  const warm = await server.open(0, 0, () => {})
  server.ask(warm, 0)
  await after(500)
  const skip = server.prefix(0).length
  const arrivals: { readonly at: number; readonly message: Buffer }[][] = Array.from(
    { length: CLIENTS },
    () => [],
  )
  const mine = (index: number) =>
    Y.mergeUpdates(Array.from({ length: EDITS }, (_, clock) => typed(index, clock)))
  const offline = Array.from({ length: CLIENTS }, (_, index) => mine(index))
  const cpu = server.cpu()
  const began = performance.now()
  const sockets: BenchSocket[] = await Promise.all(
    offline.map(async (update, index) => {
      const socket = await server.open(0, index, (bytes, start, end) => {
        const message = bytes.subarray(start + skip, end)
        if (message[0] === 0 && message[1] !== 0)
          arrivals[index]?.push({ at: performance.now() - began, message: Buffer.from(message) })
      })
      server.ask(socket, 0)
      socket.write(server.updateFrame(0, update))
      return socket
    }),
  )
  const opened = performance.now() - began
  await after(3000)
  const used = server.cpu() - cpu
  for (const socket of [warm, ...sockets]) socket.destroy()
  const complete = arrivals.map((list, index) => completeAt(list, index))
  return {
    'all connected ms': opened,
    // The bare relay keeps nothing: whoever came early to it misses nothing, whoever came late does.
    'all have all ms': server.name === 'bare' ? lastArrival(arrivals) : Math.max(...complete),
    'CPU s': used,
  }
}

const lastArrival = (arrivals: readonly (readonly { at: number }[])[]): number =>
  Math.max(...arrivals.flat().map(({ at }) => at))

function completeAt(arrivals: readonly { at: number; message: Buffer }[], own: number): number {
  const seen = new Set([own])
  for (const { at, message } of arrivals) {
    let place = 2
    while ((message[place++] ?? 0) >= 128);
    if (message[1] === 1)
      for (const struct of Y.decodeUpdate(message.subarray(place)).structs)
        seen.add(struct.id.client - 1_000_000)
    else seen.add(readTyped(message, place).index)
    if (seen.size === CLIENTS) return at
  }
  return Number.POSITIVE_INFINITY
}
