import { CLAUSE_KINDS } from '../../../shared/terms/recognise/clauses/clause-kind.ts'
import type { ClauseThreshold } from '../../../shared/terms/recognise/clauses/clause-model.ts'
import type { Scored } from './train-clauses.ts'

/** The thresholds per kind that would have given the best F1, drawn to the common ones where a kind is rare. */
export function bestThresholds(scored: readonly Scored[]): ClauseThreshold[] {
  return CLAUSE_KINDS.map((_, kind) => {
    const presence = scored.map(({ example, chances }) => ({
      chance: chances.reduce((most, chance) => Math.max(most, chance[kind] ?? 0), 0),
      wanted: example.labels.some(labels => labels.includes(kind)),
    }))
    const span = scored.flatMap(({ example, chances }) =>
      chances.flatMap((chance, index) => {
        const wanted = example.labels[index]?.includes(kind) ?? false
        return wanted || (chance[kind] ?? 0) > 0.02 ? [{ chance: chance[kind] ?? 0, wanted }] : []
      }),
    )
    return { presence: bestThreshold(presence, 0.35), span: bestThreshold(span, 0.3) }
  })
}

interface Decision {
  readonly chance: number
  readonly wanted: boolean
}

/** So many made-up positives stand at the common threshold: few examples must not move it far. */
const PRIOR = 6

function bestThreshold(decisions: readonly Decision[], common: number): number {
  const wanted = decisions.filter(decision => decision.wanted).length
  const sorted = decisions.toSorted((a, b) => b.chance - a.chance)
  let hits = 0
  let best = { score: -1, threshold: common }
  const smoothed = (threshold: number, found: number) =>
    (2 * hits) / (found + wanted) -
    (PRIOR / (wanted + PRIOR)) * Math.abs(logit(threshold) - logit(common)) * 0.05
  for (const [index, { chance, wanted: isWanted }] of sorted.entries()) {
    if (isWanted) hits += 1
    const threshold = (chance + (sorted[index + 1]?.chance ?? 0)) / 2
    if (threshold < 0.02 || threshold > 0.98) continue
    const score = smoothed(threshold, index + 1)
    if (score > best.score) best = { score, threshold }
  }
  return Math.round(best.threshold * 1000) / 1000
}

const logit = (chance: number) => Math.log(chance / (1 - chance))
