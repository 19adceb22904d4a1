import { err, ok, type Result } from '../../shared/result.ts'
import type { Admitted } from '../admission.ts'
import type { Refusal } from '../refusal.ts'
import type { AgreementStore } from '../store/agreement-store.ts'
import type { LiveRooms } from '../sync/live-rooms.ts'

export interface RefuseDeps {
  readonly agreements: AgreementStore
  readonly rooms: LiveRooms
  readonly now: () => number
}

/**
 * A signatory declines a sealed version, or a convener takes it back because a signatory stays silent: drafting reopens.
 * Who has signed is bound by it, unless a convener.
 */
export const createRefuse =
  (deps: RefuseDeps) =>
  async (
    { agreement, member, person }: Admitted,
    number: number,
    reason: string,
  ): Promise<Result<true, Refusal>> => {
    const version = await deps.agreements.version(agreement.id, number)
    if (!version) return err({ kind: 'not-found' })
    if (member.role !== 'convener') {
      if (!version.manifest.signatories.some(({ memberId }) => memberId === member.id))
        return err({ kind: 'not-a-signatory' })
      const signatures = await deps.agreements.signatures(agreement.id, number)
      if (signatures.some(({ statement }) => statement.signatory.memberId === member.id))
        return err({ kind: 'already-signed' })
    }
    const refusal = { name: person.name, reason, at: new Date(deps.now()).toISOString() }
    if (!(await deps.agreements.refuseVersion(agreement.id, number, refusal)))
      return err({ kind: 'wrong-status' })
    deps.rooms.accessChanged(agreement.id)
    return ok(true)
  }
