import {
  type FormulaOfKpi,
  type FormulaProblem,
  formulaProblems,
} from '../../../shared/terms/formula/formula-problems.ts'
import classes from './workshop.module.css'

interface FormulaCheckProps {
  readonly formula: string
  readonly problems: readonly FormulaProblem[]
  /** Selects a stretch of the formula where it is typed. */
  readonly onShow: (start: number, end: number) => void
}

/** The problems of one formula as it is typed now, among all KPIs of the agreement: it may name another one. */
export function problemsOfFormula(
  kpiId: string,
  formula: string,
  kpis: readonly FormulaOfKpi[],
): FormulaProblem[] {
  if (formula.trim() === '') return []
  const others = kpis.map(kpi => (kpi.id === kpiId ? { ...kpi, formula } : kpi))
  const all = others.some(kpi => kpi.id === kpiId) ? others : [...others, { id: kpiId, name: '', formula }]
  return formulaProblems(all).filter(problem => problem.kpiId === kpiId)
}

/** Says whether the formula can be read and, where not, which of its words is the trouble. */
export function FormulaCheck({ formula, problems, onShow }: FormulaCheckProps) {
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
