import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPostgresPool, whileStarting } from '../../../server/store/postgres-pool.ts'
import { migratePostgresRecord } from '../../../server/store/postgres-record-schema.ts'
import { createPostgresRecordStore } from '../../../server/store/postgres-record-store.ts'
import { RulesChanged } from '../../../server/store/rules-changed.ts'
import { CHAIN_START, firstBrokenLink } from '../../../shared/record/chain.ts'
import {
  bodyRoom,
  discussionRoom,
  entry,
  recordStoreContract,
  sha256,
} from '../../contract/record-store.contract.ts'
import { SeededRandom } from '../../support/seeded-random.ts'
import { postgresFolder } from '../../support/services/programs.ts'
import { emptyDatabase } from '../../support/services/shared-postgres.ts'
import { silentLog } from '../../support/silent-log.ts'

describe.skipIf(postgresFolder() === null)('PostgreSQL', () => {
  let url: string
  let pool: Pool
  beforeAll(async () => {
    url = await emptyDatabase()
    pool = createPostgresPool(url, silentLog)
    await migratePostgresRecord(pool)
  })
  afterAll(() => pool.end())

  const openEmpty = async () => {
    await pool.query(
      'truncate record_rooms, record_entries, record_chunks, record_owners, record_snapshots restart identity',
    )
    return createPostgresRecordStore(pool)
  }

  recordStoreContract('PostgreSQL', openEmpty)

  it('makes its tables once, however many servers start at once', async () => {
    const fresh = await emptyDatabase()
    const pools = Array.from({ length: 4 }, () => createPostgresPool(fresh, silentLog))
    await Promise.all(pools.map(each => whileStarting(each, () => migratePostgresRecord(each))))
    const versions = await Promise.all(pools.map(each => each.query('select version from record_schema')))
    expect(versions.map(({ rows }) => rows)).toEqual(pools.map(() => [{ version: 3 }]))
    await Promise.all(pools.map(each => each.end()))
  })

  it('refuses to start on a database that calls a write done before it is', async () => {
    const other = createPostgresPool(`${url}?options=-c%20synchronous_commit%3Doff`, silentLog)
    await expect(whileStarting(other, async () => undefined)).rejects.toThrow('synchronous_commit')
    await other.end()
  })

  it('keeps every room one chain without gaps while several servers write the same rooms in any order', async () => {
    await openEmpty()
    const rooms = Array.from({ length: 5 }, (_, index) => ({
      agreementId: `agreement-000000${index}`,
      room: 'body' as const,
    }))
    const pools = Array.from({ length: 3 }, () => createPostgresPool(url, silentLog))
    const written = new Map(rooms.map(({ agreementId }) => [agreementId, 0]))
    await Promise.all(
      pools.map(async (each, server) => {
        const random = new SeededRandom(server + 1)
        const store = createPostgresRecordStore(each)
        for (let batch = 0; batch < 30; batch++) {
          const entries = Array.from({ length: 1 + random.int(8) }, () =>
            entry(random.pick(rooms), [server, batch]),
          )
          for (const { room } of entries)
            written.set(room.agreementId, (written.get(room.agreementId) ?? 0) + 1)
          const heads = await store.append(entries)
          // A batch is one stretch of each room: nobody else's entries stand in between.
          for (const { room, head } of heads) {
            const own = entries.filter(({ room: { agreementId } }) => agreementId === room.agreementId)
            const stretch = await store.read(room, head.seq - own.length + 1, head.seq + 1)
            expect(stretch.map(({ update }) => [...update])).toEqual(own.map(() => [server, batch]))
          }
        }
      }),
    )
    const store = createPostgresRecordStore(pool)
    for (const room of rooms) {
      const record = await store.read(room, 1, Number.MAX_SAFE_INTEGER)
      expect(record.length).toBe(written.get(room.agreementId))
      expect(record.map(({ seq }) => seq)).toEqual(record.map((_, index) => index + 1))
      expect(firstBrokenLink(room, record, sha256)).toBeNull()
    }
    await Promise.all(pools.map(each => each.end()))
  })

  it('puts old entries together once, whichever servers do it, while others write and read', async () => {
    const store = await openEmpty()
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => entry(bodyRoom, [(from + n) & 255, (from + n) >> 8]))
    await store.append(many(1, 3500))
    const others = Array.from({ length: 3 }, () => createPostgresPool(url, silentLog))
    const reads: number[][] = []
    const writing = (async () => {
      for (let n = 0; n < 20; n++) await store.append(many(3501 + n, 1))
    })()
    const reading = (async () => {
      for (let n = 0; n < 15; n++) reads.push((await store.read(bodyRoom, 1, 3501)).map(({ seq }) => seq))
    })()
    await Promise.all([
      ...others.map(each =>
        createPostgresRecordStore(each).saveSnapshot(bodyRoom, { seq: 3500, state: Uint8Array.of(1) }),
      ),
      writing,
      reading,
    ])
    for (const seqs of reads) expect(seqs).toEqual(Array.from({ length: 3500 }, (_, n) => n + 1))
    const { rows } = await pool.query(
      'select (select count(*)::int from record_chunks) as chunks, (select count(*)::int from record_entries) as entries',
    )
    expect(rows).toEqual([{ chunks: 3, entries: 520 }])
    const record = await store.read(bodyRoom, 1, 9999)
    expect(record.map(({ update: [low = 0, high = 0] }) => low + 256 * high)).toEqual(
      record.map(({ seq }) => seq),
    )
    expect(firstBrokenLink(bodyRoom, record, sha256)).toBeNull()
    await Promise.all(others.map(each => each.end()))
  })

  it('does not put more into a chunk than can be read at once', async () => {
    const store = await openEmpty()
    const large = new Uint8Array(3 * 1024 * 1024).fill(5)
    await store.append([1, 2, 3].map(() => ({ ...entry(bodyRoom, []), update: large })))
    await store.saveSnapshot(bodyRoom, { seq: 3, state: Uint8Array.of(1) })
    const { rows } = await pool.query('select first::int, last::int from record_chunks order by first')
    expect(rows).toEqual([
      { first: 1, last: 1 },
      { first: 2, last: 2 },
    ])
    const record = await store.read(bodyRoom, 1, 9)
    expect(record.map(({ update }) => update.length)).toEqual([large.length, large.length, large.length])
    expect(firstBrokenLink(bodyRoom, record, sha256)).toBeNull()
  })

  it('takes nothing that was judged by older rules, and nothing else of the same batch', async () => {
    const store = await openEmpty()
    await store.append([{ ...entry(bodyRoom, [1]), rules: 0 }])
    await pool.query('update record_rooms set rules = rules + 1')
    const refused = store.append([entry(discussionRoom, [7]), { ...entry(bodyRoom, [2]), rules: 0 }])
    await expect(refused).rejects.toMatchObject({ rooms: [bodyRoom] })
    await expect(refused).rejects.toBeInstanceOf(RulesChanged)
    expect(await store.head(discussionRoom)).toEqual({ seq: 0, chain: CHAIN_START })
    const [standing] = await store.standing([bodyRoom])
    expect(standing).toEqual({ room: bodyRoom, seq: 1, rules: 1, isFrozen: false })
    await store.append([{ ...entry(bodyRoom, [2]), rules: 1 }])
    expect((await store.head(bodyRoom)).seq).toBe(2)
  })

  it('takes nothing into a frozen room until it is released or the lease has run out', async () => {
    const store = await openEmpty()
    const write = (byte: number) => store.append([{ ...entry(bodyRoom, [byte]), rules: 0 }])
    const release = await store.freeze(bodyRoom, 60_000)
    await expect(write(1)).rejects.toBeInstanceOf(RulesChanged)
    expect((await store.standing([bodyRoom, discussionRoom])).map(({ isFrozen }) => isFrozen)).toEqual([
      true,
      false,
    ])
    const second = store.freeze(bodyRoom, 1)
    await release()
    await write(2)
    await (await second)()
    await store.freeze(bodyRoom, 1)
    await expect
      .poll(() =>
        write(3).then(
          () => 'taken',
          () => 'frozen',
        ),
      )
      .toBe('taken')
    expect((await store.read(bodyRoom, 1, 9)).map(({ update }) => update[0])).toEqual([2, 3])
  })
})
