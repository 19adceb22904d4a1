import type { AgreementSession } from './agreement-session.ts'
import { SessionCore, type SessionParts } from './session-core.ts'

/** How an agreement is opened. `online`: the server knows it and there is an account. */
export interface OpenOptions {
  readonly online: boolean
  /** Whose copy on this device; null without an account. */
  readonly userId: string | null
}

/**
 * The sessions of this tab, one per agreement and account, shared by everyone who opens it. Each `open` needs its `dispose`;
 * the last one commits what is pending, closes the connection and frees the document.
 */
export interface Sessions {
  open(agreementId: string, options: OpenOptions): AgreementSession
  isOpen(agreementId: string, userId: string | null): boolean
  /** What was opened without an account is this account's now, and stays open. */
  adopt(userId: string): Promise<void>
  /** Something changed that may help a connection: the account, the network, the tab is shown again. */
  wake(): void
  /** The browser says that the network went away. */
  suspectNetwork(): void
  /** Something is only in this tab's memory: closing it would lose that. */
  hasUnsaved(): boolean
}

interface Open {
  readonly core: SessionCore
  users: number
}

const keyOf = (agreementId: string, userId: string | null) => `${agreementId}@${userId ?? ''}`

export function createSessions(parts: SessionParts): Sessions {
  const open = new Map<string, Open>()

  const leave = async (entry: Open) => {
    entry.users -= 1
    // React unmounts and mounts again in one turn; a session that is wanted again right away is not torn down.
    await new Promise(resolve => setTimeout(resolve))
    if (entry.users > 0) return
    await entry.core.close(() => {
      if (entry.users > 0) return true
      for (const [key, value] of open) if (value === entry) open.delete(key)
      return false
    })
  }

  const start = (agreementId: string, options: OpenOptions): Open => {
    const entry: Open = {
      core: new SessionCore(agreementId, options, parts, () => leave(entry)),
      users: 0,
    }
    open.set(keyOf(agreementId, options.userId), entry)
    return entry
  }

  return {
    open(agreementId, options) {
      const entry = open.get(keyOf(agreementId, options.userId)) ?? start(agreementId, options)
      entry.users += 1
      if (options.online) entry.core.goOnline()
      return entry.core
    },
    isOpen: (agreementId, userId) => open.has(keyOf(agreementId, userId)),
    async adopt(userId) {
      for (const [key, entry] of [...open]) {
        const { agreementId } = entry.core
        if (key !== keyOf(agreementId, null)) continue
        if (!open.has(keyOf(agreementId, userId))) {
          open.delete(key)
          open.set(keyOf(agreementId, userId), entry)
        }
        await entry.core.adopt(userId)
      }
    },
    wake: () => {
      for (const { core } of open.values()) core.wake()
    },
    suspectNetwork: () => {
      for (const { core } of open.values()) core.suspectNetwork()
    },
    hasUnsaved: () => [...open.values()].some(({ core }) => core.hasUnsaved()),
  }
}
