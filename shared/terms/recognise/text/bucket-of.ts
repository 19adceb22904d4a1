/** The bucket of a hash among so many, a power of two: all bits of the hash have a say. */
export function bucketOf(hash: number, buckets: number): number {
  let mixed = hash ^ (hash >>> 15)
  mixed = Math.imul(mixed, 0x2c1b3c6d)
  mixed ^= mixed >>> 13
  return mixed & (buckets - 1)
}

/** The distinct buckets of features that are told apart by their names. */
export function bucketsOf(features: Iterable<string>, buckets: number): number[] {
  const found = new FeatureBuckets(buckets)
  for (const feature of features) found.add(feature)
  return found.all()
}

/** Collects the buckets of features, each once. A feature of a slot is named `slot:word`, without the string being made. */
export class FeatureBuckets {
  readonly #buckets: number
  readonly #found = new Set<number>()

  constructor(buckets: number) {
    this.#buckets = buckets
  }

  add(feature: string): void {
    this.#found.add(bucketOf(hashed(START, feature), this.#buckets))
  }

  /** One feature for each word. */
  addAll(slot: string, words: readonly string[], most = words.length): void {
    const begun = hashed(hashed(START, slot), ':')
    const end = Math.min(most, words.length)
    for (let at = 0; at < end; at += 1)
      this.#found.add(bucketOf(hashed(begun, words[at] ?? ''), this.#buckets))
  }

  /** The same for the words at each place, so many of them: `slot0`, `slot1`. */
  addEach(slot: string, words: readonly string[], most: number): void {
    for (let at = 0; at < Math.min(most, words.length); at += 1)
      this.addAll(`${slot}${at}`, [words[at] ?? ''])
  }

  // Typed arrays as short as these take ten times as long to make.
  all(): number[] {
    return [...this.#found]
  }
}

const START = 0x811c9dc5

/** FNV-1a. */
function hashed(start: number, text: string): number {
  let hash = start
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}
