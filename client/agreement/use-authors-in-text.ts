import type { Editor } from '@tiptap/core'
import { useEffect, useMemo, useState } from 'react'
import { encodeStateAsUpdate } from 'yjs'
import { type AuthorLook, showAuthors } from '../editor/author-marks.ts'
import { timeWords } from '../history/moments.ts'
import { authorOf } from '../record/people-of-record.ts'
import type { RecordOverview } from '../record/record-requests.ts'
import type { RecordSource, RecordState } from '../record/record-source.ts'
import type { AgreementSession } from '../session/agreement-session.ts'
import { distinctColors } from './caret-color.ts'

/** Whether the open text shows who wrote what, and in which colours. */
export interface AuthorsInText {
  /** The colour of each author, here as in every list of them. */
  readonly colorOf: (userId: string) => string
  readonly shown: boolean
  readonly show: (shown: boolean) => void
}

interface Marked {
  readonly session: AgreementSession
  readonly editor: Editor | null
  readonly source: RecordSource
  readonly state: RecordState
}

/** Shows authors in the text until they are switched off, also where the panel with the switch covers the text while it is open. */
export function useAuthorsInText({ session, editor, source, state: { overview } }: Marked): AuthorsInText {
  const [shown, setShown] = useState(false)
  const colorOf = useMemo(() => distinctColors(overview?.authors ?? []), [overview])
  useEffect(() => {
    if (!shown || !editor || !overview) return
    let isWanted = true
    let hide = () => {}
    void source.thread
      .ask({ kind: 'attribution', live: encodeStateAsUpdate(session.body, overview.clocks) })
      .then(stamped => {
        if (!isWanted || editor.isDestroyed) return
        hide = showAuthors(editor, stamped, looksOf(overview, colorOf))
      })
      .catch(() => setShown(false))
    return () => {
      isWanted = false
      hide()
    }
  }, [shown, editor, overview, colorOf, source, session])
  return useMemo(
    () => ({
      colorOf,
      shown,
      show: next => {
        if (next) void source.refresh()
        setShown(next)
      },
    }),
    [colorOf, shown, source],
  )
}

/** One person's work without a pause is one entry here and many stretches in the text. */
function looksOf(
  overview: RecordOverview,
  colorOf: AuthorsInText['colorOf'],
): (seq: number) => AuthorLook | null {
  const looks = new Map<number, AuthorLook | null>()
  return seq => {
    const known = looks.get(seq)
    if (known !== undefined) return known
    const author = authorOf(overview, seq)
    const look = author && { color: colorOf(author.id), says: `${author.name}, ${timeWords(author.at)}` }
    looks.set(seq, look)
    return look
  }
}
