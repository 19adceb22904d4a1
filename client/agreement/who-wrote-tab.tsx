import { WhoWrotePanel } from '../history/who-wrote-panel.tsx'
import { useRecord } from '../record/use-record.ts'
import type { WorkspaceParts } from './frame/workspace-parts.ts'

/** Who wrote what in the open text. */
export function WhoWroteTab({ agreementId, user, terms, editor, authors, onJump }: WorkspaceParts) {
  const { state } = useRecord(agreementId, user?.id ?? null)
  return (
    <WhoWrotePanel
      state={state}
      clauses={terms?.clauses ?? []}
      colorOf={authors.colorOf}
      shown={editor && authors.shown}
      onShow={authors.show}
      onJump={onJump}
    />
  )
}
