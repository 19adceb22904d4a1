import type { Transaction } from 'kysely'
import type { AgreementStatus } from '../../shared/agreement/lifecycle.ts'
import type { AccessFence } from './access-fence.ts'
import { invitationFromRow, invitationToRow, memberFromRow, memberToRow } from './agreement-rows.ts'
import type { AgreementStore, Member, MemberChange } from './agreement-store.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/**
 * The agreement's status, with its row locked until the transaction ends; null when there is none. An update takes the lock
 * in both databases, and in SQLite at once, so that no later statement finds another writer in its way.
 */
export async function lockAgreement(trx: Transaction<Tables>, id: string): Promise<AgreementStatus | null> {
  const row = await trx
    .updateTable('agreement')
    .set(eb => ({ status: eb.ref('status') }))
    .where('id', '=', id)
    .returning('status')
    .executeTakeFirst()
  return row ? (row.status as AgreementStatus) : null
}

async function memberOf(db: Database, agreementId: string, userId: string): Promise<Member | null> {
  const row = await db
    .selectFrom('member')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row ? memberFromRow(row) : null
}

type MemberQueries = Pick<AgreementStore, 'member' | 'members' | 'changeMember' | 'removeMember'>

export function memberQueries(db: Database, fence: AccessFence): MemberQueries {
  const changing = (
    agreementId: string,
    memberId: string,
    losesConvener: boolean,
    write: (trx: Transaction<Tables>) => Promise<unknown>,
  ): Promise<MemberChange> =>
    db.transaction().execute(async trx => {
      await lockAgreement(trx, agreementId)
      const rows = await trx
        .selectFrom('member')
        .selectAll()
        .where('agreement_id', '=', agreementId)
        .execute()
      const target = rows.find(row => row.id === memberId)
      if (!target) return 'not-found'
      const others = rows.filter(row => row.role === 'convener' && row.id !== memberId)
      if (losesConvener && target.role === 'convener' && others.length === 0) return 'last-convener'
      await write(trx)
      await fence.rulesChange(trx, agreementId)
      return 'done'
    })

  return {
    member: (agreementId, userId) => memberOf(db, agreementId, userId),

    async members(agreementId) {
      const rows = await db
        .selectFrom('member')
        .selectAll()
        .where('agreement_id', '=', agreementId)
        .orderBy('joined_at')
        .orderBy('id')
        .execute()
      return rows.map(memberFromRow)
    },

    changeMember: (agreementId, memberId, change) =>
      changing(agreementId, memberId, change.role !== undefined && change.role !== 'convener', async trx => {
        const values = {
          ...(change.role === undefined ? {} : { role: change.role }),
          ...(change.partyId === undefined ? {} : { party_id: change.partyId }),
        }
        if (Object.keys(values).length === 0) return
        await trx.updateTable('member').set(values).where('id', '=', memberId).execute()
      }),

    removeMember: (agreementId, memberId) =>
      changing(agreementId, memberId, true, trx =>
        trx.deleteFrom('member').where('id', '=', memberId).execute(),
      ),
  }
}

type InvitationQueries = Pick<
  AgreementStore,
  'addInvitation' | 'invitationByTokenHash' | 'openInvitations' | 'acceptInvitation' | 'revokeInvitation'
>

export function invitationQueries(db: Database): InvitationQueries {
  const byTokenHash = async (handle: Database, tokenHash: string) => {
    const row = await handle
      .selectFrom('invitation')
      .selectAll()
      .where('token_hash', '=', tokenHash)
      .executeTakeFirst()
    return row ? invitationFromRow(row) : null
  }

  return {
    async addInvitation(invitation) {
      await db.insertInto('invitation').values(invitationToRow(invitation)).execute()
    },

    invitationByTokenHash: tokenHash => byTokenHash(db, tokenHash),

    async openInvitations(agreementId, now) {
      const rows = await db
        .selectFrom('invitation')
        .selectAll()
        .where('agreement_id', '=', agreementId)
        .where('accepted_by', 'is', null)
        .where('expires_at', '>', now)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(invitationFromRow)
    },

    acceptInvitation: (tokenHash, member, now) =>
      db.transaction().execute(async trx => {
        const used = await trx
          .updateTable('invitation')
          .set({ accepted_by: member.userId })
          .where('token_hash', '=', tokenHash)
          .where('accepted_by', 'is', null)
          .where('expires_at', '>', now)
          .returning('agreement_id')
          .executeTakeFirst()
        if (!used) {
          const invitation = await byTokenHash(trx, tokenHash)
          return invitation && memberOf(trx, invitation.agreementId, member.userId)
        }
        const added = await trx
          .insertInto('member')
          .values({ ...memberToRow(member), agreement_id: used.agreement_id })
          .onConflict(conflict => conflict.columns(['agreement_id', 'user_id']).doNothing())
          .returningAll()
          .executeTakeFirst()
        if (added) return memberFromRow(added)
        await trx
          .updateTable('invitation')
          .set({ accepted_by: null })
          .where('token_hash', '=', tokenHash)
          .execute()
        return memberOf(trx, used.agreement_id, member.userId)
      }),

    async revokeInvitation(agreementId, invitationId) {
      const { numDeletedRows } = await db
        .deleteFrom('invitation')
        .where('agreement_id', '=', agreementId)
        .where('id', '=', invitationId)
        .where('accepted_by', 'is', null)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },
  }
}
