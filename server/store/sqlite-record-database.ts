import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { type RoomKey, roomKey, roomName } from '../../shared/protocol/wire.ts'
import { CHAIN_START, chainHead } from '../../shared/record/chain.ts'
import { must } from '../../shared/result.ts'
import { packChunk, type RecordChunk, unpackChunk } from './record-chunk.ts'
import type { NewRecordEntry, RecordEntry, RecordHead, RoomHead, RoomSnapshot } from './record-store.ts'
import { sha256 } from './record-store-hash.ts'

/** Entries in a chunk, and how many chunks are made at a time: the thread that does it also commits. */
const CHUNK_ENTRIES = 1000
const CHUNKS_AT_A_TIME = 4

/** Applied in order, each once; the number of the last one is kept. A migration that has been released never changes. */
const MIGRATIONS: readonly string[] = [
  `create table record_rooms (
     id integer primary key,
     agreement text not null,
     room text not null,
     seq integer not null,
     chain blob not null,
     unique (agreement, room)
   ) strict;
   create table record_entries (
     room_id integer not null references record_rooms (id),
     seq integer not null,
     at integer not null,
     author text not null,
     data blob not null,
     chain blob not null,
     primary key (room_id, seq)
   ) strict, without rowid;
   create table record_snapshots (
     room_id integer primary key references record_rooms (id),
     seq integer not null,
     state blob not null
   ) strict;`,
  `create table record_owners (
     room_id integer not null references record_rooms (id),
     client integer not null,
     author text not null,
     primary key (room_id, client)
   ) strict, without rowid;`,
  `create table record_chunks (
     room_id integer not null references record_rooms (id),
     first integer not null,
     last integer not null,
     start blob not null,
     end blob not null,
     data blob not null,
     primary key (room_id, first)
   ) strict;
   create table record_updates (
     id integer primary key,
     at integer not null,
     author text not null,
     data blob not null,
     chain blob not null
   ) strict;
   insert into record_updates (id, at, author, data, chain)
     select room_id << 32 | seq, at, author, data, chain from record_entries;
   drop table record_entries;`,
]

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
  remove: 'delete from record_updates where id >= ? << 32 and id <= ? << 32 | ?',
  addChunk: 'insert into record_chunks (room_id, first, last, start, end, data) values (?, ?, ?, ?, ?, ?)',
  lastChunk: 'select end from record_chunks where room_id = ? order by first desc limit 1',
  chunks:
    'select first, last, start, end, data from record_chunks where room_id = ? and last >= ? and first < ? order by first',
  snapshot: 'select seq, state from record_snapshots where room_id = ?',
  keepSnapshot: `insert into record_snapshots (room_id, seq, state) values (?, ?, ?)
     on conflict (room_id) do update set seq = excluded.seq, state = excluded.state where excluded.seq > seq`,
} as const

type Row = Readonly<Record<string, unknown>>
interface StoredRoom extends RecordHead {
  readonly id: number
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
    this.#migrate()
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
      remove: prepare('remove'),
      addChunk: prepare('addChunk'),
      lastChunk: prepare('lastChunk'),
      chunks: prepare('chunks'),
      snapshot: prepare('snapshot'),
      keepSnapshot: prepare('keepSnapshot'),
    }
  }

  append(entries: readonly NewRecordEntry[]): { room: RoomKey; head: RecordHead }[] {
    return this.#atomically(() => {
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
    const room = this.#find(key)
    if (!room) return { snapshot: null, tail: [] }
    const row: Row | undefined = this.#statements.snapshot.get(room.id)
    const snapshot = row ? { seq: number(row.seq), state: bytes(row.state) } : null
    return { snapshot, tail: this.#read(key, room, (snapshot?.seq ?? 0) + 1, room.seq + 1) }
  }

  read(key: RoomKey, fromSeq: number, toSeq: number): RecordEntry[] {
    const room = this.#find(key)
    return room ? this.#read(key, room, fromSeq, toSeq) : []
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

  saveSnapshot(key: RoomKey, snapshot: RoomSnapshot): void {
    const room = this.#find(key)
    if (!room) return
    this.#statements.keepSnapshot.run(room.id, snapshot.seq, snapshot.state)
    // What a snapshot holds is read only to look back: it may take less room and more time.
    for (let n = 0; n < CHUNKS_AT_A_TIME && this.#compressOldest(room, snapshot.seq); n++);
  }

  /** Puts the oldest entries up to `seq` into a chunk; false when they would not fill one. */
  #compressOldest(room: StoredRoom, seq: number): boolean {
    const rows: Row[] = this.#statements.oldest.all(room.id, room.id, seq, CHUNK_ENTRIES)
    if (rows.length < CHUNK_ENTRIES) return false
    const before: Row | undefined = this.#statements.lastChunk.get(room.id)
    const chunk = packChunk(before ? bytes(before.end) : CHAIN_START, rows.map(entryOf))
    this.#atomically(() => {
      this.#statements.addChunk.run(room.id, chunk.first, chunk.last, chunk.start, chunk.end, chunk.data)
      this.#statements.remove.run(room.id, room.id, chunk.last)
    })
    return true
  }

  /** A write that is synced like any other. */
  probe(): void {
    this.#atomically(() => this.#database.exec('update record_schema set version = version'))
  }

  close(): void {
    this.#database.close()
  }

  #migrate(): void {
    // A file that is up to date is opened without a write, so that it can be read while the disk takes none.
    if (this.#version() === MIGRATIONS.length) return
    this.#atomically(() => {
      this.#database.exec('create table if not exists record_schema (version integer not null) strict')
      const row: Row | undefined = this.#database.prepare('select version from record_schema').get()
      const done = row ? number(row.version) : 0
      if (!row) this.#database.exec('insert into record_schema (version) values (0)')
      for (const sql of MIGRATIONS.slice(done)) this.#database.exec(sql)
      this.#database.prepare('update record_schema set version = ?').run(Math.max(done, MIGRATIONS.length))
    })
  }

  #version(): number {
    const named = "select 1 from sqlite_schema where type = 'table' and name = 'record_schema'"
    if (!this.#database.prepare(named).get()) return 0
    const row: Row | undefined = this.#database.prepare('select version from record_schema').get()
    return row ? number(row.version) : 0
  }

  #atomically<T>(work: () => T): T {
    this.#database.exec('begin immediate')
    try {
      const value = work()
      this.#database.exec('commit')
      return value
    } catch (error) {
      // SQLite itself has rolled back after some errors, a full disk among them.
      if (this.#database.isTransaction) this.#database.exec('rollback')
      throw error
    }
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
