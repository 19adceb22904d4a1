import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { META_MAP } from '../../shared/document/node-types.ts'
import { readTitle } from '../../shared/document/yjs-body.ts'
import type { AgreementSession } from '../session/agreement-session.ts'

function useMeta<T>(body: Y.Doc, read: () => T): T {
  const subscribe = useCallback(
    (listener: () => void) => {
      const meta = body.getMap(META_MAP)
      meta.observe(listener)
      return () => meta.unobserve(listener)
    },
    [body],
  )
  return useSyncExternalStore(subscribe, read)
}

/** The agreement's title as it is now. */
export const useTitle = (body: Y.Doc): string => useMeta(body, () => readTitle(body))

/** Whether a newer version wrote the text; it can become so while it is open. */
export const useIsNewer = (session: Pick<AgreementSession, 'body' | 'isNewerThanClient'>): boolean =>
  useMeta(session.body, () => session.isNewerThanClient())
