import type { ClauseModel } from './clauses/clause-model.ts'
import { findClauses } from './clauses/find-clauses.ts'
import { shippedModel } from './clauses/shipped-model.ts'
import { agreementDate } from './facts/agreement-date.ts'
import { amounts } from './facts/amounts.ts'
import { clauseValues } from './facts/clause-values.ts'
import { disputes } from './facts/disputes.ts'
import { effectiveDate } from './facts/effective-date.ts'
import { governingLaw } from './facts/governing-law.ts'
import { kpis } from './facts/kpis.ts'
import { obligations } from './facts/obligations.ts'
import { parties } from './facts/parties.ts'
import { periodsOf } from './facts/periods-of.ts'
import { renewal } from './facts/renewal.ts'
import { initialTermAndExpiry } from './facts/term.ts'
import { title } from './facts/title.ts'
import type { Finding } from './finding.ts'
import { place, readText } from './reading.ts'

/** All that was found in a text, in the order of the text. */
export interface Recognition {
  readonly format: 'parley-recognition/1'
  readonly findings: readonly Finding[]
}

/**
 * What a text says, as far as the recognisers can tell. Total on any text and deterministic; the cost grows with the length of
 * the text. `model` tells clauses apart; without one no clause is found.
 */
export function recogniseWith(text: string, model: ClauseModel | null): Recognition {
  const reading = readText(text)
  const dated = agreementDate(reading)
  const effective = effectiveDate(reading, dated[0])
  const beginning = [...effective, ...dated][0]?.value
  const clauses = model ? findClauses(reading, model) : []
  const found = [
    ...title(reading),
    ...parties(reading),
    ...dated,
    ...effective,
    ...initialTermAndExpiry(reading, { date: beginning?.kind === 'date' ? beginning.date : null }),
    ...renewal(reading),
    ...governingLaw(reading),
    ...clauses,
    ...clauseValues(reading, clauses),
    ...amounts(reading),
    ...periodsOf(reading),
    ...disputes(reading),
    ...obligations(reading),
    ...kpis(reading),
  ]
  const findings = found.map(one => place(reading, one))
  return {
    format: 'parley-recognition/1',
    findings: findings.sort((a, b) => a.start - b.start || a.end - b.end),
  }
}

/** What a text says, with the model of clauses that is shipped. The first call reads the model (some ten milliseconds). */
export const recogniseText = (text: string): Recognition => recogniseWith(text, shippedModel())
