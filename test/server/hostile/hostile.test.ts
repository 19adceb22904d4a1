import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { CLOSE } from '../../../shared/protocol/wire.ts'
import { ask, bringIn, createAgreement, invite, type TestPerson } from '../../support/test-person.ts'
import { removeDataDir, type ServerProcess, startServerProcess } from '../../support/test-server.ts'
import { updateFrame } from '../sync/support/memory-client.ts'
import { character } from './hostile-bytes.ts'
import { HOSTILE_FRAMES } from './hostile-frames.ts'
import { Neighbours } from './neighbours.ts'

// A whole server with its limits as shipped, somebody who means harm, and two people at work on another agreement, for whom
// nothing may come later than this because of it.
const LONGEST_STALL_MS = 250
/** What one attack may add to the server's memory. */
const MOST_MEMORY_BYTES = 256 * 1024 * 1024

let server: ServerProcess
let ada: TestPerson
let eve: TestPerson
let target: string
let neighbours: Neighbours

beforeAll(async () => {
  server = await startServerProcess()
  ada = await server.signUp('Ada')
  eve = await server.signUp('Eve')
  const { id } = await createAgreement(ada, { title: 'At work', seed: false })
  neighbours = await Neighbours.at(server.url, ada.token, id)
  target = (await createAgreement(eve, { title: 'Under attack', seed: false })).id
})

afterAll(async () => {
  neighbours.leave()
  expect(await server.stop()).toBe(0)
  removeDataDir(server)
})

const wsUrl = (agreement = target) => `${server.url.replace('http', 'ws')}/sync/${agreement}/body`
const as = (person: TestPerson) => ({ authorization: `Bearer ${person.token}` })

async function open(person = eve, agreement = target): Promise<WebSocket> {
  const socket = new WebSocket(wsUrl(agreement), { headers: as(person) })
  socket.on('error', () => {})
  await once(socket, 'open')
  return socket
}

const memory = () => {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024
}

/** A stall that an attack causes comes each time; one that a busy machine causes does not. */
async function harmless(attack: () => Promise<void>): Promise<void> {
  const before = memory()
  const stalls: number[] = []
  while (stalls.length < 3 && !stalls.some(stall => stall <= LONGEST_STALL_MS)) {
    const busyBefore = busyness()
    const stall = await neighbours.worstWhile(attack)
    stalls.push(stall / Math.max(busyBefore, busyness()))
  }
  expect(Math.min(...stalls)).toBeLessThanOrEqual(LONGEST_STALL_MS)
  expect(memory() - before).toBeLessThan(MOST_MEMORY_BYTES)
}

/** How many times longer work takes than it would if no other programs wanted the machine's cores; 1 on a machine at rest. */
function busyness(): number {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  while (performance.now() - began < 15);
  const { user, system } = process.cpuUsage(cpu)
  return Math.max(1, (performance.now() - began) / ((user + system) / 1000))
}

/** Sends and waits until the server has read it all, which an answer to a ping shows, or has closed. */
async function send(socket: WebSocket, frames: readonly Uint8Array[]): Promise<number | null> {
  const closed = once(socket, 'close').then(([code]) => Number(code))
  for (const frame of frames) socket.send(frame)
  const answered = once(socket, 'pong').then(() => null)
  socket.ping()
  return Promise.race([closed, answered])
}

describe('messages of a member who means harm', () => {
  it.each(HOSTILE_FRAMES.map(({ name, ...rest }) => [name, rest] as const))(
    '%s',
    async (_name, { frames, socket: end }) => {
      const messages = frames()
      // What one attack leaves behind in a text is no matter of the next.
      const { id } = await createAgreement(eve, { seed: false })
      await harmless(async () => {
        const socket = await open(eve, id)
        const code = await send(socket, messages)
        socket.terminate()
        if (end === 'closed') expect(code).toBe(CLOSE.badFrame)
        if (end === 'open') expect(code).toBeNull()
      })
    },
    60_000,
  )

  it('writes under the client id of somebody else', async () => {
    const { id } = await createAgreement(ada, { seed: false })
    await bringIn(ada, eve, id, 'partner', 'party-0000000000001')
    const adas = await open(ada, id)
    adas.send(updateFrame(character(4242, 0)))
    const eves = await open(eve, id)
    await once(eves, 'message')
    await harmless(async () => {
      await send(eves, [updateFrame(character(4242, 1))])
    })
    const text = await ada.get(`/api/agreements/${id}/export.json`)
    expect(text.status).toBe(200)
    adas.terminate()
    eves.terminate()
  })

  it('writes 2,000 times without the right to', async () => {
    const { id } = await createAgreement(ada, { seed: false })
    await bringIn(ada, eve, id, 'observer')
    await harmless(async () => {
      const socket = await open(eve, id)
      expect(
        await send(
          socket,
          Array.from({ length: 2000 }, (_, n) => updateFrame(character(31, n))),
        ),
      ).toBeNull()
      socket.terminate()
    })
    const socket = await open(ada, id)
    const answer = once(socket, 'message')
    socket.send(Uint8Array.of(0, 0, 1, 0))
    const [data] = await answer
    expect((data as Buffer).length).toBeLessThan(10)
    socket.terminate()
  })
})

const handshake = (path: string, headers: string) =>
  `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
  `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${headers}\r\n`

function tcp(): Socket {
  const socket = connect(server.port, '127.0.0.1')
  socket.on('error', () => {})
  return socket
}

/** What comes after an upgrade that was in order. */
async function afterUpgrade(bytes: Uint8Array): Promise<void> {
  const socket = tcp()
  socket.write(handshake(`/sync/${target}/body`, `Authorization: Bearer ${eve.token}\r\n`))
  await once(socket, 'data')
  socket.write(bytes)
  await Promise.race([new Promise(resolve => socket.once('close', resolve)), wait(150)])
  socket.destroy()
}

const frame = (first: number, second: number, ...rest: number[]) => Buffer.from([first, second, ...rest])

describe('bytes that are no WebSocket as they should be', () => {
  const cases: readonly [string, () => Uint8Array][] = [
    ['reserved bits', () => frame(0xff, 0xff, 0xff, 0xff, 0, 1)],
    ['a frame that is not masked', () => frame(0x82, 3, 1, 2, 3)],
    ['a frame of 2^63 bytes', () => frame(0x82, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0)],
    ['a frame of a gigabyte', () => frame(0x82, 0xff, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0)],
    ['a ping of 200 bytes', () => frame(0x89, 0xfe, 0, 200, 0, 0, 0, 0)],
    ['a goodbye with a code that there is not', () => frame(0x88, 0x82, 0, 0, 0, 0, 0, 1)],
    ['text that is no UTF-8', () => frame(0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28)],
    ['a continuation of nothing', () => frame(0x80, 0x81, 0, 0, 0, 0, 1)],
    [
      'a message in 20,000 pieces',
      () =>
        Buffer.concat([
          frame(0x02, 0x80, 0, 0, 0, 0),
          ...Array(20_000).fill(frame(0x00, 0x81, 0, 0, 0, 0, 1)),
        ]),
    ],
    ['5,000 pings', () => Buffer.concat(Array(5000).fill(frame(0x89, 0x80, 0, 0, 0, 0)))],
    ['5,000 pongs', () => Buffer.concat(Array(5000).fill(frame(0x8a, 0x80, 0, 0, 0, 0)))],
  ]
  it.each(cases)('%s', async (_name, bytes) => {
    await harmless(() => afterUpgrade(bytes()))
  })

  it.each([
    [
      'a header of 100,000 bytes',
      () => handshake(`/sync/${target}/body`, `X-Long: ${'x'.repeat(100_000)}\r\n`),
    ],
    ['a header without an end', () => `GET /sync/${target}/body HTTP/1.1\r\nHost: x\r\nUpgrade`],
    [
      'a version of WebSocket that there is not',
      () => handshake(`/sync/${target}/body`, `Authorization: Bearer ${eve.token}\r\n`).replace('13', '99'),
    ],
    ['a name of 10,000 characters', () => handshake(`/sync/${'a'.repeat(10_000)}/body`, '')],
    ['bytes that are no HTTP', () => '\u0000\u0001\u0002\r\n\r\n'],
  ])('%s', async (_name, request) => {
    await harmless(async () => {
      const socket = tcp()
      socket.write(request())
      await Promise.race([new Promise(resolve => socket.once('close', resolve)), wait(150)])
      socket.destroy()
    })
  })

  it('300 connections that hang up at once', async () => {
    await harmless(async () => {
      const sockets = Array.from({ length: 300 }, tcp)
      await Promise.all(sockets.map(socket => once(socket, 'connect')))
      for (const socket of sockets)
        socket.write(handshake(`/sync/${target}/body`, `Authorization: Bearer ${eve.token}\r\n`))
      for (const socket of sockets) socket.destroy()
      await wait(100)
    })
  })
})

describe('keys that open something else, or nothing any more', () => {
  const status = (headers: Record<string, string>, agreement = target) =>
    new Promise<number>(resolve => {
      const socket = new WebSocket(wsUrl(agreement), { headers })
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
      socket.on('open', () => resolve(101))
      socket.on('error', () => {})
    })

  it('an invitation is no session, and opens once', async () => {
    const mallory = await server.signUp('Mallory')
    const { token } = await invite(eve, target, 'observer')
    expect(await status({ authorization: `Bearer ${token}` })).toBe(401)
    expect(await status({ cookie: `parley.session_token=${token}` })).toBe(401)
    const { id } = await createAgreement(ada, { seed: false })
    const once = await invite(ada, id, 'observer')
    expect((await eve.post(`/api/invitations/${once.token}/accept`)).status).toBe(200)
    const replayed = await mallory.post(`/api/invitations/${once.token}/accept`)
    expect([replayed.status, replayed.body.kind]).toEqual([410, 'invitation-used'])
    expect((await mallory.get(`/api/agreements/${id}`)).status).toBe(404)
  })

  it('a session stands in its header only, unchanged, and opens only what its person belongs to', async () => {
    expect(await status(as(eve))).toBe(101)
    expect(await status({})).toBe(401)
    expect(await status({ authorization: `Basic ${eve.token}` })).toBe(401)
    expect(await status({ authorization: `Bearer ${eve.token.slice(0, -1)}` })).toBe(401)
    const inQuery = await ask(`${server.url}/sync/${target}/body?token=${eve.token}`, 'GET')
    expect(inQuery.status).toBe(401)
    const { id } = await createAgreement(ada, { seed: false })
    expect(await status(as(eve), id)).toBe(404)
    expect(await status({ ...as(eve), origin: 'https://elsewhere.example' })).toBe(403)
    expect(await status({ ...as(eve), origin: 'null' })).toBe(403)
  })

  it('a session that signed out opens nothing, and its sockets close', async () => {
    const gone = await server.signUp('Gone')
    const { id } = await createAgreement(gone, { seed: false })
    const socket = await open(gone, id)
    const closed = once(socket, 'close')
    await ask(`${server.url}/api/auth/sign-out`, 'POST', {}, { ...as(gone), origin: server.url })
    expect((await closed)[0]).toBe(CLOSE.unauthenticated)
    expect(await status(as(gone), id)).toBe(401)
  })

  it('a member who is removed, or whose role changes, loses the socket at once', async () => {
    const { id } = await createAgreement(ada, { seed: false })
    const memberId = await bringIn(ada, eve, id, 'partner', 'party-0000000000001')
    const first = await open(eve, id)
    const changed = once(first, 'close')
    await ada.patch(`/api/agreements/${id}/members/${memberId}`, { role: 'observer', partyId: null })
    expect((await changed)[0]).toBe(CLOSE.accessChanged)
    const second = await open(eve, id)
    const removed = once(second, 'close')
    await ada.delete(`/api/agreements/${id}/members/${memberId}`)
    expect((await removed)[0]).toBe(CLOSE.accessChanged)
    expect(await status(as(eve), id)).toBe(404)
  })
})
