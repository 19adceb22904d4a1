import { CLAUSE_KINDS } from './clause-kind.ts'
import { BUCKETS } from './sentence-features.ts'

/**
 * A linear model per kind of clause over the features of a sentence, ready to score. For a bucket `b`, the entries from
 * `starts[b]` to `starts[b + 1]` name the kinds that it speaks for or against and how much.
 */
export interface ClauseModel {
  readonly starts: Uint32Array
  readonly kinds: Uint8Array
  readonly weights: Float32Array
  readonly biases: readonly number[]
  /** Probability from which one sentence shows that an agreement has the clause, and from which a sentence is part of it. */
  readonly thresholds: readonly ClauseThreshold[]
}

export interface ClauseThreshold {
  readonly presence: number
  readonly span: number
}

/** The model as it is stored: `entries` is base64 of (distance to the last bucket as a varint, kind, weight) per entry. */
export interface StoredClauseModel {
  readonly scale: number
  readonly biases: readonly number[]
  readonly thresholds: readonly ClauseThreshold[]
  readonly entries: string
}

/** Probability per kind of clause (in the order of `CLAUSE_KINDS`) that the sentence with these features belongs to it. */
export function scoreSentence(model: ClauseModel, features: Uint32Array): Float64Array {
  const scores = new Float64Array(CLAUSE_KINDS.length)
  for (const bucket of features) {
    const end = model.starts[bucket + 1] ?? 0
    for (let entry = model.starts[bucket] ?? 0; entry < end; entry += 1) {
      const kind = model.kinds[entry] ?? 0
      scores[kind] = (scores[kind] ?? 0) + (model.weights[entry] ?? 0)
    }
  }
  const norm = 1 / Math.sqrt(Math.max(1, features.length))
  return scores.map((score, kind) => 1 / (1 + Math.exp(-(score * norm + (model.biases[kind] ?? 0)))))
}

/** Reads what `storeModel` wrote; text that is no such model throws, because it is part of the program. */
export function readModel(stored: StoredClauseModel): ClauseModel {
  const bytes = fromBase64(stored.entries)
  const starts = new Uint32Array(BUCKETS + 1)
  const kinds: number[] = []
  const weights: number[] = []
  let bucket = 0
  for (let at = 0; at < bytes.length; ) {
    let distance = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at] ?? 0
      at += 1
      distance |= (byte & 0x7f) << shift
      if (byte < 0x80) break
    }
    if (distance > 0) starts.fill(kinds.length, bucket + 1, bucket + distance + 1)
    bucket += distance
    kinds.push(bytes[at] ?? 0)
    weights.push((((bytes[at + 1] ?? 0) << 24) >> 24) * stored.scale)
    at += 2
  }
  starts.fill(kinds.length, bucket + 1)
  return {
    starts,
    kinds: Uint8Array.from(kinds),
    weights: Float32Array.from(weights),
    biases: stored.biases,
    thresholds: stored.thresholds,
  }
}

/** Writes dense weights (`bucket * kinds + kind`) in the stored form: eight bits a weight, the smallest ones left out. */
export function storeModel(
  dense: Float32Array,
  biases: readonly number[],
  thresholds: readonly ClauseThreshold[],
  smallest: number,
): StoredClauseModel {
  const largest = dense.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const scale = largest / 127
  const bytes: number[] = []
  let last = 0
  for (let index = 0; index < dense.length; index += 1) {
    const weight = dense[index] ?? 0
    const rounded = Math.round(weight / scale)
    if (Math.abs(weight) < smallest || rounded === 0) continue
    const bucket = Math.floor(index / CLAUSE_KINDS.length)
    let distance = bucket - last
    last = bucket
    while (distance >= 0x80) {
      bytes.push((distance & 0x7f) | 0x80)
      distance >>= 7
    }
    bytes.push(distance, index % CLAUSE_KINDS.length, rounded & 0xff)
  }
  return { scale, biases, thresholds, entries: toBase64(bytes) }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function toBase64(bytes: readonly number[]): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const letters = [18, 12, 6, 0].map(shift => ALPHABET[(group >> shift) & 63] ?? '')
    parts.push(letters.slice(0, Math.min(4, bytes.length - at + 1)).join(''))
  }
  return parts.join('')
}

function fromBase64(text: string): Uint8Array {
  const values = new Uint8Array(128)
  for (let index = 0; index < ALPHABET.length; index += 1) values[ALPHABET.charCodeAt(index)] = index
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let group = 0
  let bits = 0
  let length = 0
  for (let index = 0; index < text.length; index += 1) {
    group = ((group << 6) | (values[text.charCodeAt(index) & 127] ?? 0)) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[length] = (group >> bits) & 0xff
    length += 1
  }
  return bytes.subarray(0, length)
}
