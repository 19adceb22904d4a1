import { setTimeout as after } from 'node:timers/promises'
import * as Y from 'yjs'
import { readTyped, typed } from '../edits.ts'
import type { BenchServer } from '../servers.ts'

/** Kills the server the moment another client has seen an edit, again and again, and looks whether the edit is still there. */
export async function killTrials(server: BenchServer, trials: number) {
  let lost = 0
  await server.start()
  for (let trial = 0; trial < trials; trial++) {
    await seenThenKilled(server, trial)
    await server.start()
    if (!(await clients(server)).has(1_000_000 + trial)) lost++
  }
  return { trials, 'edits lost': lost }
}

async function seenThenKilled(server: BenchServer, trial: number): Promise<void> {
  const skip = server.prefix(0).length
  let see = () => {}
  const seen = new Promise<void>(resolve => {
    see = resolve
  })
  const reader = await server.open(0, 0, (bytes, start) => {
    if (bytes[start + skip] !== 0 || bytes[start + skip + 1] !== 2) return
    if (readTyped(bytes, start + skip + 3).index === trial) see()
  })
  server.ask(reader, 0)
  const writer = await server.open(0, 1, () => {})
  server.ask(writer, 0)
  await after(150)
  writer.write(server.updateFrame(0, typed(trial, 0)))
  await seen
  await server.stop('SIGKILL')
  reader.destroy()
  writer.destroy()
}

/** The clients whose edits the server has. */
async function clients(server: BenchServer): Promise<Set<number>> {
  const skip = server.prefix(0).length
  let answer: (update: Uint8Array) => void = () => {}
  const answered = new Promise<Uint8Array>(resolve => {
    answer = resolve
  })
  const socket = await server.open(0, 2, (bytes, start, end) => {
    const message = bytes.subarray(start + skip, end)
    if (message[0] !== 0 || message[1] !== 1) return
    let at = 2
    while ((message[at++] ?? 0) >= 128);
    answer(Uint8Array.from(message.subarray(at)))
  })
  server.ask(socket, 0)
  const { structs } = Y.decodeUpdate(await answered)
  socket.destroy()
  return new Set(structs.map(({ id }) => id.client))
}
