import type * as Y from 'yjs'
import { BodyReader } from '../../shared/document/body-reader.ts'
import { changesOf, type ProposedChange } from '../../shared/document/changes/changes-of.ts'
import { BODY_FRAGMENT, META_MAP } from '../../shared/document/node-types.ts'
import { readTitle } from '../../shared/document/yjs-body.ts'
import { extractTerms } from '../../shared/terms/extract-terms.ts'
import type { Problem } from '../../shared/terms/readiness/problem.ts'
import { readinessOf } from '../../shared/terms/readiness/readiness.ts'
import type { Terms } from '../../shared/terms/terms.ts'
import { keepEqual, keepList } from './keep-equal.ts'
import { whenQuiet } from './when-quiet.ts'

/** The terms of a live text, for whoever wants to follow them. */
export interface TermsSource {
  /** The terms as last derived; null until they were derived for the first time. Unchanged parts stay the same objects. */
  current(): Terms | null
  /** What readiness says of the same text; empty until it was derived. Unchanged problems stay the same objects, in the same list. */
  problems(): readonly Problem[]
  /** The changes that are proposed in the same text and not decided on. Unchanged ones stay the same objects, in the same list. */
  changes(): readonly ProposedChange[]
  /** Follows the text while anybody is subscribed; returns the way to stop. */
  subscribe(listener: () => void): () => void
}

/** Derives the terms when the text has come to rest, in the browser's idle time and never while somebody types. */
export function createTermsSource(doc: Y.Doc): TermsSource {
  const listeners = new Set<() => void>()
  let terms: Terms | null = null
  let problems: readonly Problem[] = []
  let changes: readonly ProposedChange[] = []
  let stop = () => {}

  const start = () => {
    const reader = new BodyReader(doc)
    const derive = whenQuiet(() => {
      const body = reader.read()
      const next = keepEqual(terms, extractTerms(body, readTitle(doc)))
      const found = keepList(problems, readinessOf(body, next))
      const proposed = keepList(changes, changesOf(body))
      if (next === terms && found === problems && proposed === changes) return
      terms = next
      problems = found
      changes = proposed
      for (const listener of listeners) listener()
    })
    const body = doc.getXmlFragment(BODY_FRAGMENT)
    const meta = doc.getMap(META_MAP)
    body.observeDeep(derive.call)
    meta.observe(derive.call)
    derive.call()
    return () => {
      derive.cancel()
      body.unobserveDeep(derive.call)
      meta.unobserve(derive.call)
      reader.dispose()
    }
  }

  return {
    current: () => terms,
    problems: () => problems,
    changes: () => changes,
    subscribe: listener => {
      listeners.add(listener)
      if (listeners.size === 1) stop = start()
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) stop()
      }
    },
  }
}
