const FIRST = 0.9
const SECOND = 0.999

/**
 * Numbers that are learnt by Adam (Kingma and Ba, 2015): gradients are added, then a step moves the numbers. A step by rows moves
 * only rows that something was added to.
 */
export class Adam {
  readonly values: Float32Array
  readonly #gradient: Float32Array
  readonly #mean: Float32Array
  readonly #square: Float32Array
  readonly #touched = new Set<number>()
  #steps = 0

  constructor(count: number, start: () => number) {
    this.values = Float32Array.from({ length: count }, start)
    this.#gradient = new Float32Array(count)
    this.#mean = new Float32Array(count)
    this.#square = new Float32Array(count)
  }

  add(index: number, gradient: number): void {
    this.#gradient[index] = (this.#gradient[index] ?? 0) + gradient
  }

  addRow(row: number, gradient: Float32Array, times: number): void {
    this.#touched.add(row)
    const from = row * gradient.length
    for (let index = 0; index < gradient.length; index += 1)
      this.#gradient[from + index] = (this.#gradient[from + index] ?? 0) + times * (gradient[index] ?? 0)
  }

  step(rate: number): void {
    this.#steps += 1
    this.#move(0, this.values.length, rate)
  }

  stepRows(rate: number, size: number): void {
    this.#steps += 1
    for (const row of this.#touched) this.#move(row * size, (row + 1) * size, rate)
    this.#touched.clear()
  }

  #move(from: number, to: number, rate: number): void {
    const mean = 1 - FIRST ** this.#steps
    const square = 1 - SECOND ** this.#steps
    for (let index = from; index < to; index += 1) {
      const gradient = this.#gradient[index] ?? 0
      const first = FIRST * (this.#mean[index] ?? 0) + (1 - FIRST) * gradient
      const second = SECOND * (this.#square[index] ?? 0) + (1 - SECOND) * gradient * gradient
      this.#mean[index] = first
      this.#square[index] = second
      this.values[index] =
        (this.values[index] ?? 0) - (rate * (first / mean)) / (Math.sqrt(second / square) + 1e-8)
      this.#gradient[index] = 0
    }
  }
}
