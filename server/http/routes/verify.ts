import { createRoute, z } from '@hono/zod-openapi'
import type { VerificationReport } from '../../../shared/sealing/verification-report.ts'
import { type Api, described, json, orRefusal } from '../api.ts'
import { refuse } from '../error-response.ts'
import type { RouteDeps } from '../route-deps.ts'

const verify = createRoute({
  method: 'post',
  path: '/verify',
  summary: 'Check a signed PDF, or its two attachments; needs no account and keeps nothing',
  request: {
    body: {
      required: true,
      content: {
        'application/pdf': { schema: z.any() },
        'application/json': {
          schema: z.object({ manifest: z.unknown().optional(), signatures: z.unknown().optional() }),
        },
      },
    },
  },
  responses: { 200: json('What was found', described<VerificationReport>('The report')), ...orRefusal },
})

export function verifyRoutes(api: Api, deps: RouteDeps): void {
  api.openapi(verify, async c => {
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
    if (type === 'application/pdf') {
      const pdf = new Uint8Array(await c.req.arrayBuffer())
      return c.json(await deps.verifier.verify({ kind: 'pdf', pdf }), 200)
    }
    if (type !== 'application/json')
      return refuse(c, {
        kind: 'bad-request',
        message: 'Send the signed PDF itself, or JSON with the manifest and the signatures.',
      })
    const { manifest, signatures } = c.req.valid('json')
    return c.json(await deps.verifier.verify({ kind: 'files', manifest, signatures }), 200)
  })
}
