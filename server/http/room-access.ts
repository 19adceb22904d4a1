import { type AccessRefusal, decideAccess } from '../../shared/agreement/access.ts'
import type { RoomName } from '../../shared/protocol/wire.ts'
import type { Result } from '../../shared/result.ts'
import type { Accounts } from '../accounts.ts'
import type { AgreementStore } from '../store/agreement-store.ts'

/** What a person may do in an agreement's rooms; null for who is no member. */
export interface RoomAccess {
  readonly name: string
  readonly mayWrite: Readonly<Record<RoomName, Result<true, AccessRefusal>>>
}

/** Asks the access table on behalf of the sockets. */
export const createRoomAccess =
  (agreements: AgreementStore, accounts: Accounts) =>
  async (userId: string, agreementId: string): Promise<RoomAccess | null> => {
    const member = await agreements.member(agreementId, userId)
    const agreement = member && (await agreements.find(agreementId))
    const person = agreement && (await accounts.people([userId])).get(userId)
    if (!member || !person) return null
    return {
      name: person.name,
      mayWrite: {
        body: decideAccess(member, 'write-body', agreement.status),
        discussion: decideAccess(member, 'write-discussion', agreement.status),
      },
    }
  }
