import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CLOSE } from '../../../shared/protocol/wire.ts'
import { BODY, DISCUSSION } from './support/engine-fixture.ts'
import {
  connect,
  engine,
  engineForEachTest,
  entries,
  join,
  read,
  restart,
  updateOf,
  world,
  write,
} from './support/live-engine.ts'
import { quiet, until } from './support/until.ts'

engineForEachTest()

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
    restart({}, 500)
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
