import { setTimeout as delay } from 'node:timers/promises'
import type { Clocks } from './clocks.ts'
import { encodeStep2 } from './codec.ts'
import { FrameBatch } from './frame-batch.ts'
import type { RoomState } from './room-state.ts'

/** People come together: the whole state, once made ready for sending, serves those who come within this time. */
const KEPT_MS = 2000
/**
 * The least time between two answers with the whole state: while others write, each would have to be merged anew. Where a merge
 * takes long, three times as long, within reason.
 */
const INTERVAL_MS = 10
const LONGEST_INTERVAL_MS = 40

/** Answers to a step 1. Whoever has nothing yet gets the same bytes as the one before, unless something came in between. */
export class RoomAnswers {
  #kept: { readonly update: Uint8Array; readonly batch: FrameBatch } | null = null
  /** The answer that is about to be made, for all who ask until then. */
  #next: Promise<FrameBatch> | null = null
  #madeAt = Number.NEGATIVE_INFINITY
  #took = 0

  async to(clocks: Clocks, state: RoomState): Promise<FrameBatch> {
    if (clocks.size > 0) return new FrameBatch([encodeStep2(await state.missingAt(clocks))])
    this.#next ??= this.#makeWhole(state)
    return this.#next
  }

  async #makeWhole(state: RoomState): Promise<FrameBatch> {
    const interval = Math.min(Math.max(INTERVAL_MS, 3 * this.#took), LONGEST_INTERVAL_MS)
    const wait = this.#madeAt + interval - performance.now()
    // Awaited in any case: the caller has to note this answer before it is taken back below.
    await (wait > 0 ? delay(wait) : undefined)
    // Whoever asks from now on may lack what comes while this one is made.
    this.#next = null
    this.#madeAt = performance.now()
    const { update } = await state.whole()
    this.#took = performance.now() - this.#madeAt
    if (this.#kept?.update === update) return this.#kept.batch
    const answer = { update, batch: new FrameBatch([encodeStep2(update)]) }
    this.#kept = answer
    setTimeout(() => {
      if (this.#kept === answer) this.#kept = null
    }, KEPT_MS).unref()
    return answer.batch
  }
}
