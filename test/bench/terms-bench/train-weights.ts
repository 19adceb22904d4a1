import { CLAUSE_KINDS } from '../../../shared/terms/recognise/clauses/clause-kind.ts'
import type { BucketWeights } from '../../../shared/terms/recognise/clauses/clause-model.ts'
import { BUCKETS } from '../../../shared/terms/recognise/clauses/sentence-features.ts'
import { minimise } from './minimise.ts'
import { CUE_WEIGHT, type Row } from './training-rows.ts'

const KINDS = CLAUSE_KINDS.length
/** Short of the minimum, but near enough: with half the steps the linear model was clearly worse. */
const STEPS = 64
/** A sentence of a kind counts so often: a rare kind would drown in the sentences that are not of it. */
const OF_KIND = 8
/** Errors below this teach nothing. */
const LEARNT = 1e-3
/** Strength of the pull of weights towards 0. */
const PULL = 1 / 16

/** Weights per bucket and biases: a logistic regression per kind over all sentences; the same examples give the same weights. */
export function trainWeights(
  rows: readonly Row[],
  known: readonly number[],
): { buckets: BucketWeights[]; biases: number[] } {
  const size = known.length * KINDS
  const start = new Float32Array(size + KINDS).fill(0, 0, size).fill(-4, size)
  const found = minimise((point, gradient) => loss(rows, point, gradient, size), start, STEPS)
  return {
    buckets: known.map((bucket, column) => ({
      bucket,
      weights: found
        .subarray(column * KINDS, (column + 1) * KINDS)
        .map(weight => (bucket < BUCKETS ? weight : CUE_WEIGHT * weight)),
    })),
    biases: Array.from(found.subarray(size), bias => Math.round(bias * 1000) / 1000),
  }
}

function loss(rows: readonly Row[], point: Float32Array, gradient: Float32Array, size: number): number {
  const scores = new Float64Array(KINDS)
  const errors = new Float64Array(KINDS)
  const wrong = new Uint8Array(KINDS)
  let sum = 0
  for (let index = 0; index < gradient.length; index += 1) {
    const weight = index < size ? (point[index] ?? 0) : 0
    gradient[index] = PULL * weight
    sum += 0.5 * PULL * weight * weight
  }
  for (const { columns, weights, wanted, times } of rows) {
    for (let kind = 0; kind < KINDS; kind += 1) scores[kind] = point[size + kind] ?? 0
    for (let at = 0; at < columns.length; at += 1) {
      const from = (columns[at] ?? 0) * KINDS
      const weight = weights[at] ?? 0
      for (let kind = 0; kind < KINDS; kind += 1)
        scores[kind] = (scores[kind] ?? 0) + weight * (point[from + kind] ?? 0)
    }
    let most = 0
    for (let kind = 0; kind < KINDS; kind += 1) {
      const score = scores[kind] ?? 0
      const of = wanted[kind] ?? 0
      const count = times * (of ? OF_KIND : 1)
      sum += count * (Math.max(score, 0) - of * score + Math.log1p(Math.exp(-Math.abs(score))))
      const error = count * (1 / (1 + Math.exp(-score)) - of)
      errors[kind] = error
      gradient[size + kind] = (gradient[size + kind] ?? 0) + error
      if (Math.abs(error) < LEARNT) continue
      wrong[most] = kind
      most += 1
    }
    for (let at = 0; at < columns.length; at += 1) {
      const from = (columns[at] ?? 0) * KINDS
      const weight = weights[at] ?? 0
      for (let of = 0; of < most; of += 1) {
        const kind = wrong[of] ?? 0
        gradient[from + kind] = (gradient[from + kind] ?? 0) + weight * (errors[kind] ?? 0)
      }
    }
  }
  return sum
}
