/** Reads one sentence, with the one before it if it takes that; what it gives depends on its arguments alone. */
export type SentenceReader<T> = (sentence: string, before: string) => T

/** What readers gave for one sentence, by the reader. */
export type Known = Map<unknown, unknown>

/**
 * What was read of the sentences of a text last time, so that a text that changed in one place is read again in that place only.
 * Sentences that were in neither of the last two texts are forgotten.
 */
export class SentenceMemory {
  #last = new Map<string, Known>()
  #current = new Map<string, Known>()

  /**
   * What is known of the sentences of a new text, in their order. A sentence is known by itself and the one before it, and looked up
   * once for all readers.
   */
  begin(sentences: readonly string[]): readonly Known[] {
    const next = new Map<string, Known>()
    const known = sentences.map((sentence, index) => {
      const key = `${sentence}\n${sentences[index - 1] ?? ''}`
      const one = next.get(key) ?? this.#current.get(key) ?? this.#last.get(key) ?? new Map()
      next.set(key, one)
      return one
    })
    this.#last = this.#current
    this.#current = next
    return known
  }
}

/** What a reader gives for a sentence: what is known, or what it reads now. */
export function recall<T>(
  known: Known | undefined,
  read: SentenceReader<T>,
  sentence: string,
  before: string,
): T {
  if (known?.has(read)) return known.get(read) as T
  const result = read(sentence, before)
  known?.set(read, result)
  return result
}
