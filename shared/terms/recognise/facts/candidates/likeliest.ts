import type { LinearModel } from '../../linear-model.ts'
import type { Found } from '../../reading.ts'
import { bucketsOf } from '../../text/bucket-of.ts'
import { CANDIDATE_BUCKETS, type Candidate, type CandidateField, fits } from './candidate.ts'

/** The model of each field. */
export type CandidateModels = Readonly<Record<CandidateField, LinearModel>>

/** The candidate that most likely states a field, and the chance that its value is what the text states. */
export interface Likeliest {
  readonly candidate: Candidate
  readonly chance: number
}

/** What else is known of a candidate, as features. */
export type Told = (candidate: Candidate) => readonly number[]

const nothingTold: Told = () => []

/** What rules found, as a feature of each candidate: whether it is what they found, and how sure they were. */
export function toldByRules(found: readonly Found[]): Told {
  const rule = found[0]
  const sure = rule ? Math.floor(rule.confidence * 20) : 'none'
  const same = bucketsOf(['rule', `rule:${sure}`, `rule:${rule?.rule}`], CANDIDATE_BUCKETS)
  const other = bucketsOf(['not the rule', `not the rule:${sure}`], CANDIDATE_BUCKETS)
  return ({ value }) => (rule && stated(rule) === stated({ value }) ? same : other)
}

/**
 * The likeliest candidate of a field: the candidates and that none of them states it share the chance out (softmax), and mentions
 * of one value add up. Null where there is no candidate.
 */
export function likeliest(
  candidates: readonly Candidate[],
  field: CandidateField,
  model: LinearModel,
  told: Told = nothingTold,
): Likeliest | null {
  const fit = candidates.filter(one => fits(one, field))
  const scores = fit.map(one => model.bias + model.scoreOf(one.features) + model.scoreOf(told(one)))
  const highest = scores.reduce((most, score) => Math.max(most, score), 0)
  const shares = scores.map(score => Math.exp(score - highest))
  const all = Math.exp(-highest) + shares.reduce((sum, share) => sum + share, 0)
  const byValue = new Map<string, { at: number; share: number }>()
  for (const [at, share] of shares.entries()) {
    const candidate = fit[at]
    const key = candidate ? stated(candidate) : ''
    const same = byValue.get(key)
    const best = same && (shares[same.at] ?? 0) >= share ? same.at : at
    byValue.set(key, { at: best, share: share + (same?.share ?? 0) })
  }
  let first: { at: number; share: number } | null = null
  for (const one of byValue.values()) if (!first || one.share > first.share) first = one
  const candidate = first ? fit[first.at] : undefined
  return first && candidate ? { candidate, chance: first.share / all } : null
}

/** What is stated, to be compared. */
export const stated = ({ value }: Pick<Found, 'value'>): string =>
  value.kind === 'date' ? value.date : value.kind === 'duration' ? value.duration : ''
