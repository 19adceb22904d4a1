import { readCandidateModels } from '../../../../shared/terms/recognise/facts/candidates/shipped-candidate-models.ts'
import { NAME_BUCKETS } from '../../../../shared/terms/recognise/facts/parties/likely/name-features.ts'
import { LinearModel } from '../../../../shared/terms/recognise/linear-model.ts'
import type { RecogniseModels } from '../../../../shared/terms/recognise/recognise-text.ts'
import { filerHash, type GoldContract } from '../gold.ts'
import { ownTrainingSet } from '../own/own-agreements.ts'
import { candidateExample, trainCandidates } from './train-candidates.ts'
import { nameExample, trainNames } from './train-names.ts'

const FOLDS = 5
const foldOf = ({ filer }: GoldContract) => Math.floor(filerHash(filer) / 13) % FOLDS

/** The models of dates, lengths of time and names. */
export type LearntModels = Pick<RecogniseModels, 'candidates' | 'names'>

/** Models that saw no agreement of a filer, trained on the rest and on our own agreements. */
export class LearntTrainer {
  readonly #examples
  readonly #models = new Map<number, LearntModels>()

  constructor(contracts: readonly GoldContract[]) {
    const known = new Map([...ownTrainingSet(), ...contracts].map(one => [one.id, one]))
    this.#examples = [...known.values()].map(contract => ({
      fold: foldOf(contract),
      candidates: candidateExample(contract),
      names: nameExample(contract),
    }))
  }

  modelsWithout(contract: GoldContract): LearntModels {
    const fold = foldOf(contract)
    const known = this.#models.get(fold)
    if (known) return known
    const rest = this.#examples.filter(example => example.fold !== fold)
    const models = {
      candidates: readCandidateModels(trainCandidates(rest.map(({ candidates }) => candidates))),
      names: new LinearModel(trainNames(rest.map(({ names }) => names)), NAME_BUCKETS),
    }
    this.#models.set(fold, models)
    return models
  }
}
