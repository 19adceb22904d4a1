import { fromBase64, toBase64 } from './base64.ts'
import { CLAUSE_KINDS } from './clause-kind.ts'
import { ALL_BUCKETS, BUCKETS, type SentenceFeatures } from './sentence-features.ts'

/** As it is stored: `inputs` is base64 of (distance to the last bucket as three bytes, a byte per unit) per known bucket. */
export interface StoredHidden {
  readonly size: number
  readonly scale: number
  readonly hiddenBiases: readonly number[]
  readonly outputs: readonly number[]
  readonly outputBiases: readonly number[]
  readonly inputs: string
}

const KINDS = CLAUSE_KINDS.length

/**
 * A net with one hidden layer, ready to score: each known word or turn of phrase is a row of weights, and what is above 0 of their sum
 * tells the kinds apart. Kinds share the units, so that rare kinds learn from frequent ones.
 */
export class HiddenLayer {
  readonly #size: number
  /** The row of a bucket and 1, or 0 for a bucket that is not known. */
  readonly #rows = new Uint16Array(ALL_BUCKETS)
  readonly #inputs: Int8Array
  readonly #scale: number
  readonly #hiddenBiases: Float64Array
  /** By unit, then by kind. */
  readonly #outputs: Float64Array
  readonly #outputBiases: Float64Array
  // To make these anew for each sentence would take longer than the sums.
  readonly #ofWords: Int32Array
  readonly #ofCues: Int32Array
  readonly #scores = new Float64Array(KINDS)

  /** Reads what `storeHidden` wrote. */
  constructor({ size, scale, hiddenBiases, outputs, outputBiases, inputs }: StoredHidden) {
    const bytes = fromBase64(inputs)
    const step = size + 3
    const count = Math.floor(bytes.length / step)
    this.#inputs = new Int8Array(count * size)
    let bucket = 0
    for (let row = 0; row < count; row += 1) {
      const at = row * step
      bucket += (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)
      this.#rows[bucket] = row + 1
      this.#inputs.set(bytes.subarray(at + 3, at + step), row * size)
    }
    this.#size = size
    this.#scale = scale
    this.#hiddenBiases = Float64Array.from(hiddenBiases)
    this.#outputs = Float64Array.from(outputs)
    this.#outputBiases = Float64Array.from(outputBiases)
    this.#ofWords = new Int32Array(size)
    this.#ofCues = new Int32Array(size)
  }

  /** Log-odds per kind of clause, until it is asked again; a word counts by `weight`, a turn of phrase wholly. */
  scoresOf({ words, cues }: SentenceFeatures, weight: number): Float64Array {
    // Whole numbers are summed first and weighed once: there are a hundred words to a sentence.
    const ofWords = this.#ofWords.fill(0)
    const ofCues = this.#ofCues.fill(0)
    for (const word of words) this.#addRow(ofWords, this.#rows[word] ?? 0)
    for (const cue of cues) this.#addRow(ofCues, this.#rows[BUCKETS + cue] ?? 0)
    const scores = this.#scores
    scores.set(this.#outputBiases)
    for (let unit = 0; unit < this.#size; unit += 1) {
      const sum = weight * (ofWords[unit] ?? 0) + (ofCues[unit] ?? 0)
      const active = this.#scale * sum + (this.#hiddenBiases[unit] ?? 0)
      if (active > 0) addTimes(scores, active, this.#outputs, unit * KINDS)
    }
    return scores
  }

  /** Four units a turn: one a turn takes a third longer. What lies behind the last unit is dropped. */
  #addRow(sums: Int32Array, row: number): void {
    if (row === 0) return
    const inputs = this.#inputs
    const size = sums.length
    const from = (row - 1) * size
    for (let unit = 0; unit < size; unit += 4) {
      const at = from + unit
      sums[unit] = (sums[unit] ?? 0) + (inputs[at] ?? 0)
      sums[unit + 1] = (sums[unit + 1] ?? 0) + (inputs[at + 1] ?? 0)
      sums[unit + 2] = (sums[unit + 2] ?? 0) + (inputs[at + 2] ?? 0)
      sums[unit + 3] = (sums[unit + 3] ?? 0) + (inputs[at + 3] ?? 0)
    }
  }
}

function addTimes(scores: Float64Array, times: number, weights: Float64Array, from: number): void {
  for (let kind = 0; kind < KINDS; kind += 1)
    scores[kind] = (scores[kind] ?? 0) + times * (weights[from + kind] ?? 0)
}

/** Weights of one known bucket, by unit. */
export interface InputWeights {
  readonly bucket: number
  readonly weights: Float32Array
}

/** Writes weights, by rising bucket, at eight bits each; at most 65,535 buckets. */
export function storeHidden(
  inputs: readonly InputWeights[],
  rest: Pick<StoredHidden, 'hiddenBiases' | 'outputs' | 'outputBiases'>,
): StoredHidden {
  const largest = inputs.reduce(
    (most, { weights }) => weights.reduce((a, b) => Math.max(a, Math.abs(b)), most),
    0,
  )
  const scale = largest / 127 || 1
  const bytes: number[] = []
  let last = 0
  for (const { bucket, weights } of inputs) {
    const distance = bucket - last
    last = bucket
    bytes.push(distance & 0xff, (distance >> 8) & 0xff, distance >> 16)
    for (const weight of weights) bytes.push(Math.round(weight / scale) & 0xff)
  }
  const rounded = (weights: readonly number[]) => weights.map(weight => Math.round(weight * 1e4) / 1e4)
  return {
    size: rest.hiddenBiases.length,
    scale,
    hiddenBiases: rounded(rest.hiddenBiases),
    outputs: rounded(rest.outputs),
    outputBiases: rounded(rest.outputBiases),
    inputs: toBase64(bytes),
  }
}
