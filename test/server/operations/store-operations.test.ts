import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { backUp, checkFolder, restore } from '../../../server/operations/backup.ts'
import { moveStore } from '../../../server/operations/move-store.ts'
import { must } from '../../../shared/result.ts'
import { type Drafted, draftAgreement, seal, sign } from '../../support/drafted-agreement.ts'
import { postgresFolder } from '../../support/services/programs.ts'
import { emptyDatabase } from '../../support/services/shared-postgres.ts'
import { silentLog } from '../../support/silent-log.ts'
import { ask } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-operations-'))
afterAll(() => rmSync(folder, { recursive: true }))
let folders = 0
const newFolder = () => join(folder, String(++folders))

const dataDir = newFolder()
let server: TestServer
let drafted: Drafted
let backup: string
let wordsAtBackup: number
/** What Ada writes in the discussion, which stays open when the text is sealed. */
const notes = new Y.Doc()

async function write(word: string): Promise<void> {
  const before = Y.encodeStateVector(notes)
  notes.getArray('words').push([word])
  const update = Y.encodeStateAsUpdate(notes, before)
  await server.rooms.write({ agreementId: drafted.id, room: 'discussion' }, update, drafted.ada.id)
}

async function wordsOn(other: TestServer): Promise<number> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await other.rooms.state({ agreementId: drafted.id, room: 'discussion' })).update)
  return doc.getArray('words').length
}

const npm = (script: string, argument: string, environment: Readonly<Record<string, string>>) =>
  new Promise<{ code: unknown; output: string }>(resolve => {
    const run = [`server/cli/${script}`, ...argument.split(' ').filter(part => part !== '')]
    const env = { PATH: process.env.PATH ?? '', NODE_NO_WARNINGS: '1', ...environment }
    execFile(
      process.execPath,
      run,
      { env, cwd: join(import.meta.dirname, '../../..') },
      (error, stdout, stderr) => resolve({ code: error ? error.code : 0, output: stdout + stderr }),
    )
  })

beforeAll(async () => {
  server = await startTestServer({ dataDir })
  drafted = await draftAgreement(server)
  const version = await seal(drafted)
  expect((await sign(drafted.ada, version, drafted.adaMember)).status).toBe(201)
  for (let n = 0; n < 12; n++) await Promise.all(Array.from({ length: 100 }, () => write('word')))

  // Somebody writes all the time.
  let writing = true
  const typing = (async () => {
    while (writing) await write('more')
  })()
  wordsAtBackup = notes.getArray('words').length
  backup = newFolder()
  const made = await npm('backup.ts', `backup ${backup}`, { DATA_DIR: dataDir })
  writing = false
  await typing
  expect(made).toMatchObject({ code: 0, output: expect.stringContaining('Sound: ') })
  await server.close()
}, 60_000)

/** The same people read and go on with it as they left it. */
async function isAsItWas(other: TestServer): Promise<void> {
  const { ada, ben, id } = drafted
  const as = (token: string) => ({ authorization: `Bearer ${token}` })
  const found = await ask(`${other.url}/api/agreements/${id}/versions/1`, 'GET', undefined, as(ben.token))
  expect(found.status).toBe(200)
  expect(found.body.signatures).toHaveLength(1)
  const list = await ask(`${other.url}/api/agreements`, 'GET', undefined, as(ada.token))
  expect(JSON.stringify(list.body)).toContain(id)
  expect((await sign({ ...ben, ...personAt(other, ben.token) }, found.body, drafted.benMember)).status).toBe(
    201,
  )
}

const personAt = (other: TestServer, token: string) => ({
  post: (path: string, body?: unknown) =>
    ask(`${other.url}${path}`, 'POST', body, { authorization: `Bearer ${token}` }),
})

describe('a backup that was made while people wrote', () => {
  it('is put in place where there is no store, and has all that was there when it began', async () => {
    const place = newFolder()
    const restored = await restore(backup, place)
    expect(restored).toMatchObject({ ok: true, value: { versions: 1, problems: [] } })
    const other = await startTestServer({ dataDir: place })
    expect(await wordsOn(other)).toBeGreaterThanOrEqual(wordsAtBackup)
    await isAsItWas(other)
    await other.close()
  })

  it('overwrites nothing', async () => {
    const files = readdirSync(dataDir).sort()
    const refused = await npm('backup.ts', `restore ${backup}`, { DATA_DIR: dataDir })
    expect(refused).toMatchObject({ code: 2, output: expect.stringContaining('Nothing is overwritten') })
    expect(readdirSync(dataDir).sort()).toEqual(files)
    expect(await backUp(dataDir, backup, '2026-11-26T00:00:00Z')).toMatchObject({ ok: false })
  })

  it('is refused when a byte of it has changed since, and so is a folder that is none', async () => {
    const file = join(backup, 'record.sqlite')
    const bytes = readFileSync(file)
    const place = bytes.length >> 1
    bytes[place] = (bytes[place] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const changed = await restore(backup, newFolder())
    expect(changed).toMatchObject({ ok: false, error: { message: expect.stringContaining('not as it was') } })
    bytes[place] = (bytes[place] ?? 0) ^ 1
    writeFileSync(file, bytes)
    expect(await restore(folder, newFolder())).toMatchObject({ ok: false })
  })
})

describe('the check of a store', () => {
  const damaged = async (sql: string) => {
    const place = newFolder()
    expect((await restore(backup, place)).ok).toBe(true)
    const database = new DatabaseSync(join(place, 'record.sqlite'))
    database.exec(sql)
    database.close()
    return (await checkFolder(place)).problems.join('\n')
  }

  it.each([
    [
      'a changed time',
      'update record_updates set at = at + 1 where id = (select max(id) from record_updates)',
      'does not follow',
    ],
    [
      'another author',
      "update record_updates set author = 'eve' where id = (select min(id) from record_updates)",
      'does not follow',
    ],
    [
      'a lost entry',
      'delete from record_updates where id = (select max(id) from record_updates)',
      'is missing',
    ],
    ['a chunk that was tampered with', 'update record_chunks set data = zeroblob(10)', 'cannot be read'],
    ['a snapshot that lacks something', "update record_pieces set data = x'0000'", 'its snapshot lacks'],
    ['a head that was moved', 'update record_rooms set chain = zeroblob(32)', 'not the one that it names'],
  ])('finds %s', async (_name, sql, problem) => {
    expect(await damaged(sql)).toContain(problem)
  })

  it('says that the store is sound when it is, also from a terminal', async () => {
    const said = await npm('check-store.ts', '', { DATA_DIR: dataDir })
    expect(said).toMatchObject({ code: 0, output: expect.stringContaining('Every hash chain holds') })
    expect(await npm('check-store.ts', '', { DATA_DIR: folder })).toMatchObject({ code: 2 })
  })
})

describe.skipIf(postgresFolder() === null)('a move to PostgreSQL', () => {
  let databaseUrl: string
  beforeAll(async () => {
    databaseUrl = await emptyDatabase()
  })
  const move = (from: string, tell: (progress: { entries: number }) => void = () => {}) =>
    moveStore({ dataDir: from, databaseUrl, log: silentLog, tell })

  it('waits until no server has the store open', async () => {
    const running = await startTestServer({ dataDir })
    expect(await move(dataDir)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('stop it') },
    })
    await running.close()
  })

  it('goes on where it was interrupted, moves everything and is sound on the other side', async () => {
    const stopped = await move(dataDir, ({ entries }) => {
      if (entries > 600) throw new Error('The power went')
    })
    expect(stopped).toMatchObject({ ok: false, error: { message: 'The power went' } })
    const moved = await npm('migrate-store.ts', '', { DATA_DIR: dataDir, DATABASE_URL: databaseUrl })
    expect(moved).toMatchObject({ code: 0, output: expect.stringContaining('Moved.') })
    expect(await npm('check-store.ts', '', { DATABASE_URL: databaseUrl })).toMatchObject({ code: 0 })
    const other = await startTestServer({ databaseUrl })
    expect(await wordsOn(other)).toBe(notes.getArray('words').length)
    await isAsItWas(other)
    await other.close()
  })

  it('stops at a database that went another way', async () => {
    expect(await move(dataDir)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('database holds') },
    })
    const strange = newFolder()
    const other = await startTestServer({ dataDir: strange })
    must(await other.signUp('Zoe'), 'somebody signs up')
    await other.close()
    expect(await move(strange)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('another server') },
    })
  })
})
