import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openSqliteDatabase } from '../../../server/store/database.ts'
import { createMemoryAgreementStore } from '../../../server/store/memory-agreement-store.ts'
import { createSqlAgreementStore } from '../../../server/store/sql-agreement-store.ts'
import { agreementFixture } from '../../contract/agreement-fixtures.ts'
import { agreementStoreContract } from '../../contract/agreement-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const nextFile = () => join(folder, `${files++}.sqlite`)
const open = async (file: string) => createSqlAgreementStore(await openSqliteDatabase(file))

agreementStoreContract('memory', async () => createMemoryAgreementStore())
agreementStoreContract('SQLite', () => open(nextFile()))

describe('the SQLite file', () => {
  it('is read again by the next process, with everything in it', async () => {
    const file = nextFile()
    const first = await open(file)
    const agreement = agreementFixture({ title: 'O’Brien’s; drop table agreement; --' })
    await first.create(agreement, {
      id: 'member',
      agreementId: agreement.id,
      userId: 'ada',
      role: 'convener',
      partyId: null,
      joinedAt: agreement.createdAt,
    })
    await first.close()
    const second = await open(file)
    expect(await second.find(agreement.id)).toEqual(agreement)
    expect(await second.listFor('ada')).toHaveLength(1)
    await second.close()
  })

  it('stores a date that stands first among the values as its text', async () => {
    const db = await openSqliteDatabase(nextFile())
    // A Date is no text; the row type is bypassed as a library that shares the connection would.
    const row: Record<string, unknown> = { id: new Date(0), name: 'Ada', email: 'ada@example.org' }
    await db.schema
      .createTable('user')
      .addColumn('id', 'text')
      .addColumn('name', 'text')
      .addColumn('email', 'text')
      .execute()
    await db
      .insertInto('user')
      .values(row as never)
      .execute()
    expect(await db.selectFrom('user').selectAll().execute()).toEqual([
      { id: '1970-01-01T00:00:00.000Z', name: 'Ada', email: 'ada@example.org' },
    ])
    await expect(
      db
        .insertInto('user')
        .values({ ...row, name: {} } as never)
        .execute(),
    ).rejects.toThrow('stored')
    await db.destroy()
  })
})
