import { once } from 'node:events'
import { setTimeout as after } from 'node:timers/promises'
import * as Y from 'yjs'
import type { BenchSocket } from '../bench-socket.ts'
import type { BenchServer } from '../servers.ts'
import { writtenText } from '../written-text.ts'

/** Somebody types the whole text; then others come, one alone and fifty at once, before and after the server was started anew. */
export async function joins(server: BenchServer) {
  await server.start()
  const { updates, text: wanted } = writtenText()

  const reader = await reading(server, updates.length)
  const writer = await server.open(0, 0, () => {})
  server.ask(writer, 0)
  await after(300)
  for (let n = 0; n < updates.length; n += 200) {
    const frames = updates.slice(n, n + 200).map(update => server.updateFrame(0, update))
    if (!writer.tcp.write(Buffer.concat(frames))) await once(writer.tcp, 'drain')
  }
  await reader.done
  const warmOne = median([await join(server, wanted), await join(server, wanted), await join(server, wanted)])
  const warmAll = await Promise.all(Array.from({ length: 50 }, () => join(server, wanted)))
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
  figures['cold, one: ms'] = await join(server, wanted)
  await restart(server)
  const coldAll = await Promise.all(Array.from({ length: 50 }, () => join(server, wanted)))
  return { ...figures, 'cold, 50: p50 ms': median(coldAll), 'cold, 50: last ms': Math.max(...coldAll) }
}

async function restart(server: BenchServer): Promise<void> {
  await server.stop()
  await server.start()
  await after(1500)
}

async function reading(
  server: BenchServer,
  count: number,
): Promise<{ socket: BenchSocket; done: Promise<void> }> {
  const skip = server.prefix(0).length
  let left = count
  let finish = () => {}
  const done = new Promise<void>(resolve => {
    finish = resolve
  })
  const socket = await server.open(0, 1, (bytes, start) => {
    if (bytes[start + skip] === 0 && bytes[start + skip + 1] === 2 && --left === 0) finish()
  })
  server.ask(socket, 0)
  return { socket, done }
}

/** Milliseconds from the first byte of a connection to the last of the whole text; throws when it is not the text. */
async function join(server: BenchServer, wanted: string): Promise<number> {
  const skip = server.prefix(0).length
  const doc = new Y.Doc()
  const began = performance.now()
  let arrived: (state: Buffer) => void = () => {}
  const answer = new Promise<Buffer>(resolve => {
    arrived = resolve
  })
  const socket = await server.open(0, 2, (bytes, start, end) => {
    if (bytes[start + skip] === 0 && bytes[start + skip + 1] === 1)
      arrived(Buffer.from(bytes.subarray(start + skip, end)))
  })
  server.ask(socket, 0)
  const state = await answer
  const took = performance.now() - began
  socket.destroy()
  let at = 2
  while ((state[at++] ?? 0) >= 128);
  Y.applyUpdate(doc, state.subarray(at))
  if (doc.getText('t').toString() !== wanted) throw new Error(`${server.name} served another text`)
  return took
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
