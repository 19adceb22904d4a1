import { useEffect, useState } from 'react'
import type { AgreementSession } from './agreement-session.ts'
import type { OpenOptions, Sessions } from './sessions.ts'

/**
 * The session of an agreement while the component is mounted; null before the first effect. The same session stays when the
 * agreement goes online or gets an account, so that the editor on it need not be built anew.
 */
export function useSession(
  sessions: Sessions,
  agreementId: string,
  { online, userId }: OpenOptions,
): AgreementSession | null {
  const [session, setSession] = useState<AgreementSession | null>(null)
  useEffect(() => {
    const opened = sessions.open(agreementId, { online, userId })
    setSession(opened)
    return () => void opened.dispose()
  }, [sessions, agreementId, online, userId])
  return session?.agreementId === agreementId ? session : null
}
