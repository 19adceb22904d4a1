import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { Suggestion } from '../../../shared/terms/suggest/suggestions.ts'
import { createWorkerReader } from './proposal-reader.ts'
import { createSuggestionSource } from './suggestion-source.ts'

/** Name of the map in the discussion room that holds what was dismissed for everyone. */
const DISMISSED = 'dismissed'

export interface Suggestions {
  /** Null until the text was read for the first time. */
  readonly list: readonly Suggestion[] | null
  /** By `dismissalKey`, with who dismissed it. */
  readonly dismissed: Y.Map<unknown>
  /** To be called after a confirmation, so that it shows at once. */
  readonly refresh: () => void
}

/** What the recognisers find in the live text. Read here, offline too. */
export function useSuggestions(body: Y.Doc, discussion: Y.Doc): Suggestions {
  const dismissed = useMemo(() => discussion.getMap(DISMISSED), [discussion])
  const source = useMemo(
    () => createSuggestionSource({ body, dismissed, createReader: createWorkerReader }),
    [body, dismissed],
  )
  return {
    list: useSyncExternalStore(source.subscribe, source.current),
    dismissed,
    refresh: source.refresh,
  }
}
