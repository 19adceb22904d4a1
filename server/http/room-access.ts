import { type AccessRefusal, decideAccess } from '../../shared/agreement/access.ts'
import type { RoomName } from '../../shared/protocol/wire.ts'
import type { Result } from '../../shared/result.ts'
import type { Accounts } from '../accounts.ts'
import type { AgreementStore, Member } from '../store/agreement-store.ts'

/** What a person may do in an agreement's rooms; null for who is no member. */
export interface RoomAccess {
  readonly name: string
  readonly mayWrite: Readonly<Record<RoomName, Result<true, AccessRefusal>>>
}

/** People of one agreement who are asked about together. */
interface Asked {
  readonly users: Set<string>
  readonly access: Promise<ReadonlyMap<string, RoomAccess>>
}

/**
 * Asks the access table on behalf of the sockets. People come back all at once: those of one agreement who are asked about in
 * the same turn of the event loop are read together. The read begins after the last of them was asked about, so that nobody
 * gets what was true only before.
 */
export function createRoomAccess(
  agreements: Pick<AgreementStore, 'member' | 'members' | 'find'>,
  accounts: Pick<Accounts, 'people'>,
): (userId: string, agreementId: string) => Promise<RoomAccess | null> {
  const asked = new Map<string, Asked>()

  const membersAmong = async (
    agreementId: string,
    [first = '', ...others]: readonly string[],
  ): Promise<readonly Member[]> => {
    if (others.length > 0) return agreements.members(agreementId)
    const member = await agreements.member(agreementId, first)
    return member ? [member] : []
  }

  const read = async (agreementId: string, users: ReadonlySet<string>): Promise<Map<string, RoomAccess>> => {
    const members = (await membersAmong(agreementId, [...users])).filter(({ userId }) => users.has(userId))
    const agreement = members.length > 0 ? await agreements.find(agreementId) : null
    if (!agreement) return new Map()
    const people = await accounts.people(members.map(({ userId }) => userId))
    return new Map(
      members.flatMap((member): [string, RoomAccess][] => {
        const person = people.get(member.userId)
        if (!person) return []
        const mayWrite = {
          body: decideAccess(member, 'write-body', agreement.status),
          discussion: decideAccess(member, 'write-discussion', agreement.status),
        }
        return [[member.userId, { name: person.name, mayWrite }]]
      }),
    )
  }

  const gather = (agreementId: string): Asked => {
    const users = new Set<string>()
    const access = new Promise<void>(resolve => setImmediate(resolve)).then(() => {
      asked.delete(agreementId)
      return read(agreementId, users)
    })
    const gathered = { users, access }
    asked.set(agreementId, gathered)
    return gathered
  }

  return async (userId, agreementId) => {
    const { users, access } = asked.get(agreementId) ?? gather(agreementId)
    users.add(userId)
    return (await access).get(userId) ?? null
  }
}
