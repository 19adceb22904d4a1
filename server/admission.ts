import { type Action, decideAccess } from '../shared/agreement/access.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { Person } from './accounts.ts'
import type { Refusal } from './refusal.ts'
import type { Agreement, AgreementStore, Member } from './store/agreement-store.ts'

/** A person who may do what they asked for, as a member of this agreement. */
export interface Admitted {
  readonly person: Person
  readonly agreement: Agreement
  readonly member: Member
}

/**
 * Asks the access table for a person. Somebody who is no member gets the same answer for an agreement that exists as for one
 * that does not.
 */
export async function admit(
  agreements: AgreementStore,
  person: Person | null,
  agreementId: string,
  action: Action,
): Promise<Result<Admitted, Refusal>> {
  if (!person) return err({ kind: 'unauthenticated' })
  const member = await agreements.member(agreementId, person.id)
  const agreement = member && (await agreements.find(agreementId))
  if (!agreement) return err({ kind: 'not-found' })
  const decision = decideAccess(member, action, agreement.status)
  return decision.ok ? ok({ person, agreement, member }) : decision
}
