import type { LinearModel } from '../../linear-model.ts'
import type { Candidate, CandidateField } from './candidate.ts'

/** The model of each field. */
export type CandidateModels = Readonly<Record<CandidateField, LinearModel>>

/** The candidate that most likely states a field, and the chance that its value is what the text states. */
export interface Likeliest {
  readonly candidate: Candidate
  readonly chance: number
}

/**
 * The likeliest candidate of a field: the candidates and that none of them states it share the chance out (softmax), and mentions
 * of one value add up. Null where there is no candidate.
 */
export function likeliest(
  candidates: readonly Candidate[],
  field: CandidateField,
  model: LinearModel,
): Likeliest | null {
  const fit = candidates.filter(
    ({ value, isEnd }) =>
      (value.kind === 'date') === /date|expiry/.test(field) && (!isEnd || field === 'expiry'),
  )
  const scores = fit.map(({ features }) => model.bias + model.scoreOf(features))
  const highest = Math.max(0, ...scores)
  const shares = scores.map(score => Math.exp(score - highest))
  const all = Math.exp(-highest) + shares.reduce((sum, share) => sum + share, 0)
  const byValue = new Map<string, { at: number; share: number }>()
  for (const [at, share] of shares.entries()) {
    const key = stated(fit[at])
    const same = byValue.get(key)
    const best = same && (shares[same.at] ?? 0) >= share ? same.at : at
    byValue.set(key, { at: best, share: share + (same?.share ?? 0) })
  }
  let first: { at: number; share: number } | null = null
  for (const one of byValue.values()) if (!first || one.share > first.share) first = one
  const candidate = first ? fit[first.at] : undefined
  return first && candidate ? { candidate, chance: first.share / all } : null
}

const stated = (candidate: Candidate | undefined): string =>
  candidate === undefined
    ? ''
    : candidate.value.kind === 'date'
      ? candidate.value.date
      : candidate.value.duration
