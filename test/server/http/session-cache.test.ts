import { describe, expect, it } from 'vitest'
import type { Session } from '../../../server/accounts.ts'
import { createSessionCache } from '../../../server/http/session-cache.ts'

const ADA = { id: 'ada', name: 'Ada', email: 'ada@example.org' }
const COOKIE = { cookie: 'session=1', authorization: null }

function world() {
  let now = 0
  const asked: string[] = []
  const waiting: (() => void)[] = []
  const signedIn = new Set(['session=1'])
  const state = { holds: false }
  const cache = createSessionCache(
    {
      async session(headers): Promise<Session | null> {
        const cookie = headers.get('cookie') ?? headers.get('authorization') ?? ''
        asked.push(cookie)
        const found = signedIn.has(cookie) ? { person: ADA, cookies: [] } : null
        if (state.holds) await new Promise<void>(resolve => waiting.push(resolve))
        return found
      },
    },
    () => now,
  )
  return {
    cache,
    asked,
    signedIn,
    state,
    pass: (ms: number) => {
      now += ms
    },
    release: () => {
      for (const go of waiting.splice(0)) go()
    },
  }
}

describe('the sessions of those who open sockets', () => {
  it('are looked up once for many who come together, and again after a few seconds', async () => {
    const { cache, asked, pass } = world()
    const people = await Promise.all([
      cache.person(COOKIE),
      cache.person(COOKIE),
      cache.person({ ...COOKIE }),
    ])
    expect(people).toEqual([ADA, ADA, ADA])
    pass(4999)
    await cache.person(COOKIE)
    expect(asked).toEqual(['session=1'])
    pass(1)
    await cache.person(COOKIE)
    expect(asked).toHaveLength(2)
  })

  it('are each for their own credentials', async () => {
    const { cache } = world()
    await cache.person(COOKIE)
    expect(await cache.person({ cookie: 'session=2', authorization: null })).toBeNull()
    expect(await cache.person({ cookie: null, authorization: 'session=2' })).toBeNull()
    expect(await cache.person({ cookie: null, authorization: null })).toBeNull()
  })

  it('are forgotten the moment that one may have ended, also one that is being looked up', async () => {
    const { cache, signedIn, state, release } = world()
    state.holds = true
    const before = cache.person(COOKIE)
    signedIn.clear()
    cache.forget()
    const after = cache.person(COOKIE)
    release()
    expect(await before).toEqual(ADA)
    expect(await after).toBeNull()
  })

  it('are not remembered as missing: who signs in comes in at once', async () => {
    const { cache, signedIn } = world()
    const cookie = { cookie: 'session=3', authorization: null }
    expect(await cache.person(cookie)).toBeNull()
    signedIn.add('session=3')
    expect(await cache.person(cookie)).toEqual(ADA)
  })
})
