import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { THREADS_MAP, type Thread, threadsOf } from '../../shared/document/threads.ts'

/** The comments of an agreement, live. The same list until something of them changes. */
export function useThreads(discussion: Y.Doc): readonly Thread[] {
  const source = useMemo(() => {
    let threads: readonly Thread[] | null = null
    return {
      current: () => {
        threads ??= threadsOf(discussion)
        return threads
      },
      subscribe: (listener: () => void) => {
        const map = discussion.getMap(THREADS_MAP)
        const changed = () => {
          threads = null
          listener()
        }
        map.observeDeep(changed)
        return () => map.unobserveDeep(changed)
      },
    }
  }, [discussion])
  return useSyncExternalStore(source.subscribe, source.current)
}
