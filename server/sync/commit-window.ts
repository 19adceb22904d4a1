import type { SyncLimits } from './limits.ts'

/** Commits begin this many times as far apart as telling of one takes, within reason. */
const REST_AFTER_TELLING = 3
const LONGEST_REST_MS = 25

/**
 * Says when the next commit may begin. A commit costs its thread, its disk and two wake-ups, whatever is in it; so they keep a
 * distance, which is short while many wait for what gathers, and longer while few do: a hundred texts with two people each
 * would otherwise be committed key by key. What comes after a pause never waits. Where telling the readers takes long itself, as on
 * a busy machine or when hundreds come back at once, commits are rarer, so that there is time left for who is at the door.
 */
export class CommitWindow {
  readonly #limits: Pick<SyncLimits, 'commitWindowMs' | 'calmWindowMs' | 'manyReaders'>
  readonly #commit: () => void
  #startedAt = Number.NEGATIVE_INFINITY
  #readers = 0
  /** How long readers were told of the last two commits, in ms: one alone may have met a pause of the machine. */
  #told: readonly [before: number, last: number] = [0, 0]
  /** The commit that waits for the longer window. */
  #calm: NodeJS.Timeout | null = null

  constructor(
    limits: Pick<SyncLimits, 'commitWindowMs' | 'calmWindowMs' | 'manyReaders'>,
    commit: () => void,
  ) {
    this.#limits = limits
    this.#commit = commit
  }

  /** An update arrived that so many read. A commit that waits may have to wait less. */
  gather(readers: number): void {
    this.#readers += readers
    if (!this.#calm || !this.#isWanted) return
    clearTimeout(this.#calm)
    this.open()
  }

  /** Telling everybody of a commit took so many ms. */
  told(ms: number): void {
    this.#told = [this.#told[1], ms]
  }

  /** Commits as soon as it may be. Not to be called again before that has begun. */
  open(): void {
    this.#calm = null
    const { commitWindowMs, calmWindowMs } = this.#limits
    const window = this.#isWanted ? commitWindowMs : calmWindowMs
    const rest = Math.min(...this.#told.map(ms => ms * REST_AFTER_TELLING), LONGEST_REST_MS)
    const left = this.#startedAt + Math.max(window, rest) - performance.now()
    if (left <= 0) setImmediate(() => this.#begin())
    else if (this.#isWanted) setTimeout(() => this.#begin(), left)
    else this.#calm = setTimeout(() => this.#begin(), left)
  }

  get #isWanted(): boolean {
    return this.#readers >= this.#limits.manyReaders
  }

  #begin(): void {
    this.#calm = null
    this.#readers = 0
    this.#startedAt = performance.now()
    this.#commit()
  }
}
