import { decideAccess } from '../../shared/agreement/access.ts'
import type { AgreementStatus } from '../../shared/agreement/lifecycle.ts'
import type { Role } from '../../shared/agreement/role.ts'
import type { AgreementDetail, AgreementSummary } from '../../shared/protocol/api.ts'
import type { ApiError } from '../api/api-error.ts'
import type { KnownEntry } from './known-entry.ts'

/** How the agreement stands for its reader, as far as this device knows. */
export interface Standing {
  readonly onServer: boolean
  readonly status: AgreementStatus
  readonly version: AgreementSummary['version']
  readonly refusal: { readonly number: number; readonly name: string; readonly reason: string } | null
  /** Null while it is only on this device: then its writer may do everything. */
  readonly member: { readonly role: Role; readonly partyId: string | null } | null
  readonly noAccess: boolean
  readonly mayWrite: boolean
  readonly mayDiscuss: boolean
  readonly maySeal: boolean
  readonly maySign: boolean
}

const GONE: readonly ApiError['kind'][] = ['not-found', 'forbidden']

/** What the server said now, else what it said last, else what is true of a text that it never saw. */
export function standingOf(
  entry: Pick<KnownEntry, 'server' | 'left'> | null,
  detail: AgreementDetail | null,
  refusal: ApiError | null,
): Standing {
  const known = detail ?? entry?.server ?? null
  const noAccess =
    known !== null &&
    ((refusal !== null && GONE.includes(refusal.kind)) || (detail === null && entry?.left === true))
  const status = known?.status ?? 'draft'
  const member = known && { role: known.role, partyId: known.partyId }
  const may = (action: 'write-body' | 'write-discussion' | 'seal' | 'sign') =>
    !noAccess && (member === null ? action !== 'sign' : decideAccess(member, action, status).ok)
  const newest = detail?.versions.toSorted((a, b) => b.number - a.number)[0]
  return {
    onServer: known !== null,
    status,
    version: known?.version ?? null,
    refusal:
      newest?.status === 'refused' && newest.refusal
        ? { number: newest.number, name: newest.refusal.name, reason: newest.refusal.reason }
        : null,
    member,
    noAccess,
    mayWrite: may('write-body'),
    mayDiscuss: may('write-discussion'),
    maySeal: may('seal'),
    maySign: may('sign'),
  }
}
