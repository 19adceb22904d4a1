import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { ProposedChange } from '../../shared/document/changes/changes-of.ts'
import type { Problem } from '../../shared/terms/readiness/problem.ts'
import type { Terms } from '../../shared/terms/terms.ts'
import { createTermsSource } from './terms-source.ts'

/** What the live text says, and what it lacks. */
export interface TextReading {
  /** Null until they were derived for the first time, then always those of a text that has come to rest. */
  readonly terms: Terms | null
  readonly problems: readonly Problem[]
  /** Changes that somebody proposed and nobody decided on. */
  readonly changes: readonly ProposedChange[]
}

/** The terms and the readiness of the live text. Derived here, offline too, by the same functions as on the server. */
export function useReading(doc: Y.Doc): TextReading {
  const source = useMemo(() => createTermsSource(doc), [doc])
  const terms = useSyncExternalStore(source.subscribe, source.current)
  const problems = useSyncExternalStore(source.subscribe, source.problems)
  const changes = useSyncExternalStore(source.subscribe, source.changes)
  return { terms, problems, changes }
}
