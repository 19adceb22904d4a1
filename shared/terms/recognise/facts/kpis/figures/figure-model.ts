import { FIGURE_BUCKETS } from './figure-features.ts'
import stored from './figure-model.json' with { type: 'json' }

/** A linear model of figures as it is stored: weights in hundredths, and their buckets, each list in one string. */
export interface StoredFigureModel {
  readonly bias: number
  readonly buckets: string
  readonly weights: string
}

let weights: Float32Array | undefined

/** The chance that the figure with these features is one that somebody wants to reach or keep to. */
export function figureChance(features: Uint32Array): number {
  weights ??= unpack(stored)
  let sum = stored.bias
  for (const bucket of features) sum += weights[bucket] ?? 0
  return 1 / (1 + Math.exp(-sum / 100))
}

function unpack({ buckets, weights }: StoredFigureModel): Float32Array {
  const all = new Float32Array(FIGURE_BUCKETS)
  const values = weights.split(' ')
  for (const [index, bucket] of buckets.split(' ').entries()) all[Number(bucket)] = Number(values[index])
  return all
}
