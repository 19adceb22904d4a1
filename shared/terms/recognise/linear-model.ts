/**
 * A linear model as it is stored: weights in hundredths, and their buckets in order, each as the step from the one before, each list in
 * one string.
 */
export interface StoredLinearModel {
  readonly bias: number
  readonly buckets: string
  readonly weights: string
}

/** A linear model over hashed features, read in when it is first asked. */
export class LinearModel {
  readonly #stored: StoredLinearModel
  readonly #buckets: number
  #weights: Float32Array | undefined

  /** `buckets`: how many there are, as when it was trained. */
  constructor(stored: StoredLinearModel, buckets: number) {
    this.#stored = stored
    this.#buckets = buckets
  }

  /** The score of something without any feature, as log odds. */
  get bias(): number {
    return this.#stored.bias / 100
  }

  /** What features add to the score. */
  scoreOf(features: readonly number[]): number {
    this.#weights ??= this.#unpacked()
    let sum = 0
    for (const bucket of features) sum += this.#weights[bucket] ?? 0
    return sum / 100
  }

  #unpacked(): Float32Array {
    const all = new Float32Array(this.#buckets)
    const values = this.#stored.weights.split(' ')
    let bucket = 0
    for (const [index, step] of this.#stored.buckets.split(' ').entries()) {
      bucket += Number(step)
      all[bucket] = Number(values[index])
    }
    return all
  }
}
