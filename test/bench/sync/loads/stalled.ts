import { once } from 'node:events'
import { setTimeout as after } from 'node:timers/promises'
import * as Y from 'yjs'
import { typed } from '../edits.ts'
import type { BenchServer } from '../servers.ts'

const BYTES = 31 * 1024 * 1024
const PIECE = 4096

/** One writes 31 MB and another does not read: what that costs more than when everybody reads, and whether they are equal afterwards. */
export async function stalledReader(server: BenchServer, seconds: number) {
  await server.start()
  const control = await growth(server, 0, seconds, false)
  await server.stop()
  await server.start()
  const stalled = await growth(server, 1, seconds, true)
  return {
    'growth above control MB': (stalled.growth - control.growth) / 1e6,
    'growth MB': stalled.growth / 1e6,
    'equal afterwards': stalled.equal ? 'yes' : 'no',
  }
}

async function growth(server: BenchServer, document: number, seconds: number, stalls: boolean) {
  const skip = server.prefix(document).length
  const doc = new Y.Doc()
  let bytesRead = 0
  const reader = await server.open(document, 0, (bytes, start, end) => {
    bytesRead += end - start
    const message = bytes.subarray(start + skip, end)
    if (!stalls || message[0] !== 0 || message[1] === 0) return
    let at = 2
    while ((message[at++] ?? 0) >= 128);
    Y.applyUpdate(doc, Uint8Array.from(message.subarray(at)))
  })
  // One person's sockets: only the first agreement has more members.
  const other = await server.open(document, 0, () => {})
  const writer = await server.open(document, 0, () => {})
  for (const socket of [reader, other, writer]) server.ask(socket, document)
  await after(1000)
  if (stalls) reader.tcp.pause()
  const before = server.rss()
  const pieces = Math.ceil(BYTES / PIECE)
  const began = performance.now()
  for (let n = 0; n < pieces; n++) {
    const due = (n / pieces) * seconds * 1000 - (performance.now() - began)
    if (due > 1) await after(due)
    const text = 'x'.repeat(PIECE)
    const clock = n * PIECE
    if (!writer.tcp.write(server.updateFrame(document, typed(0, clock, text))))
      await once(writer.tcp, 'drain')
  }
  await after(1500)
  const grown = server.rss() - before
  if (stalls) {
    reader.tcp.resume()
    const deadline = performance.now() + 20_000
    while (doc.getText('t0').length < pieces * PIECE && performance.now() < deadline) await after(100)
  }
  for (const socket of [reader, other, writer]) socket.destroy()
  return { growth: grown, bytesRead, equal: doc.getText('t0').length === pieces * PIECE }
}
