/** Reads one sentence, with the one before it if it takes that; what it gives depends on its arguments alone. */
export type SentenceReader<T> = (sentence: string, before: string) => T

/**
 * What was read of the sentences of a text last time, so that a text that changed in one place is read again in that place only.
 * Sentences that were in neither of the last two texts are forgotten.
 */
export class SentenceMemory {
  #last = new Map<unknown, Map<string, unknown>>()
  #current = new Map<unknown, Map<string, unknown>>()

  /** To be called before each text. */
  begin(): void {
    this.#last = this.#current
    this.#current = new Map()
  }

  recall<T>(read: SentenceReader<T>, sentence: string, before: string): T {
    const key = read.length > 1 ? `${sentence}\n${before}` : sentence
    const known = this.#of(this.#current, read)
    if (known.has(key)) return known.get(key) as T
    const last = this.#last.get(read)
    const result = last?.has(key) ? (last.get(key) as T) : read(sentence, before)
    known.set(key, result)
    return result
  }

  #of(memory: Map<unknown, Map<string, unknown>>, reader: unknown): Map<string, unknown> {
    const known = memory.get(reader)
    if (known) return known
    const made = new Map<string, unknown>()
    memory.set(reader, made)
    return made
  }
}
