import type { Logger } from '../../../../server/log.ts'
import type { RecordStore } from '../../../../server/store/record-store.ts'
import { createSyncEngine, type SyncEngine } from '../../../../server/sync/engine.ts'
import type { SyncLimits } from '../../../../server/sync/limits.ts'
import type { SocketAccess } from '../../../../server/sync/socket-access.ts'
import { decideAccess } from '../../../../shared/agreement/access.ts'
import type { AgreementStatus } from '../../../../shared/agreement/lifecycle.ts'
import type { Role } from '../../../../shared/agreement/role.ts'

/** Who is a member with which role, and where the one agreement stands: what the rest of the server would know. */
export interface World {
  readonly roles: Map<string, Role>
  status: AgreementStatus
  time: number
  readonly rested: string[]
  readonly changes: { agreementId: string; userId: string; at: number }[]
  readonly logged: { readonly level: string; readonly fields: object; readonly message: string }[]
}

export const AGREEMENT = 'agreement-0000001'
export const BODY = { agreementId: AGREEMENT, room: 'body' } as const
export const DISCUSSION = { agreementId: AGREEMENT, room: 'discussion' } as const

export function createWorld(): World {
  return {
    roles: new Map<string, Role>([
      ['ada', 'convener'],
      ['ben', 'partner'],
      ['cleo', 'reviewer'],
      ['otto', 'observer'],
    ]),
    status: 'draft',
    time: 1_763_900_000_000,
    rested: [],
    changes: [],
    logged: [],
  }
}

export function accessIn(world: World, userId: string): SocketAccess | null {
  const role = world.roles.get(userId)
  if (!role) return null
  const member = { role, partyId: 'party-a' }
  return {
    name: userId,
    mayWrite: {
      body: decideAccess(member, 'write-body', world.status),
      discussion: decideAccess(member, 'write-discussion', world.status),
    },
  }
}

export function createTestEngine(
  world: World,
  record: RecordStore,
  options: { limits?: Partial<SyncLimits>; restMs?: number } = {},
): SyncEngine {
  const level =
    (name: string) =>
    (fields: object, message: string): void => {
      world.logged.push({ level: name, fields, message })
    }
  const log: Logger = { info: level('info'), warn: level('warn'), error: level('error') }
  return createSyncEngine({
    record,
    log,
    now: () => world.time,
    access: async userId => accessIn(world, userId),
    onRest: agreementId => world.rested.push(agreementId),
    onChanged: change => world.changes.push(change),
    ...options,
  })
}
