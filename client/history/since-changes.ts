import type { RedlineClause } from '../../shared/document/compare/compare-texts.ts'
import { authorOf } from '../record/people-of-record.ts'
import type { RecordOverview } from '../record/record-requests.ts'

/** A clause that others changed since the last visit. `blockId` is where to look first; null where the clause is gone. */
export interface SinceChange {
  readonly key: string
  readonly name: string
  readonly blockId: string | null
  readonly authors: readonly string[]
  readonly added: number
  readonly removed: number
  readonly change: RedlineClause['change']
}

/** From where to look: the last visit, or one's own last change on any device when that was later. */
export function sinceSeq(overview: RecordOverview, seen: number, userId: string | null): number {
  return Math.max(seen, overview.authors.lastIndexOf(userId ?? '') + 1)
}

/** The clauses that somebody else changed. What only oneself changed is no news. */
export function sinceChanges(
  clauses: readonly RedlineClause[],
  overview: RecordOverview,
  from: number,
  userId: string | null,
): readonly SinceChange[] {
  return clauses.flatMap(({ clause, change, lines, added, removed }, index) => {
    if (change === 'same') return []
    const seqs = new Set([
      ...lines.flatMap(({ parts }) => parts.flatMap(part => (part.kind === 'same' ? [] : (part.seq ?? [])))),
      ...(overview.clauses.get(clause?.id ?? null) ?? []),
    ])
    const recent = [...seqs].filter(seq => seq > from).map(seq => authorOf(overview, seq))
    const others = recent.filter(author => author !== null && author.id !== userId)
    if (recent.length > 0 && others.length === 0) return []
    const first = lines.find(line => line.change !== 'same' && line.change !== 'removed') ?? lines[0]
    return [
      {
        key: `${clause?.id ?? ''}/${index}`,
        name: clause ? `${clause.number} ${clause.title}`.trim() : 'Before the first clause',
        blockId: change === 'removed' ? null : (first?.blockId ?? null),
        authors: [...new Set(others.flatMap(author => author?.name ?? []))],
        added,
        removed,
        change,
      },
    ]
  })
}
