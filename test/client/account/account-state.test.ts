import { describe, expect, it } from 'vitest'
import { createAccount } from '../../../client/account/account-state.ts'
import type { ApiError } from '../../../client/api/api-error.ts'
import type { Me } from '../../../shared/protocol/api.ts'
import { err, ok, type Result } from '../../../shared/result.ts'

const ADA = { id: 'ada', name: 'Ada Ashby', email: 'ada@example.org' }
const OFFLINE: ApiError = { kind: 'offline', message: '' }

function memoryStorage() {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
}

function createTestAccount(storage: Parameters<typeof createAccount>[0]['storage'] = memoryStorage()) {
  const server = { me: err(OFFLINE) as Result<Me, ApiError>, signOut: ok(null) as Result<null, ApiError> }
  const claimed: string[] = []
  const account = createAccount({
    storage,
    api: { me: async () => server.me, signOut: async () => server.signOut },
    beforeSignIn: async userId => {
      expect(account.state().session).not.toBe('confirmed')
      claimed.push(userId)
    },
  })
  return { account, server, claimed }
}

describe('the account on this device', () => {
  it('is remembered without a network', async () => {
    const storage = memoryStorage()
    const first = createTestAccount(storage)
    first.server.me = ok({ user: ADA, magicLink: true })
    await first.account.refresh()
    expect(first.account.state()).toEqual({ user: ADA, magicLink: true, session: 'confirmed' })

    const second = createTestAccount(storage)
    expect(second.account.state()).toEqual({ user: ADA, magicLink: true, session: 'remembered' })
    expect((await second.account.refresh()).ok).toBe(false)
    expect(second.account.state().user).toEqual(ADA)
  })

  it('gets what was written without an account before anybody sees it', async () => {
    const { account, server, claimed } = createTestAccount()
    server.me = ok({ user: ADA, magicLink: false })
    let claimedWhenSeen: number | null = null
    account.subscribe(() => {
      claimedWhenSeen = claimed.length
    })
    await account.refresh()
    expect(claimedWhenSeen).toBe(1)
    expect(claimed).toEqual(['ada'])
  })

  it('stays on the screen when its session ran out', async () => {
    const { account, server } = createTestAccount()
    server.me = ok({ user: ADA, magicLink: false })
    await account.refresh()
    server.me = ok({ user: null, magicLink: false })
    await account.refresh()
    expect(account.state()).toEqual({ user: ADA, magicLink: false, session: 'expired' })
  })

  it('is gone when another tab signed out', async () => {
    const storage = memoryStorage()
    const { account, server } = createTestAccount(storage)
    server.me = ok({ user: ADA, magicLink: false })
    await account.refresh()
    storage.items.clear()
    server.me = ok({ user: null, magicLink: false })
    await account.refresh()
    expect(account.state().user).toBeNull()
  })

  it('is not signed out without a network, because its session would live on', async () => {
    const { account, server } = createTestAccount()
    server.me = ok({ user: ADA, magicLink: false })
    await account.refresh()
    server.signOut = err(OFFLINE)
    expect((await account.signOut()).ok).toBe(false)
    expect(account.state().user).toEqual(ADA)
    server.signOut = ok(null)
    expect((await account.signOut()).ok).toBe(true)
    expect(account.state().user).toBeNull()
  })

  it.each(['not json', '{"user":{"id":1}}', 'null'])('ignores a damaged memory: %s', memory => {
    const storage = memoryStorage()
    storage.items.set('parley-account', memory)
    expect(createTestAccount(storage).account.state().user).toBeNull()
  })

  it('works where the browser forbids storage', async () => {
    const { account, server } = createTestAccount(null)
    server.me = ok({ user: ADA, magicLink: false })
    await account.refresh()
    expect(account.state().user).toEqual(ADA)
  })
})
