import { CLAUSE_KINDS } from '../../../shared/terms/recognise/clauses/clause-kind.ts'
import type { Finding } from '../../../shared/terms/recognise/finding.ts'
import { jaccard } from './compare.ts'
import type { GoldContract } from './gold.ts'
import type { Count } from './score-fields.ts'

const SAME = 0.5

/** Presence and spans of the clauses of one contract. `perKind` counts presence and spans also by kind. */
export function scoreClauses(gold: GoldContract, findings: readonly Finding[], count: Count): void {
  for (const kind of CLAUSE_KINDS) {
    const wanted = gold.clauses[kind] ?? []
    const got = findings.flatMap(({ value, text }) =>
      value.kind === 'clause' && value.clause === kind ? [text] : [],
    )
    const presence =
      wanted.length > 0 ? (got.length > 0 ? { hits: 1 } : { missed: 1 }) : got.length > 0 ? { wrong: 1 } : {}
    const hits = pairs(
      wanted.map(span => span.replaceAll('<omitted>', ' ')),
      got,
    )
    const span = { hits, wrong: got.length - hits, missed: wanted.length - hits }
    count('clause presence', presence)
    count('clause span', span)
    count(`presence ${kind}`, presence)
    count(`span ${kind}`, span)
  }
}

/** How many labelled spans can each have a span found of their own, nearest first. */
function pairs(wanted: readonly string[], got: readonly string[]): number {
  const near = wanted.flatMap((span, label) =>
    got
      .map((text, found) => ({ label, found, overlap: jaccard(span, text) }))
      .filter(({ overlap }) => overlap >= SAME),
  )
  const [labels, founds] = [new Set<number>(), new Set<number>()]
  for (const { label, found } of near.sort((a, b) => b.overlap - a.overlap)) {
    if (labels.has(label) || founds.has(found)) continue
    labels.add(label)
    founds.add(found)
  }
  return labels.size
}
