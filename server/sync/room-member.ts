import type { Clocks } from './clocks.ts'
import type { UpdateSource } from './committer.ts'
import type { FrameBatch } from './frame-batch.ts'

/** One socket in a room, as the room sees it. */
export interface RoomMember extends UpdateSource {
  readonly userId: string
  readonly name: string
  /** The room is about to move on from `clocks`: whoever still has too much unsent notes where it was left. */
  noteBacklog(clocks: Clocks): void
  /** Updates of others that are durable now; null for none. */
  deliver(batch: FrameBatch | null): void
  deliverAwareness(batch: FrameBatch): void
  /** Reads the access rules in force anew. */
  refreshAccess(): Promise<void>
  /** The same, and closes when they are others than before. */
  recheckAccess(): Promise<void>
  close(code: number, reason: string): void
}
