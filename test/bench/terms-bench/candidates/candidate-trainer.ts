import type { CandidateModels } from '../../../../shared/terms/recognise/facts/candidates/likeliest.ts'
import { readCandidateModels } from '../../../../shared/terms/recognise/facts/candidates/shipped-candidate-models.ts'
import { filerHash, type GoldContract } from '../gold.ts'
import { ownTrainingSet } from '../own/own-agreements.ts'
import { type CandidateExample, candidateExample, trainCandidates } from './train-candidates.ts'

const FOLDS = 5
const foldOf = ({ filer }: GoldContract) => Math.floor(filerHash(filer) / 13) % FOLDS

/** Models of dates and lengths of time that saw no agreement of a filer, trained on the rest and on our own agreements. */
export class CandidateTrainer {
  readonly #examples: readonly CandidateExample[]
  readonly #models = new Map<number, CandidateModels>()

  constructor(contracts: readonly GoldContract[]) {
    const known = new Map([...ownTrainingSet(), ...contracts].map(one => [one.id, one]))
    this.#examples = [...known.values()].map(candidateExample)
  }

  modelsWithout(contract: GoldContract): CandidateModels {
    const fold = foldOf(contract)
    const known = this.#models.get(fold)
    if (known) return known
    const rest = this.#examples.filter(example => foldOf(example.contract) !== fold)
    const models = readCandidateModels(trainCandidates(rest))
    this.#models.set(fold, models)
    return models
  }
}
