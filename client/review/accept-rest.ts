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
export function acceptRestInWords(findings: readonly BlockFinding[], changedTerms: number): string {
  const out = findings.filter(({ kind }) => STAYS_OUT.has(kind)).length
  const all = `${findings.length} points are settled as the text stands now, for everybody.`
  const back = findings.filter(({ kind }) => kind === 'returned').length
  const some = (count: number) => (count === 1 ? 'One of them is something' : `${count} of them are things`)
  return [
    all,
    ...(out === 0
      ? []
      : [`${some(out)} that somebody wrote and that is not in the text: it stays out, but is kept here.`]),
    ...(back === 0 ? [] : [`${some(back)} that somebody removed and that stands again: it stays in.`]),
    ...(changedTerms === 0
      ? []
      : [
          changedTerms === 1
            ? 'One changed term stays open, to be acknowledged by itself.'
            : `${changedTerms} changed terms stay open, to be acknowledged one by one.`,
        ]),
    'Each point can be opened again.',
  ].join(' ')
}
