import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { SyncEngine } from '../../../server/sync/engine.ts'
import type { SyncLimits } from '../../../server/sync/limits.ts'
import { CLOSE, type RoomKey } from '../../../shared/protocol/wire.ts'
import { firstBrokenLink } from '../../../shared/record/chain.ts'
import { sha256 } from '../../contract/record-store.contract.ts'
import { BODY, createTestEngine, createWorld, DISCUSSION, type World } from './support/engine-fixture.ts'
import { framed, MemoryClient, updateFrame } from './support/memory-client.ts'
import { createSteeredRecord, type SteeredRecord } from './support/steered-record.ts'
import { quiet, until } from './support/until.ts'

// Other work may keep the machine busy: what is waited for here comes within milliseconds otherwise.
vi.setConfig({ testTimeout: 30_000 })

let world: World
let record: SteeredRecord
let engine: SyncEngine
const clients: MemoryClient[] = []

function restart(limits: Partial<SyncLimits> = {}, restMs = 5): void {
  engine = createTestEngine(world, record, { limits, restMs })
}

beforeEach(() => {
  world = createWorld()
  record = createSteeredRecord()
  restart()
})

afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect()
  await engine.close()
})

interface JoinOptions {
  key?: RoomKey
  saved?: boolean
  doc?: Y.Doc
}

function connect(userId: string, options: JoinOptions = {}): MemoryClient {
  const client = new MemoryClient(engine, { userId, key: BODY, ...options })
  clients.push(client)
  return client
}

async function join(userId: string, options: JoinOptions = {}): Promise<MemoryClient> {
  const client = connect(userId, options).start()
  await until(`${userId} is synced`, () => client.synced)
  return client
}

const write = (client: MemoryClient, text: string) => client.doc.getText('t').insert(0, text)
const read = (client: MemoryClient) => client.doc.getText('t').toString()
const entries = (key: RoomKey = BODY) => record.read(key, 0, Number.MAX_SAFE_INTEGER)

function updateOf(text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

describe('a room', () => {
  it('brings what one writes to the others, to later comers and into the record', async () => {
    const ada = await join('ada')
    const ben = await join('ben')
    write(ada, 'hello')
    await until('ben reads it', () => read(ben) === 'hello')
    const otto = await join('otto')
    expect(read(otto)).toBe('hello')
    const record = await entries()
    expect(record.map(({ authorId, at }) => [authorId, at])).toEqual([['ada', world.time]])
    expect(firstBrokenLink(BODY, record, sha256)).toBeNull()
  })

  it('takes what a client wrote before it came', async () => {
    const ada = connect('ada')
    write(ada, 'offline')
    ada.start()
    const ben = await join('ben')
    await until('ben reads it', () => read(ben) === 'offline')
  })

  it('keeps body and discussion apart', async () => {
    const ada = await join('ada')
    const talk = await join('cleo', { key: DISCUSSION })
    write(talk, 'why?')
    await until('it is recorded', async () => (await entries(DISCUSSION)).length === 1)
    expect(read(ada)).toBe('')
    expect(await entries()).toEqual([])
  })

  it('relays and acknowledges nothing before it is durable, and then both', async () => {
    const ada = await join('ada', { saved: true })
    const ben = await join('ben')
    await until('the handshake is acknowledged', () => ada.saved === 1)
    const release = record.holdAppends()
    write(ada, 'a')
    write(ada, 'b')
    await quiet()
    expect(ada.saved).toBe(1)
    expect(read(ben)).toBe('')
    release()
    await until('both are acknowledged', () => ada.saved === 3)
    await until('ben reads them', () => read(ben) === 'ba')
  })

  it('does not send a client its own updates back', async () => {
    const ada = await join('ada')
    const ben = await join('ben')
    const before = ada.frames.length
    write(ada, 'a')
    await until('ben reads it', () => read(ben) === 'a')
    expect(ada.frames.length).toBe(before)
  })

  it('tells only those who ask how much is saved', async () => {
    const ada = await join('ada')
    const ben = await join('ben')
    write(ada, 'a')
    await until('ben reads it', () => read(ben) === 'a')
    expect(ada.saved).toBe(0)
  })

  it('serves nothing before it is loaded, and then the whole', async () => {
    await record.append([{ room: BODY, update: updateOf('old text'), authorId: 'ada', at: 1 }])
    const release = record.holdLoads()
    const ada = connect('ada').start()
    const ben = connect('ben').start()
    write(ben, 'new ')
    await quiet()
    expect(ada.frames).toEqual([])
    expect(ada.paused).toBe(true)
    release()
    await until('both have both', () => read(ada).length === 12 && read(ben) === read(ada))
    expect(ada.paused).toBe(false)
  })

  it('reads no more of a room when too much of it waits for the disk, and goes on reading the others', async () => {
    await engine.close()
    restart({ roomQueueBytes: 4500 })
    const ada = await join('ada')
    const elsewhere = await join('ada', { key: DISCUSSION })
    const release = record.holdAppends()
    for (let n = 0; n < 5; n++) write(ada, 'x'.repeat(1000))
    expect(ada.paused).toBe(false)
    write(ada, 'one too many')
    write(elsewhere, 'a word')
    expect([ada.paused, elsewhere.paused]).toEqual([true, false])
    release()
    await until('it is read again', () => !ada.paused)
    await until('nothing is lost', async () => (await entries()).length === 6)
  })

  it('closes a socket when the room cannot be loaded, and loads it for the next', async () => {
    record.failing = true
    const ada = connect('ada').start()
    await until('it is closed', () => ada.closedWith !== null)
    expect(ada.closedWith?.code).toBe(CLOSE.unavailable)
    record.failing = false
    await join('ada')
  })

  it('gives its state away as bytes that the receiver may do anything with', async () => {
    const ada = await join('ada')
    const { update } = await engine.state(BODY)
    structuredClone(update, { transfer: [update.buffer] })
    write(ada, 'still there')
    await until('it is recorded', async () => (await entries()).length === 1)
    const taken = await engine.state(BODY)
    structuredClone(taken.update, { transfer: [taken.update.buffer] })
    expect(read(await join('ben'))).toBe('still there')
  })

  it('answers a client that holds most of it with little', async () => {
    const ada = await join('ada')
    for (let i = 0; i < 50; i++) write(ada, `some words that take their place ${i} `)
    const mirror = new Y.Doc()
    const ben = await join('ben', { doc: mirror })
    // Nobody is given what is not recorded yet: some of it may come to him only after he has joined.
    await until('Ben has all of it', () => read(ben) === read(ada))
    ben.disconnect()
    write(ada, 'new ')
    await until('it is recorded', async () => (await entries()).length === 51)
    const again = await join('ben', { doc: mirror })
    expect(read(again)).toBe(read(ada))
    const answer = again.frames.find(frame => frame[0] === 0 && frame[1] === 1)
    expect(answer?.length).toBeLessThan(60)
  })

  it('gives its memory back when nobody is there, and loads again with everything', async () => {
    await engine.close()
    restart({ idleMs: 1, foldUpdates: 10 })
    const ada = await join('ada')
    for (let i = 0; i < 25; i++) write(ada, `${i} `)
    await until('all is recorded', async () => (await entries()).length === 25)
    ada.disconnect()
    await until('the room is closed', () => engine.openRooms() === 0)
    await until('a snapshot is kept', async () => (await record.load(BODY)).snapshot?.seq === 25)
    const ben = await join('ben')
    expect(read(ben)).toBe(read(ada))
  })

  it('is given up sooner when its text was only read than when somebody was there', async () => {
    await engine.close()
    restart({ idleMs: 400, unvisitedMs: 5 })
    const ada = await join('ada')
    write(ada, 'hello')
    await until('it is recorded', async () => (await entries()).length === 1)
    ada.disconnect()
    await engine.state(BODY)
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(engine.openRooms()).toBe(1)
    await until('it is closed', () => engine.openRooms() === 0)
    expect((await engine.state(BODY)).head.seq).toBe(1)
    const began = performance.now()
    await until('it is closed again', () => engine.openRooms() === 0)
    expect(performance.now() - began).toBeLessThan(300)
  })

  it('keeps snapshots while it is written, from which it loads the same', async () => {
    await engine.close()
    restart({ foldUpdates: 16, snapshotEntries: 40, inlineMergeBytes: 0 })
    const ada = await join('ada')
    for (let i = 0; i < 200; i++) {
      write(ada, `${i} `)
      if (i % 9 === 0) await quiet()
    }
    await until('a snapshot is kept', async () => ((await record.load(BODY)).snapshot?.seq ?? 0) >= 40)
    await until('all is recorded', async () => (await entries()).length === 200)
    await engine.close()
    restart()
    const ben = await join('ben')
    expect(read(ben)).toBe(read(ada))
    expect((await engine.state(BODY)).head).toEqual(await record.head(BODY))
  })
})

describe('who may write', () => {
  it('drops the write of an observer, says so once a second and logs it once, and lets it read on', async () => {
    const ada = await join('ada')
    const otto = await join('otto', { saved: true })
    await until('the handshake is acknowledged', () => otto.saved === 1)
    write(otto, 'x')
    write(otto, 'y')
    await until('it is refused', () => otto.denied.length > 0)
    await quiet()
    expect(otto.denied).toEqual(['forbidden'])
    world.time += 1000
    write(otto, 'z')
    await until('it is refused again', () => otto.denied.length === 2)
    write(ada, 'a')
    await until('the observer reads on', () => read(otto).includes('a'))
    expect(read(ada)).toBe('a')
    expect((await entries()).map(({ authorId }) => authorId)).toEqual(['ada'])
    expect(otto.closedWith).toBeNull()
    expect(otto.saved).toBe(1)
    expect(world.logged.filter(({ message }) => message.includes('refused'))).toEqual([
      {
        level: 'warn',
        fields: expect.objectContaining({ userId: 'otto', reason: 'forbidden' }),
        message: 'A write was refused',
      },
    ])
  })

  it('takes the handshake of an observer who has seen deletions, and records nothing of it', async () => {
    const ada = await join('ada')
    write(ada, 'some text')
    ada.doc.getText('t').delete(2, 3)
    const mirror = new Y.Doc()
    const otto = await join('otto', { doc: mirror })
    await until('the observer has it all', () => read(otto) === read(ada))
    otto.disconnect()
    const again = await join('otto', { doc: mirror, saved: true })
    await until('its handshake counts as saved', () => again.saved === 1)
    expect(again.denied).toEqual([])
    expect((await entries()).length).toBe(2)
  })

  it('takes deletions that Yjs makes of itself in an observer’s copy for no write', async () => {
    const ada = await join('ada')
    const ben = await join('ben')
    write(ada, 'some text')
    await until('ben has it', () => read(ben) === 'some text')
    ben.disconnect()
    ada.doc.getMap('meta').set('title', 'by Ada')
    ben.doc.getMap('meta').set('title', 'by Ben')
    ada.doc.getText('t').format(0, 6, { bold: true })
    ben.doc.getText('t').format(3, 6, { bold: true })
    await join('ben', { doc: ben.doc })
    const mirror = new Y.Doc()
    const otto = await join('otto', { doc: mirror })
    await until('the observer has both', () => mirror.getMap('meta').has('title'))
    otto.disconnect()
    const before = (await entries()).length
    const again = await join('otto', { doc: mirror, saved: true })
    await until('the handshake is taken', () => again.saved === 1)
    expect(again.denied).toEqual([])
    expect((await entries()).length).toBe(before)
    again.disconnect()
    mirror.getText('t').delete(0, 4)
    const last = await join('otto', { doc: mirror, saved: true })
    await until('a real deletion is refused', () => last.denied.length === 1)
    expect(last.saved).toBe(0)
    expect((await entries()).length).toBe(before)
  })

  it('records nothing of a writer who comes back with nothing new', async () => {
    const ada = await join('ada')
    write(ada, 'some text')
    ada.doc.getText('t').delete(2, 3)
    await until('both are recorded', async () => (await entries()).length === 2)
    ada.disconnect()
    const again = await join('ada', { doc: ada.doc, saved: true })
    await until('its handshake counts as saved', () => again.saved === 1)
    expect((await entries()).length).toBe(2)
  })

  it('records a deletion that was made offline', async () => {
    const ada = await join('ada')
    write(ada, 'some text')
    await until('it is recorded', async () => (await entries()).length === 1)
    ada.disconnect()
    ada.doc.getText('t').delete(0, 5)
    const again = await join('ada', { doc: ada.doc, saved: true })
    await until('it is saved', () => again.saved === 1)
    expect((await entries()).length).toBe(2)
    expect(read(await join('ben'))).toBe('text')
  })

  it.each(['sealed', 'signed'] as const)(
    'refuses the body of a %s agreement by that name, and leaves the discussion open',
    async status => {
      world.status = status
      const ada = await join('ada')
      const talk = await join('ada', { key: DISCUSSION })
      write(ada, 'x')
      write(talk, 'why?')
      await until('it is refused', () => ada.denied.length > 0)
      expect(ada.denied).toEqual([status])
      await until('the discussion is recorded', async () => (await entries(DISCUSSION)).length === 1)
      expect(await entries()).toEqual([])
    },
  )

  it('closes the sockets of whom the rules have changed for', async () => {
    const ada = await join('ada')
    const ben = await join('ben', { key: DISCUSSION })
    engine.accessChanged(BODY.agreementId, 'ben')
    expect(ben.closedWith).toEqual({ code: CLOSE.accessChanged, reason: 'access-changed' })
    expect(ada.closedWith).toBeNull()
    engine.accessChanged('another-agreement')
    expect(ada.closedWith).toBeNull()
    engine.accessChanged(BODY.agreementId)
    expect(ada.closedWith?.code).toBe(CLOSE.accessChanged)
  })

  it('closes the socket of someone who is no member any more by the time it is open', async () => {
    const release = record.holdLoads()
    const ben = connect('ben').start()
    world.roles.delete('ben')
    release()
    await until('it is closed', () => ben.closedWith !== null)
    expect(ben.frames).toEqual([])
  })

  it('lists the people who are there, each once', async () => {
    await join('ada')
    await join('ada', { key: DISCUSSION })
    const ben = await join('ben')
    const present = async () => (await engine.present([BODY.agreementId])).get(BODY.agreementId)
    expect(await present()).toEqual([
      { userId: 'ada', name: 'ada' },
      { userId: 'ben', name: 'ben' },
    ])
    ben.disconnect()
    expect(await present()).toEqual([{ userId: 'ada', name: 'ada' }])
  })
})

describe('what is saved', () => {
  it('counts empty updates along, but not past one that waits', async () => {
    const ada = await join('ada', { saved: true })
    await until('the handshake is acknowledged', () => ada.saved === 1)
    const release = record.holdAppends()
    write(ada, 'a')
    ada.send(updateFrame(Uint8Array.of(0, 0)))
    await quiet()
    expect(ada.saved).toBe(1)
    release()
    await until('both count', () => ada.saved === 3)
    ada.send(updateFrame(Uint8Array.of(0, 0)))
    await until('an empty one counts at once', () => ada.saved === 4)
  })

  it('never passes a refused update on this connection', async () => {
    const ben = await join('ben', { saved: true })
    await until('the handshake is acknowledged', () => ben.saved === 1)
    world.status = 'sealed'
    await engine.frozen(BODY, async () => {})
    write(ben, 'refused')
    world.status = 'draft'
    await engine.frozen(BODY, async () => {})
    write(ben, 'accepted')
    await until('the second is recorded', async () => (await entries()).length === 1)
    await quiet()
    expect(ben.saved).toBe(1)
  })
})

describe('bad input', () => {
  const cases: [string, (client: MemoryClient) => void][] = [
    ['an empty frame', client => client.send(Uint8Array.of())],
    ['a text frame', client => client.sendText()],
    ['an unknown message', client => client.send(Uint8Array.of(9))],
    ['an unknown sync message', client => client.send(Uint8Array.of(0, 3, 0))],
    ['bytes after a message', client => client.send(Uint8Array.of(3, 0))],
    ['a truncated update', client => client.send(updateFrame(updateOf('some text').slice(0, -3)))],
    ['an update of garbage', client => client.send(updateFrame(Uint8Array.of(7, 7, 7, 7)))],
    [
      'a state vector of garbage',
      client => client.send(framed(0, encoder => encoder.bufs.push(Uint8Array.of(0, 2, 255, 255)))),
    ],
    ['awareness of garbage', client => client.send(Uint8Array.of(1, 2, 200, 1))],
    ['the server’s own message', client => client.send(Uint8Array.of(4, 1))],
  ]
  it.each(cases)('%s closes its own socket and no other', async (_what, misbehave) => {
    const ada = await join('ada')
    const ben = await join('ben')
    misbehave(ben)
    await until('it is closed', () => ben.closedWith !== null)
    expect(ben.closedWith?.code).toBe(CLOSE.badFrame)
    write(ada, 'a')
    const otto = await join('otto')
    await until('others go on', () => read(otto) === 'a')
    expect(ada.closedWith).toBeNull()
  })

  it('leaves an update that Yjs cannot merge out of the state, and everything else in', async () => {
    const broken = Uint8Array.of(1, 1, 7, 0, 200)
    await record.append([
      { room: BODY, update: updateOf('kept'), authorId: 'ada', at: 1 },
      { room: BODY, update: broken, authorId: 'ada', at: 2 },
    ])
    const ada = await join('ada')
    expect(read(ada)).toBe('kept')
  })
})

describe('a freeze', () => {
  it('holds writes back until the work is done, with all earlier ones in the state', async () => {
    const ada = await join('ada')
    const ben = await join('ben')
    write(ada, 'before ')
    let duringWork = ''
    await engine.frozen(BODY, async () => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, (await engine.state(BODY)).update)
      duringWork = doc.getText('t').toString()
      write(ben, 'meanwhile ')
      await quiet()
      expect(read(ada)).not.toContain('meanwhile')
      expect((await engine.state(BODY)).head.seq).toBe(1)
    })
    expect(duringWork).toBe('before ')
    await until('the held write goes on', () => read(ada).includes('meanwhile'))
  })

  it('judges what waited by the rules in force afterwards', async () => {
    const ada = await join('ada')
    const ben = await join('ben', { saved: true })
    await engine.frozen(BODY, async () => {
      write(ben, 'too late')
      await quiet()
      world.status = 'sealed'
    })
    await until('it is refused', () => ben.denied.length > 0)
    expect(ben.denied).toEqual(['sealed'])
    expect(await entries()).toEqual([])
    expect(read(ada)).toBe('')
  })

  it('lets nobody write by the old rules after it, not even who was silent during it or came just before', async () => {
    const ada = await join('ada')
    const ben = connect('ben').start()
    await engine.frozen(BODY, async () => {
      world.status = 'sealed'
    })
    write(ada, 'too late')
    write(ben, 'too late')
    await until('both are refused', () => ada.denied.length > 0 && ben.denied.length > 0)
    expect(await entries()).toEqual([])
  })

  it('takes what arrived in it from a client that left meanwhile', async () => {
    const ben = await join('ben')
    await engine.frozen(BODY, async () => {
      write(ben, 'last words')
      ben.disconnect()
      await quiet()
    })
    await until('it is recorded', async () => (await entries()).length === 1)
  })

  it('judges by the new rules also what arrived from a client that left meanwhile', async () => {
    const ben = await join('ben')
    await engine.frozen(BODY, async () => {
      write(ben, 'too late')
      ben.disconnect()
      world.status = 'sealed'
    })
    await until('it is judged', () => world.logged.some(({ message }) => message === 'A write was refused'))
    expect(await entries()).toEqual([])
  })

  it('leaves no trace of a client that said where it is and left meanwhile', async () => {
    const ada = await join('ada')
    const ben = await join('ben')
    await engine.frozen(BODY, async () => {
      ben.awareness.setLocalState({ user: { name: 'Ben' } })
      ben.sendAwareness()
      ben.disconnect()
    })
    const cleo = await join('cleo')
    await quiet()
    for (const client of [ada, cleo]) expect(client.awareness.getStates().has(ben.doc.clientID)).toBe(false)
  })

  it('ends when its work throws, hands the error on, and freezes of a room follow each other', async () => {
    const ada = await join('ada')
    const order: string[] = []
    const first = engine.frozen(BODY, async () => {
      await quiet()
      order.push('first')
      throw new Error('no')
    })
    const second = engine.frozen(BODY, async () => {
      order.push('second')
      return 7
    })
    await expect(first).rejects.toThrow('no')
    expect(await second).toBe(7)
    expect(order).toEqual(['first', 'second'])
    write(ada, 'a')
    await until('writing goes on', async () => (await entries()).length === 1)
  })

  it('holds back the server’s own writes too', async () => {
    const ada = await join('ada')
    let written: Promise<void> = Promise.resolve()
    await engine.frozen(BODY, async () => {
      written = engine.write(BODY, updateOf('from the server'), 'ada')
      await quiet()
      expect(await entries()).toEqual([])
    })
    await written
    expect((await entries()).map(({ authorId }) => authorId)).toEqual(['ada'])
    await until('it is relayed', () => read(ada) === 'from the server')
  })
})

describe('a slow reader', () => {
  it('costs a bounded amount, then gets one diff and is equal again', async () => {
    await engine.close()
    restart({ sendBufferBytes: 20_000 })
    const ada = await join('ada')
    const ben = await join('ben')
    const cleo = await join('cleo')
    ben.stall()
    for (let i = 0; i < 300; i++) {
      write(ada, `${i} ${'x'.repeat(500)}`)
      if (i % 7 === 0) ada.doc.getText('t').delete(3, 200)
      if (i % 10 === 0) await quiet()
    }
    await until('the others have it all', () => read(cleo) === read(ada))
    expect(ben.unsent).toBeLessThan(60_000)
    const before = ben.frames.length + ben.unsent
    ben.catchUp()
    await until('it is equal again', () => read(ben) === read(ada))
    expect(before).toBeGreaterThan(0)
    write(ada, 'and on ')
    await until('it follows again', () => read(ben) === read(ada))
  })

  it('gets the state it asked for while it could not read', async () => {
    await engine.close()
    restart({ sendBufferBytes: 100 })
    const ada = await join('ada')
    write(ada, 'a'.repeat(1000))
    const ben = connect('ben')
    ben.stall()
    ben.start()
    await until('the answer waits', () => ben.unsent > 1000)
    for (let i = 0; i < 50; i++) ben.start()
    await quiet()
    expect(ben.unsent).toBeLessThan(3000)
    ben.catchUp()
    await until('it is there', () => ben.synced && read(ben) === read(ada))
  })
})

describe('a failing disk', () => {
  it('acknowledges and relays nothing, closes the rooms concerned, and goes on with the others and later', async () => {
    const ada = await join('ada', { saved: true })
    const ben = await join('ben')
    const talk = await join('cleo', { key: DISCUSSION })
    await until('the handshake is acknowledged', () => ada.saved === 1)
    record.failing = true
    write(ada, 'lost')
    await until('both sockets are closed', () => ada.closedWith !== null && ben.closedWith !== null)
    expect([ada.closedWith?.code, ben.closedWith?.code]).toEqual([CLOSE.unavailable, CLOSE.unavailable])
    expect(ada.saved).toBe(1)
    expect(read(ben)).toBe('')
    expect(talk.closedWith).toBeNull()

    record.failing = false
    write(talk, 'still here')
    await until('the other room goes on', async () => (await entries(DISCUSSION)).length === 1)
    const again = await join('ada', { doc: ada.doc, saved: true })
    await until('what was refused is saved now', () => again.saved === 1)
    expect(read(await join('ben'))).toBe('lost')
    expect((await engine.state(BODY)).head).toEqual(await record.head(BODY))
  })

  it('fails also what was queued behind, and the server’s own writes and reads', async () => {
    const ada = await join('ada')
    const release = record.holdAppends()
    write(ada, 'first')
    await quiet()
    write(ada, 'second')
    const written = engine.write(BODY, updateOf('server'), 'ada')
    const state = engine.state(BODY)
    const outcomes = Promise.allSettled([written, state])
    record.failingOnce = true
    release()
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await quiet()
    expect(await entries()).toEqual([])
    expect((await engine.state(BODY)).head.seq).toBe(0)
  })

  it('loads the room again when somebody else has written to its record', async () => {
    const ada = await join('ada')
    await record.append([{ room: BODY, update: updateOf('from elsewhere'), authorId: 'x', at: 1 }])
    write(ada, 'here ')
    await until('the socket is closed', () => ada.closedWith?.code === CLOSE.unavailable)
    const again = await join('ada', { doc: ada.doc })
    expect(read(again)).toContain('from elsewhere')
    expect(read(again)).toContain('here ')
  })
})

describe('notices', () => {
  it('tell of the body at rest once per pause, and never of the discussion', async () => {
    const ada = await join('ada')
    const talk = await join('ada', { key: DISCUSSION })
    write(talk, 'talk')
    await until('it is recorded', async () => (await entries(DISCUSSION)).length === 1)
    write(ada, 'a')
    write(ada, 'b')
    await until('the text is at rest', () => world.rested.length > 0)
    expect(world.rested).toEqual([BODY.agreementId])
    write(ada, 'c')
    await until('it is at rest again', () => world.rested.length === 2)
  })

  it('tell of changes at most once a second, the last one always, with author and time', async () => {
    await engine.close()
    restart({}, 40)
    const ada = await join('ada')
    const ben = await join('ben')
    write(ada, 'a')
    await until('the first is told', () => world.changes.length === 1)
    for (let i = 0; i < 5; i++) {
      world.time += 10
      write(ben, 'b')
      await quiet()
    }
    expect(world.changes.length).toBe(1)
    await until('the text is at rest', () => world.rested.length === 1)
    expect(world.changes.map(({ userId }) => userId)).toEqual(['ada', 'ben'])
    expect(world.changes.at(-1)?.at).toBe(world.time)
  })
})

describe('shutting down', () => {
  it('commits what has arrived, acknowledges it, and tells clients to come back', async () => {
    const ada = await join('ada', { saved: true })
    write(ada, 'last words')
    await engine.close()
    expect(ada.saved).toBe(2)
    expect(ada.closedWith?.code).toBe(CLOSE.goingDown)
    expect((await entries()).length).toBe(1)
    const late = connect('ben').start()
    await until('who comes now is sent away', () => late.closedWith?.code === CLOSE.goingDown)
  })
})
