import { useEffect, useState, useSyncExternalStore } from 'react'
import type { AgreementSession } from '../session/agreement-session.ts'
import type { SessionStatus } from '../session/session-status.ts'
import { isBetter } from './save-words.ts'

const CALM_MS = 250

/** The session's status, except that an improvement shows only once it has held: "saved" between two keystrokes says nothing. */
export function useSaveStatus(session: AgreementSession): SessionStatus {
  const status = useSyncExternalStore(
    listener => session.subscribe(listener),
    () => session.status(),
  )
  const [shown, setShown] = useState(status)
  const wait = isBetter(status, shown)
  useEffect(() => {
    if (!wait) {
      setShown(status)
      return
    }
    const timer = setTimeout(() => setShown(status), CALM_MS)
    return () => clearTimeout(timer)
  }, [status, wait])
  return wait ? shown : status
}
