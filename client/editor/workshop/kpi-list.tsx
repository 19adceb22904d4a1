import { UnstyledButton } from '@mantine/core'
import type { Problem } from '../../../shared/terms/readiness/problem.ts'
import type { KpiTerm } from '../../../shared/terms/terms.ts'
import { MATURITY_WORDS } from '../../../shared/terms/words.ts'
import classes from './workshop.module.css'

interface KpiListProps {
  readonly kpis: readonly KpiTerm[]
  readonly problems: readonly Problem[]
  readonly selected: string | null
  readonly onSelect: (kpiId: string) => void
}

/** The KPIs of the agreement in reading order, with how settled each is and how much of it is open. */
export const KpiList = ({ kpis, problems, selected, onSelect }: KpiListProps) => (
  <nav className={classes.list} aria-label="KPIs of this agreement">
    <ol>
      {kpis.map(kpi => {
        const open = problems.filter(problem => problem.blockId === kpi.id).length
        const standing = kpi.maturity ? MATURITY_WORDS[kpi.maturity] : 'standing not set'
        return (
          <li key={kpi.id}>
            <UnstyledButton
              className={classes.entry}
              {...(kpi.id === selected ? { 'aria-current': true } : {})}
              onClick={() => onSelect(kpi.id)}
            >
              <span className={kpi.parts.name ? classes.name : classes.unnamed}>
                {kpi.parts.name || 'Without a name'}
              </span>
              <span className={classes.facts}>
                {standing}
                {open > 0 && `, ${open} open`}
              </span>
            </UnstyledButton>
          </li>
        )
      })}
    </ol>
  </nav>
)
