import { useCallback, useSyncExternalStore } from 'react'
import { BODY_FRAGMENT, META_MAP } from '../../shared/document/node-types.ts'
import type { AgreementSession } from '../session/agreement-session.ts'

/** Whether any text has arrived: a copy that was never fetched must not look like an agreement without words. */
export function useHasText(session: AgreementSession): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const meta = session.body.getMap(META_MAP)
      const text = session.body.getXmlFragment(BODY_FRAGMENT)
      meta.observe(listener)
      text.observe(listener)
      return () => {
        meta.unobserve(listener)
        text.unobserve(listener)
      }
    },
    [session],
  )
  return useSyncExternalStore(
    subscribe,
    () => session.body.getXmlFragment(BODY_FRAGMENT).length > 0 || session.body.getMap(META_MAP).size > 0,
  )
}
