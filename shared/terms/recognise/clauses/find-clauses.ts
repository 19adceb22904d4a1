import type { Found, Reading } from '../reading.ts'
import { CLAUSE_KINDS } from './clause-kind.ts'
import { type ClauseModel, scoreSentence } from './clause-model.ts'
import { sentenceFeatures } from './sentence-features.ts'

/**
 * The sentences that make up each kind of clause, by the model. A kind is there when one sentence is likely enough; then every
 * sentence above the lower bar is part of it, and the likeliest one always is.
 */
export function findClauses({ plain, sentences }: Reading, model: ClauseModel): Found[] {
  const chances = sentenceFeatures(plain, sentences).map(features => scoreSentence(model, features))
  return CLAUSE_KINDS.flatMap((clause, kind) => {
    const threshold = model.thresholds[kind]
    const most = chances.reduce((most, chance) => Math.max(most, chance[kind] ?? 0), 0)
    if (!threshold || most < threshold.presence) return []
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
