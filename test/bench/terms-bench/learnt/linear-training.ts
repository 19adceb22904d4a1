import type { StoredLinearModel } from '../../../../shared/terms/recognise/linear-model.ts'

/** Weights nearer to 0 are left out. */
const SMALLEST = 0.06

/** The buckets that so many agreements or more have; an agreement is given by the features of each of its cases. */
export function commonBuckets(
  agreements: readonly (readonly (readonly number[])[])[],
  least: number,
): Set<number> {
  const counts = new Map<number, number>()
  for (const cases of agreements)
    for (const bucket of new Set(cases.flatMap(features => [...features])))
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= least).map(([bucket]) => bucket))
}

/** Begins a gradient with the pull of the weights to 0, and gives what that costs. The bias, behind the weights, is not pulled. */
export function pulled(point: Float32Array, gradient: Float32Array, buckets: number, pull: number): number {
  let cost = 0
  for (let index = 0; index < buckets; index += 1) {
    const weight = point[index] ?? 0
    gradient[index] = pull * weight
    cost += 0.5 * pull * weight * weight
  }
  gradient[buckets] = 0
  return cost
}

/** Weights, and behind them the bias, as a model is stored; without those that are nearer to 0 than `smallest`. */
export function storedModel(found: Float32Array, buckets: number, smallest = SMALLEST): StoredLinearModel {
  const weights = [...found.slice(0, buckets).entries()].filter(([, weight]) => Math.abs(weight) >= smallest)
  return {
    bias: Math.round(100 * (found[buckets] ?? 0)),
    buckets: weights.map(([bucket], at) => bucket - (weights[at - 1]?.[0] ?? 0)).join(' '),
    weights: weights.map(([, weight]) => Math.round(100 * weight)).join(' '),
  }
}
