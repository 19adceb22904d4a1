import type { ClauseModel } from './clauses/clause-model.ts'
import { findClauses } from './clauses/find-clauses.ts'
import { shippedModel } from './clauses/shipped-model.ts'
import { amounts } from './facts/amounts.ts'
import { clauseValues } from './facts/clause-values.ts'
import { agreementDate } from './facts/dates/agreement-date.ts'
import { inOrderOf, writesDayFirst } from './facts/dates/date-order.ts'
import { effectiveDate, rivalEffectiveDates } from './facts/dates/effective-date.ts'
import { disputes } from './facts/disputes.ts'
import { obligations } from './facts/duties/obligations.ts'
import { governingLaw, rivalLaws } from './facts/governing-law.ts'
import { kpis } from './facts/kpis/kpis.ts'
import { parties } from './facts/parties/parties.ts'
import { periodsOf } from './facts/periods-of.ts'
import { renewal } from './facts/term/renewal.ts'
import { initialTermAndExpiry } from './facts/term/term.ts'
import { title } from './facts/title/title.ts'
import type { Finding } from './finding.ts'
import { type Found, place, readText } from './reading.ts'
import type { SentenceMemory } from './sentence-memory.ts'

/** All that was found in a text, in the order of the text. */
export interface Recognition {
  readonly format: 'parley-recognition/1'
  readonly findings: readonly Finding[]
}

/** `rivals`: where a text states one thing twice and differently, give both; else what it most likely means. */
export interface RecogniseOptions {
  readonly rivals?: boolean
}

/**
 * What a text says, as far as the recognisers can tell. Total on any text and deterministic; the cost grows with the length of
 * the text. `model` tells clauses apart; without one no clause is found. With a `memory` only what changed since is read anew.
 */
export function recogniseWith(
  text: string,
  model: ClauseModel | null,
  memory?: SentenceMemory,
  { rivals = false }: RecogniseOptions = {},
): Recognition {
  const reading = readText(text, memory)
  const isDayFirst = writesDayFirst(reading.plain)
  const inOrder = inOrderOf(reading, isDayFirst)
  const dated = agreementDate(reading).map(inOrder)
  const effective = effectiveDate(reading, dated[0]).map(inOrder)
  const beginning = [...effective, ...dated][0]?.value
  const law = governingLaw(reading)
  const named = parties(reading)
  const clauses = model ? findClauses(reading, model) : []
  const found = [
    ...title(reading, named),
    ...named,
    ...dated,
    ...effective,
    ...(rivals ? [...rivalEffectiveDates(reading, effective).map(inOrder), ...rivalLaws(reading, law)] : []),
    ...initialTermAndExpiry(reading, {
      date: beginning?.kind === 'date' ? beginning.date : null,
      isDayFirst,
    }).map(inOrder),
    ...renewal(reading),
    ...law,
    ...clauses,
    ...clauseValues(reading, clauses),
    ...amounts(reading),
    ...periodsOf(reading),
    ...disputes(reading),
    ...obligations(reading, namesOf(named)),
    ...kpis(reading),
  ]
  const findings = found.map(one => place(reading, one))
  return {
    format: 'parley-recognition/1',
    findings: findings.sort((a, b) => a.start - b.start || a.end - b.end),
  }
}

/** By which a text calls its parties. */
const namesOf = (parties: readonly Found[]): readonly string[] =>
  parties.flatMap(({ value }) => (value.kind === 'party' ? [value.name, ...value.shortNames] : []))

/** What a text says, with the model of clauses that is shipped. The first call reads the model (some ten milliseconds). */
export const recogniseText = (
  text: string,
  memory?: SentenceMemory,
  options?: RecogniseOptions,
): Recognition => recogniseWith(text, shippedModel(), memory, options)
