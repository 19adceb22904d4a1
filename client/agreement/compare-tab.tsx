import { useSearchParams } from 'react-router'
import { readTitle } from '../../shared/document/yjs-body.ts'
import CompareView from '../history/compare-view.tsx'
import { useVersionNames } from '../history/version-names.ts'
import { useRecord } from '../record/use-record.ts'
import { download, fileName } from './download.ts'
import type { WorkspaceParts } from './frame/workspace-parts.ts'

/** Two states of the open text side by side; which, stands in the address, so that a comparison can be sent to a partner. */
export default function CompareTab({ agreementId, session, known, user, onJump }: WorkspaceParts) {
  const { source, state } = useRecord(agreementId, user?.id ?? null)
  const names = useVersionNames(session.discussion)
  const [search, setSearch] = useSearchParams()
  return (
    <CompareView
      source={source}
      state={state}
      names={names}
      versions={known.detail?.versions ?? []}
      from={seqOf(search.get('from'))}
      to={seqOf(search.get('to'))}
      onChoose={(from, to) => setSearch({ from: String(from), to: String(to) }, { replace: true })}
      onJump={onJump}
      onExport={async (format, from, to) => {
        const saved = await download(
          `/api/agreements/${encodeURIComponent(agreementId)}/compare.${format}?from=${from}&to=${to}`,
          fileName(`${readTitle(session.body)} changes`, format),
        )
        return saved.ok ? null : saved.error
      }}
    />
  )
}

/** Addresses can be edited by people. */
const seqOf = (text: string | null): number | null =>
  text !== null && /^\d{1,9}$/.test(text) ? Math.max(1, Number(text)) : null
