import type { Found, Reading } from '../reading.ts'
import { CLAUSE_KINDS } from './clause-kind.ts'
import { type ClauseModel, scoreSentence } from './clause-model.ts'
import { sentenceFeatures } from './sentence-features.ts'

/**
 * The sentences that make up each kind of clause, by the model. A kind is there when its likeliest sentences together make it
 * likely enough; then every sentence above the lower bar is part of it, and the likeliest one always is.
 */
export function findClauses({ plain, sentences }: Reading, model: ClauseModel): Found[] {
  const chances = sentenceFeatures(plain, sentences).map(features => scoreSentence(model, features))
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

const LIKELIEST = 6

/** The chance that at least one of the likeliest sentences is of the kind, as if they told it independently. */
export function presenceOf(chances: readonly Float64Array[], kind: number): number {
  const likeliest = chances.map(chance => chance[kind] ?? 0).sort((a, b) => b - a)
  return 1 - likeliest.slice(0, LIKELIEST).reduce((none, chance) => none * (1 - chance), 1)
}
