import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CLOSE } from '../../../shared/protocol/wire.ts'
import { firstBrokenLink } from '../../../shared/record/chain.ts'
import { sha256 } from '../../contract/record-store.contract.ts'
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
  world,
  write,
} from './support/live-engine.ts'
import { quiet, until } from './support/until.ts'

engineForEachTest()

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

  it('leaves a snapshot for the next start when the server ends', async () => {
    await engine.close()
    restart({ foldUpdates: 10 })
    const ada = await join('ada')
    for (let i = 0; i < 25; i++) write(ada, `${i} `)
    await until('all is recorded', async () => (await entries()).length === 25)
    await engine.close()
    const { snapshot, tail } = await record.load(BODY)
    expect([snapshot?.seq, tail]).toEqual([25, []])
    restart()
    expect(read(await join('ben'))).toBe(read(ada))
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
