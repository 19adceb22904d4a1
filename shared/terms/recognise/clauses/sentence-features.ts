import type { Stretch } from '../text/sentences.ts'
import { CLAUSE_CUES } from './clause-cues.ts'

/** Features fall into this many buckets; the weights are keyed by bucket. A power of two. */
export const BUCKETS = 1 << 18

const TOKEN = /[a-z]+|\d+|[$%£€]/g
/** So many tokens tell what a sentence is about; a bound on what a sentence costs. */
const MAX_TOKENS = 250
const PREVIOUS_TOKENS = 14

/** A turn of phrase says more than a word: it weighs as much as several features. */
const CUE_WEIGHT = 5
/** So much of a sentence is searched for turns of phrase. */
const CUE_LENGTH = 1200

const PAIR = 0x9e3779b1
const BEFORE = 0x85ebca6b

/**
 * The features of each sentence: its words, its pairs of neighbouring words, and the first words of the sentence before it,
 * where a heading or the start of a list stands. Numbers count as one word. Buckets are distinct within a sentence.
 */
export function sentenceFeatures(plain: string, sentences: readonly Stretch[]): Uint32Array[] {
  let before: number[] = []
  return sentences.map(({ start, end }) => {
    const sentence = plain.slice(start, end).toLowerCase()
    const tokens = tokenHashes(sentence)
    const buckets = new Set<number>()
    for (const [index, token] of tokens.entries()) {
      buckets.add(bucket(token))
      const next = tokens[index + 1]
      if (next !== undefined) buckets.add(bucket(Math.imul(token, PAIR) ^ next))
    }
    if (tokens.length > 4)
      for (const feature of cueFeatures(sentence.slice(0, CUE_LENGTH))) buckets.add(feature)
    for (const token of before) buckets.add(bucket(Math.imul(token ^ BEFORE, BEFORE)))
    before = tokens.slice(0, PREVIOUS_TOKENS)
    return Uint32Array.from(buckets)
  })
}

function tokenHashes(sentence: string): number[] {
  const hashes: number[] = []
  for (const [token] of sentence.matchAll(TOKEN)) {
    hashes.push(/^\d/.test(token) ? 0x23 : fnv1a(token))
    if (hashes.length >= MAX_TOKENS) break
  }
  return hashes
}

function cueFeatures(sentence: string): number[] {
  return CLAUSE_CUES.flatMap((cue, index) =>
    cue.test(sentence)
      ? Array.from({ length: CUE_WEIGHT }, (_, copy) =>
          bucket(Math.imul(index * CUE_WEIGHT + copy + 1, 0x1b873593)),
        )
      : [],
  )
}

function fnv1a(word: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index += 1)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

function bucket(hash: number): number {
  let mixed = hash ^ (hash >>> 15)
  mixed = Math.imul(mixed, 0x2c1b3c6d)
  mixed ^= mixed >>> 13
  return mixed & (BUCKETS - 1)
}
