import { sql } from 'kysely'
import { type AccessFence, NO_FENCE } from './access-fence.ts'
import {
  agreementFromRow,
  agreementToRow,
  memberFromRow,
  memberToRow,
  passkeyFromRow,
  passkeyToRow,
  termsFromRow,
  versionLineFromRow,
} from './agreement-rows.ts'
import type { AgreementStore, LibraryLine } from './agreement-store.ts'
import type { Database } from './database.ts'
import { invitationQueries, memberQueries } from './sql-members.ts'
import { selectVersionLines, versionQueries } from './sql-versions.ts'

/** Three values for each are far below what one statement may have. */
const TOUCHED_AT_ONCE = 1000

/** The agreements in a database of `database.ts`; closing the store closes the database. */
export function createSqlAgreementStore(db: Database, fence: AccessFence = NO_FENCE): AgreementStore {
  return {
    ...agreementQueries(db),
    ...memberQueries(db, fence),
    ...invitationQueries(db),
    ...versionQueries(db, fence),
    ...termsQueries(db),
    ...passkeyQueries(db),
    close: () => db.destroy(),
  }
}

function agreementQueries(
  db: Database,
): Pick<AgreementStore, 'create' | 'find' | 'listFor' | 'touch' | 'rename'> {
  return {
    create: (agreement, convener) =>
      db.transaction().execute(async trx => {
        const row = await trx
          .insertInto('agreement')
          .values(agreementToRow(agreement))
          .onConflict(conflict => conflict.column('id').doNothing())
          .returningAll()
          .executeTakeFirst()
        if (!row) return null
        await trx.insertInto('member').values(memberToRow(convener)).execute()
        return agreementFromRow(row)
      }),

    async find(agreementId) {
      const row = await db
        .selectFrom('agreement')
        .selectAll()
        .where('id', '=', agreementId)
        .executeTakeFirst()
      return row ? agreementFromRow(row) : null
    },

    async listFor(userId) {
      const members = await db.selectFrom('member').selectAll().where('user_id', '=', userId).execute()
      const lines = await libraryRows(db, userId)
      const versions = await currentVersions(db, userId)
      const memberIn = new Map(members.map(row => [row.agreement_id, memberFromRow(row)]))
      return lines.flatMap((row): LibraryLine[] => {
        const member = memberIn.get(row.id)
        if (!member) return []
        const agreement = agreementFromRow(row)
        return [
          {
            agreement,
            member,
            parties: row.parties_json === null ? [] : JSON.parse(row.parties_json),
            version: agreement.status === 'draft' ? null : (versions.get(row.id) ?? null),
          },
        ]
      })
    },

    async touch(changes) {
      for (let at = 0; at < changes.length; at += TOUCHED_AT_ONCE) {
        const some = changes.slice(at, at + TOUCHED_AT_ONCE)
        const rows = some.map(
          change => sql`(${change.agreementId}, ${change.changedAt}, ${change.changedBy})`,
        )
        // Both databases name the columns of such rows like this.
        await sql`update agreement set changed_at = v.column2, changed_by = v.column3
          from (values ${sql.join(rows)}) as v where agreement.id = v.column1`.execute(db)
      }
    },

    async rename(agreementId, title) {
      await db.updateTable('agreement').set({ title }).where('id', '=', agreementId).execute()
    },
  }
}

const libraryRows = (db: Database, userId: string) =>
  db
    .selectFrom('agreement')
    .innerJoin('member', 'member.agreement_id', 'agreement.id')
    .leftJoin('terms', 'terms.agreement_id', 'agreement.id')
    .selectAll('agreement')
    .select('terms.parties_json')
    .where('member.user_id', '=', userId)
    .orderBy('agreement.changed_at', 'desc')
    .orderBy('agreement.id')
    .execute()

async function currentVersions(db: Database, userId: string) {
  const rows = await selectVersionLines(db)
    .innerJoin('member', 'member.agreement_id', 'version.agreement_id')
    .where('member.user_id', '=', userId)
    .orderBy('version.number')
    .execute()
  return new Map(rows.map(row => [row.agreement_id, versionLineFromRow(row)]))
}

function termsQueries(db: Database): Pick<AgreementStore, 'saveTerms' | 'terms'> {
  return {
    async saveTerms(agreementId, { seq, terms, at }) {
      const values = {
        seq,
        at,
        terms_json: JSON.stringify(terms),
        parties_json: JSON.stringify(terms.parties.map(({ id, name }) => ({ id, name }))),
      }
      await db
        .insertInto('terms')
        .values({ agreement_id: agreementId, ...values })
        .onConflict(conflict =>
          conflict.column('agreement_id').doUpdateSet(values).where('terms.seq', '<=', seq),
        )
        .execute()
    },

    async terms(agreementId) {
      const row = await db
        .selectFrom('terms')
        .select(['seq', 'at', 'terms_json'])
        .where('agreement_id', '=', agreementId)
        .executeTakeFirst()
      return row ? termsFromRow(row) : null
    },
  }
}

function passkeyQueries(db: Database): Pick<AgreementStore, 'addPasskey' | 'passkeys'> {
  return {
    async addPasskey(passkey) {
      const added = await db
        .insertInto('passkey')
        .values(passkeyToRow(passkey))
        .onConflict(conflict => conflict.column('credential_id').doNothing())
        .returning('credential_id')
        .executeTakeFirst()
      return added !== undefined
    },

    async passkeys(userId) {
      const rows = await db
        .selectFrom('passkey')
        .selectAll()
        .where('user_id', '=', userId)
        .orderBy('created_at')
        .orderBy('credential_id')
        .execute()
      return rows.map(passkeyFromRow)
    },
  }
}
