import { useCallback, useSyncExternalStore } from 'react'
import { META_MAP } from '../../shared/document/node-types.ts'
import type { AgreementSession } from '../session/agreement-session.ts'

/** Whether a newer app wrote the text; it can become so while the page is open. */
export function useNewerText(session: AgreementSession): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const meta = session.body.getMap(META_MAP)
      meta.observe(listener)
      return () => meta.unobserve(listener)
    },
    [session],
  )
  return useSyncExternalStore(subscribe, () => session.isNewerThanClient())
}
