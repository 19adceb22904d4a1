/**
 * How many of a connection's update-carrying messages, counted from its first, are durable: a prefix count, so that a client
 * may forget everything up to it. After a refused message it never passes that message.
 */
export class SavedCount {
  #received = 0
  #refused: number | null = null
  readonly #waiting: number[] = []

  /** A message that is recorded once it is durable; messages become durable in the order in which they came. */
  queue(): void {
    this.#waiting.push(++this.#received)
  }

  /** The first message that still waits is durable now. */
  durable(): void {
    this.#waiting.shift()
  }

  /** A message that needs no recording, because it says nothing new. */
  nothingNew(): void {
    this.#received++
  }

  refuse(): void {
    this.#refused ??= ++this.#received
  }

  get value(): number {
    const firstMissing = this.#waiting[0] ?? this.#received + 1
    return Math.min(firstMissing, this.#refused ?? firstMissing) - 1
  }
}
