import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { memo, useMemo, useRef } from 'react'
import type { FormulaOfKpi } from '../../../shared/terms/formula/formula-problems.ts'
import { partsOf } from '../objects/kpi-parts.ts'
import { KPI_PART_HINTS } from '../objects/object-specs.ts'
import { FormulaCheck, problemsOfFormula } from './formula-check.tsx'
import { setKpiPart } from './kpi-edits.ts'
import { lineText } from './line-text.ts'
import { ProseField } from './prose-field.tsx'
import type { PartQuestion } from './workshop-sections.ts'

interface LineProps {
  readonly editor: Editor
  readonly kpiId: string
  readonly pos: () => number | null
  readonly editable: boolean
  readonly kpis: readonly FormulaOfKpi[]
  readonly question: PartQuestion
}

/** The lines of one kind: one as a rule, none where it was taken out, two where two people added one offline. */
export function PartLines({
  editor,
  kpiId,
  pos,
  editable,
  kpis,
  question,
  node,
}: LineProps & { node: Node }) {
  const { directory } = editor.storage.objectDirectory
  const lines = partsOf(node, 0, question.part).map(({ line }) => lineText(line, id => directory.nameOf(id)))
  return (lines.length > 0 ? lines : ['']).map((text, nth) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is named by its place among those of its kind
    <Line key={nth} nth={nth} text={text} {...{ editor, kpiId, pos, editable, kpis, question }} />
  ))
}

/** Drawn again only when its own words change: a key in one answer must not cost all of them. */
const Line = memo(
  ({
    editor,
    kpiId,
    pos,
    editable,
    kpis,
    question,
    nth,
    text,
  }: LineProps & { nth: number; text: string }) => {
    const { part, label, description } = question
    const input = useRef<HTMLTextAreaElement | null>(null)
    const isFormula = part === 'formula' && nth === 0
    // All formulas of the agreement are read for it.
    const problems = useMemo(
      () => (isFormula ? problemsOfFormula(kpiId, text, kpis) : []),
      [isFormula, kpiId, text, kpis],
    )
    return (
      <ProseField
        label={nth === 0 ? label : `${label}, line ${nth + 1}`}
        description={description}
        placeholder={KPI_PART_HINTS[part] ?? ''}
        value={text}
        readOnly={!editable}
        isWrong={problems.length > 0}
        onEdit={next => {
          const place = pos()
          if (place !== null) setKpiPart(editor, place, part, nth, next)
        }}
        inputRef={element => {
          input.current = element
        }}
        below={
          isFormula && (
            <FormulaCheck
              formula={text}
              problems={problems}
              onShow={(start, end) => {
                input.current?.focus()
                input.current?.setSelectionRange(start, end)
              }}
            />
          )
        }
      />
    )
  },
)
