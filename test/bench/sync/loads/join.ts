import { once } from 'node:events'
import { setTimeout as after } from 'node:timers/promises'
import * as Y from 'yjs'
import type { BenchSocket } from '../bench-socket.ts'
import { afterLength } from '../edits.ts'
import type { BenchServer } from '../servers.ts'
import { writtenText } from '../written-text.ts'

/** Somebody types the whole text; then others come, one alone and fifty at once, before and after the server was started anew. */
export async function joins(server: BenchServer) {
  await server.start()
  const { updates, clocks, text: wanted } = writtenText()

  const reader = await reading(server, clocks)
  const writer = await server.open(0, 0, () => {})
  server.ask(writer, 0)
  await after(300)
  for (let n = 0; n < updates.length; n += 200) {
    const frames = updates.slice(n, n + 200).map(update => server.updateFrame(0, update))
    if (!writer.tcp.write(Buffer.concat(frames))) await once(writer.tcp, 'drain')
  }
  await reader.done
  await after(500)
  const warmOne = median([
    await joinAlone(server, wanted),
    await joinAlone(server, wanted),
    await joinAlone(server, wanted),
  ])
  const warmAll = await joinTogether(server, wanted)
  writer.destroy()
  reader.socket.destroy()
  const figures: Record<string, number> = {
    edits: updates.length,
    'warm, one: ms': warmOne,
    'warm, 50: p50 ms': median(warmAll),
    'warm, 50: last ms': Math.max(...warmAll),
  }
  if (!server.keeps) return figures
  await after(3000)
  await restart(server)
  figures['cold, one: ms'] = await joinAlone(server, wanted)
  await restart(server)
  const coldAll = await joinTogether(server, wanted)
  return { ...figures, 'cold, 50: p50 ms': median(coldAll), 'cold, 50: last ms': Math.max(...coldAll) }
}

async function restart(server: BenchServer): Promise<void> {
  await server.stop()
  await server.start()
  await after(1500)
}

/** Someone who reads along, until they have what every writer wrote; what only deletes may come a little later. */
async function reading(
  server: BenchServer,
  wanted: ReadonlyMap<number, number>,
): Promise<{ socket: BenchSocket; done: Promise<void> }> {
  const skip = server.prefix(0).length
  const left = new Map(wanted)
  let finish = () => {}
  const done = new Promise<void>(resolve => {
    finish = resolve
  })
  const socket = await server.open(0, 1, (bytes, start, end) => {
    if (bytes[start + skip] !== 0 || bytes[start + skip + 1] !== 2) return
    // Some servers merge what they send: what has arrived is told by its clocks.
    const { to } = Y.parseUpdateMeta(bytes.subarray(afterLength(bytes, start + skip + 2), end))
    for (const [client, clock] of to) if (clock >= (left.get(client) ?? 0)) left.delete(client)
    if (left.size === 0) finish()
  })
  server.ask(socket, 0)
  return { socket, done }
}

interface Joined {
  /** Milliseconds from the first byte of a connection to the last of the whole text. */
  readonly took: number
  readonly message: Buffer
}

async function joinAlone(server: BenchServer, wanted: string): Promise<number> {
  const joined = await join(server)
  mustSay(server, wanted, joined)
  return joined.took
}

/** Looks at what came only when all have theirs: building a document takes as long as many joins. */
async function joinTogether(server: BenchServer, wanted: string): Promise<number[]> {
  const all = await Promise.all(Array.from({ length: 50 }, () => join(server)))
  const different = new Map(all.map(joined => [joined.message.toString('latin1'), joined]))
  for (const joined of different.values()) mustSay(server, wanted, joined)
  return all.map(({ took }) => took)
}

async function join(server: BenchServer): Promise<Joined> {
  const skip = server.prefix(0).length
  const began = performance.now()
  let arrived: (joined: Joined) => void = () => {}
  const answer = new Promise<Joined>(resolve => {
    arrived = resolve
  })
  const socket = await server.open(0, 2, (bytes, start, end) => {
    if (bytes[start + skip] === 0 && bytes[start + skip + 1] === 1)
      arrived({ took: performance.now() - began, message: Buffer.from(bytes.subarray(start + skip, end)) })
  })
  server.ask(socket, 0)
  const joined = await answer
  socket.destroy()
  return joined
}

/** Throws when what was served is not the text. */
function mustSay(server: BenchServer, wanted: string, { message }: Joined): void {
  const doc = new Y.Doc()
  let at = 2
  while ((message[at++] ?? 0) >= 128);
  Y.applyUpdate(doc, message.subarray(at))
  if (doc.getText('t').toString() !== wanted) throw new Error(`${server.name} served another text`)
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
