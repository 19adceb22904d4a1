import {
  type ClauseDecision,
  chanceOf,
  LEAST,
  likeliestOf,
  presenceFigures,
  spanFigures,
} from '../../../shared/terms/recognise/clauses/clause-decision.ts'
import { CLAUSE_KINDS } from '../../../shared/terms/recognise/clauses/clause-kind.ts'
import { minimise } from './minimise.ts'
import type { Scored } from './prepared-example.ts'

const KINDS = CLAUSE_KINDS.length
const STEPS = 200
/** A sentence must be so much surer than is best for sentences one by one: a span counts once, however many sentences it has. */
const SURER = 1.15

interface Case {
  readonly kind: number
  readonly figures: readonly number[]
  readonly wanted: boolean
}

/** How strongly weights are pulled to 0: those that all kinds share, and what one kind adds to the sum and to the first figure. */
interface Pull {
  readonly shared: number
  readonly offset: number
  readonly slope: number
}

/** Both decisions, from sentences scored by models that did not see their filer. */
export function trainDecisions(scored: readonly Scored[]): {
  presence: ClauseDecision
  span: ClauseDecision
} {
  const presence = decide(
    scored.flatMap(({ example, scores }) =>
      CLAUSE_KINDS.map((_, kind) => ({
        kind,
        figures: presenceFigures(scores, kind),
        wanted: (example.contract.clauses[CLAUSE_KINDS[kind] ?? ''] ?? []).length > 0,
      })),
    ),
    { shared: 0.1, offset: 3, slope: 6 },
  )
  const span = decide(
    scored.flatMap(one => spanCases(one, presence)),
    { shared: 0.1, offset: 5, slope: 10 },
  )
  return { presence, span: { ...span, threshold: Math.round(span.threshold * 1000 * SURER) / 1000 } }
}

function spanCases({ example, scores }: Scored, decision: ClauseDecision): Case[] {
  const likeliest = likeliestOf(scores)
  return CLAUSE_KINDS.flatMap((_, kind) => {
    const presence = chanceOf(decision, kind, presenceFigures(scores, kind))
    return scores.flatMap((score, index) => {
      const wanted = example.labels[index]?.includes(kind) ?? false
      if ((score[kind] ?? LEAST) <= LEAST && !wanted) return []
      const { start = 0, end = 0 } = example.sentences[index] ?? {}
      const about = { most: likeliest[kind] ?? LEAST, presence, length: end - start }
      return [{ kind, figures: spanFigures(scores, index, kind, about), wanted }]
    })
  })
}

function decide(cases: readonly Case[], pull: Pull): ClauseDecision {
  const count = cases[0]?.figures.length ?? 0
  const pulls = new Float32Array(count + 2 * KINDS)
    .fill(pull.shared, 0, count - 1)
    .fill(0.01, count - 1, count)
    .fill(pull.offset, count, count + KINDS)
    .fill(pull.slope, count + KINDS)
  const found = minimise(
    (point, gradient) => loss(cases, pulls, count, point, gradient),
    new Float32Array(pulls.length),
    STEPS,
  )
  const rounded = Array.from(found, weight => Math.round(weight * 10_000) / 10_000)
  const decision = {
    shared: rounded.slice(0, count),
    offsets: rounded.slice(count, count + KINDS),
    slopes: rounded.slice(count + KINDS),
    threshold: 0.5,
  }
  return { ...decision, threshold: bestThreshold(cases, decision) }
}

function loss(
  cases: readonly Case[],
  pulls: Float32Array,
  count: number,
  point: Float32Array,
  gradient: Float32Array,
): number {
  let sum = 0
  const slopes = Float64Array.from(point, (weight, index) => weight * (pulls[index] ?? 0))
  for (const [index, weight] of point.entries()) sum += 0.5 * (pulls[index] ?? 0) * weight * weight
  const add = (index: number, error: number) => {
    slopes[index] = (slopes[index] ?? 0) + error
  }
  for (const { kind, figures, wanted } of cases) {
    const first = figures[0] ?? 0
    let score = (point[count + kind] ?? 0) + (point[count + KINDS + kind] ?? 0) * first
    for (let index = 0; index < count; index += 1) score += (point[index] ?? 0) * (figures[index] ?? 0)
    sum += Math.max(score, 0) - (wanted ? score : 0) + Math.log1p(Math.exp(-Math.abs(score)))
    const error = 1 / (1 + Math.exp(-score)) - (wanted ? 1 : 0)
    for (let index = 0; index < count; index += 1) add(index, error * (figures[index] ?? 0))
    add(count + kind, error)
    add(count + KINDS + kind, error * first)
  }
  gradient.set(slopes)
  return sum
}

/** The chance from which yes gives the best F1 over all kinds together. */
function bestThreshold(cases: readonly Case[], decision: ClauseDecision): number {
  const sorted = cases
    .map(({ kind, figures, wanted }) => ({ chance: chanceOf(decision, kind, figures), wanted }))
    .sort((a, b) => b.chance - a.chance)
  const wanted = sorted.filter(one => one.wanted).length
  let hits = 0
  let best = { score: 0, threshold: 0.5 }
  for (const [index, one] of sorted.entries()) {
    if (one.wanted) hits += 1
    const score = (2 * hits) / (index + 1 + wanted)
    if (score > best.score) best = { score, threshold: (one.chance + (sorted[index + 1]?.chance ?? 0)) / 2 }
  }
  return Math.round(best.threshold * 1000) / 1000
}
