import { type FormulaOfKpi, formulaProblems } from '../../../shared/terms/formula/formula-problems.ts'
import classes from './workshop.module.css'

interface FormulaCheckProps {
  readonly kpiId: string
  readonly formula: string
  /** All KPIs of the agreement: a formula may name another one. */
  readonly kpis: readonly FormulaOfKpi[]
  /** Selects a stretch of the formula where it is typed. */
  readonly onShow: (start: number, end: number) => void
}

/** The problems of one formula as it is typed now. */
export const problemsOfFormula = ({
  kpiId,
  formula,
  kpis,
}: Pick<FormulaCheckProps, 'kpiId' | 'formula' | 'kpis'>) => {
  const others = kpis.map(kpi => (kpi.id === kpiId ? { ...kpi, formula } : kpi))
  const all = others.some(kpi => kpi.id === kpiId) ? others : [...others, { id: kpiId, name: '', formula }]
  return formulaProblems(all).filter(problem => problem.kpiId === kpiId)
}

/** Says whether the formula can be read and, where not, which of its words is the trouble. */
export function FormulaCheck(props: FormulaCheckProps) {
  const { formula, onShow } = props
  const problems = problemsOfFormula(props)
  const isEmpty = formula.trim() === ''
  return (
    <div className={classes.formulaCheck} role="status">
      {isEmpty && (
        <p>
          Write it as a fraction in words, such as <em>deliveries on time / all deliveries × 100</em>. The
          name of another KPI stands in braces: <em>{'{Deliveries}'}</em>.
        </p>
      )}
      {!isEmpty && problems.length === 0 && <p data-ok>This formula can be read.</p>}
      {problems.map(({ kind, start, end, message }) => (
        <div key={`${kind}-${start}-${end}`} data-problem={kind}>
          <p>{message}</p>
          <button type="button" onClick={() => onShow(start, end)}>
            <span className={classes.place}>
              {formula.slice(Math.max(0, start - 24), start)}
              <mark>{formula.slice(start, end) || '…'}</mark>
              {formula.slice(end, end + 24)}
            </span>
            <span className={classes.hidden}>: go to this place</span>
          </button>
        </div>
      ))}
    </div>
  )
}
