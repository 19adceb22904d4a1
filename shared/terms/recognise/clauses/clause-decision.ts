import { CLAUSE_KINDS } from './clause-kind.ts'

/**
 * A decision about a kind of clause, from figures that mean the same for every kind: weights that all kinds share, and per kind how
 * far it departs from them. Rare kinds depart little. `threshold` is the chance from which the answer is yes, the same for all.
 */
export interface ClauseDecision {
  readonly shared: readonly number[]
  /** Per kind: added to the sum, and to the weight of the first figure. */
  readonly offsets: readonly number[]
  readonly slopes: readonly number[]
  readonly threshold: number
}

export function chanceOf(decision: ClauseDecision, kind: number, figures: readonly number[]): number {
  let sum = (decision.offsets[kind] ?? 0) + (decision.slopes[kind] ?? 0) * (figures[0] ?? 0)
  for (const [index, figure] of figures.entries()) sum += (decision.shared[index] ?? 0) * figure
  return 1 / (1 + Math.exp(-sum))
}

/** Log-odds of sentences are cut to this, and below `LEAST` a sentence is no candidate for a clause. */
const MOST = 9
export const LEAST = -5

const LIKELIEST = 6
const SCALE = 3

/**
 * Figures by which an agreement has a clause of a kind, from the log-odds of its sentences: the chance that one of the likeliest
 * tells it, and how the three likeliest stand. The last figure is 1.
 */
export function presenceFigures(scores: readonly (readonly number[])[], kind: number): number[] {
  const likeliest = new Float64Array(LIKELIEST).fill(-MOST)
  for (const sentence of scores) {
    const score = sentence[kind] ?? -MOST
    if (score <= (likeliest[0] ?? 0)) continue
    likeliest[0] = score
    likeliest.sort()
  }
  const none = likeliest.reduce((none, score) => none / (1 + Math.exp(score)), 1)
  const one = logOdds(1 - none)
  const [third = -MOST, second = -MOST, first = -MOST] = likeliest.subarray(LIKELIEST - 3)
  return [one, first, second, third].map(odds => bounded(odds) / SCALE).concat(1)
}

/**
 * Figures by which a sentence is part of a clause of a kind: its log-odds, how far the likeliest sentence is above it, its
 * neighbours, whether the agreement has such a clause at all, and its length, which labels prefer in the middle. The last is 1.
 */
export function spanFigures(
  scores: readonly (readonly number[])[],
  index: number,
  kind: number,
  { most, presence, length }: { readonly most: number; readonly presence: number; readonly length: number },
): number[] {
  const at = (sentence: number) => bounded(scores[sentence]?.[kind] ?? -MOST)
  const own = at(index)
  const long = Math.log1p(length) - 5
  return [
    own / SCALE,
    (own - bounded(most)) / SCALE,
    at(index - 1) / SCALE,
    at(index + 1) / SCALE,
    bounded(logOdds(presence)) / SCALE,
    long,
    long * long,
    1,
  ]
}

const bounded = (odds: number) => Math.max(-MOST, Math.min(MOST, odds))
const logOdds = (chance: number) => {
  const kept = Math.max(1e-4, Math.min(1 - 1e-4, chance))
  return Math.log(kept / (1 - kept))
}

/** Log-odds of the likeliest sentence of each kind. */
export function likeliestOf(scores: readonly (readonly number[])[]): number[] {
  const most = CLAUSE_KINDS.map(() => -MOST)
  for (const sentence of scores)
    for (let kind = 0; kind < most.length; kind += 1)
      if ((sentence[kind] ?? -MOST) > (most[kind] ?? 0)) most[kind] = sentence[kind] ?? -MOST
  return most
}
