import { factContradictions } from '../contradictions.ts'
import type { FactTerm, Terms } from '../terms.ts'
import { type Problem, problem } from './problem.ts'

/** Facts that contradict each other or cannot be read, and reviews without a date. */
export function dateProblems(terms: Terms): readonly Problem[] {
  const facts = terms.facts.filter(fact => fact.state === 'confirmed')
  return [...contradictions(facts), ...facts.flatMap(unreadable), ...terms.reviews.flatMap(undated)]
}

function contradictions(facts: readonly FactTerm[]): readonly Problem[] {
  return factContradictions(facts).map(({ kind, message, advice, places }) =>
    problem(kind, places.at(-1)?.blockId ?? null, { severity: 'error', topic: 'dates', message, advice }),
  )
}

function unreadable(fact: FactTerm): readonly Problem[] {
  if (fact.value.kind !== 'unreadable') return []
  return [
    problem('unreadable-fact', `${fact.blockId}:${fact.start}`, {
      severity: 'warning',
      topic: 'dates',
      message: `“${fact.text.slice(0, 60)}” is marked as a term, but its value cannot be read.`,
      advice: 'Write it in another way (1 April 2027, 30 days, EUR 48,000), or take the mark off.',
    }),
  ].map(found => ({ ...found, blockId: fact.blockId }))
}

function undated({ id, nextOn, cadence }: Terms['reviews'][number]): readonly Problem[] {
  if (nextOn || cadence) return []
  return [
    problem('review-date', id, {
      severity: 'error',
      topic: 'dates',
      message: 'A review has no date.',
      advice: 'Say when it takes place next, or how often.',
    }),
  ]
}
