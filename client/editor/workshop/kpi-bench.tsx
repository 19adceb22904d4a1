import { Button } from '@mantine/core'
import { IconCopy, IconFileText, IconTrash } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Problem } from '../../../shared/terms/readiness/problem.ts'
import { deleteBlock, duplicateBlock } from '../block-actions.ts'
import { partsOf } from '../objects/kpi-parts.ts'
import { useLiveBlock } from '../use-live-block.ts'
import { KpiForm } from './kpi-form.tsx'
import type { KpiWorkshopProps } from './kpi-workshop-props.ts'
import { lineText } from './line-text.ts'
import classes from './workshop.module.css'

interface KpiBenchProps extends KpiWorkshopProps {
  readonly kpiId: string
  readonly problems: readonly Problem[]
}

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

/** One KPI on the bench: its name, what can be done with it as a whole, its questions. */
export function KpiBench(props: KpiBenchProps) {
  const { editor, kpiId, terms, editable, problems, onSelect, onJump, today } = props
  const { node, pos } = useLiveBlock(editor, kpiId)
  const formulas = useMemo(
    () => terms.kpis.map(({ id, parts }) => ({ id, name: parts.name, formula: parts.formula })),
    [terms.kpis],
  )
  if (node?.type.name !== 'kpi')
    return (
      <div className={classes.bench}>
        <p className={classes.empty} role="status">
          This KPI is no longer in the text. If you took it out, Undo brings it back.
        </p>
      </div>
    )
  const { directory } = editor.storage.objectDirectory
  const name = partsOf(node, 0, 'name')
    .map(({ line }) => lineText(line, id => directory.nameOf(id)))
    .join(' ')
  const at = (act: (place: number) => void) => {
    const place = pos()
    if (place !== null) act(place)
  }
  return (
    <div className={classes.bench}>
      <div className={classes.benchHead}>
        <h2 className={name ? '' : (classes.unnamed ?? '')}>{name || 'A KPI without a name'}</h2>
        <div className={classes.actions}>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconFileText {...icon} />}
            onClick={() => onJump(kpiId)}
          >
            Show in the text
          </Button>
          {editable && (
            <>
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                leftSection={<IconCopy {...icon} />}
                onClick={() =>
                  at(place => {
                    duplicateBlock(editor.view, place)
                    const copy = editor.state.doc.nodeAt(place + node.nodeSize)
                    onSelect(typeof copy?.attrs.id === 'string' ? copy.attrs.id : null)
                  })
                }
              >
                Duplicate
              </Button>
              <Button
                variant="subtle"
                color="danger"
                size="compact-sm"
                leftSection={<IconTrash {...icon} />}
                onClick={() => at(place => deleteBlock(editor.view, place))}
              >
                Delete
              </Button>
            </>
          )}
        </div>
      </div>
      <KpiForm
        editor={editor}
        kpiId={kpiId}
        node={node}
        pos={pos}
        editable={editable}
        kpis={formulas}
        problems={problems.filter(problem => problem.blockId === kpiId)}
        today={today}
      />
    </div>
  )
}
