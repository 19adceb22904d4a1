import type { Found } from '../../reading.ts'
import type { Candidate, CandidateField } from './candidate.ts'
import { type CandidateModels, likeliest, stated, toldByRules } from './likeliest.ts'

/**
 * The model is asked where no rule finds a field, or only one of less confidence than `below`, and heard from `chance` on. Where it
 * `knows` what the rules found it was trained with that as well, and is asked always.
 */
interface Policy {
  readonly below: number
  readonly chance: number
  readonly knows?: true
}

/** Where the two together read most of the labelled agreements rightly, each left out of what the model learnt from. */
export const POLICY: Readonly<Record<CandidateField, Policy>> = {
  'agreement-date': { below: 1, chance: 0.6, knows: true },
  'effective-date': { below: 0, chance: 0.7 },
  expiry: { below: 0, chance: 0.6 },
  'initial-term': { below: 0, chance: 0.8 },
  'renewal-term': { below: 0.9, chance: 0.7 },
  'renewal-notice': { below: 0, chance: 0.6 },
}

/** What a model that has learnt from labelled agreements says of fields that rules find nothing for, or nothing sure. */
export class SecondOpinion {
  readonly #candidates: () => readonly Candidate[]
  readonly #models: CandidateModels
  #known: readonly Candidate[] | undefined

  /** The candidates are read when a field is first asked for. */
  constructor(models: CandidateModels, candidates: () => readonly Candidate[]) {
    this.#models = models
    this.#candidates = candidates
  }

  /** What rules found, or what is likelier. `not` is a date that is something else. */
  on(field: CandidateField, found: readonly Found[], not?: string | null): readonly Found[] {
    const { below, chance, knows } = POLICY[field]
    if (found.some(({ confidence }) => confidence >= below)) return found
    this.#known ??= this.#candidates()
    const told = knows && toldByRules(found)
    const best = likeliest(this.#known, field, this.#models[field], told)
    if (!best || best.chance < chance) return found
    const { value, start, end } = best.candidate
    if (value.kind === 'date' && value.date === not) return found
    if (found[0] && stated(found[0]) === stated(best.candidate)) return found
    return [{ kind: field, value, start, end, confidence: CONFIDENCE * best.chance, rule: LEARNT }]
  }
}

/** A chance of one is not yet sureness: unseen forms are read wrongly more often than the model believes. */
const CONFIDENCE = 0.8
const LEARNT = 'worded as in other agreements'
