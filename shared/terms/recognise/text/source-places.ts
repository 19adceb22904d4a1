/**
 * Where in a source each character of a text made from it came from. Only the breaks are kept, at which the two stop running side by
 * side: a number per character would be four times the text, made anew for each.
 */
export class SourcePlaces {
  /** The first character of each stretch that runs alike in both, and its offset in the source. */
  readonly #starts: number[] = []
  readonly #sources: number[] = []
  #length = 0
  #next = -1

  /** The next character came from the offset `source`, behind that of the one before. */
  add(source: number): void {
    if (source !== this.#next) {
      this.#starts.push(this.#length)
      this.#sources.push(source)
    }
    this.#length += 1
    this.#next = source + 1
  }

  /** The offset of the character at `index`; null where there is none. */
  of(index: number): number | null {
    if (index < 0 || index >= this.#length) return null
    const stretch = lastUpTo(this.#starts, index)
    return (this.#sources[stretch] ?? 0) + index - (this.#starts[stretch] ?? 0)
  }

  /** The index of the first character that came from this offset or later, or of the end. */
  firstFrom(source: number): number {
    const stretch = lastUpTo(this.#sources, source)
    if (stretch < 0) return 0
    const into = source - (this.#sources[stretch] ?? 0)
    return Math.min((this.#starts[stretch] ?? 0) + into, this.#starts[stretch + 1] ?? this.#length)
  }
}

/** The index of the last of these rising numbers that is not above `limit`; -1 where all are. */
function lastUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [-1, numbers.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((numbers[middle] ?? 0) <= limit) low = middle
    else high = middle - 1
  }
  return low
}
