import { useSyncExternalStore } from 'react'
import type { AgreementSession } from './agreement-session.ts'
import type { SessionStatus } from './session-status.ts'

/** What is true of the user's changes right now. */
export const useSessionStatus = (session: AgreementSession): SessionStatus =>
  useSyncExternalStore(session.subscribe, session.status)
