import type { ClauseDecision } from '../../../shared/terms/recognise/clauses/clause-decision.ts'
import { CLAUSE_KINDS } from '../../../shared/terms/recognise/clauses/clause-kind.ts'
import {
  readModel,
  type StoredClauseModel,
  scoreSentence,
  storeWeights,
} from '../../../shared/terms/recognise/clauses/clause-model.ts'
import { sentenceFeatures } from '../../../shared/terms/recognise/clauses/sentence-features.ts'
import { CLAUSE_EXAMPLES } from './examples/clause-examples.ts'
import { filerHash, type GoldContract } from './gold.ts'
import type { Prepared } from './prepared-example.ts'
import { trainDecisions } from './train-decisions.ts'
import { trainHidden } from './train-hidden.ts'
import { trainWeights } from './train-weights.ts'
import { commonBuckets, type Labelled, trainingRows } from './training-rows.ts'

/** Number of folds; all contracts of a filer are in one. */
export const FOLDS = 6
export const foldOf = ({ filer }: GoldContract): number => Math.floor(filerHash(filer) / 7) % FOLDS

/** Weights nearer to 0 are left out: they make the file large and the figures no better. */
const SMALLEST = 0.12

/** The net knows a word that so many contracts have: each costs a byte per unit, and rare ones teach it little. */
const LEAST_IN_NET = 8

type Weights = Pick<StoredClauseModel, 'biases' | 'scale' | 'entries' | 'hidden'>

/**
 * Trains models on these contracts: on all, or on all but those of one fold, from which that model then has learnt nothing. Its
 * decisions are trained on contracts scored by weights that saw neither that fold nor the contract's own.
 */
export class ClauseTrainer {
  readonly #examples: readonly Prepared[]
  readonly #known = new Map<string, Weights>()

  constructor(examples: readonly Prepared[]) {
    this.#examples = examples
  }

  model(without: number | null = null): StoredClauseModel {
    const outer = without === null ? [] : [without]
    const scored = Array.from({ length: FOLDS }, (_, fold) => fold).flatMap(fold => {
      if (fold === without) return []
      const model = readModel({ ...this.#weights([...outer, fold]), presence: UNDECIDED, span: UNDECIDED })
      return this.#examples.flatMap(example =>
        foldOf(example.contract) === fold
          ? [{ example, scores: example.features.map(features => scoreSentence(model, features)) }]
          : [],
      )
    })
    return { ...this.#weights(outer), ...trainDecisions(scored) }
  }

  /** The same for the same folds, in whatever order they are named. */
  #weights(without: readonly number[]): Weights {
    const key = without.toSorted().join()
    const trained = this.#known.get(key)
    if (trained) return trained
    const chosen = [
      ...this.#examples.filter(({ contract }) => !without.includes(foldOf(contract))),
      ...OWN_EXAMPLES,
    ]
    const known = commonBuckets(chosen)
    const rows = trainingRows(chosen, known, 6)
    const { buckets, biases } = trainWeights(rows, known)
    const common = commonBuckets(chosen, LEAST_IN_NET)
    const hidden = trainHidden(trainingRows(chosen, common, 3), common)
    const made = { biases, ...storeWeights(buckets, SMALLEST), hidden }
    this.#known.set(key, made)
    return made
  }
}

/** What we wrote ourselves takes part in every training, and in no test. */
const OWN_EXAMPLES: readonly Labelled[] = CLAUSE_EXAMPLES.map(({ sentence, kinds }) => ({
  features: [sentenceFeatures(sentence, '')],
  labels: [kinds.map(kind => CLAUSE_KINDS.indexOf(kind))],
}))

const UNDECIDED: ClauseDecision = { shared: [], offsets: [], slopes: [], threshold: 0.5 }
