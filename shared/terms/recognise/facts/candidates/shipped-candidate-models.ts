import { LinearModel, type StoredLinearModel } from '../../linear-model.ts'
import { CANDIDATE_BUCKETS, CANDIDATE_FIELDS, type CandidateField } from './candidate.ts'
import stored from './candidate-models.json' with { type: 'json' }
import type { CandidateModels } from './likeliest.ts'

/** The models as they are stored. */
export type StoredCandidateModels = Readonly<Record<CandidateField, StoredLinearModel>>

/** The models as they are asked. */
export const readCandidateModels = (models: StoredCandidateModels): CandidateModels =>
  Object.fromEntries(
    CANDIDATE_FIELDS.map(field => [field, new LinearModel(models[field], CANDIDATE_BUCKETS)]),
  ) as unknown as CandidateModels

/** Ids of the labelled agreements that the shipped models were trained on: they must not be judged by them. */
export const CANDIDATES_TRAINED_ON: readonly string[] = stored.trainedOn

let models: CandidateModels | undefined

/** The models of dates and lengths of time, read in once. Trained on agreements of our own and on CUAD v1, The Atticus Project, CC BY 4.0. */
export function shippedCandidateModels(): CandidateModels {
  models ??= readCandidateModels(stored.models)
  return models
}
