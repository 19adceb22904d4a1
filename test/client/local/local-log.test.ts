import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { ROOM_TABLES, readRows } from '../../../client/local/room-rows.ts'
import { createDevice, openLogged, type Tab, until } from '../../support/local-device.ts'

let device: ReturnType<typeof createDevice>
beforeEach(() => {
  device = createDevice()
})
afterEach(() => device.close())

const readText = async (tab: Tab, room = 'room') => {
  const reader = openLogged(tab, room)
  await reader.log.load()
  const result = { text: reader.text.toString(), ...reader.log.state() }
  await reader.close()
  return result
}

const rowsOf = (tab: Tab, room = 'room') =>
  tab.database.run(ROOM_TABLES, 'readonly', tx => readRows(tx, room, 0))

describe('the local log', () => {
  it('says that nothing is unsaved only when it is on disk, and gives it back after a restart', async () => {
    const alice = openLogged(device.tab())
    await alice.log.load()
    alice.type('The parties agree.')
    expect(alice.log.state()).toMatchObject({ unsaved: 1, waiting: 0 })
    await until(() => alice.log.state().unsaved === 0, 'saved')
    // Not closed: the tab just vanishes.
    expect(await readText(device.tab())).toMatchObject({ text: 'The parties agree.', waiting: 1 })
  })

  it('writes the updates of one turn in one transaction', async () => {
    const tab = device.tab()
    const run = vi.spyOn(tab.database, 'run')
    const alice = openLogged(tab)
    for (const word of ['one ', 'two ', 'three']) alice.type(word)
    await alice.log.settled()
    expect(run.mock.calls.filter(([, mode]) => mode === 'readwrite')).toHaveLength(1)
    expect(await rowsOf(tab)).toHaveLength(3)
  })

  it('asks for every write to be on disk, not only in the system’s cache', async () => {
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction')
    const alice = openLogged(device.tab())
    alice.type('durable')
    await alice.log.settled()
    const writes = asked.mock.calls.filter(([, mode]) => mode === 'readwrite')
    asked.mockRestore()
    expect(writes.length).toBeGreaterThan(0)
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' })
  })

  it('loses nothing when the connection to the database is closed under it', async () => {
    const tab = device.tab()
    const alice = openLogged(tab)
    await alice.log.load()
    await tab.database.run(['rooms'], 'readonly', async tx => tx.db.close())
    alice.type('still here')
    await alice.log.settled()
    expect(alice.log.state().failure).toBeNull()
    expect((await readText(device.tab())).text).toBe('still here')
  })

  it('keeps what a closing tab had written while another tab merges the rows', async () => {
    for (let round = 0; round < 10; round++) {
      const room = `room-${round}`
      const [alice, bob] = [openLogged(device.tab(), room), openLogged(device.tab(), room)]
      for (let word = 0; word < 20; word++) alice.type(`${word} `)
      bob.type('B')
      const merged = bob.log.compact({ settled: 0, waiting: 0 })
      const closed = alice.close()
      await Promise.all([merged, closed])
      await bob.log.compact({ settled: 0, waiting: 0 })
      await bob.close()
      const { text, waiting } = await readText(device.tab(), room)
      for (let word = 0; word < 20; word++) expect(text).toContain(`${word} `)
      expect(text).toContain('B')
      expect(waiting).toBe(21)
    }
  })

  it('rejects the load when the storage cannot be opened, and saves when it can again', async () => {
    const tab = device.tab()
    const { run } = tab.database
    tab.database.run = () => Promise.reject(new DOMException('no', 'SecurityError'))
    const alice = openLogged(tab, 'room', { retryMs: 5 })
    await expect(alice.log.load()).rejects.toThrow(/does not let Parley store/)
    alice.type('typed meanwhile')
    expect(alice.log.state()).toMatchObject({ loaded: false, unsaved: 1 })
    tab.database.run = run
    await until(() => alice.log.state().unsaved === 0, 'saved')
    expect(alice.log.state()).toMatchObject({ loaded: true, failure: null })
    expect((await readText(device.tab())).text).toBe('typed meanwhile')
  })

  it('says that the disk is full, keeps everything in memory and saves it when there is room', async () => {
    const tab = device.tab()
    const { run } = tab.database
    const alice = openLogged(tab, 'room', { retryMs: 5 })
    alice.type('before ')
    await alice.log.settled()
    tab.database.run = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
    alice.type('during ')
    await until(() => alice.log.state().failure !== null, 'failure')
    alice.type('and after')
    expect(alice.log.state().failure).toMatch(/full/)
    expect(alice.log.state().unsaved).toBe(2)
    expect((await readText(device.tab())).text).toBe('before ')
    tab.database.run = run
    await alice.log.settled()
    expect(alice.log.state()).toMatchObject({ failure: null, unsaved: 0, waiting: 3 })
    expect((await readText(device.tab())).text).toBe('before during and after')
  })

  it('puts everything back when the site’s data was cleared behind an open tab', async () => {
    const tab = device.tab()
    const alice = openLogged(tab)
    alice.type('kept in the tab. ')
    await alice.log.settled()
    await tab.database.run(['rooms', 'rows', 'waiting'], 'readwrite', async tx => {
      for (const table of ['rooms', 'rows', 'waiting'] as const) await tx.objectStore(table).clear()
    })
    alice.type('And more.')
    await alice.log.settled()
    expect(await readText(device.tab())).toMatchObject({ text: 'kept in the tab. And more.', waiting: 2 })
  })

  it('notices cleared data also when another tab has begun anew and written more rows since', async () => {
    const tab = device.tab()
    const [alice, bob] = [openLogged(tab), openLogged(device.tab())]
    await Promise.all([alice.log.load(), bob.log.load()])
    alice.type('old text ')
    await until(() => bob.text.length === alice.text.length, 'bob has the text')
    await tab.database.run(['rooms', 'rows', 'waiting'], 'readwrite', async tx => {
      for (const table of ['rooms', 'rows', 'waiting'] as const) await tx.objectStore(table).clear()
    })
    for (let word = 0; word < 5; word++) bob.type(`${word} `)
    await bob.log.settled()
    await until(() => alice.text.toString() === bob.text.toString(), 'alice has the new text')
    expect(alice.text.toString()).toContain('4 ')
    expect((await readText(device.tab())).text).toContain('old text 0 1 2 3 4 ')
  })

  it('lets a newer version upgrade the database instead of blocking it', async () => {
    const tab = device.tab()
    const alice = openLogged(tab, 'room', { retryMs: 5 })
    alice.type('old')
    await alice.log.settled()
    const upgraded = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(device.name, 99)
      request.onsuccess = () => resolve(request.result)
      request.onblocked = () => reject(new Error('blocked'))
    })
    alice.type('typed in the old version')
    await until(() => alice.log.state().failure !== null, 'failure')
    expect(alice.log.state().failure).toMatch(/older version/)
    expect(alice.log.state().unsaved).toBe(1)
    upgraded.close()
    alice.log.close()
  })
})

describe('tabs of one browser', () => {
  it('stay in step without a network', async () => {
    const [alice, bob] = [openLogged(device.tab()), openLogged(device.tab())]
    await Promise.all([alice.log.load(), bob.log.load()])
    alice.type('from the first tab ')
    await until(() => bob.text.toString() === 'from the first tab ', 'first to second')
    bob.type('and back')
    await until(() => alice.text.toString() === 'from the first tab and back', 'second to first')
    expect(alice.log.state().waiting).toBe(2)
    await until(() => bob.log.state().waiting === 2, 'count')
  })

  it('share one count of waiting changes, and the tab that gets the acknowledgement clears it for all', async () => {
    const [alice, bob] = [openLogged(device.tab()), openLogged(device.tab())]
    await Promise.all([alice.log.load(), bob.log.load()])
    alice.type('a')
    await until(() => bob.log.state().waiting === 1, 'bob counts')
    bob.log.acknowledge(bob.log.position())
    await until(() => alice.log.state().waiting === 0, 'alice sees it')
  })

  it('never count a row of the other tab as acknowledged that the acknowledging tab had not read', async () => {
    const tab = device.tab()
    const alice = openLogged(tab)
    await alice.log.load()
    alice.type('mine')
    const position = alice.log.position()
    await alice.log.settled()
    const bob = openLogged(device.tab())
    await bob.log.load()
    bob.type('theirs')
    await bob.log.settled()
    alice.log.acknowledge(position)
    await alice.log.settled()
    expect((await readText(device.tab())).waiting).toBe(1)
  })
})

describe('acknowledgements', () => {
  it('are remembered, so that the count of waiting changes is right after a restart', async () => {
    const alice = openLogged(device.tab())
    await alice.log.load()
    for (const word of ['a', 'b', 'c']) alice.type(word)
    const position = alice.log.position()
    alice.type('d')
    await alice.log.settled()
    alice.log.acknowledge({ ...position, seq: 0 })
    await until(() => alice.log.state().waiting === 1, 'three acknowledged')
    expect((await readText(device.tab())).waiting).toBe(1)
  })

  it('that come before the row is on disk hold once it is', async () => {
    const alice = openLogged(device.tab())
    await alice.log.load()
    alice.type('fast server')
    alice.log.acknowledge(alice.log.position())
    await alice.log.settled()
    expect(alice.log.state()).toMatchObject({ unsaved: 0, waiting: 0 })
  })

  it('do not count what came from the server as waiting', async () => {
    const alice = openLogged(device.tab())
    const remote = new Y.Doc()
    remote.getText('text').insert(0, 'from ben')
    Y.applyUpdate(alice.doc, Y.encodeStateAsUpdate(remote), 'server')
    await alice.log.settled()
    expect(alice.log.state()).toMatchObject({ waiting: 0, unsaved: 0 })
    expect((await readText(device.tab())).text).toBe('from ben')
  })
})

describe('a copy that gets an account', () => {
  it('moves with its waiting changes, and open tabs follow, also with what they had not saved', async () => {
    const [alice, bob] = [openLogged(device.tab(), 'device'), openLogged(device.tab(), 'device')]
    alice.type('before ')
    await alice.log.settled()
    await bob.log.load()
    bob.type('at the same time ')
    await alice.log.moveTo('ada')
    alice.type('after')
    await Promise.all([alice.log.settled(), bob.log.settled()])
    const moved = await readText(device.tab(), 'ada')
    for (const words of ['before ', 'at the same time ', 'after']) expect(moved.text).toContain(words)
    expect(moved.waiting).toBe(3)
    expect(await rowsOf(device.tab(), 'device')).toEqual([])
  })

  it('takes along a tab that has written nothing yet', async () => {
    const alice = openLogged(device.tab(), 'device')
    await alice.log.load()
    await alice.log.moveTo('ada')
    alice.type('first words')
    await alice.log.settled()
    expect((await readText(device.tab(), 'ada')).text).toBe('first words')
  })
})
