import { useCallback, useSyncExternalStore } from 'react'
import { META_MAP, META_TITLE } from '../../shared/document/node-types.ts'
import type { AgreementSession } from '../session/agreement-session.ts'

/** The title as the text holds it, followed live; null while it has none. */
export function useAgreementTitle(session: AgreementSession): string | null {
  const subscribe = useCallback(
    (listener: () => void) => {
      const meta = session.body.getMap(META_MAP)
      meta.observe(listener)
      return () => meta.unobserve(listener)
    },
    [session],
  )
  return useSyncExternalStore(subscribe, () => {
    const title = session.body.getMap(META_MAP).get(META_TITLE)
    return typeof title === 'string' && title.trim() !== '' ? title : null
  })
}
