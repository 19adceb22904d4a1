import { setTimeout as after } from 'node:timers/promises'
import type { Cluster } from '../../support/cluster/cluster.ts'
import { bringIn, createAgreement, type TestPerson } from '../../support/test-person.ts'
import { BenchSocket, frameOf } from '../sync/bench-socket.ts'
import { readTyped, syncMessage, typed } from '../sync/edits.ts'

/** `clients`, half on each server, of whom each types `perSecond` keys; a delivery counts when writer and reader are on different servers. */
export async function crossLatency(
  cluster: Cluster,
  [ada, ben]: readonly [TestPerson, TestPerson, ...TestPerson[]],
  { clients, perSecond, seconds }: { clients: number; perSecond: number; seconds: number },
) {
  const { id } = await createAgreement(ada, { title: 'Across', seed: false })
  await bringIn(ada, ben, id, 'partner')
  const sentAt: number[][] = Array.from({ length: clients }, () => [])
  const latencies: number[] = []
  let measuring = false
  let sent = 0
  const sockets = await Promise.all(
    Array.from({ length: clients }, async (_, place) => {
      const index = place % 2
      const url = `${cluster.server(index).url.replace('http', 'ws')}/sync/${id}/body`
      const { token } = index === 0 ? ada : ben
      const socket = await BenchSocket.open(url, { Authorization: `Bearer ${token}` }, (bytes, start) => {
        if (!measuring || bytes[start] !== 0 || bytes[start + 1] !== 2) return
        const { index: writer, clock } = readTyped(bytes, start + 3)
        const at = sentAt[writer]?.[clock]
        if (at !== undefined && writer % 2 !== index) latencies.push(performance.now() - at)
      })
      socket.send(syncMessage(0, Uint8Array.of(0)))
      return socket
    }),
  )
  await after(500)
  // One key of somebody at a time, evenly, and no client writes the second's key after the first's without a pause.
  const everyMs = 1000 / (perSecond * clients)
  const began = performance.now()
  for (let key = 0; performance.now() - began < (seconds + 1) * 1000; key++) {
    await after(Math.max(0, began + key * everyMs - performance.now()))
    measuring ||= performance.now() - began > 1000
    const writer = key % clients
    const times = sentAt[writer] ?? []
    const clock = times.length
    times.push(performance.now())
    if (measuring) sent++
    sockets[writer]?.write(frameOf(syncMessage(2, typed(writer, clock))))
  }
  await after(500)
  for (const socket of sockets) socket.destroy()
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN
  return {
    clients,
    'keys a second': perSecond * clients,
    'cross-server p50 ms': at(0.5),
    'p99 ms': at(0.99),
    'delivered of expected %': (latencies.length / (sent * (clients / 2))) * 100,
  }
}
