import type { TermKind } from '../../document/node-types.ts'
import { isDay, nextDay, periodOf, shiftDay } from '../dates/periods.ts'
import type { FactTerm, FactValue, Terms } from '../terms.ts'
import { dateInWords, durationInWords, factInWords } from '../words.ts'
import { type Problem, problem } from './problem.ts'

/** Facts of which an agreement can have only one. */
const SINGLE: Partial<Record<TermKind, string>> = {
  'effective-date': 'effective dates',
  expiry: 'expiry dates',
  'term-length': 'lengths of the term',
  'governing-law': 'governing laws',
  'liability-cap': 'liability caps',
}

/** Facts that contradict each other or cannot be read, and reviews without a date. */
export function dateProblems(terms: Terms): readonly Problem[] {
  const facts = terms.facts.filter(fact => fact.state === 'confirmed')
  return [
    ...contradictions(facts),
    ...wrongOrder(facts),
    ...wrongLength(facts),
    ...facts.flatMap(unreadable),
    ...terms.reviews.flatMap(undated),
  ]
}

const say = (value: FactValue): string => factInWords(value) ?? ''

function contradictions(facts: readonly FactTerm[]): readonly Problem[] {
  return Object.entries(SINGLE).flatMap(([kind, name]) => {
    const stated = facts.filter(fact => fact.kind === kind && fact.value.kind !== 'unreadable')
    const first = stated[0]
    return stated
      .filter(fact => first && say(fact.value) !== say(first.value))
      .map(fact =>
        problem('contradiction', fact.blockId, {
          severity: 'error',
          topic: 'dates',
          message: `The text states two ${name}: ${first ? say(first.value) : ''} and ${say(fact.value)}.`,
          advice: 'Correct one of them, or take the mark off the one that means something else.',
        }),
      )
  })
}

function wrongOrder(facts: readonly FactTerm[]): readonly Problem[] {
  const date = (kind: TermKind) =>
    facts
      .map(fact =>
        fact.kind === kind && fact.value.kind === 'date' ? { fact, date: fact.value.date } : null,
      )
      .find(Boolean)
  const [start, end] = [date('effective-date'), date('expiry')]
  if (!start || !end || start.date < end.date) return []
  return [
    problem('ends-before-start', end.fact.blockId, {
      severity: 'error',
      topic: 'dates',
      message: `The agreement expires on ${dateInWords(end.date)}, which is not after it takes effect on ${dateInWords(start.date)}.`,
      advice: 'Correct one of the dates.',
    }),
  ]
}

/** A term of three years from 1 April 2027 ends on 31 March 2030; some count the anniversary itself. */
function wrongLength(facts: readonly FactTerm[]): readonly Problem[] {
  const only = (kind: TermKind) => {
    const [first, ...others] = facts.filter(fact => fact.kind === kind)
    return first && others.every(fact => say(fact.value) === say(first.value)) ? first : null
  }
  const [start, length, end] = [only('effective-date'), only('term-length'), only('expiry')]
  if (start?.value.kind !== 'date' || length?.value.kind !== 'duration' || end?.value.kind !== 'date')
    return []
  const period = periodOf(length.value.duration)
  const anniversary = period && isDay(start.value.date) ? shiftDay(start.value.date, period, 1) : null
  if (anniversary === null || [anniversary, nextDay(anniversary, -1)].includes(end.value.date)) return []
  return [
    problem('term-and-expiry', end.blockId, {
      severity: 'error',
      topic: 'dates',
      message: `A term of ${durationInWords(length.value.duration)} from ${dateInWords(start.value.date)} does not end on ${dateInWords(end.value.date)}.`,
      advice: 'Correct the length of the term or one of the dates.',
    }),
  ]
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
