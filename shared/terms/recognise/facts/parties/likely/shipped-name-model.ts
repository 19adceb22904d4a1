import { LinearModel } from '../../../linear-model.ts'
import { NAME_BUCKETS } from './name-features.ts'
import stored from './name-model.json' with { type: 'json' }

const model = new LinearModel(stored, NAME_BUCKETS)

/** The model of parties' names. Trained on agreements of our own and on CUAD v1, The Atticus Project, CC BY 4.0. */
export const shippedNameModel = (): LinearModel => model
