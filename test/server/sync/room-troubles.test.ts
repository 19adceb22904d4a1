import { describe, expect, it } from 'vitest'
import { CLOSE } from '../../../shared/protocol/wire.ts'
import { BODY, DISCUSSION } from './support/engine-fixture.ts'
import {
  connect,
  engine,
  engineForEachTest,
  entries,
  join,
  read,
  record,
  restart,
  updateOf,
  write,
} from './support/live-engine.ts'
import { framed, type MemoryClient, updateFrame } from './support/memory-client.ts'
import { quiet, until } from './support/until.ts'

engineForEachTest()

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

  it('gets what it missed before what is written meanwhile', async () => {
    await engine.close()
    restart({ sendBufferBytes: 20_000, inlineMergeBytes: 0 })
    const ada = await join('ada')
    const ben = await join('ben')
    ben.stall()
    for (let i = 0; i < 60; i++) {
      write(ada, 'x'.repeat(1000))
      if (i % 10 === 0) await quiet()
    }
    await until('all is recorded', async () => (await entries()).length >= 60)
    // What came too early would have to wait in the client, which goes through all of it with each that follows.
    let tooEarly = false
    ben.doc.on('afterTransaction', () => {
      tooEarly ||= ben.doc.store.pendingStructs !== null
    })
    ben.catchUp()
    for (let i = 0; i < 40; i++) {
      write(ada, 'y')
      await quiet()
    }
    await until('it is equal again', () => read(ben) === read(ada))
    expect(tooEarly).toBe(false)
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
