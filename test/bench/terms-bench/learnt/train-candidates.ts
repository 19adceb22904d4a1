import {
  CANDIDATE_BUCKETS,
  CANDIDATE_FIELDS,
  type Candidate,
  type CandidateField,
  fits,
} from '../../../../shared/terms/recognise/facts/candidates/candidate.ts'
import { candidatesOf } from '../../../../shared/terms/recognise/facts/candidates/candidates-of.ts'
import { toldByRules } from '../../../../shared/terms/recognise/facts/candidates/likeliest.ts'
import { POLICY } from '../../../../shared/terms/recognise/facts/candidates/second-opinion.ts'
import type { StoredCandidateModels } from '../../../../shared/terms/recognise/facts/candidates/shipped-candidate-models.ts'
import { writesDayFirst } from '../../../../shared/terms/recognise/facts/dates/date-order.ts'
import { datesAndLengths } from '../../../../shared/terms/recognise/facts/dates-and-lengths.ts'
import type { StoredLinearModel } from '../../../../shared/terms/recognise/linear-model.ts'
import { type Found, readText } from '../../../../shared/terms/recognise/reading.ts'
import { shortDuration } from '../compare.ts'
import type { GoldContract } from '../gold.ts'
import { minimise } from '../minimise.ts'
import { commonBuckets, pulled, storedModel } from './linear-training.ts'

const LABELS: Readonly<Record<CandidateField, string>> = {
  'agreement-date': 'agreement_date',
  'effective-date': 'effective_date',
  expiry: 'expiration_date',
  'initial-term': 'initial_term',
  'renewal-term': 'renewal_term',
  'renewal-notice': 'renewal_notice',
}

/** How strongly weights are pulled to 0. */
const PULL = 0.15
const STEPS = 60
/** Features of fewer agreements than this are left out. */
const LEAST = 2

/** One agreement with its candidates and with what rules alone find in it. */
export interface CandidateExample {
  readonly contract: GoldContract
  readonly candidates: readonly Candidate[]
  readonly rules: readonly Found[]
}

export function candidateExample(contract: GoldContract): CandidateExample {
  const reading = readText(contract.text)
  return {
    contract,
    candidates: candidatesOf(reading, writesDayFirst(reading.plain)),
    rules: datesAndLengths(reading, null, false),
  }
}

/** The models of all fields, trained on these agreements. Same agreements, same models. */
export const trainCandidates = (examples: readonly CandidateExample[]): StoredCandidateModels =>
  Object.fromEntries(
    CANDIDATE_FIELDS.map(field => [field, trainField(examples, field)]),
  ) as StoredCandidateModels

/** One agreement as it is for one field: the features of each candidate, and whether it states the field. */
type Case = readonly { readonly features: readonly number[]; readonly wanted: boolean }[]

function trainField(examples: readonly CandidateExample[], field: CandidateField): StoredLinearModel {
  const cases = examples.flatMap(example => caseOf(example, field))
  const common = commonBuckets(
    cases.map(one => one.map(({ features }) => features)),
    LEAST,
  )
  const kept = cases.map(one =>
    one.map(({ features, wanted }) => ({ features: features.filter(bucket => common.has(bucket)), wanted })),
  )
  const start = new Float32Array(CANDIDATE_BUCKETS + 1)
  start[CANDIDATE_BUCKETS] = -3
  const found = minimise((point, gradient) => loss(kept, point, gradient), start, STEPS)
  return storedModel(found, CANDIDATE_BUCKETS)
}

/** None where the label tells nothing. */
function caseOf({ contract, candidates, rules }: CandidateExample, field: CandidateField): Case[] {
  const label = contract.fields[LABELS[field]]
  const values = label?.value ?? []
  if (!label || label.status === 'unknown' || values.some(value => value.includes('?'))) return []
  const fit = candidates.filter(one => fits(one, field))
  const told = POLICY[field].knows ? toldByRules(rules.filter(({ kind }) => kind === field)) : null
  return [
    fit.map(one => ({
      features: told ? [...one.features, ...told(one)] : one.features,
      wanted: values.includes(one.value.kind === 'date' ? one.value.date : shortDuration(one.value.duration)),
    })),
  ]
}

/** Minus the log of the chance that one of the right candidates is chosen, or none where none is right. */
function loss(cases: readonly Case[], point: Float32Array, gradient: Float32Array): number {
  let sum = pulled(point, gradient, CANDIDATE_BUCKETS, PULL)
  const bias = point[CANDIDATE_BUCKETS] ?? 0
  for (const one of cases) {
    const scores = one.map(({ features }) =>
      features.reduce((score, bucket) => score + (point[bucket] ?? 0), bias),
    )
    const highest = Math.max(0, ...scores)
    const shares = scores.map(score => Math.exp(score - highest))
    const none = Math.exp(-highest)
    const all = shares.reduce((total, share) => total + share, none)
    const right = shares.reduce((total, share, at) => total + (one[at]?.wanted ? share : 0), 0)
    const isStated = one.some(({ wanted }) => wanted)
    sum += Math.log(all) - Math.log(isStated ? Math.max(right, 1e-30) : none)
    for (const [at, { features, wanted }] of one.entries()) {
      const share = shares[at] ?? 0
      const slope = share / all - (isStated && wanted ? share / Math.max(right, 1e-30) : 0)
      if (slope === 0) continue
      for (const bucket of features) gradient[bucket] = (gradient[bucket] ?? 0) + slope
      gradient[CANDIDATE_BUCKETS] = (gradient[CANDIDATE_BUCKETS] ?? 0) + slope
    }
  }
  return sum
}
