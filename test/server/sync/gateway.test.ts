import { once } from 'node:events'
import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { BODY } from './support/engine-fixture.ts'
import {
  open,
  path,
  present,
  provide,
  record,
  recorded,
  refusalOf,
  restart,
  server,
  socketServerForEachTest,
} from './support/live-sockets.ts'
import { updateFrame } from './support/memory-client.ts'
import { until } from './support/until.ts'

socketServerForEachTest()

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
    await restart({ port })
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

describe('limits of what comes in', () => {
  it('refuse a member’s socket too many, and take the next when one is closed', async () => {
    await server.close()
    await restart({ traffic: { socketsPerMember: 2 } })
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
    await restart({ traffic: { openingsPerMinute: 3 } })
    expect([await refusalOf(path()), await refusalOf(path()), await refusalOf(path())]).toEqual([
      401, 401, 401,
    ])
    expect(await refusalOf(`${path()}?user=ada`)).toBe(429)
  })

  it('read a member who sends too much only as fast as the rate, lose nothing, and hold nobody else up', async () => {
    await server.close()
    await restart({ traffic: { messagesPerSecond: 200 } })
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
