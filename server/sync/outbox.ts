import type { Clocks } from './clocks.ts'
import { encodeStep2, encodeUpdate } from './codec.ts'
import { FrameBatch } from './frame-batch.ts'
import type { SyncLimits } from './limits.ts'
import type { Link } from './link.ts'
import type { Room } from './room.ts'

/** Makes a frame at the moment when it is sent, or null when there is nothing to say. */
type LateFrame = () => Uint8Array | null

/**
 * What goes out to one reader. One that reads more slowly than others write gets nothing for a while and then a single diff, so
 * that it costs a bounded amount of memory and nobody's time.
 */
export class Outbox {
  readonly #link: Link
  readonly #room: Room
  readonly #limit: number
  #opened = false
  /** Where a slow reader was left; null while it keeps up. */
  #behind: Clocks | null = null
  /** The last step 1 of a slow reader that was not answered. */
  #asked: Clocks | null = null
  #isCatchingUp = false

  constructor(link: Link, room: Room, limits: Pick<SyncLimits, 'sendBufferBytes'>) {
    this.#link = link
    this.#room = room
    this.#limit = limits.sendBufferBytes
  }

  /** Sends the first frames. Nothing else goes out before, since these tell the state from which the rest goes on. */
  open(frames: readonly Uint8Array[]): void {
    this.#opened = true
    this.#link.send(new FrameBatch(frames))
  }

  /** `batch` may be null, and `late` is asked only when its frame goes out. */
  send(batch: FrameBatch | null, late: LateFrame): void {
    if (!this.#opened || this.#behind) return
    const last = late()
    if (batch) this.#link.send(batch, last ? new FrameBatch([last]) : undefined)
    else if (last) this.#link.send(new FrameBatch([last]))
  }

  /** For what is outdated soon: a reader with a backlog does without. */
  sendLossy(batch: FrameBatch): void {
    if (this.#opened && !this.#behind && this.#link.unsent() <= this.#limit) this.#link.send(batch)
  }

  /** To be called before the room moves on from `clocks`. */
  noteBacklog(clocks: Clocks): void {
    if (this.#opened && !this.#behind && this.#link.unsent() > this.#limit) this.#behind = new Map(clocks)
  }

  /** Answers a step 1 with what the reader lacks. */
  async answer(clocks: Clocks): Promise<void> {
    if (this.#link.unsent() > this.#limit) {
      this.#behind ??= new Map(this.#room.state.clocks)
      this.#asked = clocks
      return
    }
    this.#link.send(await this.#room.answerTo(clocks))
  }

  /**
   * Nothing is unsent any more: a reader that was left behind gets what it missed. What is written meanwhile comes after that, not
   * before: a client would have to keep it, and go through all that it keeps with each update that follows.
   */
  async drained(late: LateFrame): Promise<void> {
    if (!this.#behind || this.#isCatchingUp) return
    this.#isCatchingUp = true
    try {
      while (this.#behind && this.#link.unsent() <= this.#limit)
        this.#behind = await this.#catchUp(this.#behind)
    } finally {
      this.#isCatchingUp = false
    }
    if (this.#behind) return
    const awareness = this.#room.awareness.frameForAll()
    if (awareness) this.#link.send(new FrameBatch([awareness]))
    this.send(null, late)
  }

  /** Sends what was missed since `left`; null when nothing came meanwhile, else from where to go on. */
  async #catchUp(left: Clocks): Promise<Clocks | null> {
    const { state } = this.#room
    const { seq } = state.head
    const reached = new Map(state.clocks)
    const asked = this.#asked
    this.#asked = null
    const frames = [encodeUpdate(await state.missingAt(left))]
    if (asked) frames.push(encodeStep2(await state.missingAt(asked)))
    this.#link.send(new FrameBatch(frames))
    return state.head.seq === seq ? null : reached
  }
}
