import { clauseOfBlock } from '../document/clauses.ts'
import type { Manifest } from './manifest.ts'

/** An error that was let stand, as it is shown to people: what was wrong and where, why it may stand, and who said so. */
export interface WaiverReport {
  /** Number and title of the clause, as in `2 Parties`; null for the agreement as a whole and before the first clause. */
  readonly clause: string | null
  readonly message: string
  readonly reason: string
  readonly waivedBy: string
}

/** The errors that a manifest says were let stand, in its order. */
export function waiverReports({
  waivers,
  body,
}: Pick<Manifest, 'waivers' | 'body'>): readonly WaiverReport[] {
  const clauses = clauseOfBlock(body)
  return waivers.map(({ place, message, reason, waivedBy }) => {
    const clause = clauses.get(place ?? '')
    return {
      clause: clause ? `${clause.number} ${clause.title}`.trim() : null,
      message,
      reason,
      waivedBy: waivedBy.name,
    }
  })
}
