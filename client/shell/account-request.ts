import { useSyncExternalStore } from 'react'

/** Why an account is asked for; the dialog says so in its first line. */
export type AccountReason = 'plain' | 'share' | 'sync' | 'sign'

interface AccountRequest {
  readonly reason: AccountReason
  readonly settle: (signedIn: boolean) => void
}

let current: AccountRequest | null = null
const listeners = new Set<() => void>()

function show(request: AccountRequest | null): void {
  current = request
  for (const listener of listeners) listener()
}

/**
 * Asks the person to sign in or up, wherever in the app it turns out to be needed. True when they did, false when they closed the
 * dialog. A second request while one is open replaces it, and the first is answered with false.
 */
export function requestAccount(reason: AccountReason): Promise<boolean> {
  current?.settle(false)
  return new Promise(resolve => {
    const settle = (signedIn: boolean) => {
      show(null)
      resolve(signedIn)
    }
    show({ reason, settle })
  })
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useAccountRequest = (): AccountRequest | null => useSyncExternalStore(subscribe, () => current)
