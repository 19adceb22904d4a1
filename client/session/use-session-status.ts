import { useCallback, useSyncExternalStore } from 'react'
import type { AgreementSession } from './agreement-session.ts'
import type { SessionStatus } from './session-status.ts'

/** What is true of the user's changes right now. */
export function useSessionStatus(session: AgreementSession): SessionStatus {
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session])
  return useSyncExternalStore(subscribe, () => session.status())
}
