import { once } from 'node:events'
import { afterEach, beforeEach, vi } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { AGREEMENT, BODY, createWorld, type World } from './engine-fixture.ts'
import { type SocketServer, startSocketServer } from './socket-server.ts'
import { createSteeredRecord, type SteeredRecord } from './steered-record.ts'

// One server of sockets and who is connected to it, for the tests of a file: made anew before each.
export let world: World
export let record: SteeredRecord
export let server: SocketServer
/** What is done after each test. */
export const cleanups: (() => void)[] = []

/** To be called once at the head of a file. */
export function socketServerForEachTest(): void {
  // Other work may keep the machine busy: what is waited for here comes within milliseconds otherwise.
  vi.setConfig({ testTimeout: 30_000 })

  beforeEach(async () => {
    world = createWorld()
    record = createSteeredRecord()
    await restart()
  })

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0)) cleanup()
    await server.close()
  })
}

/** Another server on the same record, in place of one that was closed. */
export async function restart(options: Parameters<typeof startSocketServer>[2] = {}): Promise<void> {
  server = await startSocketServer(world, record, options)
}

export const path = (room = 'body', agreement = AGREEMENT) => `/sync/${agreement}/${room}`

export function provide(user: string, doc = new Y.Doc()) {
  const provider = new WebsocketProvider(`${server.url}/sync`, `${AGREEMENT}/body`, doc, {
    params: { user },
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
    maxBackoffTime: 50,
  })
  cleanups.push(() => {
    provider.destroy()
    provider.awareness.destroy()
  })
  return { provider, doc, text: doc.getText('t') }
}

export async function open(user: string, query = ''): Promise<WebSocket> {
  const socket = new WebSocket(`${server.url}${path()}?user=${user}${query}`)
  socket.on('error', () => {})
  cleanups.push(() => socket.terminate())
  await once(socket, 'open')
  return socket
}

export async function closeOf(socket: WebSocket): Promise<number> {
  const [code] = await once(socket, 'close')
  return Number(code)
}

export async function refusalOf(target: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(`${server.url}${target}`, { headers })
  socket.on('error', () => {})
  const [, response] = await once(socket, 'unexpected-response')
  response.resume()
  return response.statusCode
}

export function updateOf(text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

export const present = async () =>
  ((await server.engine.present([AGREEMENT])).get(AGREEMENT) ?? []).map(({ userId }) => userId)
export const recorded = async () => (await record.read(BODY, 0, Number.MAX_SAFE_INTEGER)).length
