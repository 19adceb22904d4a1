import type { RoomKey } from '../../shared/protocol/wire.ts'

/** An update as it arrived, not yet durable. `authorId` is the authenticated user. `at` is epoch ms, the server's clock. */
export interface NewRecordEntry {
  readonly room: RoomKey
  readonly update: Uint8Array
  readonly authorId: string
  readonly at: number
}

/** An update in the record. `seq` counts from 1 without gaps in each room; `chain` is the hash chain's head after it (32 bytes). */
export interface RecordEntry {
  readonly seq: number
  readonly update: Uint8Array
  readonly authorId: string
  readonly at: number
  readonly chain: Uint8Array
}

/** Number of entries and head of the hash chain; 0 and 32 zero bytes for a room without entries. */
export interface RecordHead {
  readonly seq: number
  readonly chain: Uint8Array
}

/**
 * The record: every update of every room, for ever, as it arrived. It is the only truth about the text on the server;
 * snapshots and terms are derived from it.
 */
export interface RecordStore {
  /**
   * Appends all entries in order, for any number of rooms, as one atomic and durable write: when the promise resolves, they
   * survive the loss of power; when it rejects, none of them is in the record. Returns the new head of each room touched,
   * in order of first appearance. Calls may overlap; entries of one room keep the order of the calls.
   */
  append(
    entries: readonly NewRecordEntry[],
  ): Promise<readonly { readonly room: RoomKey; readonly head: RecordHead }[]>
  /** The newest snapshot, if there is one, and all entries after it in order. An unknown room has neither. */
  load(
    room: RoomKey,
  ): Promise<{ readonly snapshot: RoomSnapshot | null; readonly tail: readonly RecordEntry[] }>
  /** Entries with `fromSeq <= seq < toSeq` in order, whatever snapshots there are. */
  read(room: RoomKey, fromSeq: number, toSeq: number): Promise<readonly RecordEntry[]>
  head(room: RoomKey): Promise<RecordHead>
  /** Keeps a merged state so that a load need not replay the record; an older snapshot than the kept one changes nothing. */
  saveSnapshot(room: RoomKey, snapshot: RoomSnapshot): Promise<void>
  close(): Promise<void>
}

/** All entries up to `seq` merged into one update, deleted text included (merged bytes, not a collected document). */
export interface RoomSnapshot {
  readonly seq: number
  readonly state: Uint8Array
}
