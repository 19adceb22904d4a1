import type { Problem } from '../../shared/terms/readiness/problem.ts'
import type { WaiverReasons } from './use-waivers.ts'

export interface OpenPoint {
  readonly id: string
  readonly message: string
  readonly blockId: string | null
}

const ROOM = 12

/** What is worth a look before the seal, as much as people read, and how much more there is. */
export function openPoints(problems: readonly Problem[]): readonly OpenPoint[] {
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  const shown = warnings.slice(0, ROOM).map(({ id, message, blockId }) => ({ id, message, blockId }))
  const more = warnings.length - shown.length
  return more > 0 ? [...shown, { id: 'more', message: `And ${more} more.`, blockId: null }] : shown
}

/** The errors, each with the reason for which it may stand; an empty one where none is given. */
export const openErrors = (problems: readonly Problem[], reasons: WaiverReasons) =>
  problems
    .filter(({ severity }) => severity === 'error')
    .map(({ id, message, blockId }) => ({ id, message, blockId, reason: reasons[id]?.trim() ?? '' }))
