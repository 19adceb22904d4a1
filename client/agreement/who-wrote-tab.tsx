import { useMemo } from 'react'
import { WhoWrotePanel } from '../history/who-wrote-panel.tsx'
import { useRecord } from '../record/use-record.ts'
import { distinctColors } from './caret-color.ts'
import type { WorkspaceParts } from './frame/workspace-parts.ts'

/** Who wrote what in the open text. */
export function WhoWroteTab({ agreementId, user, terms, editor, authors, onJump }: WorkspaceParts) {
  const { state } = useRecord(agreementId, user?.id ?? null)
  const colorOf = useMemo(() => distinctColors(state.overview?.authors ?? []), [state.overview])
  return (
    <WhoWrotePanel
      state={state}
      clauses={terms?.clauses ?? []}
      colorOf={colorOf}
      shown={editor && authors.shown}
      onShow={authors.show}
      onJump={onJump}
    />
  )
}
