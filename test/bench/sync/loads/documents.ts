import { setTimeout as after } from 'node:timers/promises'
import { typed } from '../edits.ts'
import type { BenchServer } from '../servers.ts'
import { Typists, takeSeats, Watch } from '../typists.ts'

const KEYS_PER_SECOND = 400
const LEAVING_S = 60

/** Many documents with two clients each, one of whom types slowly; then everybody leaves. */
export async function manyDocuments(
  server: BenchServer,
  documents: number,
  seconds: number,
  leavingSeconds = LEAVING_S,
) {
  await server.start()
  const watch = new Watch(1)
  const seat = (n: number) => ({ document: n >> 1, person: 0 })
  // One document is written before, so that what a server loads and starts with its first is not counted as a document's.
  const first = await takeSeats(server, watch, [{ document: documents, person: 0 }])
  for (const { socket, document } of first)
    socket.write(server.updateFrame(document, typed(2 * documents, 0)))
  await after(5000)
  const before = server.rss()
  const seats = await takeSeats(
    server,
    watch,
    Array.from({ length: 2 * documents }, (_, n) => seat(n)),
  )
  const writers = seats.filter((_, n) => n % 2 === 0)
  const typists = new Typists(server, writers, KEYS_PER_SECOND / documents, watch)
  typists.start()
  await after(2000)
  const [cpu, began] = [server.cpu(), performance.now()]
  watch.begin()
  await after(seconds * 1000)
  const used = (server.cpu() - cpu) / ((performance.now() - began) / 1000)
  const full = server.rss()
  typists.stop()
  for (const { socket } of [...seats, ...first]) socket.destroy()
  await after(leavingSeconds * 1000)
  const after60 = server.rss()
  return {
    'kB a document': (full - before) / documents / 1000,
    'server CPU %': used * 100,
    'p50 ms': watch.percentile(0.5),
    'p99 ms': watch.percentile(0.99),
    [`given back after ${leavingSeconds} s %`]: ((full - after60) / (full - before)) * 100,
    'RSS MB': full / 1e6,
  }
}
