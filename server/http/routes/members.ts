import { createRoute, z } from '@hono/zod-openapi'
import { actsForParty } from '../../../shared/agreement/role.ts'
import { changeMemberSchema, memberSchema } from '../../../shared/protocol/api.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { admit } from '../../admission.ts'
import type { Refusal } from '../../refusal.ts'
import type { Agreement, AgreementStore, Member, MemberChange } from '../../store/agreement-store.ts'
import { type Api, json, jsonBody, orRefusal } from '../api.ts'
import { refuse } from '../error-response.ts'
import type { RouteDeps } from '../route-deps.ts'

const ofMember = z.object({ id: z.string(), memberId: z.string() })

const changeMember = createRoute({
  method: 'patch',
  path: '/agreements/{id}/members/{memberId}',
  summary: 'Change a member’s role or party',
  request: { params: ofMember, ...jsonBody(changeMemberSchema) },
  responses: { 200: json('The member', memberSchema), ...orRefusal },
})

const removeMember = createRoute({
  method: 'delete',
  path: '/agreements/{id}/members/{memberId}',
  summary: 'Remove a member, or leave',
  request: { params: ofMember },
  responses: { 204: { description: 'Gone' }, ...orRefusal },
})

export function memberRoutes(api: Api, deps: RouteDeps): void {
  const { agreements, rooms, views } = deps

  api.openapi(changeMember, async c => {
    const { id, memberId } = c.req.valid('param')
    const admitted = await admit(agreements, c.var.person, id, 'manage-members')
    if (!admitted.ok) return refuse(c, admitted.error)
    const found = await changeable(agreements, admitted.value.agreement, memberId)
    if (!found.ok) return refuse(c, found.error)
    const { role, partyId } = c.req.valid('json')
    if (partyId != null && !actsForParty(role ?? found.value.role))
      return refuse(c, {
        kind: 'bad-request',
        details: [{ field: 'partyId', problem: 'this role acts for no party' }],
      })
    // Who becomes neutral acts for no party any longer.
    const leavesParty = role !== undefined && !actsForParty(role)
    const outcome = await agreements.changeMember(id, memberId, {
      ...(role === undefined ? {} : { role }),
      ...(leavesParty ? { partyId: null } : partyId === undefined ? {} : { partyId }),
    })
    if (outcome !== 'done') return refuse(c, { kind: outcome })
    rooms.accessChanged(id, found.value.userId)
    const changed = await agreements.member(id, found.value.userId)
    return changed ? c.json(await views.member(changed), 200) : refuse(c, { kind: 'not-found' })
  })

  api.openapi(removeMember, async c => {
    const { id, memberId } = c.req.valid('param')
    const me = await admit(agreements, c.var.person, id, 'read')
    if (!me.ok) return refuse(c, me.error)
    if (me.value.member.id !== memberId) {
      const admitted = await admit(agreements, c.var.person, id, 'manage-members')
      if (!admitted.ok) return refuse(c, admitted.error)
    }
    const found = await changeable(agreements, me.value.agreement, memberId)
    if (!found.ok) return refuse(c, found.error)
    const outcome: MemberChange = await agreements.removeMember(id, memberId)
    if (outcome !== 'done') return refuse(c, { kind: outcome })
    rooms.accessChanged(id, found.value.userId)
    return c.body(null, 204)
  })
}

/** The member, unless a waiting version counts on its signature: that version has to be refused first. */
async function changeable(
  agreements: AgreementStore,
  agreement: Agreement,
  memberId: string,
): Promise<Result<Member, Refusal>> {
  const member = (await agreements.members(agreement.id)).find(({ id }) => id === memberId)
  if (!member) return err({ kind: 'not-found' })
  if (agreement.status !== 'sealed') return ok(member)
  const number = (await agreements.versions(agreement.id)).at(-1)?.number ?? 0
  const version = await agreements.version(agreement.id, number)
  return version?.manifest.signatories.some(signatory => signatory.memberId === memberId)
    ? err({
        kind: 'wrong-status',
        message: 'A sealed version waits for this person’s signature. It has to be signed or refused first.',
      })
    : ok(member)
}
