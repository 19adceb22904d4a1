import type { Finding, FindingKind, FindingValue } from './finding.ts'
import { type PlainText, plainText, sourceRange } from './text/plain-text.ts'
import { type Stretch, sentenceIndex, sentencesOf } from './text/sentences.ts'

/** A text made ready once for all recognisers. Their offsets are those of `plain`; `place` leads back to the text given. */
export interface Reading {
  readonly text: PlainText
  readonly plain: string
  readonly sentences: readonly Stretch[]
  /** The words of each sentence, by its index. */
  readonly words: readonly string[]
}

export function readText(source: string): Reading {
  const text = plainText(source)
  const sentences = sentencesOf(text.plain)
  return {
    text,
    plain: text.plain,
    sentences,
    words: sentences.map(({ start, end }) => text.plain.slice(start, end)),
  }
}

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
