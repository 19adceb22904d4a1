import { CLAUSE_KINDS } from '../../../shared/terms/recognise/clauses/clause-kind.ts'
import { wordWeight } from '../../../shared/terms/recognise/clauses/clause-model.ts'
import { BUCKETS, type SentenceFeatures } from '../../../shared/terms/recognise/clauses/sentence-features.ts'

/** Words of fewer contracts tell a contract, not a kind of clause. */
const LEAST_CONTRACTS = 4
/** How much of a feature a turn of phrase is; a word is less of one, the longer its sentence. */
export const CUE_WEIGHT = 0.3

/** Sentences of one contract, or of one example of our own, with the kinds of each. */
export interface Labelled {
  readonly features: readonly SentenceFeatures[]
  readonly labels: readonly (readonly number[])[]
}

/** A sentence as a model is trained on it: columns of known features, the kinds wanted, and how many sentences it stands for. */
export interface Row {
  readonly columns: Uint32Array
  readonly weights: Float32Array
  readonly wanted: Uint8Array
  readonly times: number
}

/** Buckets that at least so many contracts have, rising; the column of a bucket is its index. */
export function commonBuckets(examples: readonly Labelled[], least = LEAST_CONTRACTS): number[] {
  const contracts = new Map<number, number>()
  for (const { features } of examples) {
    const own = new Set<number>()
    for (const { words, cues } of features) {
      for (const word of words) own.add(word)
      for (const cue of cues) own.add(BUCKETS + cue)
    }
    for (const bucket of own) contracts.set(bucket, (contracts.get(bucket) ?? 0) + 1)
  }
  return [...contracts].flatMap(([bucket, count]) => (count >= least ? [bucket] : [])).sort((a, b) => a - b)
}

/** Of the sentences of no kind one in `among` is taken, and counts for the others. */
export function trainingRows(examples: readonly Labelled[], known: readonly number[], among: number): Row[] {
  const columnOf = new Map(known.map((bucket, column) => [bucket, column]))
  return examples.flatMap((example, contract) => rowsOf(example, contract, columnOf, among))
}

function rowsOf(
  { features, labels }: Labelled,
  contract: number,
  columnOf: ReadonlyMap<number, number>,
  among: number,
): Row[] {
  // An example that was written to be of no kind is always looked at.
  const every = features.length === 1 ? 1 : among
  return features.flatMap(({ words, cues }, index) => {
    const own = labels[index] ?? []
    if (own.length === 0 && (contract + index) % every !== 0) return []
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
    const wanted = new Uint8Array(CLAUSE_KINDS.length)
    for (const kind of own) wanted[kind] = 1
    return [
      {
        columns: Uint32Array.from(columns),
        weights: Float32Array.from(weights),
        wanted,
        times: own.length === 0 ? every : 1,
      },
    ]
  })
}
