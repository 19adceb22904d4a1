import type { Problem, ProblemFix } from '../../shared/terms/readiness/problem.ts'
import type { ClauseTerm } from '../../shared/terms/terms.ts'
import type { Reasons } from './readiness-groups.ts'

export interface ReadinessPanelProps {
  readonly problems: readonly Problem[]
  readonly clauses: readonly ClauseTerm[]
  /** Whether this person may change the text: else nothing can be fixed or let stand. */
  readonly editable: boolean
  readonly reasons: Reasons
  readonly onJump: (blockId: string) => void
  readonly onFix: (fix: ProblemFix) => void
  /** Lets the error with this `waiverKey` stand; an empty reason takes it back. */
  readonly onReason: (key: string, reason: string) => void
}
