import { LinearModel } from '../../../linear-model.ts'
import { FIGURE_BUCKETS } from './figure-features.ts'
import stored from './figure-model.json' with { type: 'json' }

const model = new LinearModel(stored, FIGURE_BUCKETS)

/** The chance that the figure with these features is one that somebody wants to reach or keep to. */
export const figureChance = (features: readonly number[]): number =>
  1 / (1 + Math.exp(-model.bias - model.scoreOf(features)))
