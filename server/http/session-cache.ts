import type { Accounts, Person } from '../accounts.ts'
import type { Credentials } from '../sync/session-watch.ts'
import { credentialHeaders } from './incoming-headers.ts'

/** Who asks for sockets: everybody comes back at once after a pause, and most of them with several. */
export interface SessionCache {
  /** The person behind the credentials; null for nobody. It may be what was found in the last few seconds. */
  person(credentials: Credentials): Promise<Person | null>
  /** Sessions may have ended: nothing that was found before counts any more. */
  forget(): void
}

/** Little enough that a session which ended on another server, or ran out, opens no socket for long. */
const KEPT_MS = 5000
const MOST = 10_000

interface Found {
  readonly person: Promise<Person | null>
  readonly at: number
}

/** `now` is in ms and never goes back. */
export function createSessionCache(accounts: Pick<Accounts, 'session'>, now: () => number): SessionCache {
  const kept = new Map<string, Found>()

  const look = async (key: string, credentials: Credentials): Promise<Person | null> => {
    const session = await accounts.session(credentialHeaders(credentials))
    // Whoever signs in next may do so with the cookies that they have.
    if (!session) kept.delete(key)
    return session?.person ?? null
  }

  return {
    person: credentials => {
      const { cookie, authorization } = credentials
      if (cookie === null && authorization === null) return Promise.resolve(null)
      const key = JSON.stringify([cookie, authorization])
      const found = kept.get(key)
      if (found && now() - found.at < KEPT_MS) return found.person
      if (kept.size >= MOST) kept.clear()
      const person = look(key, credentials)
      kept.set(key, { person, at: now() })
      person.catch(() => kept.delete(key))
      return person
    },
    forget: () => kept.clear(),
  }
}
