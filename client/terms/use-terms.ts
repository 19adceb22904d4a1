import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { Terms } from '../../shared/terms/terms.ts'
import { createTermsSource } from './terms-source.ts'

/**
 * The terms of the live text: null until they were derived for the first time, then always those of a text that has come to
 * rest. Derived here, offline too, by the same function as on the server.
 */
export function useTerms(doc: Y.Doc): Terms | null {
  const source = useMemo(() => createTermsSource(doc), [doc])
  return useSyncExternalStore(source.subscribe, source.current)
}
