import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createMemoryRecordStore } from '../../../server/store/memory-record-store.ts'
import type { RecordStore } from '../../../server/store/record-store.ts'
import { ClientOwners } from '../../../server/sync/client-owners.ts'
import type { SyncEngine } from '../../../server/sync/engine.ts'
import { BODY, createTestEngine, createWorld } from './support/engine-fixture.ts'
import { MemoryClient, updateFrame } from './support/memory-client.ts'
import { until } from './support/until.ts'

const nobody = { knows: () => false, announcedBy: () => null }

describe('the owners of client ids', () => {
  it('names the ids that are new, each once', () => {
    const owners = new ClientOwners(new Map([[1, 'ada']]))
    const structs = [9, 9, 1, 2].map(client => ({ client, from: 0, to: 1 }))
    expect(owners.claims(structs, 'ada', nobody)).toEqual([9, 2])
  })

  it('lets nobody write under an id of another, unless the room holds the ticks', () => {
    const owners = new ClientOwners(new Map([[1, 'ada']]))
    const structs = [{ client: 1, from: 4, to: 6 }]
    expect(owners.claims(structs, 'ben', nobody)).toBeNull()
    expect(owners.claims(structs, 'ben', { ...nobody, knows: ([range]) => range?.to === 6 })).toEqual([])
  })

  it('takes the one whose socket has announced an id for its owner', () => {
    const owners = new ClientOwners(new Map())
    const structs = [{ client: 5, from: 0, to: 1 }]
    const witness = { ...nobody, announcedBy: () => 'ada' }
    expect(owners.claims(structs, 'ben', witness)).toBeNull()
    expect(owners.claims(structs, 'ada', witness)).toEqual([5])
  })
})

describe('a room', () => {
  const world = createWorld()
  let record: RecordStore
  let engine: SyncEngine
  const clients: MemoryClient[] = []

  beforeEach(() => {
    record = createMemoryRecordStore()
    engine = createTestEngine(world, record)
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) client.disconnect()
    await engine.close()
  })

  const join = async (userId: string, doc = new Y.Doc()) => {
    const client = new MemoryClient(engine, { userId, key: BODY, saved: true, doc })
    clients.push(client)
    client.start()
    await until(`${userId} is synced`, () => client.synced)
    return client
  }
  const write = (client: MemoryClient, text: string) => client.doc.getText('t').insert(0, text)
  const authors = async () => (await record.read(BODY, 0, 99)).map(({ authorId }) => authorId)

  /** What Ada's device would write next, made by somebody else. */
  const inAdasName = (ada: MemoryClient) => {
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(ada.doc))
    forged.clientID = ada.doc.clientID
    let update: Uint8Array = new Uint8Array()
    forged.on('update', bytes => {
      update = bytes
    })
    forged.getText('t').insert(0, 'forged')
    return update
  }

  it('refuses what claims to be from another account, records nothing of it, and goes on', async () => {
    const ada = await join('ada')
    const ben = await join('ben')
    write(ada, 'a')
    await until('ben reads it', () => ben.doc.getText('t').toString() === 'a')
    ben.send(updateFrame(inAdasName(ada)))
    await until('ben is refused', () => ben.denied.length > 0)
    expect(ben.denied).toEqual(['foreign-author'])
    write(ada, 'more ')
    await until('ada is saved', () => ada.saved > 2)
    expect(await authors()).toEqual(['ada', 'ada'])
  })

  it('still knows whose an id is after a restart', async () => {
    const ada = await join('ada')
    write(ada, 'a')
    await until('ada is saved', () => ada.saved > 0)
    const forged = inAdasName(ada)
    for (const client of clients.splice(0)) client.disconnect()
    await engine.close()
    engine = createTestEngine(world, record)
    const ben = await join('ben')
    ben.send(updateFrame(forged))
    await until('ben is refused', () => ben.denied.length > 0)
    expect(await authors()).toEqual(['ada'])
  })

  it('lets an id that a socket has announced be nobody else’s, before anything is written', async () => {
    const ada = await join('ada')
    const ben = await join('ben')
    ada.awareness.setLocalState({ user: 'ada' })
    ada.sendAwareness()
    ben.send(updateFrame(inAdasName(ada)))
    await until('ben is refused', () => ben.denied.length > 0)
    expect(await authors()).toEqual([])
  })

  it('takes a whole state with others’ text that it holds, and two devices of one account', async () => {
    const ada = await join('ada')
    write(ada, 'ada ')
    await until('ada is saved', () => ada.saved > 0)
    const ben = await join('ben')
    write(ben, 'ben ')
    const offline = new Y.Doc()
    Y.applyUpdate(offline, Y.encodeStateAsUpdate(ada.doc))
    offline.clientID = ada.doc.clientID
    const whole = Y.encodeStateAsUpdate(ben.doc)
    ben.send(updateFrame(whole))
    await until('ben is saved', () => ben.saved === 3)
    const elsewhere = await join('ada', offline)
    elsewhere.doc.clientID = ada.doc.clientID
    write(elsewhere, 'again ')
    await until('ada is saved', () => elsewhere.saved > 1)
    expect(ben.denied).toEqual([])
    expect(elsewhere.denied).toEqual([])
    expect(await authors()).toEqual(['ada', 'ben', 'ben', 'ada'])
  })
})
