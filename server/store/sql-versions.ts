import type { SignatureRecord } from '../../shared/sealing/statement.ts'
import type { AccessFence } from './access-fence.ts'
import { versionFromRow, versionLineFromRow, versionToRow } from './agreement-rows.ts'
import type { AgreementStore } from './agreement-store.ts'
import type { Database } from './database.ts'
import { lockAgreement } from './sql-members.ts'

type VersionQueries = Pick<
  AgreementStore,
  | 'addVersion'
  | 'version'
  | 'versions'
  | 'addSignature'
  | 'signatures'
  | 'refuseVersion'
  | 'reopen'
  | 'saveSignedPdf'
  | 'signedPdf'
>

/** Versions without their texts, each with the count of its signatures. */
export const selectVersionLines = (db: Database) =>
  db
    .selectFrom('version')
    .select([
      'version.agreement_id',
      'version.number',
      'version.status',
      'version.fingerprint',
      'version.sealed_at',
      'version.signatories',
      'version.refusal_json',
    ])
    .select(eb =>
      eb
        .selectFrom('signature')
        .select(count => count.fn.countAll().as('signed'))
        .whereRef('signature.agreement_id', '=', 'version.agreement_id')
        .whereRef('signature.number', '=', 'version.number')
        .as('signed'),
    )

export function versionQueries(db: Database, fence: AccessFence): VersionQueries {
  return {
    addVersion: version =>
      db.transaction().execute(async trx => {
        if ((await lockAgreement(trx, version.agreementId)) !== 'draft') return false
        const { signatories, record } = version.manifest
        if (!(await fence.textStandsAt(trx, version.agreementId, record))) return false
        const members = await trx
          .selectFrom('member')
          .select('id')
          .where('agreement_id', '=', version.agreementId)
          .execute()
        const known = new Set(members.map(member => member.id))
        if (!signatories.every(signatory => known.has(signatory.memberId))) return false
        const added = await trx
          .insertInto('version')
          .values(versionToRow(version))
          .onConflict(conflict => conflict.columns(['agreement_id', 'number']).doNothing())
          .returning('number')
          .executeTakeFirst()
        if (!added) return false
        for (const { memberId, partyId } of signatories)
          await trx.updateTable('member').set({ party_id: partyId }).where('id', '=', memberId).execute()
        await trx
          .updateTable('agreement')
          .set({ status: 'sealed' })
          .where('id', '=', version.agreementId)
          .execute()
        await fence.rulesChange(trx, version.agreementId)
        return true
      }),

    async version(agreementId, number) {
      const row = await db
        .selectFrom('version')
        .selectAll()
        .where('agreement_id', '=', agreementId)
        .where('number', '=', number)
        .executeTakeFirst()
      return row ? versionFromRow(row) : null
    },

    async versions(agreementId) {
      const rows = await selectVersionLines(db)
        .where('version.agreement_id', '=', agreementId)
        .orderBy('version.number')
        .execute()
      return rows.map(versionLineFromRow)
    },

    addSignature: (agreementId, number, signature) =>
      db.transaction().execute(async trx => {
        await lockAgreement(trx, agreementId)
        const version = await trx
          .selectFrom('version')
          .select('signatories')
          .where('agreement_id', '=', agreementId)
          .where('number', '=', number)
          .where('status', '=', 'sealed')
          .executeTakeFirst()
        if (!version) return null
        const earlier = await trx
          .selectFrom('signature')
          .select('member_id')
          .where('agreement_id', '=', agreementId)
          .where('number', '=', number)
          .execute()
        const memberId = signature.statement.signatory.memberId
        if (earlier.some(row => row.member_id === memberId)) return null
        await trx
          .insertInto('signature')
          .values({
            agreement_id: agreementId,
            number,
            member_id: memberId,
            position: earlier.length,
            record_json: JSON.stringify(signature),
          })
          .execute()
        const complete = earlier.length + 1 === version.signatories
        if (complete) {
          await trx
            .updateTable('version')
            .set({ status: 'signed' })
            .where('agreement_id', '=', agreementId)
            .where('number', '=', number)
            .execute()
          await trx.updateTable('agreement').set({ status: 'signed' }).where('id', '=', agreementId).execute()
          await fence.rulesChange(trx, agreementId)
        }
        return { complete }
      }),

    async signatures(agreementId, number) {
      const rows = await db
        .selectFrom('signature')
        .select('record_json')
        .where('agreement_id', '=', agreementId)
        .where('number', '=', number)
        .orderBy('position')
        .execute()
      return rows.map((row): SignatureRecord => JSON.parse(row.record_json))
    },

    refuseVersion: (agreementId, number, refusal) =>
      db.transaction().execute(async trx => {
        await lockAgreement(trx, agreementId)
        const { numUpdatedRows } = await trx
          .updateTable('version')
          .set({ status: 'refused', refusal_json: JSON.stringify(refusal) })
          .where('agreement_id', '=', agreementId)
          .where('number', '=', number)
          .where('status', '=', 'sealed')
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false
        await trx.updateTable('agreement').set({ status: 'draft' }).where('id', '=', agreementId).execute()
        await fence.rulesChange(trx, agreementId)
        return true
      }),

    reopen: agreementId =>
      db.transaction().execute(async trx => {
        const { numUpdatedRows } = await trx
          .updateTable('agreement')
          .set({ status: 'draft' })
          .where('id', '=', agreementId)
          .where('status', '=', 'signed')
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false
        await fence.rulesChange(trx, agreementId)
        return true
      }),

    async saveSignedPdf(agreementId, number, pdf) {
      await db
        .insertInto('signed_pdf')
        .values({ agreement_id: agreementId, number, pdf })
        .onConflict(conflict => conflict.columns(['agreement_id', 'number']).doNothing())
        .execute()
    },

    async signedPdf(agreementId, number) {
      const row = await db
        .selectFrom('signed_pdf')
        .select('pdf')
        .where('agreement_id', '=', agreementId)
        .where('number', '=', number)
        .executeTakeFirst()
      return row ? new Uint8Array(row.pdf) : null
    },
  }
}
