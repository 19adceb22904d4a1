import type * as Y from 'yjs'
import { BodyReader } from '../../../shared/document/body-reader.ts'
import { BODY_FRAGMENT } from '../../../shared/document/node-types.ts'
import type { Proposal } from '../../../shared/terms/suggest/propose-facts.ts'
import { type ProseText, proseText } from '../../../shared/terms/suggest/prose-blocks.ts'
import { type Suggestion, suggestionsIn } from '../../../shared/terms/suggest/suggestions.ts'
import { keepList } from '../keep-equal.ts'
import { whenQuiet } from '../when-quiet.ts'
import type { ProposalReader } from './proposal-reader.ts'

/** What the recognisers find in a live text, for whoever wants to follow it. */
export interface SuggestionSource {
  /** Null until the text was read for the first time. Unchanged suggestions stay the same objects. */
  current(): readonly Suggestion[] | null
  /** Looks at the marks of the text at once, as after a confirmation; words that changed wait for their turn. */
  refresh(): void
  /** Follows the text while anybody is subscribed; returns the way to stop. */
  subscribe(listener: () => void): () => void
}

interface SourceParts {
  readonly body: Y.Doc
  /** What members dismissed, by `dismissalKey`. */
  readonly dismissed: Y.Map<unknown>
  readonly createReader: () => ProposalReader
}

/** Reads the text when it has come to rest, in a worker; while one reading runs the next waits. */
export function createSuggestionSource({ body, dismissed, createReader }: SourceParts): SuggestionSource {
  const listeners = new Set<() => void>()
  let suggestions: readonly Suggestion[] | null = null
  let stop = () => {}
  let refresh = () => {}

  const start = () => {
    const blocks = new BodyReader(body)
    const reader = createReader()
    let prose: ProseText | null = null
    let read: { readonly text: string; readonly proposals: readonly Proposal[] } | null = null
    let busy = false
    let ended = false

    const show = () => {
      // Places count in the text that was read: while another is being read, what is shown stays.
      if (!prose || prose.text !== read?.text) return
      const next = suggestionsIn(prose, read.proposals, key => dismissed.has(key))
      const kept = suggestions === null ? next : keepList(suggestions, next)
      if (kept === suggestions) return
      suggestions = kept
      for (const listener of listeners) listener()
    }
    const readNow = async (): Promise<void> => {
      if (busy) return
      busy = true
      try {
        while (!ended && prose && prose.text !== read?.text) {
          const { text } = prose
          read = { text, proposals: await reader.read(text) }
        }
      } catch {
        // A text that cannot be read has no suggestions; the next change tries again.
      } finally {
        busy = false
      }
      if (!ended) show()
    }
    const look = whenQuiet(() => {
      prose = proseText(blocks.read())
      void readNow()
    })
    refresh = () => {
      prose = proseText(blocks.read())
      show()
    }
    const fragment = body.getXmlFragment(BODY_FRAGMENT)
    fragment.observeDeep(look.call)
    dismissed.observe(show)
    look.call()
    return () => {
      ended = true
      refresh = () => {}
      look.cancel()
      fragment.unobserveDeep(look.call)
      dismissed.unobserve(show)
      reader.close()
      blocks.dispose()
    }
  }

  return {
    current: () => suggestions,
    refresh: () => refresh(),
    subscribe: listener => {
      listeners.add(listener)
      if (listeners.size === 1) stop = start()
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) stop()
      }
    },
  }
}
