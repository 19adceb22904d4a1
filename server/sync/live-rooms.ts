import type { RoomKey } from '../../shared/protocol/wire.ts'
import type { RecordHead } from '../store/record-store.ts'

/** What the rest of the server may ask of the rooms; the sync engine implements it. */
export interface LiveRooms {
  /** The durable state of the room as one merged update with the record's head at that state. Nothing queued is left out. */
  state(room: RoomKey): Promise<{ readonly update: Uint8Array; readonly head: RecordHead }>
  /** Writes an update in a person's name as if it had come over a socket: durable when resolved, then relayed. */
  write(room: RoomKey, update: Uint8Array, authorId: string): Promise<void>
  /**
   * Runs `work` while the room takes no writes: what arrived before is durable and in `state`, what arrives meanwhile waits
   * and is judged again, by the access rules then in force, when `work` has ended. A seal commits its status inside `work`.
   * `work` may call `state` of the room, but neither `write` nor `frozen`, which would wait for it to end.
   */
  frozen<T>(room: RoomKey, work: () => Promise<T>): Promise<T>
  /**
   * Status, role or membership changed: closes the sockets concerned (all of the agreement, or one user's) with
   * `CLOSE.accessChanged`, so that clients read the agreement again and reconnect under the new rules.
   */
  accessChanged(agreementId: string, userId?: string): void
  /** The people with an open socket on each of the agreements, each once; on any server. */
  present(
    agreementIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly { readonly userId: string; readonly name: string }[]>>
}
