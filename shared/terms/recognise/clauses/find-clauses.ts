import type { Found, Reading } from '../reading.ts'
import type { SentenceReader } from '../sentence-memory.ts'
import { CLAUSE_KINDS } from './clause-kind.ts'
import { type ClauseModel, scoreSentence } from './clause-model.ts'
import { sentenceFeatures } from './sentence-features.ts'

/**
 * The sentences that make up each kind of clause, by the model. A kind is there when its likeliest sentences together make it
 * likely enough; then every sentence above the lower bar is part of it, and the likeliest one always is.
 */
export function findClauses(reading: Reading, model: ClauseModel): Found[] {
  const { sentences } = reading
  const chances = reading.each(scorer(model))
  return CLAUSE_KINDS.flatMap((clause, kind) => {
    const threshold = model.thresholds[kind]
    const most = chances.reduce((most, chance) => Math.max(most, chance[kind] ?? 0), 0)
    if (!threshold || presenceOf(chances, kind) < threshold.presence) return []
    return sentences.flatMap(({ start, end }, index) => {
      const chance = chances[index]?.[kind] ?? 0
      if (chance < threshold.span && chance < most) return []
      return [
        {
          kind: 'clause' as const,
          value: { kind: 'clause' as const, clause },
          start,
          end,
          confidence: chance,
          rule: 'model of clauses',
        },
      ]
    })
  })
}

const scorers = new WeakMap<ClauseModel, SentenceReader<Float64Array>>()

/** The same reader for the same model, so that what it read can be remembered. */
function scorer(model: ClauseModel): SentenceReader<Float64Array> {
  const known = scorers.get(model)
  if (known) return known
  const made: SentenceReader<Float64Array> = (sentence, before) =>
    scoreSentence(model, sentenceFeatures(sentence, before))
  scorers.set(model, made)
  return made
}

const LIKELIEST = 6

/** The chance that at least one of the likeliest sentences is of the kind, as if they told it independently. */
export function presenceOf(chances: readonly Float64Array[], kind: number): number {
  const likeliest = new Float64Array(LIKELIEST)
  for (const sentence of chances) {
    const chance = sentence[kind] ?? 0
    if (chance <= (likeliest[0] ?? 0)) continue
    likeliest[0] = chance
    likeliest.sort()
  }
  return 1 - likeliest.reduce((none, chance) => none * (1 - chance), 1)
}
