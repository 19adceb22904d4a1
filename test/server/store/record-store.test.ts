import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { createMemoryRecordStore } from '../../../server/store/memory-record-store.ts'
import { createSqliteRecordStore } from '../../../server/store/sqlite-record-store.ts'
import { firstBrokenLink } from '../../../shared/record/chain.ts'
import {
  bodyRoom,
  discussionRoom,
  entry,
  recordStoreContract,
  sha256,
} from '../../contract/record-store.contract.ts'
import { SeededRandom } from '../../support/seeded-random.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-record-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const newFile = () => join(folder, `record-${++files}.sqlite`)

recordStoreContract('memory', async () => createMemoryRecordStore())
recordStoreContract('SQLite', async () => createSqliteRecordStore({ file: newFile() }))

describe('the record in SQLite, as a file', () => {
  it('is there after it was closed and opened again, its tables made only once', async () => {
    const file = newFile()
    const first = createSqliteRecordStore({ file })
    await first.append([entry(bodyRoom, [1])])
    await first.close()
    const second = createSqliteRecordStore({ file })
    await second.append([entry(bodyRoom, [2])])
    expect((await second.read(bodyRoom, 1, 9)).map(({ update }) => update[0])).toEqual([1, 2])
    await second.close()
  })

  it('refuses everything after close, and close may be called twice', async () => {
    const store = createSqliteRecordStore({ file: newFile() })
    await store.append([entry(bodyRoom, [1])])
    await store.close()
    await store.close()
    await expect(store.head(bodyRoom)).rejects.toThrow('closed')
  })

  it('writes nothing of a batch that fails half-way, and takes the next one', async () => {
    const file = newFile()
    const store = createSqliteRecordStore({ file })
    await store.append([entry(bodyRoom, [1])])
    const saboteur = new DatabaseSync(file)
    saboteur.exec(
      `create trigger disk_fails before insert on record_updates when new.author = 'eve'
       begin select raise(fail, 'disk I/O error'); end`,
    )
    const before = await store.head(bodyRoom)
    await expect(
      store.append([entry(bodyRoom, [2]), entry(discussionRoom, [3]), entry(bodyRoom, [4], 'eve')]),
    ).rejects.toThrow('disk I/O error')
    expect(await store.head(bodyRoom)).toEqual(before)
    expect(await store.read(discussionRoom, 1, 9)).toEqual([])

    saboteur.exec('drop trigger disk_fails')
    saboteur.close()
    await store.append([entry(bodyRoom, [5])])
    expect((await store.read(bodyRoom, 1, 9)).map(({ update }) => update[0])).toEqual([1, 5])
    await store.close()
  })

  it('gives up on a file that another process holds, and writes again when it is free', async () => {
    const file = newFile()
    const store = createSqliteRecordStore({ file, busyTimeoutMs: 30 })
    await store.append([entry(bodyRoom, [1])])
    const other = new DatabaseSync(file)
    other.exec('begin immediate')
    await expect(store.append([entry(bodyRoom, [2])])).rejects.toThrow('locked')
    other.exec('rollback')
    other.close()
    await store.append([entry(bodyRoom, [3])])
    expect((await store.read(bodyRoom, 1, 9)).map(({ update }) => update[0])).toEqual([1, 3])
    await store.close()
  })

  it('says so when the file cannot be opened', async () => {
    const store = createSqliteRecordStore({ file: join(folder, 'no-such-folder', 'record.sqlite') })
    await expect(store.append([entry(bodyRoom, [1])])).rejects.toThrow('unable to open')
    await store.close()
  })

  it('takes appends while a large snapshot is kept', async () => {
    const store = createSqliteRecordStore({ file: newFile() })
    await store.append([entry(bodyRoom, [1])])
    const state = Uint8Array.from({ length: 5 * 1024 * 1024 }, (_, index) => index % 251)
    const order: string[] = []
    const keeping = store.saveSnapshot(bodyRoom, { seq: 1, state }).then(() => order.push('snapshot'))
    await store.append([entry(discussionRoom, [2])]).then(() => order.push('append'))
    expect((await store.load(bodyRoom)).snapshot).toBeNull()
    await keeping
    expect(order).toEqual(['append', 'snapshot'])
    const { snapshot } = await store.load(bodyRoom)
    expect(snapshot?.seq).toBe(1)
    expect(Buffer.compare(snapshot?.state ?? new Uint8Array(), state)).toBe(0)
    await store.close()
  })

  it('knows nothing of a snapshot that was not finished, and clears it away with the next', async () => {
    const file = newFile()
    const store = createSqliteRecordStore({ file })
    await store.append([1, 2, 3].map(byte => entry(bodyRoom, [byte])))
    await store.saveSnapshot(bodyRoom, { seq: 1, state: Uint8Array.of(1) })
    const other = new DatabaseSync(file)
    other.exec(
      `insert into record_pieces (room_id, seq, place, data) values (1, 2, 0, x'09'), (1, 3, 0, x'09')`,
    )
    expect((await store.load(bodyRoom)).snapshot).toEqual({ seq: 1, state: Uint8Array.of(1) })
    await store.saveSnapshot(bodyRoom, { seq: 3, state: Uint8Array.of(3, 3) })
    expect((await store.load(bodyRoom)).snapshot).toEqual({ seq: 3, state: Uint8Array.of(3, 3) })
    expect(other.prepare('select count(*) as pieces from record_pieces').get()).toEqual({ pieces: 1 })
    other.close()
    await store.close()
  })

  it('brings a file of the form before this one to its own, with the snapshot in it', async () => {
    const file = newFile()
    const first = createSqliteRecordStore({ file })
    await first.append([1, 2].map(byte => entry(bodyRoom, [byte])))
    await first.saveSnapshot(bodyRoom, { seq: 1, state: Uint8Array.of(7, 8, 9) })
    const loaded = await first.load(bodyRoom)
    await first.close()
    const before = new DatabaseSync(file)
    before.exec(
      `create table older (room_id integer primary key references record_rooms (id), seq integer not null, state blob not null) strict;
       insert into older select room_id, seq, data from record_snapshots join record_pieces using (room_id, seq);
       drop table record_snapshots;
       drop table record_pieces;
       alter table older rename to record_snapshots;
       update record_schema set version = 3`,
    )
    before.close()
    const store = createSqliteRecordStore({ file })
    expect(await store.load(bodyRoom)).toEqual(loaded)
    expect(loaded.snapshot?.state).toEqual(Uint8Array.of(7, 8, 9))
    await store.saveSnapshot(bodyRoom, { seq: 2, state: Uint8Array.of(4) })
    expect((await store.load(bodyRoom)).snapshot).toEqual({ seq: 2, state: Uint8Array.of(4) })
    await store.close()
  })

  it('does not put more into a chunk than can be made while others wait', async () => {
    const file = newFile()
    const store = createSqliteRecordStore({ file })
    const large = new Uint8Array(700_000).fill(5)
    await store.append([1, 2, 3].map(() => ({ ...entry(bodyRoom, []), update: large })))
    await store.saveSnapshot(bodyRoom, { seq: 3, state: Uint8Array.of(1) })
    const other = new DatabaseSync(file, { readOnly: true })
    const chunks = other.prepare('select first, last from record_chunks order by first').all()
    expect(chunks).toEqual([
      { first: 1, last: 1 },
      { first: 2, last: 2 },
    ])
    expect((await store.read(bodyRoom, 1, 9)).map(({ update }) => update.length)).toEqual([
      700_000, 700_000, 700_000,
    ])
    other.close()
    await store.close()
  })

  it('keeps all that was acknowledged, whole and chained, when its process is killed at any moment', async () => {
    const random = new SeededRandom(20261123)
    const file = newFile()
    const acknowledged = new Map<string, number>()
    for (let kill = 0; kill < 4; kill++) {
      await appendUntilKilled(file, random, acknowledged)
      const store = createSqliteRecordStore({ file })
      for (const room of [bodyRoom, discussionRoom]) {
        const record = await store.read(room, 0, Number.MAX_SAFE_INTEGER)
        expect(record.length).toBeGreaterThanOrEqual(acknowledged.get(room.room) ?? 0)
        expect(record.map(({ seq }) => seq)).toEqual(record.map((_, index) => index + 1))
        expect(firstBrokenLink(room, record, sha256)).toBeNull()
        expect((await store.head(room)).chain).toEqual(record.at(-1)?.chain)
      }
      await store.close()
    }
    expect(acknowledged.get('body')).toBeGreaterThan(10)
  }, 60_000)
})

/** Runs a process that appends, kills it at a random moment, and notes the heads that it saw acknowledged. */
async function appendUntilKilled(file: string, random: SeededRandom, acknowledged: Map<string, number>) {
  const script = fileURLToPath(new URL('../../contract/record-store-appender.ts', import.meta.url))
  const child = spawn(process.execPath, [script, file, String(random.int(1e9))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const enough = 1 + random.int(400)
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
    if (printed.length >= enough) child.kill('SIGKILL')
  })
  await exited
  for (const [, room = '', seq] of printed.matchAll(/^(\w+) (\d+)\n/gm)) acknowledged.set(room, Number(seq))
}
