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
  record,
  world,
  write,
} from './support/live-engine.ts'
import { updateFrame } from './support/memory-client.ts'
import { quiet, until } from './support/until.ts'

engineForEachTest()

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
