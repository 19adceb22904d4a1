import { z } from 'zod'
import { type Me, meSchema } from '../../shared/protocol/api.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { ApiClient } from '../api/api-client.ts'
import type { ApiError } from '../api/api-error.ts'

/**
 * `remembered`: from an earlier visit, not asked yet or no network. `confirmed`: the server said so. `expired`: the server wants
 * the person to sign in again; until then everything of the account stays readable and writable on this device.
 */
export interface AccountState extends Me {
  readonly session: 'remembered' | 'confirmed' | 'expired'
}

export type Person = NonNullable<Me['user']>

export interface AccountParts {
  readonly api: Pick<ApiClient, 'me' | 'signOut'>
  /** Where the account is remembered; null where the browser forbids it. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null
  /** Runs before anybody sees the new account, so that what was written without one belongs to it by then. */
  readonly beforeSignIn: (userId: string) => Promise<void>
}

/** Who uses this device, known without a network. */
export interface Account {
  state(): AccountState
  subscribe(listener: () => void): () => void
  /** Asks the server, also after signing in and up. Without a network the remembered account stays. */
  refresh(): Promise<Result<Me, ApiError>>
  /** Ends the session on the server and forgets the account here. Refused without a network: the session would live on. */
  signOut(): Promise<Result<true, ApiError>>
}

const KEY = 'parley-account'
const rememberedSchema = meSchema.extend({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
})
const NOBODY: AccountState = { user: null, magicLink: false, session: 'remembered' }

export function createAccount({ api, storage, beforeSignIn }: AccountParts): Account {
  const listeners = new Set<() => void>()
  let state = recall(storage)

  const become = (next: AccountState) => {
    remember(storage, next)
    if (JSON.stringify(next) === JSON.stringify(state)) return
    state = next
    for (const listener of [...listeners]) listener()
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async refresh() {
      const me = await api.me()
      if (!me.ok) return me
      const { user, magicLink } = me.value
      if (user && (user.id !== state.user?.id || state.session !== 'confirmed')) await beforeSignIn(user.id)
      // A session that ran out while somebody was away must not take their agreements off the screen. One that was ended in
      // another tab does: that tab has forgotten the account.
      if (!user && state.user && (storage === null || recall(storage).user))
        become({ user: state.user, magicLink, session: 'expired' })
      else become({ user, magicLink, session: 'confirmed' })
      return me
    },
    async signOut() {
      const signedOut = await api.signOut()
      if (!signedOut.ok && signedOut.error.kind !== 'unauthenticated') return signedOut
      become({ ...state, user: null, session: 'confirmed' })
      return ok(true)
    },
  }
}

function remember(storage: AccountParts['storage'], { user, magicLink }: AccountState) {
  try {
    if (user) storage?.setItem(KEY, JSON.stringify({ user, magicLink }))
    else storage?.removeItem(KEY)
  } catch {
    // A full or forbidden storage: the account is asked for at the next start.
  }
}

function recall(storage: AccountParts['storage']): AccountState {
  try {
    const me = rememberedSchema.safeParse(JSON.parse(storage?.getItem(KEY) ?? 'null'))
    return me.success ? { ...me.data, session: 'remembered' } : NOBODY
  } catch {
    // Not ours, or damaged: the server says who is signed in.
    return NOBODY
  }
}
