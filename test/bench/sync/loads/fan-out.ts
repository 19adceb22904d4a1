import { setTimeout as after } from 'node:timers/promises'
import type { BenchServer } from '../servers.ts'
import { Typists, takeSeats, Watch } from '../typists.ts'

export interface FanOut {
  readonly clients: number
  readonly writers: number
  readonly perSecond: number
}

/** One document, everybody in it. */
export async function fanOut(server: BenchServer, { clients, writers, perSecond }: FanOut, seconds: number) {
  await server.start()
  const watch = new Watch(Math.max(1, Math.round((writers * perSecond * clients) / 10_000)))
  const seats = await takeSeats(
    server,
    watch,
    Array.from({ length: clients }, (_, person) => ({ document: 0, person })),
  )
  const typists = new Typists(server, seats.slice(0, writers), perSecond, watch)
  typists.start()
  await after(1000)
  const [cpu, ownCpu, began] = [server.cpu(), process.cpuUsage(), performance.now()]
  watch.begin()
  await after(seconds * 1000)
  const took = (performance.now() - began) / 1000
  const used = server.cpu() - cpu
  const own = process.cpuUsage(ownCpu)
  const deliveries = watch.deliveries - (server.echoes ? watch.sent : 0)
  typists.stop()
  for (const { socket } of seats) socket.destroy()
  return {
    'deliveries per CPU-second (thousands)': deliveries / used / 1000,
    'p50 ms': watch.percentile(0.5),
    'p99 ms': watch.percentile(0.99),
    'delivered of expected %': (deliveries / (watch.sent * (clients - 1))) * 100,
    'server CPU %': (used / took) * 100,
    'load CPU %': ((own.user + own.system) / 1e6 / took) * 100,
  }
}
