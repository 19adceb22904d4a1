import type { Finding, FindingKind, FindingValue } from './finding.ts'
import { recall, type SentenceMemory, type SentenceReader } from './sentence-memory.ts'
import { ownCopy } from './text/own-copy.ts'
import { type PlainText, plainText, sourceRange } from './text/plain-text.ts'
import { type Stretch, sentenceIndex, sentencesOf } from './text/sentences.ts'

/** A text made ready once for all recognisers. Their offsets are those of `plain`; `place` leads back to the text given. */
export interface Reading {
  readonly text: PlainText
  readonly plain: string
  readonly sentences: readonly Stretch[]
  /** The words of each sentence, by its index. */
  readonly words: readonly string[]
  /** What a reader that looks at one sentence at a time gives for each, by its index. Keep the reader: it is what is remembered by. */
  each<T>(read: SentenceReader<T>): readonly T[]
}

/** `memory` lets a text that was read before be read again in the sentences that changed only. */
export function readText(source: string, memory?: SentenceMemory): Reading {
  const text = plainText(source)
  const sentences = sentencesOf(text.plain)
  const words = sentences.map(({ start, end }) => ownCopy(text.plain.slice(start, end)))
  const known = memory?.begin(words)
  return {
    text,
    plain: text.plain,
    sentences,
    words,
    each<T>(read: SentenceReader<T>) {
      return words.map((sentence, index) => recall(known?.[index], read, sentence, words[index - 1] ?? ''))
    },
  }
}

/** What readers found at offsets of their sentences, at its place in the text. */
export const inText = ({ sentences }: Reading, found: readonly (readonly Found[])[]): Found[] =>
  found.flatMap((some, index) => {
    const offset = sentences[index]?.start ?? 0
    return some.map(one => ({ ...one, start: one.start + offset, end: one.end + offset }))
  })

/** Something found at a stretch of `plain`. */
export interface Found {
  readonly kind: FindingKind
  readonly value: FindingValue
  readonly start: number
  readonly end: number
  readonly confidence: number
  readonly rule: string
}

/** The finding with its place in the text as given. */
export function place(reading: Reading, found: Found): Finding {
  const range = sourceRange(reading.text, found.start, found.end)
  const sentence = reading.sentences[sentenceIndex(reading.sentences, found.start)] ?? found
  const around = sourceRange(
    reading.text,
    Math.min(sentence.start, found.start),
    Math.max(sentence.end, found.end),
  )
  return {
    kind: found.kind,
    value: found.value,
    text: reading.text.source.slice(range.start, range.end),
    start: range.start,
    end: range.end,
    sentence: around,
    confidence: found.confidence,
    rule: found.rule,
  }
}
