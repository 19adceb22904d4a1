import type { AuthoredUpdate } from '../bus/bus.ts'
import type { RecordEntry, RecordHead } from '../store/record-store.ts'
import { encodeUpdate } from './codec.ts'
import type { ArrivedUpdate, QueuedUpdate } from './committer.ts'
import { shapeOf } from './room-state.ts'

/** An entry of the record as it is handed on when nobody here waits for it. */
export const arrivedUpdate = ({ update, authorId }: AuthoredUpdate): ArrivedUpdate => ({
  update,
  authorId,
  frame: encodeUpdate(update),
  shape: shapeOf(update),
  source: null,
})

/** Consecutive entries of a room's record; `head` is the record's head after the last. */
export interface Stretch {
  readonly from: number
  readonly head: RecordHead
  readonly updates: readonly ArrivedUpdate[]
  /** What this server wrote itself and somebody waits to hear of. */
  readonly own: readonly QueuedUpdate[]
}

/** Whose record is followed. */
export interface FollowerTarget {
  /** The number of the last entry that was taken. */
  seq(): number
  /** The next entries, in the order of the record. With no updates: `own` were among those taken before. */
  take(stretch: Stretch): void
  read(fromSeq: number, toSeq: number): Promise<readonly RecordEntry[]>
  /** What is missing cannot be read. */
  failed(own: readonly QueuedUpdate[], error: unknown): void
}

/** What is missing is usually on its way from another server: it is read only when it has not come by then. */
const GRACE_MS = 5
/** Entries that are read at a time. */
const PAGE = 2000

/**
 * Puts the stretches of a record that others write too in order: what this server wrote, what others announce, and what has to
 * be read because an announcement was lost. Each entry is taken once.
 */
export class RecordFollower {
  readonly #target: FollowerTarget
  #waiting: Stretch[] = []
  #timer: NodeJS.Timeout | null = null
  #reaching: Promise<void> | null = null
  #ended = false

  constructor(target: FollowerTarget) {
    this.#target = target
  }

  offer(stretch: Stretch): void {
    if (this.#ended) return
    this.#waiting.push(stretch)
    if (this.#waiting.length > 1) this.#waiting.sort((a, b) => a.from - b.from)
    this.#advance()
  }

  /** Resolves when everything up to `seq` was taken; rejects when it cannot be read. */
  async reach(seq: number): Promise<void> {
    while (this.#target.seq() < seq && !this.#ended) {
      this.#reaching ??= this.#readOn().finally(() => {
        this.#reaching = null
      })
      await this.#reaching
    }
  }

  end(): void {
    this.#ended = true
    if (this.#timer) clearTimeout(this.#timer)
  }

  #advance(): void {
    for (;;) {
      const next = this.#waiting[0]
      const seq = this.#target.seq()
      if (!next || next.from > seq + 1) break
      this.#waiting.shift()
      if (next.head.seq > seq)
        this.#target.take({ ...next, updates: next.updates.slice(seq + 1 - next.from) })
      else if (next.own.length > 0) this.#target.take({ ...next, updates: [] })
    }
    if (this.#waiting.length > 0) this.#timer ??= setTimeout(() => this.#fill(), GRACE_MS)
  }

  #fill(): void {
    this.#timer = null
    const [next] = this.#waiting
    if (!next || this.#ended) return
    this.reach(next.from - 1).catch((error: unknown) => {
      const own = this.#waiting.flatMap(stretch => stretch.own)
      this.#waiting = []
      this.#target.failed(own, error)
    })
  }

  async #readOn(): Promise<void> {
    const from = this.#target.seq() + 1
    const entries = await this.#target.read(from, from + PAGE)
    const last = entries.at(-1)
    if (!last) throw new Error('The record lacks entries that it should have')
    const updates = entries.map(arrivedUpdate)
    this.offer({ from, head: { seq: last.seq, chain: last.chain }, updates, own: [] })
  }
}
