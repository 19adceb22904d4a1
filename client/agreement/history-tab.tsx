import { notifications } from '@mantine/notifications'
import { useNavigate } from 'react-router'
import { decideAccess } from '../../shared/agreement/access.ts'
import { restoreText } from '../editor/restore-text.ts'
import HistoryView from '../history/history-view.tsx'
import { nameVersion, useVersionNames } from '../history/version-names.ts'
import { useRecord } from '../record/use-record.ts'
import type { WorkspaceParts } from './frame/workspace-parts.ts'

/** The history of the open text, with what can be done from there. */
export default function HistoryTab(parts: WorkspaceParts) {
  const { agreementId, session, known, user, terms, editor, editable, standing, authors } = parts
  const { source, state } = useRecord(agreementId, user?.id ?? null)
  const names = useVersionNames(session.discussion)
  const navigate = useNavigate()
  const mayName =
    !standing.noAccess &&
    standing.member !== null &&
    decideAccess(standing.member, 'write-discussion', standing.status).ok
  return (
    <HistoryView
      source={source}
      state={state}
      names={names}
      versions={known.detail?.versions ?? []}
      clauses={terms?.clauses ?? []}
      colorOf={authors.colorOf}
      onName={mayName ? (seq, name) => nameVersion(session.discussion, seq, name) : null}
      onRestore={
        editor && editable
          ? body => {
              const restored = restoreText(editor, body)
              if (restored) {
                void navigate(`/agreements/${agreementId}`)
                notifications.show({ message: 'The text reads as it did then. Undo takes this back.' })
              }
              return restored
            }
          : null
      }
      onCompare={(from, to) => void navigate(`/agreements/${agreementId}/compare?from=${from}&to=${to}`)}
    />
  )
}
