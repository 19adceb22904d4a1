import type { Pool, PoolClient } from 'pg'
import { type RoomKey, roomName } from '../../shared/protocol/wire.ts'
import { CHAIN_START } from '../../shared/record/chain.ts'
import { inTransaction } from './postgres-pool.ts'
import { packChunkAside, unpackChunk } from './record-chunk.ts'
import type { RecordEntry } from './record-store.ts'

/** What a chunk may hold; one entry may be larger. */
const CHUNK_ENTRIES = 1000
const CHUNK_BYTES = 4 * 1024 * 1024
/** Any number; it names the lock that one server has on a room while it makes a chunk. */
const CHUNK_LOCK = 7_230_451

/** Both kinds in one statement: an entry that moves into a chunk meanwhile is seen in one place, and in one only. */
const READ = `with wanted as (select id from record_rooms where agreement = $1 and room = $2)
  select true as old, c.first as seq, c.last, null::bigint as at, null as author, c.data, c.end_chain as chain, c.start_chain
    from record_chunks c join wanted w on w.id = c.room_id where c.last >= $3 and c.first < $4
  union all
  select false, e.seq, null, e.at, e.author, e.data, e.chain, null
    from record_entries e join wanted w on w.id = e.room_id where e.seq >= $3 and e.seq < $4
  order by seq`

const TRY_LOCK = 'select pg_try_advisory_xact_lock($1, hashtext($2)) as taken'
/** The oldest entries up to a number, without what they hold where that would be too much. */
const OLDEST = `select e.room_id, e.seq, e.at, e.author, e.data, e.chain from (
    select x.*, sum(octet_length(x.data)) over (order by x.seq) as bytes, row_number() over (order by x.seq) as place from (
      select e.* from record_entries e join record_rooms r on r.id = e.room_id
      where r.agreement = $1 and r.room = $2 and e.seq <= $3 order by e.seq limit ${CHUNK_ENTRIES}) x
    ) e where e.bytes <= ${CHUNK_BYTES} or e.place = 1 order by e.seq`
const LAST_END = 'select end_chain from record_chunks where room_id = $1 order by first desc limit 1'
const ADD = `with moved as (delete from record_entries where room_id = $1 and seq >= $2 and seq <= $3)
  insert into record_chunks (room_id, first, last, start_chain, end_chain, data) values ($1, $2, $3, $4, $5, $6)`

interface EntryRow {
  readonly room_id: string
  readonly old: boolean
  readonly seq: string
  readonly last: string
  readonly at: string
  readonly author: string
  readonly data: Buffer
  readonly chain: Buffer
  readonly start_chain: Buffer
}

/** Entries with `fromSeq <= seq < toSeq` in order, wherever they stand. */
export async function readEntries(
  pool: Pool,
  room: RoomKey,
  fromSeq: number,
  toSeq: number,
): Promise<RecordEntry[]> {
  const values = [room.agreementId, room.room, fromSeq, toSeq]
  const { rows } = await pool.query<EntryRow>({ name: 'record-entries', text: READ, values })
  const entries = rows.flatMap(row => (row.old ? unpackChunk(room, chunkOf(row)) : [entryOf(row)]))
  return entries.filter(({ seq }) => fromSeq <= seq && seq < toSeq)
}

/**
 * Puts the oldest entries up to `seq` into a chunk; false when they would not fill one, or when another server is at it.
 * Whoever writes the room does not wait for it: entries up to `seq` are not touched by anybody else.
 */
export const compressOldest = (pool: Pool, room: RoomKey, seq: number): Promise<boolean> =>
  inTransaction(pool, async client => {
    const lock = await client.query<{ taken: boolean }>(TRY_LOCK, [CHUNK_LOCK, roomName(room)])
    if (!lock.rows[0]?.taken) return false
    const { rows } = await client.query<EntryRow>(OLDEST, [room.agreementId, room.room, seq])
    const [first] = rows
    if (!first || !fills(rows, seq)) return false
    const chunk = await packChunkAside(await endOf(client, first.room_id), rows.map(entryOf))
    const { start, end, data } = chunk
    await client.query(ADD, [first.room_id, chunk.first, chunk.last, start, end, data])
    return true
  })

/** A full thousand, or so many bytes that not all that is there was given. */
const fills = (rows: readonly EntryRow[], seq: number): boolean =>
  rows.length === CHUNK_ENTRIES || Number(rows.at(-1)?.seq) < seq

async function endOf(client: PoolClient, roomId: string): Promise<Uint8Array> {
  const { rows } = await client.query<{ end_chain: Buffer }>(LAST_END, [roomId])
  return rows[0] ? new Uint8Array(rows[0].end_chain) : CHAIN_START
}

const entryOf = (row: EntryRow): RecordEntry => ({
  seq: Number(row.seq),
  update: new Uint8Array(row.data),
  authorId: row.author,
  at: Number(row.at),
  chain: new Uint8Array(row.chain),
})

const chunkOf = (row: EntryRow) => ({
  first: Number(row.seq),
  last: Number(row.last),
  start: new Uint8Array(row.start_chain),
  end: new Uint8Array(row.chain),
  data: new Uint8Array(row.data),
})
