import { fromBase64, toBase64 } from './base64.ts'
import { CLAUSE_KINDS } from './clause-kind.ts'
import { ALL_BUCKETS, BUCKETS, type SentenceFeatures } from './sentence-features.ts'

/**
 * A net with one hidden layer of `size` units, ready to score: each known word or turn of phrase is a row of `inputs`, and what is
 * above 0 of their sum tells the kinds apart. Kinds share the units, so that rare kinds learn from frequent ones.
 */
export interface HiddenLayer {
  readonly size: number
  /** The row of a bucket and 1, or 0 for a bucket that is not known. */
  readonly rows: Uint16Array
  readonly inputs: Int8Array
  readonly scale: number
  readonly hiddenBiases: readonly number[]
  /** By unit, then by kind. */
  readonly outputs: readonly number[]
  readonly outputBiases: readonly number[]
}

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

/** Log-odds per kind of clause; a word counts by `weight`, a turn of phrase wholly. */
export function scoreByHidden(
  layer: HiddenLayer,
  { words, cues }: SentenceFeatures,
  weight: number,
): Float32Array {
  const { size, rows, scale } = layer
  // Whole numbers are summed first and weighed once: there are a hundred words to a sentence.
  const ofWords = new Int32Array(size)
  const ofCues = new Int32Array(size)
  for (const word of words) addRow(ofWords, layer, rows[word] ?? 0)
  for (const cue of cues) addRow(ofCues, layer, rows[BUCKETS + cue] ?? 0)
  const scores = new Float32Array(layer.outputBiases)
  for (let unit = 0; unit < size; unit += 1) {
    const sum = weight * (ofWords[unit] ?? 0) + (ofCues[unit] ?? 0)
    const active = scale * sum + (layer.hiddenBiases[unit] ?? 0)
    if (active <= 0) continue
    for (let kind = 0; kind < KINDS; kind += 1)
      scores[kind] = (scores[kind] ?? 0) + active * (layer.outputs[unit * KINDS + kind] ?? 0)
  }
  return scores
}

/** Outside of `scoreByHidden`: as a closure in it, it takes three times as long. */
function addRow(sums: Int32Array, { size, inputs }: HiddenLayer, row: number): void {
  if (row === 0) return
  const from = (row - 1) * size
  for (let unit = 0; unit < size; unit += 1) sums[unit] = (sums[unit] ?? 0) + (inputs[from + unit] ?? 0)
}

/** Reads what `storeHidden` wrote. */
export function readHidden(stored: StoredHidden): HiddenLayer {
  const bytes = fromBase64(stored.inputs)
  const { size } = stored
  const step = size + 3
  const count = Math.floor(bytes.length / step)
  const rows = new Uint16Array(ALL_BUCKETS)
  const inputs = new Int8Array(count * size)
  let bucket = 0
  for (let row = 0; row < count; row += 1) {
    const at = row * step
    bucket += (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)
    rows[bucket] = row + 1
    inputs.set(bytes.subarray(at + 3, at + step), row * size)
  }
  return { ...stored, rows, inputs }
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
