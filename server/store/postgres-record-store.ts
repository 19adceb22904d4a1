import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { type RoomKey, roomKey, roomName } from '../../shared/protocol/wire.ts'
import { CHAIN_START, chainHead } from '../../shared/record/chain.ts'
import { must } from '../../shared/result.ts'
import { inTransaction } from './postgres-pool.ts'
import { compressOldest, readEntries } from './postgres-record-chunks.ts'
import type { NewRecordEntry, RecordHead, RoomHead, SharedRecord, Standing } from './record-store.ts'
import { sha256 } from './record-store-hash.ts'
import { RulesChanged } from './rules-changed.ts'

/** Named, so that the database parses each once for a connection. Numbers of 64 bits come as text. */
const QUERIES = {
  // Rows are locked in one order by everybody, so that no two servers wait for each other.
  lock: `select r.id, r.agreement, r.room, r.seq, r.chain, r.rules, coalesce(r.frozen_until > clock_timestamp(), false) as frozen
     from unnest($1::text[], $2::text[]) as wanted (agreement, room) join record_rooms r using (agreement, room)
     order by r.agreement, r.room for update of r`,
  addRooms: `insert into record_rooms (agreement, room)
     select * from unnest($1::text[], $2::text[]) as wanted (agreement, room) order by 1, 2 on conflict do nothing`,
  addEntries: `with moved as (
       update record_rooms r set seq = h.seq, chain = h.chain
       from unnest($1::bigint[], $2::bigint[], $3::bytea[]) as h (id, seq, chain) where r.id = h.id)
     insert into record_entries (room_id, seq, at, author, data, chain)
     select * from unnest($4::bigint[], $5::bigint[], $6::bigint[], $7::text[], $8::bytea[], $9::bytea[])`,
  addOwners: `insert into record_owners (room_id, client, author)
     select * from unnest($1::bigint[], $2::bigint[], $3::text[]) on conflict do nothing`,
  owners: `select o.client, o.author from record_owners o join record_rooms r on r.id = o.room_id
     where r.agreement = $1 and r.room = $2`,
  snapshot: `select s.seq, s.state from record_snapshots s join record_rooms r on r.id = s.room_id
     where r.agreement = $1 and r.room = $2`,
  head: 'select seq, chain from record_rooms where agreement = $1 and room = $2',
  rooms: `select agreement, room, seq, chain from record_rooms where seq > 0 and (agreement, room) > ($1, $2)
     order by agreement, room limit $3`,
  standing: `select r.agreement, r.room, r.seq, r.rules, coalesce(r.frozen_until > clock_timestamp(), false) as frozen
     from unnest($1::text[], $2::text[]) as wanted (agreement, room) join record_rooms r using (agreement, room)`,
  keepSnapshot: `insert into record_snapshots (room_id, seq, state)
     select id, $3, $4 from record_rooms where agreement = $1 and room = $2
     on conflict (room_id) do update set seq = excluded.seq, state = excluded.state
     where excluded.seq > record_snapshots.seq`,
  freeze: `insert into record_rooms as r (agreement, room, frozen_until, frozen_by)
     values ($1, $2, clock_timestamp() + $3 * interval '1 millisecond', $4)
     on conflict (agreement, room) do update set frozen_until = excluded.frozen_until, frozen_by = excluded.frozen_by
     where r.frozen_until is null or r.frozen_until < clock_timestamp() returning id`,
  release: `update record_rooms set frozen_until = null, frozen_by = null
     where agreement = $1 and room = $2 and frozen_by = $3`,
} as const

interface Row {
  readonly id: string
  readonly agreement: string
  readonly room: string
  readonly seq: string
  readonly chain: Buffer
  readonly rules: string
  readonly frozen: boolean
  readonly author: string
  readonly state: Buffer
  readonly client: string
}

const FREEZE_RETRY_MS = 100

/** The record in PostgreSQL, written by any number of servers. Its tables are there already; closing it leaves the pool open. */
export function createPostgresRecordStore(pool: Pool): SharedRecord {
  const run = async (on: Pool | PoolClient, name: keyof typeof QUERIES, values: unknown[]): Promise<Row[]> =>
    (await on.query<Row>({ name: `record-${name}`, text: QUERIES[name], values })).rows

  const lock = async (client: PoolClient, rooms: readonly RoomKey[]): Promise<Map<string, Row>> => {
    const rows = await run(client, 'lock', columns(rooms))
    return new Map(rows.map(row => [nameOf(row), row]))
  }

  /** A row is added outside of the transaction, so that nobody waits for it while holding others. */
  const append = async (entries: readonly NewRecordEntry[]): Promise<RoomHead[]> => {
    const rooms = [...new Map(entries.map(({ room }) => [roomName(room), room])).values()]
    const heads = await inTransaction(pool, async client => {
      const rows = await lock(client, rooms)
      if (rows.size < rooms.length) return null
      mustHold(entries, rows)
      return write(client, entries, rows)
    })
    if (heads)
      return rooms.map(room => ({ room, head: must(heads.get(roomName(room)), 'a head for each room') }))
    await run(pool, 'addRooms', columns(rooms))
    return append(entries)
  }

  const write = async (
    client: PoolClient,
    entries: readonly NewRecordEntry[],
    rows: ReadonlyMap<string, Row>,
  ): Promise<Map<string, RecordHead>> => {
    const heads = new Map([...rows].map(([name, row]) => [name, headOf(row)]))
    const idOf = (name: string) => must(rows.get(name), 'every room is locked').id
    const written = entries.map(entry => {
      const name = roomName(entry.room)
      const before = must(heads.get(name), 'every room is locked')
      const chain = chainHead(before.chain, entry.room, entry, sha256)
      heads.set(name, { seq: before.seq + 1, chain })
      return { ...entry, id: idOf(name), seq: before.seq + 1, chain }
    })
    const moved = [...heads]
    await run(client, 'addEntries', [
      moved.map(([name]) => idOf(name)),
      moved.map(([, { seq }]) => seq),
      moved.map(([, { chain }]) => chain),
      written.map(({ id }) => id),
      written.map(({ seq }) => seq),
      written.map(({ at }) => at),
      written.map(({ authorId }) => authorId),
      written.map(({ update }) => update),
      written.map(({ chain }) => chain),
    ])
    const claimed = written.flatMap(({ id, authorId, claims = [] }) =>
      claims.map(client => ({ id, client, authorId })),
    )
    if (claimed.length > 0)
      await run(client, 'addOwners', [
        claimed.map(({ id }) => id),
        claimed.map(({ client }) => client),
        claimed.map(({ authorId }) => authorId),
      ])
    return heads
  }

  let last: Promise<unknown> = Promise.resolve()
  /** One at a time: on two connections, the later call might be first. */
  const appendInTurn = (entries: readonly NewRecordEntry[]): Promise<RoomHead[]> => {
    const appended = last.then(() => append(entries))
    last = appended.catch(() => undefined)
    return appended
  }

  return {
    append: async entries => (entries.length === 0 ? [] : appendInTurn(entries)),
    load: async room => {
      const [row] = await run(pool, 'snapshot', [room.agreementId, room.room])
      const snapshot = row ? { seq: Number(row.seq), state: new Uint8Array(row.state) } : null
      return {
        snapshot,
        tail: await readEntries(pool, room, (snapshot?.seq ?? 0) + 1, Number.MAX_SAFE_INTEGER),
      }
    },
    read: (room, fromSeq, toSeq) => readEntries(pool, room, fromSeq, toSeq),
    head: async room => {
      const [row] = await run(pool, 'head', [room.agreementId, room.room])
      return row ? headOf(row) : { seq: 0, chain: CHAIN_START }
    },
    owners: async room => {
      const rows = await run(pool, 'owners', [room.agreementId, room.room])
      return new Map(rows.map(({ client, author }) => [Number(client), author]))
    },
    rooms: async (after, limit) => {
      const rows = await run(pool, 'rooms', [after?.agreementId ?? '', after?.room ?? '', limit])
      return rows.map(row => ({ room: roomKey(nameOf(row)), head: headOf(row) }))
    },
    standing: async rooms => {
      const rows = new Map((await run(pool, 'standing', columns(rooms))).map(row => [nameOf(row), row]))
      return rooms.map(room => standingOf(room, rows.get(roomName(room))))
    },
    saveSnapshot: async (room, { seq, state }) => {
      await run(pool, 'keepSnapshot', [room.agreementId, room.room, seq, state])
      while (await compressOldest(pool, room, seq));
    },
    probe: async () => {
      await pool.query('update record_schema set version = version')
    },
    freeze: async (room, leaseMs) => {
      const holder = randomUUID()
      while ((await run(pool, 'freeze', [room.agreementId, room.room, leaseMs, holder])).length === 0)
        await delay(FREEZE_RETRY_MS)
      return async () => {
        await run(pool, 'release', [room.agreementId, room.room, holder])
      }
    },
    close: async () => {},
  }
}

/** Refuses the batch when the database knows newer rules than one of its entries was judged by. */
function mustHold(entries: readonly NewRecordEntry[], rows: ReadonlyMap<string, Row>): void {
  const outdated = entries.filter(({ room, rules }) => {
    const row = rows.get(roomName(room))
    return rules !== undefined && row !== undefined && (row.frozen || Number(row.rules) !== rules)
  })
  if (outdated.length === 0) return
  throw new RulesChanged([...new Map(outdated.map(({ room }) => [roomName(room), room])).values()])
}

const columns = (rooms: readonly RoomKey[]): [string[], string[]] => [
  rooms.map(({ agreementId }) => agreementId),
  rooms.map(({ room }) => room),
]

const nameOf = ({ agreement, room }: Row): string => `${agreement}/${room}`

const headOf = ({ seq, chain }: Row): RecordHead => ({ seq: Number(seq), chain: new Uint8Array(chain) })

const standingOf = (room: RoomKey, row: Row | undefined): Standing => ({
  room,
  seq: Number(row?.seq ?? 0),
  rules: Number(row?.rules ?? 0),
  isFrozen: row?.frozen ?? false,
})
