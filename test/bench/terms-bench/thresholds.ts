import { CLAUSE_KINDS } from '../../../shared/terms/recognise/clauses/clause-kind.ts'
import type { ClauseThreshold } from '../../../shared/terms/recognise/clauses/clause-model.ts'
import { presenceOf } from '../../../shared/terms/recognise/clauses/find-clauses.ts'
import type { Scored } from './prepared-example.ts'

/** Thresholds that serve most kinds; a kind leaves them as far as its number of examples allows. */
const COMMON = { presence: 0.25, span: 0.12 }

/** What it costs to move off the common threshold by one in log-odds, by the number of examples: few must not move it far. */
const HOLD = 4

/** The thresholds per kind that would have given the best F1, held near the common ones where a kind is rare. */
export function bestThresholds(scored: readonly Scored[]): ClauseThreshold[] {
  return CLAUSE_KINDS.map((_, kind) => {
    const presence = scored.map(({ example, chances }) => ({
      chance: presenceOf(chances, kind),
      wanted: example.labels.some(labels => labels.includes(kind)),
    }))
    const span = scored.flatMap(({ example, chances }) =>
      chances.flatMap((chance, index) => {
        const wanted = example.labels[index]?.includes(kind) ?? false
        return wanted || (chance[kind] ?? 0) > 0.02 ? [{ chance: chance[kind] ?? 0, wanted }] : []
      }),
    )
    return {
      presence: bestThreshold(presence, COMMON.presence),
      span: bestThreshold(span, COMMON.span),
    }
  })
}

interface Decision {
  readonly chance: number
  readonly wanted: boolean
}

function bestThreshold(decisions: readonly Decision[], common: number): number {
  const wanted = decisions.filter(decision => decision.wanted).length
  const sorted = decisions.toSorted((a, b) => b.chance - a.chance)
  let hits = 0
  let best = { score: Number.NEGATIVE_INFINITY, threshold: common }
  for (const [index, decision] of sorted.entries()) {
    if (decision.wanted) hits += 1
    const threshold = (decision.chance + (sorted[index + 1]?.chance ?? 0)) / 2
    if (threshold < 0.02 || threshold > 0.98) continue
    const moved = Math.abs(logit(threshold) - logit(common))
    const score = (2 * hits) / Math.max(1, index + 1 + wanted) - (HOLD / (wanted + 1)) * moved
    if (score > best.score) best = { score, threshold }
  }
  return Math.round(best.threshold * 1000) / 1000
}

const logit = (chance: number) => Math.log(chance / (1 - chance))
