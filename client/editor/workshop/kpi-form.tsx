import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useMemo, useRef, useSyncExternalStore } from 'react'
import type { FormulaOfKpi } from '../../../shared/terms/formula/formula-problems.ts'
import type { Problem } from '../../../shared/terms/readiness/problem.ts'
import { partsOf } from '../objects/kpi-parts.ts'
import { KPI_PART_HINTS } from '../objects/object-specs.ts'
import { AttributeField } from './attribute-field.tsx'
import { FormulaCheck, problemsOfFormula } from './formula-check.tsx'
import { KpiChart } from './kpi-chart.tsx'
import type { KpiFigures } from './kpi-chart-model.ts'
import { setKpiField, setKpiPart } from './kpi-edits.ts'
import { lineText } from './line-text.ts'
import { ProseField } from './prose-field.tsx'
import classes from './workshop.module.css'
import { type PartQuestion, WORKSHOP_SECTIONS, type WorkshopSection } from './workshop-sections.ts'

interface KpiFormProps {
  readonly editor: Editor
  readonly kpiId: string
  readonly node: Node
  readonly pos: () => number | null
  readonly editable: boolean
  readonly kpis: readonly FormulaOfKpi[]
  readonly problems: readonly Problem[]
  /** An ISO date. */
  readonly today: string
}

/** The questions that make a KPI, in their order. Each answer is a field or a line of the block in the text. */
export function KpiForm(props: KpiFormProps) {
  const { directory } = props.editor.storage.objectDirectory
  // Lists of parties and steps, and their names, change with the text around the KPI.
  useSyncExternalStore(
    listener => directory.subscribe(listener),
    () => directory.version,
  )
  return (
    <form className={classes.form} onSubmit={event => event.preventDefault()} aria-label="KPI definition">
      {WORKSHOP_SECTIONS.map((section, index) => (
        <Section key={section.id} number={index + 1} section={section} {...props} />
      ))}
    </form>
  )
}

function Section({ section, number, ...props }: KpiFormProps & { section: WorkshopSection; number: number }) {
  const { editor, node, pos, editable, problems, kpiId } = props
  const open = problems.filter(problem => section.problems.includes(problem.id.replace(`:${kpiId}`, '')))
  const at = (act: (pos: number) => void) => {
    const place = pos()
    if (place !== null) act(place)
  }
  return (
    <section className={classes.section} aria-labelledby={`workshop-${section.id}`}>
      <h3 id={`workshop-${section.id}`}>
        <span className={classes.number}>{number}</span>
        {section.title}
      </h3>
      <div className={classes.answers}>
        <p className={classes.lead}>{section.lead}</p>
        {section.parts.map(question => (
          <Part key={question.part} question={question} {...props} />
        ))}
        {section.fields.length > 0 && (
          <div className={classes.fields}>
            {section.fields.map(spec => (
              <AttributeField
                key={spec.name}
                spec={spec}
                value={stringOf(node.attrs[spec.name])}
                directory={editor.storage.objectDirectory.directory}
                readOnly={!editable}
                onSet={value => at(place => setKpiField(editor, place, spec.name, value))}
              />
            ))}
          </div>
        )}
        {section.id === 'aim' && <KpiChart figures={figuresOf(node)} today={props.today} />}
        {open.length > 0 && (
          <ul className={classes.open} aria-label="Still open">
            {open.map(({ id, advice, severity }) => (
              <li key={id} data-severity={severity}>
                {advice}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

/** The lines of one kind: one as a rule, none where it was taken out, two where two people added one offline. */
function Part({ question, ...props }: KpiFormProps & { question: PartQuestion }) {
  const { editor, node, pos, editable, kpis, kpiId } = props
  const { part, label, description } = question
  const input = useRef<HTMLTextAreaElement | null>(null)
  const { directory } = editor.storage.objectDirectory
  const lines = partsOf(node, 0, part).map(({ line }) => lineText(line, id => directory.nameOf(id)))
  const formula = part === 'formula' ? (lines[0] ?? '') : null
  // All formulas are read for it: not at each key in another line.
  const wrong = useMemo(
    () => (formula === null ? [] : problemsOfFormula(kpiId, formula, kpis)),
    [kpiId, formula, kpis],
  )
  return (lines.length > 0 ? lines : ['']).map((text, nth) => {
    const isFormula = part === 'formula' && nth === 0
    return (
      <ProseField
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is named by its place among those of its kind
        key={nth}
        label={nth === 0 ? label : `${label}, line ${nth + 1}`}
        description={description}
        placeholder={KPI_PART_HINTS[part] ?? ''}
        value={text}
        readOnly={!editable}
        isWrong={isFormula && wrong.length > 0}
        onEdit={next => {
          const place = pos()
          if (place !== null) setKpiPart(editor, place, part, nth, next)
        }}
        inputRef={element => {
          if (nth === 0) input.current = element
        }}
        below={
          isFormula && (
            <FormulaCheck
              formula={text}
              problems={wrong}
              onShow={(start, end) => {
                input.current?.focus()
                input.current?.setSelectionRange(start, end)
              }}
            />
          )
        }
      />
    )
  })
}

const stringOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const figuresOf = ({ attrs }: Node): KpiFigures => ({
  unit: stringOf(attrs.unit),
  direction: stringOf(attrs.direction),
  baseline: stringOf(attrs.baseline),
  baselineDate: stringOf(attrs.baselineDate),
  target: stringOf(attrs.target),
  targetDate: stringOf(attrs.targetDate),
  revisitOn: stringOf(attrs.revisitOn),
})
