import { bucketOf } from '../text/bucket-of.ts'
import { cuesIn } from './clause-cues.ts'
import { type StatedKinds, statedKinds } from './stated-kinds.ts'

/** Words and pairs of words fall into this many buckets; the weights are keyed by bucket. A power of two. */
export const BUCKETS = 1 << 18
/** Those of the words, and behind them one for each turn of phrase. */
export const ALL_BUCKETS = BUCKETS + 1024

/**
 * What a sentence tells the model: distinct buckets of its words, the turns of phrase that it holds, by their index, and the kinds of
 * clause that it says it is or is not.
 */
export interface SentenceFeatures extends StatedKinds {
  readonly words: readonly number[]
  readonly cues: readonly number[]
}

/** So many tokens tell what a sentence is about; a bound on what a sentence costs. */
const MAX_TOKENS = 250
const PREVIOUS_TOKENS = 14

/** So much of a sentence is searched for turns of phrase, and only where there are words enough to make one. */
const CUE_LENGTH = 1600
const CUE_LEAST = 20

/** Words are told apart by so many letters: `assign`, `assigns`, `assignment` are one. */
const LETTERS = 6

const PAIR = 0x9e3779b1
const BEFORE = 0x85ebca6b

/**
 * The features of a sentence: its words, its pairs of neighbouring words, the first words of the sentence before it, where a
 * heading or the start of a list stands, and its turns of phrase. Numbers count as one word.
 */
export function sentenceFeatures(text: string, before: string): SentenceFeatures {
  const sentence = text.toLowerCase()
  const tokens = tokenHashes(sentence, MAX_TOKENS)
  distinct.begin()
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? 0
    distinct.add(bucketOf(token, BUCKETS))
    const next = tokens[index + 1]
    if (next !== undefined) distinct.add(bucketOf(Math.imul(token, PAIR) ^ next, BUCKETS))
  }
  for (const token of tokenHashes(before.slice(0, 400).toLowerCase(), PREVIOUS_TOKENS))
    distinct.add(bucketOf(Math.imul(token ^ BEFORE, BEFORE), BUCKETS))
  const phrases = sentence.length > CUE_LEAST ? sentence.slice(0, CUE_LENGTH) : ''
  return { words: distinct.all(), cues: cuesIn(phrases), ...statedKinds(phrases) }
}

/** Buckets in the order in which each came first. A mark per bucket is quicker than a set for each sentence. */
class DistinctBuckets {
  readonly #marks = new Uint32Array(BUCKETS)
  #buckets: number[] = []
  #round = 0

  begin(): void {
    this.#round += 1
    this.#buckets = []
  }

  add(bucket: number): void {
    if (this.#marks[bucket] === this.#round) return
    this.#marks[bucket] = this.#round
    this.#buckets.push(bucket)
  }

  all(): readonly number[] {
    return this.#buckets
  }
}

const distinct = new DistinctBuckets()

/** Hashes of the words (letters a to z), numbers (all as one) and signs of money in a sentence in lower case. */
function tokenHashes(sentence: string, most: number): number[] {
  const hashes: number[] = []
  for (let at = 0; at < sentence.length && hashes.length < most; at += 1) {
    let code = sentence.charCodeAt(at)
    if (isLetter(code)) {
      let hash = FNV_START
      const letters = at + LETTERS
      while (isLetter(code)) {
        if (at < letters) hash = Math.imul(hash ^ code, FNV_PRIME)
        at += 1
        code = sentence.charCodeAt(at)
      }
      at -= 1
      hashes.push(hash >>> 0)
    } else if (isDigit(code)) {
      while (isDigit(sentence.charCodeAt(at + 1))) at += 1
      hashes.push(NUMBER)
    } else if (SIGNS.includes(code)) hashes.push(Math.imul(FNV_START ^ code, FNV_PRIME) >>> 0)
  }
  return hashes
}

const FNV_START = 0x811c9dc5
const FNV_PRIME = 0x01000193
const NUMBER = 0x23
const SIGNS = [...'$%£€'].map(sign => sign.charCodeAt(0))
const isLetter = (code: number) => code >= 97 && code <= 122
const isDigit = (code: number) => code >= 48 && code <= 57
