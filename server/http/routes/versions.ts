import { createRoute, z } from '@hono/zod-openapi'
import {
  agreementDetailSchema,
  refuseSchema,
  sealSchema,
  signSchema,
  type VersionDetail,
} from '../../../shared/protocol/api.ts'
import { must } from '../../../shared/result.ts'
import { admit } from '../../admission.ts'
import { versionNumber } from '../agreement-views.ts'
import { type Api, described, json, jsonBody, orRefusal } from '../api.ts'
import { download } from '../download.ts'
import { refuse } from '../error-response.ts'
import type { RouteDeps } from '../route-deps.ts'
import { siteOrigin } from '../site-origin.ts'

const ofAgreement = z.object({ id: z.string() })
const ofVersion = ofAgreement.extend({ number: z.string() })
const version = described<VersionDetail>('A sealed version: manifest, fingerprint, signatures, snapshot')

const sealVersion = createRoute({
  method: 'post',
  path: '/agreements/{id}/versions',
  summary: 'Seal the text as it stands',
  request: { params: ofAgreement, ...jsonBody(sealSchema) },
  responses: { 201: json('The sealed version', version), ...orRefusal },
})

const readVersion = createRoute({
  method: 'get',
  path: '/agreements/{id}/versions/{number}',
  summary: 'A sealed version',
  request: { params: ofVersion },
  responses: { 200: json('The version', version), ...orRefusal },
})

const signVersion = createRoute({
  method: 'post',
  path: '/agreements/{id}/versions/{number}/signatures',
  summary: 'Hand in a signature that a device made',
  request: { params: ofVersion, ...jsonBody(signSchema) },
  responses: { 201: json('The version with its signatures', version), ...orRefusal },
})

const refuseVersion = createRoute({
  method: 'post',
  path: '/agreements/{id}/versions/{number}/refusals',
  summary: 'Decline a sealed version; drafting reopens',
  request: { params: ofVersion, ...jsonBody(refuseSchema) },
  responses: { 200: json('The refused version', version), ...orRefusal },
})

const amendAgreement = createRoute({
  method: 'post',
  path: '/agreements/{id}/amendments',
  summary: 'Reopen a signed agreement for its next version',
  request: { params: ofAgreement },
  responses: { 200: json('The agreement', agreementDetailSchema), ...orRefusal },
})

const readSignedPdf = createRoute({
  method: 'get',
  path: '/agreements/{id}/versions/{number}/signed.pdf',
  summary: 'The signed file, once all have signed',
  request: { params: ofVersion },
  responses: {
    200: { description: 'PDF/A-3a', content: { 'application/pdf': { schema: z.any() } } },
    ...orRefusal,
  },
})

export function versionRoutes(api: Api, deps: RouteDeps): void {
  const { agreements, sealing, views } = deps

  api.openapi(sealVersion, async c => {
    const { id } = c.req.valid('param')
    const admitted = await admit(agreements, c.var.person, id, 'seal')
    if (!admitted.ok) return refuse(c, admitted.error)
    const sealed = await sealing.seal(admitted.value, c.req.valid('json'))
    if (!sealed.ok) return refuse(c, sealed.error)
    return c.json(must(await views.version(id, sealed.value.number), 'a version is never deleted'), 201)
  })

  api.openapi(readVersion, async c => {
    const { id, number } = c.req.valid('param')
    const admitted = await admit(agreements, c.var.person, id, 'read')
    if (!admitted.ok) return refuse(c, admitted.error)
    const found = await views.version(id, versionNumber(number) ?? 0)
    return found ? c.json(found, 200) : refuse(c, { kind: 'not-found' })
  })

  api.openapi(signVersion, async c => {
    const { id, number } = c.req.valid('param')
    const admitted = await admit(agreements, c.var.person, id, 'sign')
    if (!admitted.ok) return refuse(c, admitted.error)
    const version = versionNumber(number) ?? 0
    const origin = siteOrigin(deps.publicUrl, c.req.raw.headers)
    const signed = await sealing.sign(admitted.value, version, c.req.valid('json'), origin)
    if (!signed.ok) return refuse(c, signed.error)
    return c.json(must(await views.version(id, version), 'a version is never deleted'), 201)
  })

  api.openapi(refuseVersion, async c => {
    const { id, number } = c.req.valid('param')
    const admitted = await admit(agreements, c.var.person, id, 'refuse')
    if (!admitted.ok) return refuse(c, admitted.error)
    const version = versionNumber(number) ?? 0
    const refused = await sealing.refuse(admitted.value, version, c.req.valid('json').reason)
    if (!refused.ok) return refuse(c, refused.error)
    return c.json(must(await views.version(id, version), 'a version is never deleted'), 200)
  })

  api.openapi(amendAgreement, async c => {
    const { id } = c.req.valid('param')
    const admitted = await admit(agreements, c.var.person, id, 'amend')
    if (!admitted.ok) return refuse(c, admitted.error)
    const amended = await sealing.amend(admitted.value)
    if (!amended.ok) return refuse(c, amended.error)
    const reopened = await admit(agreements, c.var.person, id, 'read')
    if (!reopened.ok) return refuse(c, reopened.error)
    return c.json(await views.detail(reopened.value), 200)
  })

  api.openapi(readSignedPdf, async c => {
    const { id, number } = c.req.valid('param')
    const admitted = await admit(agreements, c.var.person, id, 'export')
    if (!admitted.ok) return refuse(c, admitted.error)
    const file = await sealing.signedFiles.get(id, versionNumber(number) ?? 0)
    if (!file.ok) return refuse(c, file.error)
    return download(c, file.value, 'application/pdf', `agreement-${id}-version-${number}-signed.pdf`)
  })
}
