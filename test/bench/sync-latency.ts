import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { BODY } from '../server/sync/support/engine-fixture.ts'
import { updateFrame } from '../server/sync/support/memory-client.ts'

// Clients that all type into one document: how long an edit takes to reach the others, durable, and what it costs the server.
// node test/bench/sync-latency.ts [clients] [edits per second and client] [seconds]
const [clients = 50, perSecond = 6, seconds = 10] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
const script = fileURLToPath(new URL('../server/sync/support/sync-process.ts', import.meta.url))
const server = spawn(process.execPath, [script, join(folder, 'record.sqlite')], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const [line] = await once(server.stdout, 'data')
const url = String(line).trim()

/** CPU seconds that the server and its threads have used (Linux: user and system time in hundredths). */
const cpu = () => {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(' ')
  return (Number(fields[13]) + Number(fields[14])) / 100
}

const sentAt = new Map<string, number>()
const latencies: number[] = []
let deliveries = 0

const sockets = await Promise.all(
  Array.from({ length: clients }, async (_, index) => {
    const socket = new WebSocket(
      `${url}/sync/${BODY.agreementId}/${BODY.room}?user=${index % 2 ? 'ada' : 'ben'}`,
    )
    socket.on('message', data => {
      const frame = data as Buffer
      if (frame[0] !== 0 || frame[1] !== 2) return
      deliveries++
      if (deliveries % 7 !== 0) return
      const sent = sentAt.get(frame.subarray(2).toString('latin1'))
      if (sent) latencies.push(performance.now() - sent)
    })
    await once(socket, 'open')
    return socket
  }),
)

const typists = sockets.map((socket, index) => {
  const doc = new Y.Doc()
  doc.clientID = 1000 + index
  const text = doc.getText('t')
  doc.on('update', (update: Uint8Array) => {
    const frame = updateFrame(update)
    sentAt.set(Buffer.from(frame.subarray(2)).toString('latin1'), performance.now())
    socket.send(frame)
  })
  return () => text.insert(text.length, 'x')
})

const before = cpu()
const timers: NodeJS.Timeout[] = []
for (const type of typists) {
  await after(1000 / perSecond / clients)
  timers.push(setInterval(type, 1000 / perSecond))
}
await after(seconds * 1000)
for (const timer of timers) clearInterval(timer)
await after(500)

const used = cpu() - before
latencies.sort((a, b) => a - b)
const at = (share: number) => (latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(1)
console.log(
  `${clients} clients, ${perSecond}/s each: ${Math.round(deliveries / seconds)} deliveries/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ` +
    `server CPU ${((used / seconds) * 100).toFixed(0)} %, ${Math.round(deliveries / used / 1000)}k deliveries per CPU second`,
)
for (const socket of sockets) socket.terminate()
server.kill()
await once(server, 'exit')
rmSync(folder, { recursive: true })
