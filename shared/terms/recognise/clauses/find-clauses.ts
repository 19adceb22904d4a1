import type { Found, Reading } from '../reading.ts'
import type { SentenceReader } from '../sentence-memory.ts'
import { chanceOf, LEAST, likeliestOf, presenceFigures, spanFigures } from './clause-decision.ts'
import { CLAUSE_KINDS, type ClauseKind } from './clause-kind.ts'
import { type ClauseModel, scoreSentence } from './clause-model.ts'
import { sentenceFeatures } from './sentence-features.ts'

/** A clause of a text, by the indices of the first and the last of the sentences that make it up. */
export interface ClauseSentences {
  readonly clause: ClauseKind
  readonly first: number
  readonly last: number
  /** As of a finding. */
  readonly confidence: number
}

export const findClauses = (reading: Reading, model: ClauseModel): Found[] =>
  clausesFound(reading, decide(reading.words, reading.each(scorer(model)), model))

/** As `findClauses`, from the sentences alone, so that it can be asked somewhere else. */
export function clausesOf(sentences: readonly string[], model: ClauseModel): ClauseSentences[] {
  const score = scorer(model)
  const scores = sentences.map((sentence, index) => score(sentence, sentences[index - 1] ?? ''))
  return decide(sentences, scores, model)
}

/** The clauses at their places in the text. */
export const clausesFound = ({ sentences }: Reading, clauses: readonly ClauseSentences[]): Found[] =>
  clauses.map(({ clause, first, last, confidence }) => ({
    kind: 'clause',
    value: { kind: 'clause', clause },
    start: sentences[first]?.start ?? 0,
    end: sentences[last]?.end ?? 0,
    confidence,
    rule: 'model of clauses',
  }))

/**
 * The sentences that make up each kind of clause, by the model. A kind is there when its likeliest sentences together make it
 * likely enough; then every sentence that is likely enough a part of it is one, and the likeliest always is.
 */
function decide(
  sentences: readonly string[],
  scores: readonly (readonly number[])[],
  model: ClauseModel,
): ClauseSentences[] {
  const likeliest = likeliestOf(scores)
  return CLAUSE_KINDS.flatMap((clause, kind) => {
    const most = likeliest[kind] ?? LEAST
    const presence = chanceOf(model.presence, kind, presenceFigures(scores, kind))
    if (presence < model.presence.threshold) return []
    const first = scores.findIndex(score => score[kind] === most)
    const chances = new Map<number, number>()
    for (const [index, { length }] of sentences.entries()) {
      if ((scores[index]?.[kind] ?? LEAST) <= LEAST && index !== first) continue
      const figures = spanFigures(scores, index, kind, { most, presence, length })
      const chance = chanceOf(model.span, kind, figures)
      if (chance >= model.span.threshold || index === first) chances.set(index, chance)
    }
    return stretchesOf(sentences, chances).map(stretch => ({ clause, ...stretch }))
  })
}

/** A sentence that goes on: it ends like an item of a list, or is a heading. */
const GOES_ON = /[;:,](?: and| or)?$/
const HEADING = 40

/** The sentences chosen, in order; one that goes on and the one it goes on with are one stretch. */
function stretchesOf(sentences: readonly string[], chances: ReadonlyMap<number, number>) {
  const stretches: { first: number; last: number; confidence: number }[] = []
  for (const [index, confidence] of chances) {
    const before = sentences[index - 1] ?? ''
    const last = stretches.at(-1)
    if (last && chances.has(index - 1) && (before.length < HEADING || GOES_ON.test(before))) {
      last.last = index
      last.confidence = Math.max(last.confidence, confidence)
    } else stretches.push({ first: index, last: index, confidence })
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
