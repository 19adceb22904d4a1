import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { POSTGRES_FENCE } from '../../../server/store/access-fence.ts'
import type { AgreementStore } from '../../../server/store/agreement-store.ts'
import { openPostgresDatabase } from '../../../server/store/database.ts'
import { createPostgresPool } from '../../../server/store/postgres-pool.ts'
import { migratePostgresRecord } from '../../../server/store/postgres-record-schema.ts'
import { createPostgresRecordStore } from '../../../server/store/postgres-record-store.ts'
import type { SharedRecord } from '../../../server/store/record-store.ts'
import { RulesChanged } from '../../../server/store/rules-changed.ts'
import { createSqlAgreementStore } from '../../../server/store/sql-agreement-store.ts'
import { toHex } from '../../../shared/sealing/bytes.ts'
import {
  agreementFixture,
  BEN,
  memberFixture,
  signatureOf,
  versionFixture,
} from '../../contract/agreement-fixtures.ts'
import { agreementStoreContract } from '../../contract/agreement-store.ts'
import { bodyRoom, entry } from '../../contract/record-store.contract.ts'
import { postgresFolder } from '../../support/services/programs.ts'
import { emptyDatabase } from '../../support/services/shared-postgres.ts'
import { silentLog } from '../../support/silent-log.ts'

const TABLES =
  'agreement, member, invitation, calendar_feed, version, signature, signed_pdf, terms, passkey, record_rooms, record_entries, record_chunks, record_owners, record_snapshots'

describe.skipIf(postgresFolder() === null)('PostgreSQL', () => {
  let url: string
  let pool: Pool
  beforeAll(async () => {
    url = await emptyDatabase()
    pool = createPostgresPool(url, silentLog)
    await migratePostgresRecord(pool)
    await (await openPostgresDatabase(createPostgresPool(url, silentLog))).destroy()
  })
  afterAll(() => pool.end())

  const empty = () => pool.query(`truncate ${TABLES}`)

  agreementStoreContract('PostgreSQL', async () => {
    await empty()
    return createSqlAgreementStore(await openPostgresDatabase(createPostgresPool(url, silentLog)))
  })

  describe('the fence between the rules and the record', () => {
    const room = { ...bodyRoom, agreementId: agreementFixture().id }
    let agreements: AgreementStore
    let record: SharedRecord
    beforeEach(async () => {
      await empty()
      agreements = createSqlAgreementStore(
        await openPostgresDatabase(createPostgresPool(url, silentLog)),
        POSTGRES_FENCE,
      )
      record = createPostgresRecordStore(pool)
      await agreements.create(agreementFixture(), memberFixture())
      await pool.query(
        "insert into member (id, agreement_id, user_id, role, joined_at) values ($1, $2, 'ben', 'partner', $3)",
        [BEN.id, BEN.agreementId, BEN.joinedAt],
      )
      return () => agreements.close()
    })

    const rules = async () => (await record.standing([room]))[0]?.rules ?? 0
    const write = async (judgedBy: number) => record.append([{ ...entry(room, [1]), rules: judgedBy }])
    const sealAt = async (head: { seq: number; chain: Uint8Array }) => {
      const version = versionFixture()
      const manifest = { ...version.manifest, record: { updates: head.seq, head: toHex(head.chain) } }
      return agreements.addVersion({ ...version, manifest })
    }

    it('refuses a write that was judged before the seal, a refusal, the last signature, an amendment, a role or a removal', async () => {
      await write(0)
      const steps: [string, () => Promise<unknown>][] = [
        ['seal', async () => sealAt(await record.head(room))],
        [
          'refusal',
          () => agreements.refuseVersion(room.agreementId, 1, { name: 'Ben', reason: 'no', at: 'now' }),
        ],
        ['role', () => agreements.changeMember(room.agreementId, BEN.id, { role: 'observer' })],
        ['removal', () => agreements.removeMember(room.agreementId, BEN.id)],
      ]
      for (const [name, step] of steps) {
        const before = await rules()
        expect(await step(), name).not.toBe(false)
        await expect(write(before), name).rejects.toBeInstanceOf(RulesChanged)
        await write(before + 1)
      }
    })

    it('changes the rules with the last signature and with an amendment', async () => {
      await write(0)
      await sealAt(await record.head(room))
      await agreements.addSignature(room.agreementId, 1, signatureOf(memberFixture()))
      expect(await rules()).toBe(1)
      await agreements.addSignature(room.agreementId, 1, signatureOf(BEN))
      expect(await rules()).toBe(2)
      expect(await agreements.reopen(room.agreementId)).toBe(true)
      expect(await rules()).toBe(3)
    })

    it('refuses a write by older rules also to a room that nobody has written yet', async () => {
      await agreements.changeMember(room.agreementId, BEN.id, { role: 'observer' })
      await expect(write(0)).rejects.toBeInstanceOf(RulesChanged)
    })

    it('does not seal a text that has moved on from what was read', async () => {
      await write(0)
      const read = await record.head(room)
      await write(0)
      expect(await sealAt(read)).toBe(false)
      expect((await agreements.find(room.agreementId))?.status).toBe('draft')
      expect(await sealAt(await record.head(room))).toBe(true)
    })

    it('lets either the seal or a write that races it be first, never both', async () => {
      for (let round = 0; round < 15; round++) {
        const read = await record.head(room)
        const before = await rules()
        const [sealed, written] = await Promise.all([
          sealAt(read),
          write(before).then(
            () => true,
            () => false,
          ),
        ])
        expect([sealed, written].filter(Boolean)).toHaveLength(1)
        if (sealed) {
          await agreements.refuseVersion(room.agreementId, 1, { name: 'Ben', reason: 'no', at: 'now' })
          await pool.query('delete from version')
        }
      }
    })
  })
})
