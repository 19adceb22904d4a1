import type { ClauseModel } from './clauses/clause-model.ts'
import { clausesFound, findClauses } from './clauses/find-clauses.ts'
import { shippedModel } from './clauses/shipped-model.ts'
import { amounts } from './facts/amounts.ts'
import type { CandidateModels } from './facts/candidates/likeliest.ts'
import { shippedCandidateModels } from './facts/candidates/shipped-candidate-models.ts'
import { clauseValues, plainlyOf } from './facts/clause-values.ts'
import { datesAndLengths } from './facts/dates-and-lengths.ts'
import { disputes } from './facts/disputes.ts'
import { obligations } from './facts/duties/obligations.ts'
import { governingLaw, rivalLaws } from './facts/governing-law.ts'
import { figuresOf, kpis } from './facts/kpis/kpis.ts'
import { shippedNameModel } from './facts/parties/likely/shipped-name-model.ts'
import { parties } from './facts/parties/parties.ts'
import { periodsOf } from './facts/periods-of.ts'
import { title } from './facts/title/title.ts'
import type { Finding } from './finding.ts'
import type { LinearModel } from './linear-model.ts'
import { type Found, place, type Reading, readText } from './reading.ts'
import type { SentenceMemory } from './sentence-memory.ts'
import type { SentencesRead } from './sentences-read.ts'

/** All that was found in a text, in the order of the text. */
export interface Recognition {
  readonly format: 'parley-recognition/1'
  readonly findings: readonly Finding[]
}

/** `rivals`: where a text states one thing twice and differently, give both; else what it most likely means. */
export interface RecogniseOptions {
  readonly rivals?: boolean
}

/** What has been learnt from labelled agreements: without it no clause is found, and the rest by rules alone. */
export interface RecogniseModels {
  readonly clauses: ClauseModel | null
  /** Of dates and lengths of time. */
  readonly candidates: CandidateModels | null
  /** Of names that may be those of parties. */
  readonly names: LinearModel | null
}

type OtherModels = Omit<RecogniseModels, 'clauses'>

/** Rules alone. */
export const NO_MODELS: RecogniseModels = { clauses: null, candidates: null, names: null }

/**
 * What a text says, as far as the recognisers can tell. Total on any text and deterministic; the cost grows with the length of
 * the text. With a `memory` only what changed since is read anew.
 */
export function recogniseWith(
  text: string,
  models: RecogniseModels,
  memory?: SentenceMemory,
  { rivals = false }: RecogniseOptions = {},
): Recognition {
  const reading = readText(text, memory)
  const recognition = allBut(reading, models, rivals)
  return recognition({
    clauses: models.clauses ? findClauses(reading, models.clauses) : [],
    plain: reading.each(plainlyOf),
    figures: reading.each(figuresOf),
  })
}

/** Does what `readSentences` does while the caller is busy. */
export type SentencesElsewhere = (sentences: readonly string[]) => Promise<SentencesRead>

/** As `recogniseText`, with the sentences read elsewhere: asked for before all else is read, waited for after. */
export async function recogniseBeside(text: string, readSentences: SentencesElsewhere): Promise<Recognition> {
  const reading = readText(text)
  const elsewhere = readSentences(reading.words)
  const recognition = allBut(reading, otherShippedModels(), false)
  const { clauses, ...rest } = await elsewhere
  return recognition({ clauses: clausesFound(reading, clauses), ...rest })
}

type SentencesFound = Omit<SentencesRead, 'clauses'> & { readonly clauses: readonly Found[] }

/** Reads all that can be read before the sentences are; what it gives makes the whole with them. */
function allBut(
  reading: Reading,
  models: OtherModels,
  rivals: boolean,
): (sentences: SentencesFound) => Recognition {
  const law = governingLaw(reading)
  const named = parties(reading, models.names)
  const before = [
    ...title(reading, named),
    ...named,
    ...datesAndLengths(reading, models.candidates, rivals),
    ...(rivals ? rivalLaws(reading, law) : []),
    ...law,
  ]
  const after = [
    ...amounts(reading),
    ...periodsOf(reading),
    ...disputes(reading),
    ...obligations(reading, namesOf(named)),
  ]
  const measures = kpis(reading)
  return ({ clauses, plain, figures }) => {
    const values = clauseValues(reading, clauses, plain)
    const found = [...before, ...clauses, ...values, ...after, ...measures(figures)]
    const findings = found.map(one => place(reading, one))
    return {
      format: 'parley-recognition/1',
      findings: findings.sort((a, b) => a.start - b.start || a.end - b.end),
    }
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
): Recognition => recogniseWith(text, { clauses: shippedModel(), ...otherShippedModels() }, memory, options)

const otherShippedModels = (): OtherModels => ({
  candidates: shippedCandidateModels(),
  names: shippedNameModel(),
})
