import type { Problem } from '../../shared/terms/readiness/problem.ts'
import { waiverKey } from '../../shared/terms/readiness/waiver-key.ts'
import { type Reasons, reasonFor } from '../readiness/readiness-groups.ts'
import type { OpenError, OpenPoint } from '../signing/open-error.ts'

const ROOM = 12

/** What is worth a look before the seal, as much as people read, and how much more there is. */
export function openPoints(problems: readonly Problem[]): readonly OpenPoint[] {
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  const shown = warnings.slice(0, ROOM).map(({ id, message, blockId }) => ({ id, message, blockId }))
  const more = warnings.length - shown.length
  return more > 0 ? [...shown, { id: 'more', message: `And ${more} more.`, blockId: null }] : shown
}

/** The errors, each with the reason for which it may stand. */
export const openErrors = (problems: readonly Problem[], reasons: Reasons): readonly OpenError[] =>
  problems
    .filter(({ severity }) => severity === 'error')
    .map(problem => ({
      id: waiverKey(problem),
      message: problem.message,
      blockId: problem.blockId,
      reason: reasonFor(problem, reasons),
    }))
