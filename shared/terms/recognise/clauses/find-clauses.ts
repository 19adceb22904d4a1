import type { Found, Reading } from '../reading.ts'
import type { SentenceReader } from '../sentence-memory.ts'
import { chanceOf, LEAST, likeliestOf, presenceFigures, spanFigures } from './clause-decision.ts'
import { CLAUSE_KINDS } from './clause-kind.ts'
import { type ClauseModel, scoreSentence } from './clause-model.ts'
import { sentenceFeatures } from './sentence-features.ts'

/**
 * The sentences that make up each kind of clause, by the model. A kind is there when its likeliest sentences together make it
 * likely enough; then every sentence that is likely enough a part of it is one, and the likeliest always is.
 */
export function findClauses(reading: Reading, model: ClauseModel): Found[] {
  const scores = reading.each(scorer(model))
  const likeliest = likeliestOf(scores)
  return CLAUSE_KINDS.flatMap((clause, kind) => {
    const most = likeliest[kind] ?? LEAST
    const presence = chanceOf(model.presence, kind, presenceFigures(scores, kind))
    if (presence < model.presence.threshold) return []
    const first = scores.findIndex(score => score[kind] === most)
    const chances = new Map<number, number>()
    for (const [index, { start, end }] of reading.sentences.entries()) {
      if ((scores[index]?.[kind] ?? LEAST) <= LEAST && index !== first) continue
      const figures = spanFigures(scores, index, kind, { most, presence, length: end - start })
      const chance = chanceOf(model.span, kind, figures)
      if (chance >= model.span.threshold || index === first) chances.set(index, chance)
    }
    return stretchesOf(reading, chances).map(stretch => ({
      kind: 'clause' as const,
      value: { kind: 'clause' as const, clause },
      ...stretch,
      rule: 'model of clauses',
    }))
  })
}

/** A sentence that goes on: it ends like an item of a list, or is a heading. */
const GOES_ON = /[;:,](?: and| or)?$/
const HEADING = 40

/** The sentences chosen, in order; one that goes on and the one it goes on with are one stretch. */
function stretchesOf({ sentences, words }: Reading, chances: ReadonlyMap<number, number>) {
  const stretches: { start: number; end: number; confidence: number }[] = []
  for (const [index, confidence] of chances) {
    const { start = 0, end = 0 } = sentences[index] ?? {}
    const before = words[index - 1] ?? ''
    const last = stretches.at(-1)
    if (last && chances.has(index - 1) && (before.length < HEADING || GOES_ON.test(before))) {
      last.end = end
      last.confidence = Math.max(last.confidence, confidence)
    } else stretches.push({ start, end, confidence })
  }
  return stretches
}

const scorers = new WeakMap<ClauseModel, SentenceReader<readonly number[]>>()

/** The same reader for the same model, so that what it read can be remembered. */
function scorer(model: ClauseModel): SentenceReader<readonly number[]> {
  const known = scorers.get(model)
  if (known) return known
  const made: SentenceReader<readonly number[]> = (sentence, before) =>
    scoreSentence(model, sentenceFeatures(sentence, before))
  scorers.set(model, made)
  return made
}
