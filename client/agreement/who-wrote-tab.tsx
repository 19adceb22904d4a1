import { useEffect, useState } from 'react'
import { encodeStateAsUpdate } from 'yjs'
import { type AuthorLook, showAuthors } from '../editor/author-marks.ts'
import { timeWords } from '../history/moments.ts'
import { WhoWrotePanel } from '../history/who-wrote-panel.tsx'
import { authorOf } from '../record/people-of-record.ts'
import type { RecordOverview } from '../record/record-requests.ts'
import { useRecord } from '../record/use-record.ts'
import { caretColor } from './caret-color.ts'
import type { WorkspaceParts } from './frame/workspace-parts.ts'

/** Who wrote what in the open text; authors are shown in it while this tab is open and says so. */
export function WhoWroteTab({ agreementId, session, user, terms, editor, onJump }: WorkspaceParts) {
  const { source, state } = useRecord(agreementId, user?.id ?? null)
  const [shown, setShown] = useState(false)
  const { overview } = state
  useEffect(() => {
    if (!shown || !editor || !overview) return
    let isWanted = true
    let hide = () => {}
    void source.thread
      .ask({ kind: 'attribution', live: encodeStateAsUpdate(session.body, overview.clocks) })
      .then(stamped => {
        if (!isWanted || editor.isDestroyed) return
        hide = showAuthors(editor, stamped, looksOf(overview))
      })
      .catch(() => setShown(false))
    return () => {
      isWanted = false
      hide()
    }
  }, [shown, editor, overview, source, session])
  return (
    <WhoWrotePanel
      state={state}
      clauses={terms?.clauses ?? []}
      colorOf={caretColor}
      shown={editor && shown}
      onShow={next => {
        if (next) void source.refresh()
        setShown(next)
      }}
      onJump={onJump}
    />
  )
}

/** One person's work without a pause is one entry here and many stretches in the text. */
function looksOf(overview: RecordOverview): (seq: number) => AuthorLook | null {
  const looks = new Map<number, AuthorLook | null>()
  return seq => {
    const known = looks.get(seq)
    if (known !== undefined) return known
    const author = authorOf(overview, seq)
    const look = author && { color: caretColor(author.id), says: `${author.name}, ${timeWords(author.at)}` }
    looks.set(seq, look)
    return look
  }
}
