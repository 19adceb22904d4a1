import { once } from 'node:events'
import { connect as connectTcp } from 'node:net'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { CLOSE, LIMITS } from '../../../shared/protocol/wire.ts'
import { frameOf } from '../../bench/sync/bench-socket.ts'
import { syncMessage, typed } from '../../bench/sync/edits.ts'
import { AGREEMENT, BODY } from './support/engine-fixture.ts'
import {
  cleanups,
  closeOf,
  open,
  path,
  present,
  provide,
  record,
  recorded,
  restart,
  server,
  socketServerForEachTest,
  updateOf,
} from './support/live-sockets.ts'
import { syncFrame, updateFrame } from './support/memory-client.ts'
import { until } from './support/until.ts'

socketServerForEachTest()

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
    await restart({ heartbeatMs: 100 })
    const alive = await open('ada')
    const silent = await open('ben')
    // A paused socket reads no ping, as a machine that was unplugged.
    silent.pause()
    await until('the silent one is dropped', async () => (await present()).join() === 'ada')
    expect(alive.readyState).toBe(WebSocket.OPEN)
  })

  it('that reads slowly is not taken for silent while it goes on reading', async () => {
    const pieces = 6
    const size = 4_000_000
    for (let n = 0; n < pieces; n++)
      await record.append([
        { room: BODY, update: typed(0, n * size, 'x'.repeat(size)), authorId: 'ada', at: 1 },
      ])
    await server.close()
    await restart({ heartbeatMs: 1000 })
    const { port } = new URL(server.url)
    const tcp = connectTcp(Number(port), '127.0.0.1')
    cleanups.push(() => tcp.destroy())
    tcp.write(
      `GET ${path()}?user=ben HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    await once(tcp, 'data')
    tcp.write(frameOf(syncMessage(0, Uint8Array.of(0))))
    // As an answer to each ping, until the text comes: what is asked then is behind it.
    const answering = setInterval(() => tcp.write(frameOf(new Uint8Array(), 10)), 10)
    let read = 0
    tcp.on('data', ({ length }) => {
      read += length
      if (read > 100_000) clearInterval(answering)
      tcp.pause()
      setTimeout(() => tcp.resume(), 8)
    })
    await until('all of it was read', () => read > pieces * size, 20_000)
  }, 30_000)

  it('that is held back by a freeze is not taken for silent', async () => {
    await server.close()
    await restart({ heartbeatMs: 100 })
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
    await restart({ limits: { sendBufferBytes: 256 * 1024 } })
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

describe('the session of an open socket', () => {
  it('closes it when it has ended, at the next look at the latest, and nobody else’s', async () => {
    await server.close()
    const sessions = new Map([
      ['a', 'ada'],
      ['b', 'ben'],
    ])
    await restart({
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
