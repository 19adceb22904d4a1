import { once } from 'node:events'
import { request } from 'node:http'
import { connect as connectTcp } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { CLOSE, LIMITS } from '../../../shared/protocol/wire.ts'
import { AGREEMENT, BODY, createWorld, type World } from './support/engine-fixture.ts'
import { syncFrame, updateFrame } from './support/memory-client.ts'
import { type SocketServer, startSocketServer } from './support/socket-server.ts'
import { createSteeredRecord, type SteeredRecord } from './support/steered-record.ts'
import { until } from './support/until.ts'

// Other work may keep the machine busy: what is waited for here comes within milliseconds otherwise.
vi.setConfig({ testTimeout: 30_000 })

let world: World
let record: SteeredRecord
let server: SocketServer
const cleanups: (() => void)[] = []

beforeEach(async () => {
  world = createWorld()
  record = createSteeredRecord()
  server = await startSocketServer(world, record)
})

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) cleanup()
  await server.close()
})

const path = (room = 'body', agreement = AGREEMENT) => `/sync/${agreement}/${room}`

function provide(user: string, doc = new Y.Doc()) {
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

async function open(user: string, query = ''): Promise<WebSocket> {
  const socket = new WebSocket(`${server.url}${path()}?user=${user}${query}`)
  socket.on('error', () => {})
  cleanups.push(() => socket.terminate())
  await once(socket, 'open')
  return socket
}

async function closeOf(socket: WebSocket): Promise<number> {
  const [code] = await once(socket, 'close')
  return Number(code)
}

async function refusalOf(target: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(`${server.url}${target}`, { headers })
  socket.on('error', () => {})
  const [, response] = await once(socket, 'unexpected-response')
  response.resume()
  return response.statusCode
}

function updateOf(text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

const present = async () =>
  ((await server.engine.present([AGREEMENT])).get(AGREEMENT) ?? []).map(({ userId }) => userId)
const recorded = async () => (await record.read(BODY, 0, Number.MAX_SAFE_INTEGER)).length

describe('stock providers', () => {
  it('write together, see each other, and part', async () => {
    const ada = provide('ada')
    const ben = provide('ben')
    await until('both are synced', () => ada.provider.synced && ben.provider.synced)
    ada.text.insert(0, 'hello ')
    ben.text.insert(0, 'world ')
    await until('both have both', () => ada.text.length === 12 && ben.text.toString() === ada.text.toString())
    ada.provider.awareness.setLocalState({ user: { name: 'Ada' } })
    await until('ben sees ada', () => ben.provider.awareness.getStates().has(ada.doc.clientID))
    ada.provider.destroy()
    await until('ada is gone', () => !ben.provider.awareness.getStates().has(ada.doc.clientID))
  })

  it('bring what was written offline when they come back, also to a new server', async () => {
    const ada = provide('ada')
    const ben = provide('ben')
    await until('both are synced', () => ada.provider.synced && ben.provider.synced)
    ada.provider.disconnect()
    ada.text.insert(0, 'offline ')
    ben.text.insert(0, 'meanwhile ')
    ada.provider.connect()
    await until('both have both', () => ada.text.length === 18 && ben.text.toString() === ada.text.toString())

    const port = Number(new URL(server.url).port)
    await server.close()
    ben.text.insert(0, 'while down ')
    server = await startSocketServer(world, record, { port })
    await until(
      'it reaches the other',
      () => ada.text.length === 29 && ben.text.toString() === ada.text.toString(),
    )
  })

  it('let an observer read and nothing more', async () => {
    const ada = provide('ada')
    const otto = provide('otto')
    await until('both are synced', () => ada.provider.synced && otto.provider.synced)
    otto.text.insert(0, 'x')
    ada.text.insert(0, 'hello')
    await until('the observer reads', () => otto.text.toString().includes('hello'))
    expect(ada.text.toString()).toBe('hello')
    expect(await recorded()).toBe(1)
    expect(otto.provider.wsconnected).toBe(true)
  })
})

describe('the way in', () => {
  it.each([
    ['no session', path(), {}, 401],
    ['a foreign origin', `${path()}?user=ada`, { origin: 'https://evil.example' }, 403],
    ['someone who is no member', `${path()}?user=eve`, {}, 404],
    ['an unknown room', `${path('minutes')}?user=ada`, {}, 404],
    ['an id of another form', `${path('body', 'UPPER')}?user=ada`, {}, 404],
    ['an id that climbs', `${path('body', '..%2F..%2Fetc')}?user=ada`, {}, 404],
  ])('refuses %s over HTTP, before there is a socket', async (_what, target, headers, status) => {
    expect(await refusalOf(target, headers)).toBe(status)
    expect(server.engine.openRooms()).toBe(0)
  })

  it('says why in the answer to an upgrade, and ends the connection', async () => {
    const socket = new WebSocket(`${server.url}${path()}?user=eve`)
    socket.on('error', () => {})
    const [, response] = await once(socket, 'unexpected-response')
    const chunks: Buffer[] = []
    for await (const chunk of response) chunks.push(chunk)
    expect(JSON.parse(Buffer.concat(chunks).toString())).toEqual({
      kind: 'not-found',
      message: expect.stringContaining('not a member'),
    })
    expect(response.headers.connection).toBe('close')
  })

  it('answers a plain request in words', async () => {
    const base = server.url.replace('ws:', 'http:')
    const stranger = await fetch(`${base}${path()}`)
    expect([stranger.status, await stranger.json()]).toEqual([
      401,
      { kind: 'unauthenticated', message: expect.stringContaining('Sign in') },
    ])
    const plain = await fetch(`${base}${path()}?user=ada`)
    expect([plain.status, (await plain.json()).kind]).toEqual([400, 'bad-request'])
  })

  it('lets nobody in through an upgrade to something else', async () => {
    const { port } = new URL(server.url)
    const upgrade = request({
      port,
      path: `${path()}?user=ada`,
      headers: { connection: 'upgrade', upgrade: 'h2c' },
    })
    const answered = once(upgrade, 'response')
    upgrade.end()
    const [response] = await answered
    expect(response.statusCode).toBe(400)
    response.resume()
  })
})

describe('a socket', () => {
  it('is told how much is saved when it asks', async () => {
    const socket = await open('ada', '&saved=1')
    const messages: number[][] = []
    socket.on('message', data => messages.push([...(data as Buffer)]))
    socket.send(updateFrame(updateOf('a')))
    socket.send(updateFrame(updateOf('b')))
    await until('both are saved', () => messages.some(([type, count]) => type === 4 && count === 2))
    expect(await recorded()).toBe(2)
  })

  it.each([
    ['text', 'hello', CLOSE.badFrame],
    ['garbage', Buffer.from([9, 9, 9]), CLOSE.badFrame],
    [
      'an update that claims 2^40 bytes',
      Buffer.from(updateFrame(Uint8Array.of(1, 1, 7, 0, 4, 1, 1, 116, 128, 128, 128, 128, 128, 32))),
      CLOSE.badFrame,
    ],
    ['more than a frame may hold', Buffer.alloc(LIMITS.frameBytes + 1), 1009],
  ])('that sends %s is closed with the right code, and nobody else', async (_what, data, code) => {
    const ada = provide('ada')
    await until('ada is synced', () => ada.provider.synced)
    const socket = await open('ben')
    socket.send(data)
    expect(await closeOf(socket)).toBe(code)
    ada.text.insert(0, 'on')
    await until('others go on', async () => (await recorded()) === 1)
    expect(ada.provider.wsconnected).toBe(true)
  })

  it('that breaks the WebSocket protocol itself harms nobody', async () => {
    const ada = provide('ada')
    await until('ada is synced', () => ada.provider.synced)
    const { port } = new URL(server.url)
    const tcp = connectTcp(Number(port), '127.0.0.1')
    tcp.write(
      `GET ${path()}?user=ben HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    await once(tcp, 'data')
    tcp.write(Buffer.from([0xff, 0xff, 0xff, 0xff, 0x00, 0x01]))
    const [reply] = await once(tcp, 'data')
    tcp.destroy()
    expect(reply[0]).toBeDefined()
    ada.text.insert(0, 'on')
    await until('others go on', async () => (await recorded()) === 1)
  })

  it('closes with the code for changed access, and a stock provider comes back by itself', async () => {
    const ada = provide('ada')
    await until('ada is synced', () => ada.provider.synced)
    const socket = await open('ben')
    server.engine.accessChanged(AGREEMENT)
    expect(await closeOf(socket)).toBe(CLOSE.accessChanged)
    ada.text.insert(0, 'back')
    await until('ada wrote again', async () => (await recorded()) === 1)
  })

  it('that went silent is dropped, and one that answers stays', async () => {
    await server.close()
    server = await startSocketServer(world, record, { heartbeatMs: 100 })
    const alive = await open('ada')
    const silent = await open('ben')
    // A paused socket reads no ping, as a machine that was unplugged.
    silent.pause()
    await until('the silent one is dropped', async () => (await present()).join() === 'ada')
    expect(alive.readyState).toBe(WebSocket.OPEN)
  })

  it('that is held back by a freeze is not taken for silent', async () => {
    await server.close()
    server = await startSocketServer(world, record, { heartbeatMs: 100 })
    const held = await open('ada')
    const other = new WebSocket(`${server.url}${path('discussion')}?user=ben`)
    cleanups.push(() => other.terminate())
    await once(other, 'open')
    await server.engine.frozen(BODY, async () => {
      held.send(updateFrame(updateOf('held')))
      let pings = 0
      other.on('ping', () => pings++)
      await until('several heartbeats have passed', () => pings > 3)
    })
    await until('what it sent is recorded', async () => (await recorded()) === 1)
    expect(held.readyState).toBe(WebSocket.OPEN)
  })

  it('is closed at once also while it is held back', async () => {
    const release = record.holdLoads()
    const socket = await open('ada')
    server.engine.accessChanged(AGREEMENT)
    expect(await closeOf(socket)).toBe(CLOSE.accessChanged)
    await until('the server is rid of it', async () => (await present()).length === 0)
    release()
  })

  it('that stops reading costs a bounded amount and is equal again afterwards', async () => {
    await server.close()
    server = await startSocketServer(world, record, { limits: { sendBufferBytes: 256 * 1024 } })
    const ada = provide('ada')
    const ben = provide('ben')
    await until('both are synced', () => ada.provider.synced && ben.provider.synced)
    const benSocket = ben.provider.ws as unknown as WebSocket
    benSocket.pause()
    const before = process.memoryUsage().arrayBuffers
    const block = 'x'.repeat(10_000)
    for (let i = 0; i < 1500; i++) {
      ada.text.insert(0, block)
      if (i % 3 === 0) ada.text.delete(0, 9_900)
      if (i % 20 === 0) await until('the record keeps up', async () => (await recorded()) > i * 0.9)
    }
    const grown = process.memoryUsage().arrayBuffers - before
    expect(grown).toBeLessThan(120 * 1024 * 1024)
    benSocket.resume()
    await until('it is equal again', () => ben.text.length === ada.text.length, 20_000)
    expect(ben.text.toString()).toBe(ada.text.toString())
  }, 60_000)

  it('may send its messages before anything came from the server', async () => {
    const doc = new Y.Doc()
    const socket = new WebSocket(`${server.url}${path()}?user=ada`)
    cleanups.push(() => socket.terminate())
    socket.on('open', () => {
      socket.send(updateFrame(updateOf('first')))
      socket.send(syncFrame(encoder => encoder.bufs.push(Uint8Array.of(0, 1, 0))))
    })
    socket.on('message', data => {
      const bytes = new Uint8Array(data as Buffer)
      if (bytes[0] === 0 && bytes[1] === 1) Y.applyUpdate(doc, bytes.subarray(3))
    })
    await until('it is recorded', async () => (await recorded()) === 1)
  })
})

describe('limits of what comes in', () => {
  it('refuse a member’s socket too many, and take the next when one is closed', async () => {
    await server.close()
    server = await startSocketServer(world, record, { traffic: { socketsPerMember: 2 } })
    const [first] = [await open('ada'), await open('ada')]
    expect(await refusalOf(`${path()}?user=ada`)).toBe(429)
    const ben = await open('ben')
    const gone = once(first as WebSocket, 'close')
    first?.close()
    await gone
    await until('the place is free', async () => (await present()).length === 2)
    const again = await open('ada')
    expect([again.readyState, ben.readyState]).toEqual([WebSocket.OPEN, WebSocket.OPEN])
  })

  it('refuse an address that tries too often, before anything is looked up', async () => {
    await server.close()
    server = await startSocketServer(world, record, { traffic: { openingsPerMinute: 3 } })
    expect([await refusalOf(path()), await refusalOf(path()), await refusalOf(path())]).toEqual([
      401, 401, 401,
    ])
    expect(await refusalOf(`${path()}?user=ada`)).toBe(429)
  })

  it('read a member who sends too much only as fast as the rate, lose nothing, and hold nobody else up', async () => {
    await server.close()
    server = await startSocketServer(world, record, { traffic: { messagesPerSecond: 200 } })
    const flooder = await open('ben')
    const ada = provide('ada')
    await until('ada is synced', () => ada.provider.synced)
    const doc = new Y.Doc()
    doc.on('update', (update: Uint8Array) => flooder.send(updateFrame(update)))
    // Bytes count too: this is more than the ten seconds' worth that may come at once.
    for (let n = 0; n < 460; n++) doc.getText('t').insert(0, 'x'.repeat(8000))
    ada.doc.getText('mine').insert(0, 'not held up')
    await until('everything is there', async () => (await recorded()) === 461)
    const authors = (await record.read(BODY, 0, Number.MAX_SAFE_INTEGER)).map(({ authorId }) => authorId)
    expect(authors.indexOf('ada')).toBeLessThan(460)
  })
})

describe('the session of an open socket', () => {
  it('closes it when it has ended, at the next look at the latest, and nobody else’s', async () => {
    await server.close()
    const sessions = new Map([
      ['a', 'ada'],
      ['b', 'ben'],
    ])
    server = await startSocketServer(world, record, {
      sessionCheckMs: 20,
      userOf: ({ cookie }) => sessions.get(cookie ?? '') ?? null,
    })
    const signedIn = async (user: string, cookie: string) => {
      const socket = new WebSocket(`${server.url}${path()}?user=${user}`, { headers: { cookie } })
      cleanups.push(() => socket.terminate())
      await once(socket, 'open')
      return socket
    }
    const [ada, ben] = [await signedIn('ada', 'a'), await signedIn('ben', 'b')]
    sessions.delete('a')
    expect(await closeOf(ada)).toBe(CLOSE.unauthenticated)
    expect(ben.readyState).toBe(WebSocket.OPEN)
  })
})
