import { useEffect, useState } from 'react'
import type { AgreementSession } from '../session/agreement-session.ts'
import type { SessionStatus } from '../session/session-status.ts'
import { isBetter } from './save-words.ts'

const CALM_MS = 250

/** The session's status, except that an improvement shows only once it has held: "saved" between two keystrokes says nothing. */
export function useSaveStatus(session: AgreementSession): SessionStatus {
  const [shown, setShown] = useState(() => session.status())
  useEffect(() => {
    let current = session.status()
    setShown(current)
    let calm: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      calm = undefined
      const next = session.status()
      if (JSON.stringify(next) === JSON.stringify(current)) return
      current = next
      setShown(next)
    }
    const look = () => {
      if (isBetter(session.status(), current)) {
        calm ??= setTimeout(show, CALM_MS)
        return
      }
      clearTimeout(calm)
      show()
    }
    const stop = session.subscribe(look)
    return () => {
      stop()
      clearTimeout(calm)
    }
  }, [session])
  return shown
}
