import { createHash } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { templateFor } from '../../../shared/agreement/templates/template-for.ts'
import { seedUpdate } from '../../../shared/document/yjs-body.ts'
import {
  agreementDetailSchema,
  agreementSummarySchema,
  type CreateAgreement,
  createAgreementSchema,
} from '../../../shared/protocol/api.ts'
import type { RoomKey } from '../../../shared/protocol/wire.ts'
import type { Person } from '../../accounts.ts'
import { admit } from '../../admission.ts'
import { newId } from '../../new-id.ts'
import { type Api, json, jsonBody, orRefusal } from '../api.ts'
import { refuse } from '../error-response.ts'
import type { RouteDeps } from '../route-deps.ts'

const createAgreement = createRoute({
  method: 'post',
  path: '/agreements',
  summary: 'Create an agreement; repeatable with the same id by the same person',
  request: jsonBody(createAgreementSchema),
  responses: {
    200: json('It was there already', agreementDetailSchema),
    201: json('Created', agreementDetailSchema),
    ...orRefusal,
  },
})

const listAgreements = createRoute({
  method: 'get',
  path: '/agreements',
  summary: 'The agreements that I belong to, last changed first',
  responses: { 200: json('The library', z.array(agreementSummarySchema)), ...orRefusal },
})

const readAgreement = createRoute({
  method: 'get',
  path: '/agreements/{id}',
  summary: 'One agreement with its members and versions',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json('The agreement', agreementDetailSchema), ...orRefusal },
})

export function agreementRoutes(api: Api, deps: RouteDeps): void {
  const { agreements, views } = deps

  api.openapi(createAgreement, async c => {
    const person = c.var.person
    if (!person) return refuse(c, { kind: 'unauthenticated' })
    const asked = c.req.valid('json')
    const id = asked.id ?? newId()
    const created = await create(deps, person, id, asked)
    const known = created ?? (await agreements.find(id))
    if (known?.createdBy !== person.id)
      return refuse(c, {
        kind: 'conflict',
        message: 'There is another agreement with this id. Create yours anew under a fresh one.',
      })
    if (asked.seed && known.status === 'draft') await seed(deps, person, id, asked)
    const admitted = await admit(agreements, person, id, 'read')
    if (!admitted.ok) return refuse(c, admitted.error)
    return c.json(await views.detail(admitted.value), created ? 201 : 200)
  })

  api.openapi(listAgreements, async c => {
    const person = c.var.person
    return person ? c.json(await views.list(person), 200) : refuse(c, { kind: 'unauthenticated' })
  })

  api.openapi(readAgreement, async c => {
    const admitted = await admit(agreements, c.var.person, c.req.valid('param').id, 'read')
    if (!admitted.ok) return refuse(c, admitted.error)
    return c.json(await views.detail(admitted.value), 200)
  })
}

function create(deps: RouteDeps, person: Person, id: string, { title, model }: CreateAgreement) {
  const at = new Date(deps.now()).toISOString()
  return deps.agreements.create(
    {
      id,
      title,
      model,
      status: 'draft',
      createdBy: person.id,
      createdAt: at,
      changedAt: at,
      changedBy: person.id,
    },
    { id: newId(), agreementId: id, userId: person.id, role: 'convener', partyId: null, joinedAt: at },
  )
}

/** Puts the model's template into a text that nobody has written to: also where an earlier try ended half-way. */
async function seed(deps: RouteDeps, person: Person, id: string, { title, model }: CreateAgreement) {
  const room: RoomKey = { agreementId: id, room: 'body' }
  if ((await deps.rooms.state(room)).head.seq > 0) return
  const template = templateFor(model)
  // The same agreement always gets the same bytes, so that two requests at once seed it once.
  const clientId = createHash('sha256').update(id).digest().readUInt32BE(0)
  await deps.rooms.write(room, seedUpdate({ title, body: template.body }, clientId), person.id)
}
