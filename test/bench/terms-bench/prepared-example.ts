import type { Stretch } from '../../../shared/terms/recognise/text/sentences.ts'
import type { GoldContract } from './gold.ts'

/** A contract made ready for training: the features of its sentences and the kinds each sentence belongs to. */
export interface Prepared {
  readonly contract: GoldContract
  readonly plain: string
  readonly sentences: readonly Stretch[]
  readonly features: readonly Uint32Array[]
  readonly labels: readonly (readonly number[])[]
}

/** A contract with the chance of every sentence, told by a model that never saw its filer. */
export interface Scored {
  readonly example: Prepared
  readonly chances: readonly Float64Array[]
}
