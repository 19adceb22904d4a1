import { createHash, randomBytes } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { actsForParty } from '../../../shared/agreement/role.ts'
import {
  acceptedInvitationSchema,
  createInvitationSchema,
  invitationPreviewSchema,
  invitationSchema,
} from '../../../shared/protocol/api.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { admit } from '../../admission.ts'
import { newId } from '../../new-id.ts'
import type { Refusal } from '../../refusal.ts'
import type { Invitation } from '../../store/agreement-store.ts'
import { invitationView } from '../agreement-views.ts'
import { type Api, json, jsonBody, orRefusal } from '../api.ts'
import { refuse } from '../error-response.ts'
import type { RouteDeps } from '../route-deps.ts'
import { siteOrigin } from '../site-origin.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const ofAgreement = z.object({ id: z.string() })
const byToken = z.object({ token: z.string() })

const createInvitation = createRoute({
  method: 'post',
  path: '/agreements/{id}/invitations',
  summary: 'Make a link that lets one person in',
  request: { params: ofAgreement, ...jsonBody(createInvitationSchema) },
  responses: {
    201: json('The link, shown once', invitationSchema.extend({ token: z.string(), url: z.url() })),
    ...orRefusal,
  },
})

const listInvitations = createRoute({
  method: 'get',
  path: '/agreements/{id}/invitations',
  summary: 'Invitations that nobody has used yet',
  request: { params: ofAgreement },
  responses: { 200: json('Open invitations, oldest first', z.array(invitationSchema)), ...orRefusal },
})

const revokeInvitation = createRoute({
  method: 'delete',
  path: '/agreements/{id}/invitations/{invitationId}',
  summary: 'Make a link useless',
  request: { params: ofAgreement.extend({ invitationId: z.string() }) },
  responses: { 204: { description: 'Revoked' }, ...orRefusal },
})

const previewInvitation = createRoute({
  method: 'get',
  path: '/invitations/{token}',
  summary: 'What an invitation is to; needs no account',
  request: { params: byToken },
  responses: { 200: json('The invitation', invitationPreviewSchema), ...orRefusal },
})

const acceptInvitation = createRoute({
  method: 'post',
  path: '/invitations/{token}/accept',
  summary: 'Join the agreement; repeatable by the same person',
  request: { params: byToken },
  responses: { 200: json('Where one now belongs', acceptedInvitationSchema), ...orRefusal },
})

/** A stolen database must not let anybody in. */
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

const UNKNOWN: Refusal = {
  kind: 'not-found',
  message: 'This invitation does not exist or was taken back. Check the link, or ask for a new one.',
}

export function invitationRoutes(api: Api, deps: RouteDeps): void {
  const { agreements } = deps
  const nowIso = () => new Date(deps.now()).toISOString()

  const usable = async (token: string): Promise<Result<Invitation, Refusal>> => {
    const invitation = await agreements.invitationByTokenHash(hashOf(token))
    if (!invitation) return err(UNKNOWN)
    if (invitation.acceptedBy !== null) return err({ kind: 'invitation-used' })
    return invitation.expiresAt > nowIso() ? ok(invitation) : err({ kind: 'invitation-expired' })
  }

  api.openapi(createInvitation, async c => {
    const admitted = await admit(agreements, c.var.person, c.req.valid('param').id, 'invite')
    if (!admitted.ok) return refuse(c, admitted.error)
    const { role, partyId, days } = c.req.valid('json')
    if (partyId != null && !actsForParty(role))
      return refuse(c, {
        kind: 'bad-request',
        details: [{ field: 'partyId', problem: 'this role acts for no party' }],
      })
    const token = randomBytes(32).toString('base64url')
    const invitation: Invitation = {
      id: newId(),
      agreementId: admitted.value.agreement.id,
      tokenHash: hashOf(token),
      role,
      partyId: partyId ?? null,
      createdBy: admitted.value.person.id,
      createdAt: nowIso(),
      expiresAt: new Date(deps.now() + days * DAY_MS).toISOString(),
      acceptedBy: null,
    }
    await agreements.addInvitation(invitation)
    const url = `${siteOrigin(deps.publicUrl, c.req.raw.headers)}/invite/${token}`
    return c.json({ ...invitationView(invitation), token, url }, 201)
  })

  api.openapi(listInvitations, async c => {
    const { id } = c.req.valid('param')
    const admitted = await admit(agreements, c.var.person, id, 'invite')
    if (!admitted.ok) return refuse(c, admitted.error)
    return c.json((await agreements.openInvitations(id, nowIso())).map(invitationView), 200)
  })

  api.openapi(revokeInvitation, async c => {
    const { id, invitationId } = c.req.valid('param')
    const admitted = await admit(agreements, c.var.person, id, 'invite')
    if (!admitted.ok) return refuse(c, admitted.error)
    return (await agreements.revokeInvitation(id, invitationId)) ? c.body(null, 204) : refuse(c, UNKNOWN)
  })

  api.openapi(previewInvitation, async c => {
    const found = await usable(c.req.valid('param').token)
    if (!found.ok) return refuse(c, found.error)
    const invitation = found.value
    const agreement = await agreements.find(invitation.agreementId)
    if (!agreement) return refuse(c, UNKNOWN)
    const terms = await agreements.terms(agreement.id)
    const inviter = (await deps.accounts.people([invitation.createdBy])).get(invitation.createdBy)
    const party = terms?.terms.parties.find(({ id }) => id === invitation.partyId)
    return c.json(
      {
        agreementId: agreement.id,
        title: agreement.title,
        role: invitation.role,
        partyName: party?.name ?? null,
        invitedBy: inviter?.name ?? 'Closed account',
        expiresAt: invitation.expiresAt,
      },
      200,
    )
  })

  api.openapi(acceptInvitation, async c => {
    const person = c.var.person
    if (!person) return refuse(c, { kind: 'unauthenticated' })
    const { token } = c.req.valid('param')
    const invitation = await agreements.invitationByTokenHash(hashOf(token))
    if (!invitation) return refuse(c, UNKNOWN)
    const member = await agreements.acceptInvitation(
      hashOf(token),
      {
        id: newId(),
        agreementId: invitation.agreementId,
        userId: person.id,
        role: invitation.role,
        partyId: invitation.partyId,
        joinedAt: nowIso(),
      },
      nowIso(),
    )
    if (member) return c.json({ agreementId: member.agreementId, memberId: member.id }, 200)
    const found = await usable(token)
    return refuse(c, found.ok ? { kind: 'conflict' } : found.error)
  })
}
