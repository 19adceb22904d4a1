import { type RoomKey, roomName } from '../../shared/protocol/wire.ts'
import type { Logger } from '../log.ts'
import type { RecordStore } from '../store/record-store.ts'
import type { SyncLimits } from './limits.ts'
import type { RoomState } from './room-state.ts'

interface CompactionContext {
  readonly record: RecordStore
  readonly limits: SyncLimits
  readonly log: Logger
}

/** Merges what came since the last merge of a room, and keeps a snapshot now and then so that loads are quick. */
export class RoomCompaction {
  /** Up to where the newest snapshot reaches. */
  keptSeq = 0
  readonly #key: RoomKey
  readonly #context: CompactionContext
  #running = false

  constructor(key: RoomKey, context: CompactionContext) {
    this.#key = key
    this.#context = context
  }

  compact(state: RoomState): Promise<void> {
    return this.#compact(state, this.#context.limits.snapshotEntries)
  }

  /** For a room that is given up. */
  async keepLast(state: RoomState): Promise<void> {
    const { foldUpdates } = this.#context.limits
    if (state.head.seq - this.keptSeq >= foldUpdates) await this.#compact(state, 0)
  }

  /** It may fail: the record has everything anyway. */
  async #compact(state: RoomState, keepAfter: number): Promise<void> {
    if (this.#running) return
    this.#running = true
    try {
      // While one merge ran, enough for the next may have come, and nothing may come after it.
      do await this.#compactOnce(state, keepAfter)
      while (state.isUnmerged(this.#context.limits))
    } catch (error) {
      this.#context.log.warn({ error: String(error), room: roomName(this.#key) }, 'A room was not compacted')
    } finally {
      this.#running = false
    }
  }

  async #compactOnce(state: RoomState, keepAfter: number): Promise<void> {
    const { update, head } = await state.whole()
    if (head.seq - this.keptSeq < keepAfter) return
    this.keptSeq = head.seq
    await this.#context.record.saveSnapshot(this.#key, { seq: head.seq, state: update })
  }
}
