import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { type RoomKey, roomKey, roomName } from '../../shared/protocol/wire.ts'
import { CHAIN_START, chainHead } from '../../shared/record/chain.ts'
import { must } from '../../shared/result.ts'
import { packChunk, type RecordChunk, unpackChunk } from './record-chunk.ts'
import type { NewRecordEntry, RecordEntry, RecordHead, RoomHead, RoomSnapshot } from './record-store.ts'
import { sha256 } from './record-store-hash.ts'
import { atOneMoment, atomically, migrateSqliteRecord } from './sqlite-record-schema.ts'

/** What a chunk may hold; one entry may be larger. The thread that makes it also commits. */
const CHUNK_ENTRIES = 1000
const CHUNK_BYTES = 1024 * 1024
/** Pieces of outdated snapshots that are taken away in one write. */
const PIECES_AT_A_TIME = 4

const QUERIES = {
  room: 'select id, seq, chain from record_rooms where agreement = ? and room = ?',
  addRoom: 'insert into record_rooms (agreement, room, seq, chain) values (?, ?, 0, ?)',
  moveHead: 'update record_rooms set seq = ?, chain = ? where id = ?',
  // The number of the room and that of the entry make one key: a key of two columns would be an index, in which SQLite reads
  // whole updates, however large, to compare keys.
  addEntry: 'insert into record_updates (id, at, author, data, chain) values (? << 32 | ?, ?, ?, ?, ?)',
  claim: 'insert or ignore into record_owners (room_id, client, author) values (?, ?, ?)',
  owners: 'select client, author from record_owners where room_id = ?',
  entries:
    'select id & 4294967295 as seq, at, author, data, chain from record_updates where id >= ? << 32 | ? and id < ? << 32 | ? order by id',
  rooms:
    'select agreement, room, seq, chain from record_rooms where seq > 0 and (agreement, room) > (?, ?) order by agreement, room limit ?',
  oldest:
    'select id & 4294967295 as seq, at, author, data, chain from record_updates where id >= ? << 32 and id <= ? << 32 | ? order by id limit ?',
  oldestSizes:
    'select length(data) as size from record_updates where id >= ? << 32 and id <= ? << 32 | ? order by id limit ?',
  remove: 'delete from record_updates where id >= ? << 32 and id <= ? << 32 | ?',
  addChunk: 'insert into record_chunks (room_id, first, last, start, end, data) values (?, ?, ?, ?, ?, ?)',
  lastChunk: 'select end from record_chunks where room_id = ? order by first desc limit 1',
  chunks:
    'select first, last, start, end, data from record_chunks where room_id = ? and last >= ? and first < ? order by first',
  snapshot: 'select seq from record_snapshots where room_id = ?',
  pieces: 'select data from record_pieces where room_id = ? and seq = ? order by place',
  addPiece: 'insert into record_pieces (room_id, seq, place, data) values (?, ?, ?, ?)',
  keepSnapshot: `insert into record_snapshots (room_id, seq) values (?, ?)
     on conflict (room_id) do update set seq = excluded.seq where excluded.seq > seq`,
  clearPieces: `delete from record_pieces where rowid in (select rowid from record_pieces
     where room_id = ? and seq <> ifnull((select seq from record_snapshots where room_id = ?), 0) limit ?)`,
} as const

type Row = Readonly<Record<string, unknown>>
interface StoredRoom extends RecordHead {
  readonly id: number
}

/** A part of a snapshot's state; pieces come in order of `place`, from 0. */
export interface SnapshotPiece {
  readonly seq: number
  readonly place: number
  readonly data: Uint8Array
  readonly isLast: boolean
}

/** The record in one SQLite file, synchronously: it belongs into a thread of its own. A write that throws wrote nothing. */
export class SqliteRecordDatabase {
  readonly #database: DatabaseSync
  readonly #statements: Readonly<Record<keyof typeof QUERIES, StatementSync>>

  constructor(file: string, busyTimeoutMs: number) {
    this.#database = new DatabaseSync(file, { timeout: busyTimeoutMs })
    // The cache (32 MB) holds the largest batch: what does not fit is written twice.
    this.#database.exec(
      'pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -32768; pragma foreign_keys = on',
    )
    migrateSqliteRecord(this.#database)
    const prepare = (name: keyof typeof QUERIES) => this.#database.prepare(QUERIES[name])
    this.#statements = {
      room: prepare('room'),
      addRoom: prepare('addRoom'),
      moveHead: prepare('moveHead'),
      addEntry: prepare('addEntry'),
      claim: prepare('claim'),
      owners: prepare('owners'),
      entries: prepare('entries'),
      rooms: prepare('rooms'),
      oldest: prepare('oldest'),
      oldestSizes: prepare('oldestSizes'),
      remove: prepare('remove'),
      addChunk: prepare('addChunk'),
      lastChunk: prepare('lastChunk'),
      chunks: prepare('chunks'),
      snapshot: prepare('snapshot'),
      pieces: prepare('pieces'),
      addPiece: prepare('addPiece'),
      keepSnapshot: prepare('keepSnapshot'),
      clearPieces: prepare('clearPieces'),
    }
  }

  append(entries: readonly NewRecordEntry[]): { room: RoomKey; head: RecordHead }[] {
    return atomically(this.#database, () => {
      const touched = new Map<string, { key: RoomKey; room: StoredRoom }>()
      for (const entry of entries) {
        const name = roomName(entry.room)
        const room = touched.get(name)?.room ?? this.#findOrAdd(entry.room)
        touched.set(name, { key: entry.room, room: this.#add(room, entry) })
      }
      return [...touched.values()].map(({ key, room: { id, seq, chain } }) => {
        this.#statements.moveHead.run(seq, chain, id)
        return { room: key, head: { seq, chain } }
      })
    })
  }

  load(key: RoomKey): { snapshot: RoomSnapshot | null; tail: RecordEntry[] } {
    return atOneMoment(this.#database, () => {
      const room = this.#find(key)
      if (!room) return { snapshot: null, tail: [] }
      const seq = this.#snapshotSeq(room)
      const snapshot = seq > 0 ? { seq, state: this.#stateAt(room, seq) } : null
      return { snapshot, tail: this.#read(key, room, seq + 1, room.seq + 1) }
    })
  }

  read(key: RoomKey, fromSeq: number, toSeq: number): RecordEntry[] {
    return atOneMoment(this.#database, () => {
      const room = this.#find(key)
      return room ? this.#read(key, room, fromSeq, toSeq) : []
    })
  }

  head(key: RoomKey): RecordHead {
    const room = this.#find(key)
    return { seq: room?.seq ?? 0, chain: room?.chain ?? CHAIN_START }
  }

  rooms(after: RoomKey | null, limit: number): RoomHead[] {
    return this.#statements.rooms.all(after?.agreementId ?? '', after?.room ?? '', limit).map((row: Row) => ({
      room: roomKey(`${row.agreement}/${row.room}`),
      head: { seq: number(row.seq), chain: bytes(row.chain) },
    }))
  }

  owners(key: RoomKey): Map<number, string> {
    const room = this.#find(key)
    const rows: Row[] = room ? this.#statements.owners.all(room.id) : []
    return new Map(rows.map(({ client, author }) => [number(client), String(author)]))
  }

  /** Whether a snapshot up to `seq` would be news. What is left of one that was never finished is cleared away, to make room for it. */
  beginSnapshot(key: RoomKey, seq: number): boolean {
    const room = this.#find(key)
    if (!room || this.#snapshotSeq(room) >= seq) return false
    while (this.#clear(room));
    return true
  }

  /**
   * The next piece of a snapshot that was begun. With the last one the snapshot counts, and those before it begin to be cleared
   * away; true when some of that is left to do.
   */
  addPiece(key: RoomKey, { seq, place, data, isLast }: SnapshotPiece): boolean {
    const room = must(this.#find(key), 'a snapshot that was begun is of a room')
    return atomically(this.#database, () => {
      this.#statements.addPiece.run(room.id, seq, place, data)
      if (!isLast) return false
      this.#statements.keepSnapshot.run(room.id, seq)
      return this.#clear(room)
    })
  }

  /** Goes on clearing away what belongs to no snapshot that counts; true when some is left. */
  clearPieces(key: RoomKey): boolean {
    const room = this.#find(key)
    return room !== null && this.#clear(room)
  }

  #clear(room: StoredRoom): boolean {
    const { changes } = this.#statements.clearPieces.run(room.id, room.id, PIECES_AT_A_TIME)
    return number(changes) === PIECES_AT_A_TIME
  }

  /**
   * Puts the oldest entries up to `seq` into a chunk; false when they would not fill one. What a snapshot holds is read only to
   * look back: it may take less room and more time.
   */
  compressOldest(key: RoomKey, seq: number): boolean {
    const room = this.#find(key)
    const entries = room ? this.#oldest(room, seq) : []
    if (!room || entries.length === 0) return false
    const before: Row | undefined = this.#statements.lastChunk.get(room.id)
    const chunk = packChunk(before ? bytes(before.end) : CHAIN_START, entries)
    atomically(this.#database, () => {
      this.#statements.addChunk.run(room.id, chunk.first, chunk.last, chunk.start, chunk.end, chunk.data)
      this.#statements.remove.run(room.id, room.id, chunk.last)
    })
    return true
  }

  /** The oldest entries that fill a chunk; none when there are too few. */
  #oldest(room: StoredRoom, seq: number): RecordEntry[] {
    // Sizes first: entries may be large, and reading them row by row would leave a statement open in the middle of its rows.
    const sizes = this.#statements.oldestSizes
      .all(room.id, room.id, seq, CHUNK_ENTRIES)
      .map((row: Row) => number(row.size))
    let count = 0
    for (let size = 0; count < sizes.length; count++) {
      size += sizes[count] ?? 0
      if (size > CHUNK_BYTES && count > 0) break
    }
    if (count === sizes.length && count < CHUNK_ENTRIES) return []
    return this.#statements.oldest.all(room.id, room.id, seq, count).map(entryOf)
  }

  #snapshotSeq(room: StoredRoom): number {
    const row: Row | undefined = this.#statements.snapshot.get(room.id)
    return number(row?.seq ?? 0)
  }

  #stateAt(room: StoredRoom, seq: number): Uint8Array {
    const pieces = this.#statements.pieces.all(room.id, seq).map((row: Row) => bytes(row.data))
    return pieces.length === 1 ? must(pieces[0], 'one piece') : new Uint8Array(Buffer.concat(pieces))
  }

  /** A write that is synced like any other. */
  probe(): void {
    atomically(this.#database, () => this.#database.exec('update record_schema set version = version'))
  }

  close(): void {
    this.#database.close()
  }

  #find(key: RoomKey): StoredRoom | null {
    const row: Row | undefined = this.#statements.room.get(key.agreementId, key.room)
    return row ? { id: number(row.id), seq: number(row.seq), chain: bytes(row.chain) } : null
  }

  #findOrAdd(key: RoomKey): StoredRoom {
    const found = this.#find(key)
    if (found) return found
    this.#statements.addRoom.run(key.agreementId, key.room, CHAIN_START)
    return must(this.#find(key), 'a room that was just added is there')
  }

  #add(room: StoredRoom, entry: NewRecordEntry): StoredRoom {
    const seq = room.seq + 1
    const chain = chainHead(room.chain, entry.room, entry, sha256)
    this.#statements.addEntry.run(room.id, seq, entry.at, entry.authorId, entry.update, chain)
    for (const client of entry.claims ?? []) this.#statements.claim.run(room.id, client, entry.authorId)
    return { id: room.id, seq, chain }
  }

  #read(key: RoomKey, room: StoredRoom, fromSeq: number, toSeq: number): RecordEntry[] {
    const old = this.#statements.chunks
      .all(room.id, fromSeq, toSeq)
      .flatMap((row: Row) => unpackChunk(key, chunkOf(row)))
      .filter(({ seq }) => fromSeq <= seq && seq < toSeq)
    const within = (seq: number) => Math.min(seq, room.seq + 1)
    const recent = this.#statements.entries.all(room.id, within(fromSeq), room.id, within(toSeq))
    return [...old, ...recent.map(entryOf)]
  }
}

const entryOf = (row: Row): RecordEntry => ({
  seq: number(row.seq),
  update: bytes(row.data),
  authorId: String(row.author),
  at: number(row.at),
  chain: bytes(row.chain),
})

const chunkOf = (row: Row): RecordChunk => ({
  first: number(row.first),
  last: number(row.last),
  start: bytes(row.start),
  end: bytes(row.end),
  data: bytes(row.data),
})

const number = (value: unknown): number => Number(value)

/** node:sqlite gives a Uint8Array of its own for a blob. */
const bytes = (value: unknown): Uint8Array => {
  if (!(value instanceof Uint8Array)) throw new Error('Defect: the record holds something else than bytes')
  return value
}
