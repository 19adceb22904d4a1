import type { Clocks } from './clocks.ts'
import { encodeStep2 } from './codec.ts'
import { FrameBatch } from './frame-batch.ts'
import type { RoomState } from './room-state.ts'

/** People come together: the whole state, once made ready for sending, serves those who come within this time. */
const KEPT_MS = 2000

/** Answers to a step 1. Whoever has nothing yet gets the same bytes as the one before. */
export class RoomAnswers {
  #kept: { readonly update: Uint8Array; readonly batch: FrameBatch } | null = null

  async to(clocks: Clocks, state: RoomState): Promise<FrameBatch> {
    const update = await state.missingAt(clocks)
    if (clocks.size > 0) return new FrameBatch([encodeStep2(update)])
    if (this.#kept?.update === update) return this.#kept.batch
    const answer = { update, batch: new FrameBatch([encodeStep2(update)]) }
    this.#kept = answer
    setTimeout(() => {
      if (this.#kept === answer) this.#kept = null
    }, KEPT_MS).unref()
    return answer.batch
  }
}
