import { once } from 'node:events'
import { createDecoder, readVarUint8Array } from 'lib0/decoding'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { AgreementSession } from '../../../client/session/agreement-session.ts'
import { MESSAGE, SYNC } from '../../../shared/protocol/wire.ts'
import { type ClientTab, createClientDevice } from '../../support/client-device.ts'
import { until } from '../../support/local-device.ts'
import { bringIn, type TestPerson } from '../../support/test-person.ts'
import { withTwoPartners } from './two-partners.ts'

const at = withTwoPartners()

const device = (name?: string) => {
  const made = createClientDevice(at.proxy.url, name)
  at.closers.push(made.close)
  return made
}

function open(tab: ClientTab, online = true): AgreementSession {
  const session = tab.sessions.open(at.agreementId, { online, userId: tab.userId })
  at.closers.push(() => session.dispose())
  return session
}

const textOf = (session: AgreementSession) => session.body.getText('test').toString()
const write = (session: AgreementSession, words: string) => {
  const text = session.body.getText('test')
  text.insert(text.length, words)
}
const reaches = (session: AgreementSession, kind: string) =>
  until(() => session.status().kind === kind, `${kind}, not ${session.status().kind}`)

describe('a session with the server', () => {
  it('says saved for everyone only when the server has acknowledged a durable write', async () => {
    const adas = open(device().tab(at.ada))
    await until(() => adas.caughtUp(), 'live')
    const seen: string[] = []
    adas.subscribe(() => seen.push(adas.status().kind))
    write(adas, 'We agree.')
    await until(() => seen.at(-1) === 'saved-for-everyone', 'acknowledged')
    expect(seen).toEqual(['saving', 'sending', 'saved-for-everyone'])
    const exported = await at.ben.get(`/api/agreements/${at.agreementId}/export.json`)
    expect(exported.status).toBe(200)
    const bens = open(device().tab(at.ben))
    await until(() => textOf(bens) === 'We agree.', 'ben reads it')
  })

  it('does not say saved for everyone while the acknowledgement is held back', async () => {
    const adas = open(device().tab(at.ada))
    await until(() => adas.caughtUp(), 'live')
    at.proxy.stall()
    const seen: string[] = []
    adas.subscribe(() => seen.push(adas.status().kind))
    write(adas, 'nobody hears this')
    await reaches(adas, 'offline')
    expect(seen).not.toContain('saved-for-everyone')
  })

  it('notices a link that died without a word, and heals when there is a new one', async () => {
    const adas = open(device().tab(at.ada))
    await until(() => adas.caughtUp(), 'live')
    at.proxy.stall()
    write(adas, 'into the void')
    await reaches(adas, 'offline')
    expect(adas.status()).toEqual({ kind: 'offline', waiting: 1 })
    await at.proxy.restore()
    await reaches(adas, 'saved-for-everyone')
    const bens = open(device().tab(at.ben))
    await until(() => textOf(bens) === 'into the void', 'ben reads it')
  })

  it('notices also without typing that the server went silent', async () => {
    const adas = open(device().tab(at.ada))
    await until(() => adas.caughtUp(), 'live')
    at.proxy.stall()
    await until(() => !adas.caughtUp(), 'silence noticed')
    await reaches(adas, 'offline')
  })

  it('counts what waits offline, also after a restart of the browser, and sends it when the network is back', async () => {
    const laptop = device()
    const first = laptop.tab(at.ada)
    const adas = open(first)
    await reaches(adas, 'saved-for-everyone')
    await at.proxy.cut()
    await reaches(adas, 'offline')
    for (const word of ['one ', 'two ', 'three ']) write(adas, word)
    await until(() => JSON.stringify(adas.status()) === '{"kind":"offline","waiting":3}', 'three wait')
    await adas.dispose()

    const again = open(createSameDevice(laptop.name).tab(at.ada))
    await again.loaded
    expect(textOf(again)).toBe('one two three ')
    await until(() => JSON.stringify(again.status()) === '{"kind":"offline","waiting":3}', 'still three')
    await at.proxy.restore()
    await reaches(again, 'saved-for-everyone')
  })

  it('merges what two people wrote offline', async () => {
    const [adas, bens] = [open(device().tab(at.ada)), open(device().tab(at.ben))]
    await Promise.all([reaches(adas, 'saved-for-everyone'), reaches(bens, 'saved-for-everyone')])
    await at.proxy.cut()
    write(adas, 'from Ada. ')
    write(bens, 'from Ben. ')
    await at.proxy.restore()
    await until(() => textOf(adas).length === 20 && textOf(adas) === textOf(bens), 'merged')
    await Promise.all([reaches(adas, 'saved-for-everyone'), reaches(bens, 'saved-for-everyone')])
  })

  it('keeps the changes of somebody who may not write, and says so', async () => {
    const otto = await at.server.signUp('Otto Oak')
    await bringIn(at.ada, otto, at.agreementId, 'observer')
    const ottos = open(device().tab(otto))
    await reaches(ottos, 'saved-for-everyone')
    let asked = 0
    ottos.onAccessChanged(() => {
      asked += 1
    })
    write(ottos, 'not allowed')
    await reaches(ottos, 'refused')
    expect(ottos.status()).toEqual({ kind: 'refused', why: 'forbidden', waiting: 1 })
    expect(asked).toBe(1)
    expect(textOf(ottos)).toBe('not allowed')
  })

  it('reads on while writing is refused, and sends what waits when the role allows it', async () => {
    const otto = await at.server.signUp('Otto Oak', 'other-otto@example.org')
    const memberId = await bringIn(at.ada, otto, at.agreementId, 'observer')
    const [adas, ottos] = [open(device().tab(at.ada)), open(device().tab(otto))]
    await reaches(ottos, 'saved-for-everyone')
    write(ottos, 'waits. ')
    await reaches(ottos, 'refused')
    write(adas, 'from Ada. ')
    await until(() => textOf(ottos).includes('from Ada. '), 'reads on')
    let asked = 0
    ottos.onAccessChanged(() => {
      asked += 1
    })
    const changed = await at.ada.patch(`/api/agreements/${at.agreementId}/members/${memberId}`, {
      role: 'partner',
    })
    expect(changed.status).toBe(200)
    await reaches(ottos, 'saved-for-everyone')
    expect(asked).toBeGreaterThan(0)
    await until(() => textOf(adas).includes('waits. '), 'Ada reads it')
  })

  it('stops asking and keeps everything when the person was taken off the agreement', async () => {
    const bens = open(device().tab(at.ben))
    await reaches(bens, 'saved-for-everyone')
    write(bens, 'mine. ')
    await reaches(bens, 'saved-for-everyone')
    const detail = await at.ada.get(`/api/agreements/${at.agreementId}`)
    const member = detail.body.members.find((m: { userId: string }) => m.userId === at.ben.id)
    await at.ada.delete(`/api/agreements/${at.agreementId}/members/${member.id}`)
    await reaches(bens, 'refused')
    expect(bens.status()).toMatchObject({ why: 'not-found' })
    write(bens, 'and more')
    await until(() => bens.status().kind === 'refused', 'saved on the device')
    expect(bens.status()).toMatchObject({ waiting: 1 })
    expect(textOf(bens)).toBe('mine. and more')
  })

  it('says that the session ran out instead of asking for ever', async () => {
    const adas = open(device().tab({ id: at.ada.id, token: 'expired' }))
    await reaches(adas, 'refused')
    expect(adas.status()).toMatchObject({ why: 'unauthenticated' })
  })
})

/** Listens on the wire itself: a document would swallow what comes twice. */
async function listen(person: TestPerson) {
  const doc = new Y.Doc()
  let updates = 0
  const socket = new WebSocket(`${at.server.url.replace('http', 'ws')}/sync/${at.agreementId}/body`, {
    headers: { authorization: `Bearer ${person.token}` },
  })
  at.closers.push(() => socket.terminate())
  socket.on('message', (data: Uint8Array) => {
    if (data[0] !== MESSAGE.sync || data[1] !== SYNC.update) return
    updates += 1
    const decoder = createDecoder(data.subarray(2))
    Y.applyUpdate(doc, readVarUint8Array(decoder))
  })
  await once(socket, 'open')
  return { updates: () => updates, text: () => doc.getText('test').toString() }
}

const createSameDevice = (name: string) => {
  const made = createClientDevice(at.proxy.url, name)
  at.closers.push(made.close)
  return made
}

describe('tabs of one browser', () => {
  it('send each change once, though both are connected', async () => {
    const laptop = device()
    const [first, second] = [open(laptop.tab(at.ada)), open(laptop.tab(at.ada))]
    await Promise.all([reaches(first, 'saved-for-everyone'), reaches(second, 'saved-for-everyone')])
    const heard = await listen(at.ben)
    for (let i = 0; i < 10; i++) {
      write(first, `${i} `)
      // One by one: what is durable at the same time travels as one update.
      await until(() => heard.text().endsWith(`${i} `) && textOf(second).endsWith(`${i} `), 'everyone has it')
    }
    await Promise.all([reaches(first, 'saved-for-everyone'), reaches(second, 'saved-for-everyone')])
    write(second, 'last')
    await until(() => heard.text() === '0 1 2 3 4 5 6 7 8 9 last', 'ben has it')
    expect(heard.updates()).toBe(11)
  })

  it('send what another tab wrote and could not send any more', async () => {
    const laptop = device()
    const first = open(laptop.tab(at.ada), false)
    await first.loaded
    const second = open(laptop.tab(at.ada))
    await reaches(second, 'saved-for-everyone')
    write(first, 'from a tab without a connection')
    await until(() => textOf(second).length > 0, 'second has it')
    await reaches(second, 'sending')
    await reaches(second, 'saved-for-everyone')
    const bens = open(device().tab(at.ben))
    await until(() => textOf(bens) === 'from a tab without a connection', 'ben reads it')
  })
})

describe('a session', () => {
  it('says saved on this device while nobody shares the agreement', async () => {
    const session = open(device().tab(null), false)
    await session.loaded
    write(session, 'only mine')
    expect(session.status().kind).toBe('saving')
    await reaches(session, 'saved-on-device')
  })

  it('is one for all who open it, and survives closing and opening in one turn', async () => {
    const tab = device().tab(null)
    const first = open(tab, false)
    const second = open(tab, false)
    expect(second).toBe(first)
    void first.dispose()
    void second.dispose()
    expect(open(tab, false)).toBe(first)
    write(first, 'still alive')
    await reaches(first, 'saved-on-device')
  })

  it('rebuilds the text at a snapshot from its own copy, and refuses when it lacks part of it', async () => {
    const session = open(device().tab(null), false)
    await session.loaded
    write(session, 'sealed text')
    const sealed = Y.encodeSnapshot(Y.snapshot(session.body))
    session.body.getText('test').delete(0, 6)
    expect(session.bodyAt(sealed)?.getText('test').toString()).toBe('sealed text')
    const ahead = new Y.Doc({ gc: false })
    Y.applyUpdate(ahead, Y.encodeStateAsUpdate(session.body))
    ahead.getText('test').insert(0, 'more')
    expect(session.bodyAt(Y.encodeSnapshot(Y.snapshot(ahead)))).toBeNull()
    expect(session.bodyAt(new Uint8Array([255, 255, 255]))).toBeNull()
  })
})
