import { useSearchParams } from 'react-router'
import { KpiWorkshop } from '../editor/workshop/kpi-workshop.tsx'
import type { WorkspaceParts } from './frame/workspace-parts.ts'
import { today } from './today.ts'

/** The KPI workshop of the open text; the address names the KPI that is worked on. */
export default function KpiWorkshopTab({ editor, terms, editable, known, onJump }: WorkspaceParts) {
  const [search, setSearch] = useSearchParams()
  if (!editor || !terms) return null
  return (
    <KpiWorkshop
      editor={editor}
      terms={terms}
      editable={editable}
      model={known.entry?.model ?? known.detail?.model ?? 'blank'}
      selected={search.get('kpi')}
      onSelect={kpiId => setSearch(kpiId === null ? {} : { kpi: kpiId }, { replace: true })}
      onJump={onJump}
      today={today()}
    />
  )
}
