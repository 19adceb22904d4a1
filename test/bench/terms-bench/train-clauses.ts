import { CLAUSE_KINDS } from '../../../shared/terms/recognise/clauses/clause-kind.ts'
import {
  type ClauseModel,
  type ClauseThreshold,
  readModel,
  type StoredClauseModel,
  scoreSentence,
  storeModel,
} from '../../../shared/terms/recognise/clauses/clause-model.ts'
import { BUCKETS, sentenceFeatures } from '../../../shared/terms/recognise/clauses/sentence-features.ts'
import { plainText } from '../../../shared/terms/recognise/text/plain-text.ts'
import { sentencesOf } from '../../../shared/terms/recognise/text/sentences.ts'
import { filerHash, type GoldContract } from './gold.ts'
import type { Prepared, Scored } from './prepared-example.ts'
import { bestThresholds } from './thresholds.ts'

const KINDS = CLAUSE_KINDS.length
const EPOCHS = 8
const RATE = 0.5
const SMALLEST = 0.15

export function prepare(contract: GoldContract): Prepared {
  const { plain } = plainText(contract.text)
  const sentences = sentencesOf(plain)
  const texts = sentences.map(({ start, end }) => plain.slice(start, end))
  const features = texts.map((text, index) => sentenceFeatures(text, texts[index - 1] ?? ''))
  const flat = plain.replaceAll('\n', ' ')
  const labels: number[][] = sentences.map(() => [])
  for (const [kind, name] of CLAUSE_KINDS.entries()) {
    for (const span of contract.clauses[name] ?? []) {
      for (const part of span.split('<omitted>')) label(part, kind)
    }
  }
  return { contract, plain, sentences, features, labels }

  function label(part: string, kind: number) {
    const words = plainText(part).plain.replaceAll('\n', ' ').trim()
    if (words.length < 12) return
    const at = flat.indexOf(words)
    if (at < 0) return
    for (const [index, { start, end }] of sentences.entries()) {
      const shared = Math.min(end, at + words.length) - Math.max(start, at)
      // Half of the sentence or half of the label: a label may be a part of a sentence, and several sentences.
      if (shared * 2 >= Math.min(end - start, words.length) && shared > 10 && !labels[index]?.includes(kind))
        labels[index]?.push(kind)
    }
  }
}

/** Logistic regression per kind with AdaGrad steps; the same examples give the same weights. */
export function trainWeights(examples: readonly Prepared[]): { dense: Float32Array; biases: number[] } {
  const dense = new Float32Array(BUCKETS * KINDS)
  const squares = new Float32Array(BUCKETS * KINDS).fill(0.05)
  const biases = new Array<number>(KINDS).fill(-4)
  const all = examples.flatMap(({ features, labels }) =>
    features.map((buckets, index) => ({ buckets, labels: labels[index] ?? [] })),
  )
  const random = seeded(7)
  const scores = new Float64Array(KINDS)
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let left = all.length - 1; left > 0; left -= 1) {
      const other = Math.floor(random() * (left + 1))
      const [a, b] = [all[left], all[other]]
      if (a && b) [all[left], all[other]] = [b, a]
    }
    for (const { buckets, labels } of all) {
      const norm = 1 / Math.sqrt(Math.max(1, buckets.length))
      scores.fill(0)
      for (const bucket of buckets)
        for (let kind = 0; kind < KINDS; kind += 1)
          scores[kind] = (scores[kind] ?? 0) + (dense[bucket * KINDS + kind] ?? 0)
      for (let kind = 0; kind < KINDS; kind += 1) {
        const wanted = labels.includes(kind) ? 1 : 0
        const chance = 1 / (1 + Math.exp(-((scores[kind] ?? 0) * norm + (biases[kind] ?? 0))))
        const error = wanted - chance
        if (Math.abs(error) < 0.01) continue
        biases[kind] = (biases[kind] ?? 0) + 0.01 * error
        // A rare kind would drown in the sentences that are not of it.
        const gradient = error * norm * (wanted ? 4 : 1)
        for (const bucket of buckets) {
          const at = bucket * KINDS + kind
          squares[at] = (squares[at] ?? 0) + gradient * gradient
          dense[at] = (dense[at] ?? 0) + (RATE * gradient) / Math.sqrt(squares[at] ?? 1)
        }
      }
    }
  }
  return { dense, biases }
}

/** Number of inner folds over which the thresholds are set: each sentence is scored by a model that did not see its filer. */
const INNER_FOLDS = 4

/** A model with thresholds, trained on these contracts alone. */
export function trainModel(examples: readonly Prepared[]): StoredClauseModel {
  const scored = crossScores(examples, INNER_FOLDS)
  const { dense, biases } = trainWeights(examples)
  return storeModel(dense, biases, bestThresholds(scored), SMALLEST)
}

export function crossScores(examples: readonly Prepared[], folds: number): Scored[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap(fold => {
    const inFold = (example: Prepared) => Math.floor(filerHash(example.contract.filer) / 3) % folds === fold
    const { dense, biases } = trainWeights(examples.filter(example => !inFold(example)))
    const model = readModel(storeModel(dense, biases, noThresholds, SMALLEST))
    return examples.filter(inFold).map(example => ({ example, chances: chancesOf(model, example) }))
  })
}

export const chancesOf = (model: ClauseModel, example: Prepared): Float64Array[] =>
  example.features.map(buckets => scoreSentence(model, buckets))

const noThresholds: readonly ClauseThreshold[] = CLAUSE_KINDS.map(() => ({ presence: 0.5, span: 0.5 }))

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
