import { once } from 'node:events'
import { setTimeout as after } from 'node:timers/promises'
import * as Y from 'yjs'
import { typed } from '../edits.ts'
import type { BenchServer } from '../servers.ts'

const BYTES = 31 * 1024 * 1024
const PIECE = 4096
const PATIENCE_MS = 60_000

/**
 * One writes 31 MB and another does not read: what the server holds at most more than when everybody reads, and whether they are
 * equal afterwards. What both cost it (the text itself, a merge, what Node has not given back yet) is in both columns.
 */
export async function stalledReader(server: BenchServer, seconds: number) {
  await server.start()
  const control = await growth(server, 0, seconds, false)
  await server.stop()
  await server.start()
  const stalled = await growth(server, 1, seconds, true)
  return {
    'all read: grew by at most MB': control.most / 1e6,
    'one stalls: grew by at most MB': stalled.most / 1e6,
    'more with one stalled MB': (stalled.most - control.most) / 1e6,
    'and 1.5 s after the last key MB': (stalled.end - control.end) / 1e6,
    'not read while stalled MB': stalled.missed / 1e6,
    'read afterwards MB': stalled.readAfterwards / 1e6,
    'equal after ms': stalled.equalAfter ?? `not within ${PATIENCE_MS / 1000} s`,
  }
}

async function growth(server: BenchServer, document: number, seconds: number, stalls: boolean) {
  const skip = server.prefix(document).length
  const pieces = Math.ceil(BYTES / PIECE)
  const updates: Buffer[] = []
  let bytesRead = 0
  const reader = await server.open(document, 0, (bytes, start, end) => {
    bytesRead += end - start
    const message = bytes.subarray(start + skip, end)
    if (stalls && message[0] === 0 && message[1] !== 0) updates.push(Buffer.from(message))
  })
  // One person's sockets: only the first agreement has more members.
  const other = await server.open(document, 0, () => {})
  const writer = await server.open(document, 0, () => {})
  for (const socket of [reader, other, writer]) server.ask(socket, document)
  await after(1000)
  if (stalls) reader.tcp.pause()
  const before = server.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, server.rss())
  }, 50)
  const began = performance.now()
  let sent = 0
  for (let n = 0; n < pieces; n++) {
    const due = (n / pieces) * seconds * 1000 - (performance.now() - began)
    if (due > 1) await after(due)
    const frame = server.updateFrame(document, typed(0, n * PIECE, 'x'.repeat(PIECE)))
    sent += frame.length
    if (!writer.tcp.write(frame)) await once(writer.tcp, 'drain')
  }
  await after(1500)
  clearInterval(watch)
  const end = server.rss()
  const missed = sent - bytesRead
  bytesRead = 0
  if (stalls) reader.tcp.resume()
  const equalAfter = stalls ? await untilEqual(updates, pieces * PIECE) : null
  for (const socket of [reader, other, writer]) socket.destroy()
  return { most: most - before, end: end - before, missed, readAfterwards: bytesRead, equalAfter }
}

/** How long it takes until what came makes the whole text; null when it does not in time. */
async function untilEqual(updates: readonly Buffer[], length: number): Promise<number | null> {
  const began = performance.now()
  const doc = new Y.Doc()
  let taken = 0
  while (performance.now() - began < PATIENCE_MS) {
    await after(100)
    for (; taken < updates.length; taken++) Y.applyUpdate(doc, payloadOf(updates[taken] ?? Buffer.alloc(0)))
    if (doc.getText('t0').length === length) return performance.now() - began
  }
  return null
}

function payloadOf(message: Buffer): Uint8Array {
  let at = 2
  while ((message[at++] ?? 0) >= 128);
  return message.subarray(at)
}
