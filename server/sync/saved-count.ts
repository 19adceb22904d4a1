/**
 * How many of a connection's update-carrying messages, counted from its first, are durable: a prefix count, so that a client
 * may forget everything up to it. After a refused message it never passes that message.
 */
export class SavedCount {
  #received = 0
  #refused = Number.POSITIVE_INFINITY
  /** Numbers of the messages whose fate is open, in order. */
  readonly #open = new Set<number>()

  /** A message arrived; its number. */
  begin(): number {
    this.#open.add(++this.#received)
    return this.#received
  }

  /** The message is durable, or says nothing that is not. */
  durable(number: number): void {
    this.#open.delete(number)
  }

  refuse(number: number): void {
    this.#open.delete(number)
    this.#refused = Math.min(this.#refused, number)
  }

  get value(): number {
    const [firstOpen = this.#received + 1] = this.#open
    return Math.min(firstOpen, this.#refused) - 1
  }
}
