import { CLAUSE_KINDS } from '../../../shared/terms/recognise/clauses/clause-kind.ts'
import {
  type SentenceFeatures,
  sentenceFeatures,
} from '../../../shared/terms/recognise/clauses/sentence-features.ts'
import { plainText } from '../../../shared/terms/recognise/text/plain-text.ts'
import { type Stretch, sentencesOf } from '../../../shared/terms/recognise/text/sentences.ts'
import type { GoldContract } from './gold.ts'

/** A contract made ready for training: the features of its sentences and the kinds each sentence belongs to. */
export interface Prepared {
  readonly contract: GoldContract
  readonly sentences: readonly Stretch[]
  readonly features: readonly SentenceFeatures[]
  readonly labels: readonly (readonly number[])[]
}

/** A contract with the log-odds of every sentence, told by a model that never saw its filer. */
export interface Scored {
  readonly example: Prepared
  readonly scores: readonly (readonly number[])[]
}

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
  return { contract, sentences, features, labels }

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
