const PERCENT = 37

/** Finds which groups have one of their stems at the start of a word, in one pass: cheaper than to search for each of them. */
export class StemIndex {
  /** Used again for each sentence: to make one takes longer than to clear it. */
  readonly #about: Uint8Array
  /** Stems by their first three letters. */
  readonly #stems = new Map<number, { readonly stem: string; readonly group: number }[]>()

  /** The stems of each group, in lower case, of three letters or more, or `%`. */
  constructor(groups: readonly (readonly string[])[]) {
    this.#about = new Uint8Array(groups.length)
    for (const [group, stems] of groups.entries())
      for (const stem of stems) {
        const key = startAt(stem, 0)
        this.#stems.set(key, [...(this.#stems.get(key) ?? []), { stem, group }])
      }
  }

  /** For a sentence in lower case: 1 for each group that has a stem in it. It holds until the next sentence is asked for. */
  groupsIn(sentence: string): Uint8Array {
    const about = this.#about.fill(0)
    let inWord = false
    for (let at = 0; at < sentence.length; at += 1) {
      const code = sentence.charCodeAt(at)
      const letter = code >= 97 && code <= 122
      if ((letter && !inWord) || code === PERCENT)
        for (const { stem, group } of this.#stems.get(startAt(sentence, at)) ?? [])
          if (sentence.startsWith(stem, at)) about[group] = 1
      inWord = letter
    }
    return about
  }
}

function startAt(text: string, at: number): number {
  if (text.charCodeAt(at) === PERCENT) return PERCENT
  return (text.charCodeAt(at) << 16) | (text.charCodeAt(at + 1) << 8) | text.charCodeAt(at + 2)
}
