import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { memo, useSyncExternalStore } from 'react'
import type { FormulaOfKpi } from '../../../shared/terms/formula/formula-problems.ts'
import type { Problem } from '../../../shared/terms/readiness/problem.ts'
import type { FieldSpec } from '../objects/field-spec.ts'
import { AttributeField } from './attribute-field.tsx'
import { KpiChart } from './kpi-chart.tsx'
import type { KpiFigures } from './kpi-chart-model.ts'
import { setKpiField } from './kpi-edits.ts'
import { PartLines } from './part-lines.tsx'
import classes from './workshop.module.css'
import { WORKSHOP_SECTIONS, type WorkshopSection } from './workshop-sections.ts'

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
  return (
    <section className={classes.section} aria-labelledby={`workshop-${section.id}`}>
      <h3 id={`workshop-${section.id}`}>
        <span className={classes.number}>{number}</span>
        {section.title}
      </h3>
      <div className={classes.answers}>
        <p className={classes.lead}>{section.lead}</p>
        {section.parts.map(question => (
          <PartLines key={question.part} question={question} {...props} />
        ))}
        {section.fields.length > 0 && (
          <div className={classes.fields}>
            {section.fields.map(spec => (
              <Attribute
                key={spec.name}
                spec={spec}
                value={stringOf(node.attrs[spec.name])}
                names={editor.storage.objectDirectory.directory.version}
                {...{ editor, pos, editable }}
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

interface AttributeProps extends Pick<KpiFormProps, 'editor' | 'pos' | 'editable'> {
  readonly spec: FieldSpec
  readonly value: string | null
  /** Another number when names of parties or the list of steps changed. */
  readonly names: number
}

/** Drawn again only when its own value or a name changes: a key in one answer must not cost all of them. */
const Attribute = memo(({ editor, pos, editable, spec, value }: AttributeProps) => (
  <AttributeField
    spec={spec}
    value={value}
    directory={editor.storage.objectDirectory.directory}
    readOnly={!editable}
    onSet={next => {
      const place = pos()
      if (place !== null) setKpiField(editor, place, spec.name, next)
    }}
  />
))

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
