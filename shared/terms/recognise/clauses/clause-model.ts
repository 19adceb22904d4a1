import { fromBase64, toBase64 } from './base64.ts'
import { type ClauseDecision, LEAST } from './clause-decision.ts'
import { HiddenLayer, type StoredHidden } from './hidden-layer.ts'
import { ALL_BUCKETS, BUCKETS, type SentenceFeatures } from './sentence-features.ts'

/**
 * A linear model per kind of clause over the features of a sentence and a small net beside it, ready to score, and the two
 * decisions that follow. What both say is weighed together: they err in different places. For a bucket `b`, the entries from
 * `starts[b]` to `starts[b + 1]` name the kinds that it speaks for or against and how much.
 */
export interface ClauseModel {
  readonly starts: Uint32Array
  readonly kinds: Uint8Array
  readonly weights: Float32Array
  readonly biases: readonly number[]
  readonly hidden: HiddenLayer
  /** Whether an agreement has such a clause, and whether a sentence is part of it. */
  readonly presence: ClauseDecision
  readonly span: ClauseDecision
}

/** The model as it is stored: `entries` is base64 of (distance to the last bucket as a varint, kind, weight) per entry. */
export interface StoredClauseModel {
  readonly scale: number
  readonly biases: readonly number[]
  readonly presence: ClauseDecision
  readonly span: ClauseDecision
  readonly entries: string
  readonly hidden: StoredHidden
}

/** The share of the linear model in what both say; the rest is the net's, which tells spans better. */
export const LINEAR_SHARE = 0.4

/** A word counts the less, the longer its sentence is; a turn of phrase counts wholly in any. */
export const wordWeight = (words: number): number => 1 / Math.sqrt(Math.max(1, words))

/** So many log-odds a kind gains that the sentence says it is: of 29 that sentences say so in contracts that nobody read, 22 are labelled. */
const AFFIRMED = 2.5

/** Log-odds per kind of clause (in the order of `CLAUSE_KINDS`) that the sentence with these features belongs to it; what it denies is no candidate. */
export function scoreSentence(model: ClauseModel, features: SentenceFeatures): number[] {
  const { words, cues, affirmed, denied } = features
  const scores = model.biases.slice()
  const weight = wordWeight(words.length)
  for (const bucket of words) addBucket(scores, model, bucket, weight)
  for (const cue of cues) addBucket(scores, model, BUCKETS + cue, 1)
  const beside = model.hidden.scoresOf(features, weight)
  for (let kind = 0; kind < scores.length; kind += 1)
    scores[kind] = LINEAR_SHARE * (scores[kind] ?? 0) + (1 - LINEAR_SHARE) * (beside[kind] ?? 0)
  for (const kind of affirmed) scores[kind] = (scores[kind] ?? 0) + AFFIRMED
  for (const kind of denied) scores[kind] = Math.min(LEAST, scores[kind] ?? LEAST)
  return scores
}

/** Outside of `scoreSentence`: as a closure in it, it takes twice as long. */
function addBucket(
  scores: number[],
  { starts, kinds, weights }: ClauseModel,
  bucket: number,
  weight: number,
): void {
  const end = starts[bucket + 1] ?? 0
  for (let entry = starts[bucket] ?? 0; entry < end; entry += 1) {
    const kind = kinds[entry] ?? 0
    scores[kind] = (scores[kind] ?? 0) + (weights[entry] ?? 0) * weight
  }
}

/** Reads what `storeModel` wrote; text that is no such model throws, because it is part of the program. */
export function readModel(stored: StoredClauseModel): ClauseModel {
  const bytes = fromBase64(stored.entries)
  const starts = new Uint32Array(ALL_BUCKETS + 1)
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
    hidden: new HiddenLayer(stored.hidden),
    presence: stored.presence,
    span: stored.span,
  }
}

/** Weights of one bucket, by kind. */
export interface BucketWeights {
  readonly bucket: number
  readonly weights: Float32Array
}

/** Writes weights, by rising bucket, in the stored form: eight bits a weight, those below `smallest` left out. */
export function storeWeights(
  buckets: readonly BucketWeights[],
  smallest: number,
): Pick<StoredClauseModel, 'scale' | 'entries'> {
  const largest = buckets.reduce(
    (most, { weights }) => weights.reduce((a, b) => Math.max(a, Math.abs(b)), most),
    0,
  )
  const scale = largest / 127
  const bytes: number[] = []
  let last = 0
  for (const { bucket, weights } of buckets)
    for (const [kind, weight] of weights.entries()) {
      const rounded = Math.round(weight / scale)
      if (Math.abs(weight) < smallest || rounded === 0) continue
      let distance = bucket - last
      last = bucket
      while (distance >= 0x80) {
        bytes.push((distance & 0x7f) | 0x80)
        distance >>= 7
      }
      bytes.push(distance, kind, rounded & 0xff)
    }
  return { scale, entries: toBase64(bytes) }
}
