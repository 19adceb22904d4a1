import { err, ok, type Result } from '../result.ts'
import type { AgreementStatus } from './lifecycle.ts'
import type { Role } from './role.ts'

/** Everything that a member can ask of an agreement. Each HTTP route and each socket message names exactly one. */
export type Action =
  | 'read'
  | 'write-body'
  | 'write-discussion'
  | 'invite'
  | 'manage-members'
  | 'seal'
  | 'sign'
  | 'refuse'
  | 'amend'
  | 'export'

/** Why an action is refused. `sealed` and `signed` say that the text is frozen, `forbidden` that the role never may. */
export type AccessRefusal = {
  readonly kind: 'forbidden' | 'sealed' | 'signed' | 'wrong-status' | 'not-a-signatory'
}

const READ: readonly Action[] = ['read', 'export']
const DISCUSS: readonly Action[] = [...READ, 'write-discussion']
const WRITE: readonly Action[] = [...DISCUSS, 'write-body', 'sign', 'refuse']

const MAY: Readonly<Record<Role, readonly Action[]>> = {
  convener: [...WRITE, 'invite', 'manage-members', 'seal', 'amend'],
  partner: WRITE,
  reviewer: DISCUSS,
  commissioner: DISCUSS,
  'service-manager': DISCUSS,
  observer: READ,
}

const ONLY_WHILE: Partial<Record<Action, AgreementStatus>> = {
  'write-body': 'draft',
  seal: 'draft',
  sign: 'sealed',
  refuse: 'sealed',
  amend: 'signed',
}

/**
 * The one decision about permissions. The server asks it for every request and every message; the client asks it only to
 * show what the server would refuse. Signing and refusing also need a party, because a signature binds a party.
 */
export function decideAccess(
  member: { readonly role: Role; readonly partyId: string | null },
  action: Action,
  status: AgreementStatus,
): Result<true, AccessRefusal> {
  if (!MAY[member.role].includes(action)) return err({ kind: 'forbidden' })
  const required = ONLY_WHILE[action]
  if (required && required !== status) {
    return err({ kind: action === 'write-body' && status !== 'draft' ? status : 'wrong-status' })
  }
  if ((action === 'sign' || action === 'refuse') && member.partyId === null)
    return err({ kind: 'not-a-signatory' })
  return ok(true)
}
