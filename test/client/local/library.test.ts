import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readTitle } from '../../../shared/document/yjs-body.ts'
import { type ClientTab, createClientDevice } from '../../support/client-device.ts'
import { type CuttableProxy, startCuttableProxy } from '../../support/cuttable-proxy.ts'
import { until } from '../../support/local-device.ts'
import { bringIn, createAgreement, type TestPerson } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let proxy: CuttableProxy
let ada: TestPerson
const closers: (() => unknown)[] = []

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

// Nobody's library holds anything from the test before.
let people = 0
const arrives = (name: string) => server.signUp(name, `person-${people++}@example.org`)
beforeEach(async () => {
  proxy = await startCuttableProxy(server.url)
  ada = await arrives('Ada Ashby')
})
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
  await proxy.close()
})

const device = (name?: string) => {
  const made = createClientDevice(proxy.url, name)
  closers.push(made.close)
  return made
}

const signedIn = async (tab: ClientTab) => {
  await tab.library.loaded
  tab.library.setUser(tab.userId)
  return tab
}

const created = async (tab: ClientTab, title: string) => {
  const result = await tab.library.create({ title, model: 'consortium' })
  if (!result.ok) throw new Error(result.error.kind)
  return result.value
}
const find = ({ library }: ClientTab, id: string) => library.entries().find(entry => entry.id === id)
const textAt = async (person: TestPerson, id: string) =>
  JSON.stringify((await person.get(`/api/agreements/${id}/export.json`)).body)

describe('the library without an account', () => {
  it('holds what was created, also after a restart, and says that it is only here', async () => {
    const laptop = device()
    const id = await created(laptop.tab(null), 'Valley transport')
    const again = laptop.tab(null)
    await again.library.loaded
    expect(find(again, id)).toMatchObject({
      title: 'Valley transport',
      ownerId: null,
      server: null,
      parties: [{ name: 'Riverside Transport' }],
      waiting: 1,
    })
  })

  it('is the same in every tab', async () => {
    const laptop = device()
    const [first, second] = [laptop.tab(null), laptop.tab(null)]
    await second.library.loaded
    const id = await created(first, 'Valley transport')
    await until(() => find(second, id) !== undefined, 'the other tab lists it')
  })

  it('opens what was created with the template’s text', async () => {
    const tab = device().tab(null)
    const id = await created(tab, 'Valley transport')
    const session = tab.sessions.open(id, { online: false, userId: null })
    await session.loaded
    expect(readTitle(session.body)).toBe('Valley transport')
    expect(session.body.getXmlFragment('body').length).toBe(2)
    expect(session.status()).toEqual({ kind: 'saved-on-device' })
    await session.dispose()
  })

  it('renames in the text itself', async () => {
    const tab = device().tab(null)
    const id = await created(tab, 'Valley transport')
    expect(await tab.library.rename(id, 'River transport')).toEqual({ ok: true, value: true })
    expect(find(tab, id)?.title).toBe('River transport')
    const session = tab.sessions.open(id, { online: false, userId: null })
    await session.loaded
    expect(readTitle(session.body)).toBe('River transport')
    await session.dispose()
  })

  it('follows the title and the parties as they are typed', async () => {
    const tab = device().tab(null)
    const id = await created(tab, 'Valley transport')
    const session = tab.sessions.open(id, { online: false, userId: null })
    await session.loaded
    session.body.getMap('meta').set('title', 'Typed title')
    session.body.getXmlFragment('body').delete(1, 1)
    await until(() => find(tab, id)?.title === 'Typed title', 'title')
    expect(find(tab, id)?.parties).toEqual([])
    await session.dispose()
  })

  it('duplicates the text as it stands, as an agreement of its own', async () => {
    const tab = device().tab(null)
    const id = await created(tab, 'Valley transport')
    const copy = await tab.library.duplicate(id, 'Copy')
    if (!copy.ok) throw new Error(copy.error.kind)
    expect(copy.value).not.toBe(id)
    expect(find(tab, copy.value)).toMatchObject({ title: 'Copy', model: 'consortium' })
    expect(find(tab, copy.value)?.parties).toHaveLength(1)
  })

  it('removes what is nowhere else only when told twice', async () => {
    const tab = device().tab(null)
    const id = await created(tab, 'Valley transport')
    expect(await tab.library.remove(id)).toEqual({ ok: false, error: { kind: 'changes-wait', waiting: 1 } })
    expect(find(tab, id)).toBeDefined()
    expect(await tab.library.remove(id, { evenIfWaiting: true })).toEqual({ ok: true, value: true })
    expect(find(tab, id)).toBeUndefined()
    expect(await tab.library.remove(id)).toEqual({ ok: false, error: { kind: 'not-found' } })
  })
})

describe('the library with an account', () => {
  it('carries what was created offline to the server when there is one', async () => {
    const tab = await signedIn(device().tab(ada))
    await proxy.cut()
    const id = await created(tab, 'Valley transport')
    expect((await tab.library.refresh()).ok).toBe(false)
    expect(find(tab, id)).toMatchObject({ server: null, waiting: 1, ownerId: ada.id })
    await proxy.restore()
    expect((await tab.library.refresh()).ok).toBe(true)
    await until(() => find(tab, id)?.waiting === 0 && find(tab, id)?.server !== null, 'carried')
    expect(await textAt(ada, id)).toContain('Riverside Transport')
  })

  it('does so after a restart too, in the order of creation', async () => {
    const laptop = device()
    await proxy.cut()
    const before = await signedIn(laptop.tab(ada))
    const ids = [await created(before, 'First'), await created(before, 'Second')]
    await proxy.restore()
    const after = await signedIn(laptop.tab(ada))
    await until(() => ids.every(id => find(after, id)?.waiting === 0), 'carried')
    const listed = (await ada.get('/api/agreements')).body
    const times = ids.map(id => listed.find((a: { id: string }) => a.id === id).createdAt)
    expect(times[0] < times[1]).toBe(true)
  })

  it('takes along at sign-in what was written without an account, with a session that stays open', async () => {
    const laptop = device()
    const anonymous = laptop.tab(null)
    const closed = await created(anonymous, 'Closed')
    const open = await created(anonymous, 'Open')
    // The same tab signs in: its sessions stay.
    const tab = { ...laptop.tab(ada) }
    const session = tab.sessions.open(open, { online: false, userId: null })
    await session.loaded
    // A page that shows it must not see it vanish for a moment: it would close under the person's hands.
    const gaps: string[] = []
    const stopWatching = tab.library.subscribe(() => {
      if (!find(tab, open)) gaps.push('not listed')
    })
    await tab.library.claim(ada.id)
    tab.library.setUser(ada.id)
    stopWatching()
    expect(gaps).toEqual([])
    session.body.getMap('meta').set('title', 'Typed after signing in')
    await until(() => find(tab, open)?.server !== null && find(tab, closed)?.server !== null, 'created there')
    const same = tab.sessions.open(open, { online: true, userId: ada.id })
    expect(same).toBe(session)
    await until(() => session.status().kind === 'saved-for-everyone', 'sent')
    await until(async () => (await textAt(ada, closed)).includes('Riverside'), 'the closed one arrived')
    expect(await textAt(ada, open)).toContain('Typed after signing in')
    await session.dispose()
    await same.dispose()
  })

  it('fetches the texts of agreements that others shared, so that they open without a network', async () => {
    const ben = await arrives('Ben Birch')
    const bens = await signedIn(device().tab(ben))
    const id = await created(bens, 'Written by Ben')
    await until(() => find(bens, id)?.waiting === 0, 'carried')
    await bringIn(ben, ada, id, 'partner')
    const laptop = device()
    const tab = await signedIn(laptop.tab(ada))
    await tab.library.refresh()
    expect(find(tab, id)).toMatchObject({ title: 'Written by Ben', waiting: 0 })
    await until(() => !tab.sessions.isOpen(id, ada.id), 'background work ended')
    await until(async () => {
      const reader = laptop.tab(ada).sessions.open(id, { online: false, userId: ada.id })
      await reader.loaded
      const length = reader.body.getXmlFragment('body').length
      await reader.dispose()
      return length === 2
    }, 'the text is here')
  })

  it('removes the copy of a shared agreement, keeps it listed and does not fetch it again by itself', async () => {
    const tab = await signedIn(device().tab(ada))
    const id = await created(tab, 'Valley transport')
    await until(() => find(tab, id)?.waiting === 0 && find(tab, id)?.server !== null, 'carried')
    await until(() => !tab.sessions.isOpen(id, ada.id), 'background work ended')
    expect(await tab.library.remove(id)).toEqual({ ok: true, value: true })
    await tab.library.refresh()
    expect(find(tab, id)).toMatchObject({ title: 'Valley transport' })
    expect(tab.sessions.isOpen(id, ada.id)).toBe(false)
  })

  it('keeps what the server no longer lists, and says so', async () => {
    const ben = await arrives('Ben Birch')
    const id = (await createAgreement(ben, { title: 'Shared' })).id
    const memberId = await bringIn(ben, ada, id, 'partner')
    const tab = await signedIn(device().tab(ada))
    await tab.library.refresh()
    expect(find(tab, id)).toMatchObject({ left: false })
    await ben.delete(`/api/agreements/${id}/members/${memberId}`)
    await tab.library.refresh()
    expect(find(tab, id)).toMatchObject({ left: true, title: 'Shared' })
  })

  it('never shows one person the agreements of another on the same device', async () => {
    const ben = await arrives('Ben Birch')
    const laptop = device()
    const adas = await signedIn(laptop.tab(ada))
    const id = await created(adas, 'Ada’s')
    const bens = await signedIn(laptop.tab(ben))
    await bens.library.refresh()
    expect(find(bens, id)).toBeUndefined()
    expect(find(adas, id)).toBeDefined()
  })

  it('forgets everything of an account when asked to', async () => {
    const laptop = device()
    const tab = await signedIn(laptop.tab(ada))
    const id = await created(tab, 'Valley transport')
    await until(() => find(tab, id)?.server !== null && !tab.sessions.isOpen(id, ada.id), 'carried')
    expect(await tab.library.forget(ada.id)).toEqual({ ok: true, value: true })
    const reader = laptop.tab(ada).sessions.open(id, { online: false, userId: ada.id })
    await reader.loaded
    expect(reader.body.getXmlFragment('body').length).toBe(0)
    await reader.dispose()
  })
})
