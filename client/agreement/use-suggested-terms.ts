import type { Editor } from '@tiptap/core'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { dismissalKey, type Suggestion } from '../../shared/terms/suggest/suggestions.ts'
import { factInWords, TERM_KIND_WORDS } from '../../shared/terms/words.ts'
import { confirmProposed, showProposed } from '../editor/proposed/proposed-terms.ts'
import type { AgreementSession } from '../session/agreement-session.ts'
import type { SuggestedTerms } from '../terms/suggestions/suggested-terms.ts'
import { useSuggestions } from '../terms/suggestions/use-suggestions.ts'

interface SuggestedTermsParts {
  readonly session: Pick<AgreementSession, 'body' | 'discussion'>
  readonly editor: Editor | null
  readonly editable: boolean
  readonly mayDiscuss: boolean
  /** Who dismisses. */
  readonly userId: string | null
  readonly jump: (blockId: string, suggestionId?: string) => void
}

/** Suggestions in the panel and in the text at once, and what is said of them to a screen reader. */
export function useSuggestedTerms(parts: SuggestedTermsParts): {
  readonly suggested: SuggestedTerms
  readonly announcement: string
} {
  const { session, editor, editable, mayDiscuss, userId, jump } = parts
  const { list, dismissed, refresh } = useSuggestions(session.body, session.discussion)
  const [announcement, announce] = useState('')
  const dismissedCount = useSyncExternalStore(
    listener => {
      dismissed.observe(listener)
      return () => dismissed.unobserve(listener)
    },
    () => dismissed.size,
  )
  const suggested = useMemo<SuggestedTerms>(
    () => ({
      list,
      mayConfirm: editable && editor !== null,
      mayDismiss: mayDiscuss,
      dismissed: dismissedCount,
      confirm: suggestion => {
        if (!editor || !confirmProposed(editor, suggestion)) return
        refresh()
        announce(`Confirmed: ${inWords(suggestion)}`)
      },
      dismiss: suggestion => {
        if (!mayDiscuss) return
        dismissed.set(dismissalKey(suggestion), userId ?? 'this-device')
        announce(`Dismissed for everyone: ${inWords(suggestion)}`)
      },
      bringBack: () => dismissed.doc?.transact(() => dismissed.clear()),
      show: suggestion => jump(suggestion.blockId, suggestion.id),
    }),
    [list, editor, editable, mayDiscuss, dismissedCount, dismissed, refresh, userId, jump],
  )

  useEffect(() => {
    if (editor && list) showProposed(editor, list)
  }, [editor, list])
  useEffect(() => {
    if (!editor) return
    editor.storage.proposedTerms.dismiss = suggested.dismiss
    editor.storage.proposedTerms.reached = (suggestion, number, count) =>
      announce(`Suggestion ${number} of ${count}: ${inWords(suggestion)}. Alt and Enter confirm it.`)
  }, [editor, suggested])
  return { suggested, announcement }
}

const inWords = (suggestion: Suggestion) =>
  `${TERM_KIND_WORDS[suggestion.kind]}, ${factInWords(suggestion.value) ?? suggestion.text}`
