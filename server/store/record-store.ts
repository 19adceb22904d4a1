import type { RoomKey } from '../../shared/protocol/wire.ts'

/**
 * An update as it arrived, not yet durable. `authorId` is the authenticated user. `at` is epoch ms, the server's clock. `claims`
 * are Yjs client ids (32 bits) that belong to the author from now on, because nobody used them in this room before.
 */
export interface NewRecordEntry {
  readonly room: RoomKey
  readonly update: Uint8Array
  readonly authorId: string
  readonly at: number
  /** Which access rules it was judged by, where several servers share the record (`Standing.rules`). Absent: not checked. */
  readonly rules?: number | undefined
  readonly claims?: readonly number[]
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
   * survive the loss of power; when it rejects, none of them is in the record, unless the connection to a database broke in
   * just the moment of the commit. A shared record rejects with `RulesChanged` what was judged by outdated rules. Returns
   * the new head of each room touched, in order of first appearance. Calls may overlap; entries of one room keep the order of the calls.
   */
  append(entries: readonly NewRecordEntry[]): Promise<readonly RoomHead[]>
  /** The newest snapshot, if there is one, and all entries after it in order. An unknown room has neither. */
  load(
    room: RoomKey,
  ): Promise<{ readonly snapshot: RoomSnapshot | null; readonly tail: readonly RecordEntry[] }>
  /** Entries with `fromSeq <= seq < toSeq` in order, whatever snapshots there are. */
  read(room: RoomKey, fromSeq: number, toSeq: number): Promise<readonly RecordEntry[]>
  head(room: RoomKey): Promise<RecordHead>
  /** At most `limit` of the rooms that have entries, ordered by agreement and room, from the first after `after`. */
  rooms(after: RoomKey | null, limit: number): Promise<readonly RoomHead[]>
  /** The author that each claimed client id of the room belongs to: the first to claim it, whatever others claimed later. */
  owners(room: RoomKey): Promise<ReadonlyMap<number, string>>
  /** Writes something that changes nothing, where the store can tell by it; rejects while an `append` would. */
  probe(): Promise<void>
  /** Keeps a merged state so that a load need not replay the record; an older snapshot than the kept one changes nothing. */
  saveSnapshot(room: RoomKey, snapshot: RoomSnapshot): Promise<void>
  close(): Promise<void>
}

/** A room with its head. */
export interface RoomHead {
  readonly room: RoomKey
  readonly head: RecordHead
}

/** How a room stands where several servers write it: how many entries it has, and what may be appended to it now. */
export interface Standing {
  readonly room: RoomKey
  readonly seq: number
  /** Grows each time the access rules of the agreement change: status, roles, members. */
  readonly rules: number
  /** Somebody reads the text in order to seal it: nothing is taken meanwhile. */
  readonly isFrozen: boolean
}

/** A record that several servers write at once. What each of them may append, the record itself decides, entry by entry. */
export interface SharedRecord extends RecordStore {
  /** In the order of `rooms`. A room that nobody has written stands at 0 entries. */
  standing(rooms: readonly RoomKey[]): Promise<readonly Standing[]>
  /**
   * From the moment it resolves, nobody appends to the room until the returned function is called or `leaseMs` have passed,
   * so that a server that died holds nobody up. Waits while another holds the room.
   */
  freeze(room: RoomKey, leaseMs: number): Promise<() => Promise<void>>
}

/** All entries up to `seq` merged into one update, deleted text included (merged bytes, not a collected document). */
export interface RoomSnapshot {
  readonly seq: number
  readonly state: Uint8Array
}
