import { useEffect, useState } from 'react'
import type { AgreementSession } from '../session/agreement-session.ts'

export type Loaded = 'reading' | 'read' | 'failed'

/** Whether this device's copy is in the document; `failed` when the device's storage could not be opened. */
export function useLoaded(session: AgreementSession | null): Loaded {
  const [settled, setSettled] = useState<{ session: AgreementSession; loaded: Loaded } | null>(null)
  useEffect(() => {
    if (!session) return
    let current = true
    session.loaded.then(
      () => current && setSettled({ session, loaded: 'read' }),
      () => current && setSettled({ session, loaded: 'failed' }),
    )
    return () => {
      current = false
    }
  }, [session])
  return settled !== null && settled.session === session ? settled.loaded : 'reading'
}
