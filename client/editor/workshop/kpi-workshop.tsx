import { Button } from '@mantine/core'
import { IconBooks, IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { libraryKpiNode } from '../../../shared/agreement/kpi-library/library-kpi-node.ts'
import { kpiProblems } from '../../../shared/terms/readiness/kpi-problems.ts'
import { LibraryPicker } from '../kpi-library/library-picker.tsx'
import { newObject } from '../objects/object-content.ts'
import { insertKpi } from './insert-kpi.ts'
import { KpiBench } from './kpi-bench.tsx'
import { KpiList } from './kpi-list.tsx'
import type { KpiWorkshopProps } from './kpi-workshop-props.ts'
import { UndoButtons } from './undo-buttons.tsx'
import { useUndoKeys } from './use-undo-keys.ts'
import classes from './workshop.module.css'

const icon = { size: 17, stroke: 1.6, 'aria-hidden': true } as const

/** All KPIs of an agreement, to be thought through one at a time. It shows and changes the same blocks as the text does. */
export function KpiWorkshop(props: KpiWorkshopProps) {
  const { editor, terms, editable, model, onSelect } = props
  const [picking, setPicking] = useState(false)
  const page = useRef<HTMLDivElement>(null)
  useUndoKeys(page, editor)
  const selected = props.selected ?? terms.kpis[0]?.id ?? null
  const problems = kpiProblems(terms)
  const add = (kpi = newObject('kpi', editor.storage.objectDirectory.directory)) => {
    const id = insertKpi(editor, kpi)
    if (id) onSelect(id)
  }
  return (
    <div ref={page} className={classes.workshop}>
      <header className={classes.header}>
        <div>
          <h1 tabIndex={-1}>KPI workshop</h1>
          <p>What you write here stands in the text of the agreement, for everyone and at once.</p>
        </div>
        {editable && (
          <div className={classes.actions}>
            <UndoButtons editor={editor} />
            <Button
              variant="default"
              size="sm"
              leftSection={<IconBooks {...icon} />}
              onClick={() => setPicking(true)}
            >
              From the library
            </Button>
            <Button size="sm" leftSection={<IconPlus {...icon} />} onClick={() => add()}>
              New KPI
            </Button>
          </div>
        )}
      </header>
      {selected === null ? (
        <p className={classes.empty}>
          No KPI is defined yet.{' '}
          {editable
            ? 'Begin with the value that somebody should get from this collaboration, or adapt one from the library.'
            : 'Those who may write in this agreement can add one.'}
        </p>
      ) : (
        <div className={classes.body}>
          <KpiList kpis={terms.kpis} problems={problems} selected={selected} onSelect={onSelect} />
          <KpiBench key={selected} {...props} kpiId={selected} problems={problems} />
        </div>
      )}
      <LibraryPicker
        opened={picking}
        model={model}
        onClose={() => setPicking(false)}
        onPick={kpi => {
          setPicking(false)
          add(libraryKpiNode(kpi))
        }}
      />
    </div>
  )
}
