import type { TermKind } from '../document/node-types.ts'
import { isDay, nextDay, periodOf, shiftDay } from './dates/periods.ts'
import { compareDecimals } from './decimal.ts'
import type { FactTerm, FactValue, ShareTableTerm } from './terms.ts'
import { dateInWords, durationInWords, factInWords, SHARE_BASIS_WORDS } from './words.ts'

/** A place that takes part in a contradiction: a fact, or a whole block. */
export interface ContradictionPlace {
  readonly blockId: string
  /** What it states, in few words. */
  readonly words: string
  readonly fact: FactTerm | null
}

/** Two or more places of a text that cannot all be right. The last place is the one to look at first. */
export interface Contradiction {
  readonly kind: 'contradiction' | 'ends-before-start' | 'term-and-expiry' | 'shares-over'
  readonly message: string
  readonly advice: string
  readonly places: readonly ContradictionPlace[]
}

/** Facts of which an agreement can have only one. */
const SINGLE: Partial<Record<TermKind, string>> = {
  'effective-date': 'effective dates',
  expiry: 'expiry dates',
  'term-length': 'lengths of the term',
  'governing-law': 'governing laws',
  'liability-cap': 'liability caps',
}

/** Facts that contradict each other, in the order in which they are found. Unreadable facts contradict nothing. */
export const factContradictions = (facts: readonly FactTerm[]): readonly Contradiction[] => [
  ...twice(facts),
  ...wrongOrder(facts),
  ...wrongLength(facts),
]

/** Share tables that give away more than there is; `nameOf` gives the name of a party by its id. */
export const shareContradictions = (
  tables: readonly ShareTableTerm[],
  nameOf: (partyId: string) => string,
): readonly Contradiction[] =>
  tables.flatMap(({ id, basis, rows, percentSum }) => {
    if (percentSum === null || compareDecimals(percentSum, '100') !== 1) return []
    const name = basis ? SHARE_BASIS_WORDS[basis] : 'Shares'
    return [
      {
        kind: 'shares-over',
        message: `${name} add up to ${percentSum} %, which is more than there is.`,
        advice: 'Correct one of the shares.',
        places: rows.flatMap(({ partyId, percent }) =>
          percent === null
            ? []
            : [
                {
                  blockId: id,
                  words: `${partyId ? nameOf(partyId) : 'Nobody yet'}: ${percent} %`,
                  fact: null,
                },
              ],
        ),
      },
    ]
  })

const say = (value: FactValue): string => factInWords(value) ?? ''

const placeOf = (fact: FactTerm): ContradictionPlace => ({
  blockId: fact.blockId,
  words: say(fact.value),
  fact,
})

function twice(facts: readonly FactTerm[]): readonly Contradiction[] {
  return Object.entries(SINGLE).flatMap(([kind, name]) => {
    const [first, ...others] = facts.filter(fact => fact.kind === kind && fact.value.kind !== 'unreadable')
    if (!first) return []
    return others
      .filter(fact => fact.value.kind === first.value.kind && say(fact.value) !== say(first.value))
      .map(fact => ({
        kind: 'contradiction' as const,
        message: `The text states two ${name}: ${say(first.value)} and ${say(fact.value)}.`,
        advice: 'Correct one of them, or take the mark off the one that means something else.',
        places: [placeOf(first), placeOf(fact)],
      }))
  })
}

function wrongOrder(facts: readonly FactTerm[]): readonly Contradiction[] {
  const first = (kind: TermKind) => facts.find(fact => fact.kind === kind && fact.value.kind === 'date')
  const [start, end] = [first('effective-date'), first('expiry')]
  if (start?.value.kind !== 'date' || end?.value.kind !== 'date' || start.value.date < end.value.date)
    return []
  return [
    {
      kind: 'ends-before-start',
      message: `The agreement expires on ${dateInWords(end.value.date)}, which is not after it takes effect on ${dateInWords(start.value.date)}.`,
      advice: 'Correct one of the dates.',
      places: [placeOf(start), placeOf(end)],
    },
  ]
}

/** A term of three years from 1 April 2027 ends on 31 March 2030; some count the anniversary itself. */
function wrongLength(facts: readonly FactTerm[]): readonly Contradiction[] {
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
    {
      kind: 'term-and-expiry',
      message: `A term of ${durationInWords(length.value.duration)} from ${dateInWords(start.value.date)} does not end on ${dateInWords(end.value.date)}.`,
      advice: 'Correct the length of the term or one of the dates.',
      places: [placeOf(start), placeOf(length), placeOf(end)],
    },
  ]
}
