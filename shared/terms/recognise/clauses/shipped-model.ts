import { type ClauseModel, readModel } from './clause-model.ts'
import stored from './shipped-model.json' with { type: 'json' }

/** Ids of the labelled contracts that the shipped model was trained on: it must not be judged by them. */
export const TRAINED_ON: readonly string[] = stored.trainedOn

let model: ClauseModel | undefined

/** The model of clauses, read once. Trained on CUAD v1, The Atticus Project, CC BY 4.0; the file names it too. */
export function shippedModel(): ClauseModel {
  model ??= readModel(stored)
  return model
}
