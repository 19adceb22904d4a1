import { settlementKey } from '../../shared/record/merge/merge-count.ts'
import type { BlockFinding } from '../../shared/record/merge/merge-finding.ts'
import type { Settlement } from '../../shared/record/merge/merge-rooms.ts'
import type { ReviewedMerge } from './review-source.ts'

/** The points of a merge that nobody has settled, but for changed terms: those are acknowledged one by one, by name. */
export const openFindings = (
  {
    key,
    review,
  }: Pick<ReviewedMerge, 'key'> & { readonly review: Pick<ReviewedMerge['review'], 'findings'> },
  settled: ReadonlyMap<string, Settlement>,
): readonly BlockFinding[] => review.findings.filter(({ id }) => !settled.has(settlementKey(key, id)))

const STAYS_OUT: ReadonlySet<BlockFinding['kind']> = new Set([
  'swallowed',
  'swallowed-block',
  'swallowed-field',
])

/** What accepting all these points at once means, before anybody does. */
export function acceptRestInWords(findings: readonly BlockFinding[]): string {
  const out = findings.filter(({ kind }) => STAYS_OUT.has(kind)).length
  const all = `${findings.length} points are settled as the text stands now, for everybody.`
  if (out === 0) return `${all} Each can be opened again.`
  const left = out === 1 ? 'One of them is something' : `${out} of them are things`
  return `${all} ${left} that somebody wrote and that is not in the text: it stays out, but is kept here. Each point can be opened again.`
}
