import { CLAUSE_KINDS } from '../../../shared/terms/recognise/clauses/clause-kind.ts'
import { type BucketWeights, wordWeight } from '../../../shared/terms/recognise/clauses/clause-model.ts'
import { BUCKETS } from '../../../shared/terms/recognise/clauses/sentence-features.ts'
import { minimise } from './minimise.ts'
import type { Prepared } from './prepared-example.ts'

const KINDS = CLAUSE_KINDS.length
const STEPS = 32
/** A sentence of a kind counts so often: a rare kind would drown in the sentences that are not of it. */
const OF_KIND = 4
/** Of the sentences of no kind every so many are looked at, and count for all. */
const EVERY = 6
/** Words of fewer contracts tell a contract, not a kind of clause. */
const LEAST_CONTRACTS = 4
/** How much of a feature a turn of phrase is; a word is less of one, the longer its sentence. */
const CUE_WEIGHT = 0.3
/** Errors below this teach nothing. */
const LEARNT = 1e-3
/** Strength of the pull of weights towards 0. */
const PULL = 1 / 8

interface Row {
  readonly columns: Uint32Array
  readonly weights: Float32Array
  readonly wanted: Uint8Array
  readonly times: number
}

/** Weights per bucket and biases: a logistic regression per kind over all sentences; the same examples give the same weights. */
export function trainWeights(examples: readonly Prepared[]): { buckets: BucketWeights[]; biases: number[] } {
  const known = commonBuckets(examples)
  const columnOf = new Map(known.map((bucket, column) => [bucket, column]))
  const rows = examples.flatMap((example, contract) => rowsOf(example, contract, columnOf))
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

function commonBuckets(examples: readonly Prepared[]): number[] {
  const contracts = new Map<number, number>()
  for (const { features } of examples) {
    const own = new Set<number>()
    for (const { words, cues } of features) {
      for (const word of words) own.add(word)
      for (const cue of cues) own.add(BUCKETS + cue)
    }
    for (const bucket of own) contracts.set(bucket, (contracts.get(bucket) ?? 0) + 1)
  }
  return [...contracts]
    .flatMap(([bucket, count]) => (count >= LEAST_CONTRACTS ? [bucket] : []))
    .sort((a, b) => a - b)
}

function rowsOf(
  { features, labels }: Prepared,
  contract: number,
  columnOf: ReadonlyMap<number, number>,
): Row[] {
  return features.flatMap(({ words, cues }, index) => {
    const own = labels[index] ?? []
    if (own.length === 0 && (contract + index) % EVERY !== 0) return []
    const weight = wordWeight(words.length)
    const columns: number[] = []
    const weights: number[] = []
    const put = (bucket: number, value: number) => {
      const column = columnOf.get(bucket)
      if (column === undefined) return
      columns.push(column)
      weights.push(value)
    }
    for (const word of words) put(word, weight)
    for (const cue of cues) put(BUCKETS + cue, CUE_WEIGHT)
    const wanted = new Uint8Array(KINDS)
    for (const kind of own) wanted[kind] = 1
    return [
      {
        columns: Uint32Array.from(columns),
        weights: Float32Array.from(weights),
        wanted,
        times: own.length === 0 ? EVERY : 1,
      },
    ]
  })
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
