import type { IncomingMessage } from 'node:http'
import { OpenAPIHono } from '@hono/zod-openapi'
import { termsJsonSchema } from '../shared/terms/terms-schema.ts'
import { createAgreementViews } from './http/agreement-views.ts'
import { type Api, type ApiEnv, newApi } from './http/api.ts'
import { clientAddress } from './http/client-address.ts'
import { errorHandler, logRefusals, refuse } from './http/error-response.ts'
import { limitBodies, readSession, refuseForeign } from './http/gate.ts'
import { mountOperations, type OperationsDeps } from './http/operations.ts'
import type { RouteDeps } from './http/route-deps.ts'
import { accountRoutes } from './http/routes/account.ts'
import { agreementRoutes } from './http/routes/agreements.ts'
import { calendarRoutes, mountCalendarFeeds } from './http/routes/calendar.ts'
import { compareRoutes } from './http/routes/compare.ts'
import { extractRoutes } from './http/routes/extract.ts'
import { invitationRoutes } from './http/routes/invitations.ts'
import { memberRoutes } from './http/routes/members.ts'
import { recordRoutes } from './http/routes/record.ts'
import { termsAndExportRoutes } from './http/routes/terms-and-exports.ts'
import { verifyRoutes } from './http/routes/verify.ts'
import { versionRoutes } from './http/routes/versions.ts'
import { securityHeaders } from './http/security-headers.ts'
import { serveClient } from './http/static-files.ts'
import type { Logger } from './log.ts'
import { bodyOf, type UpgradeRefusal } from './sync/upgrade-refusal.ts'

export interface AppDeps extends Omit<RouteDeps, 'views'> {
  readonly log: Logger
  /** The built client. */
  readonly distDir: string
  readonly operations: OperationsDeps
  /** Sessions of the person may have ended just now. */
  readonly sessionsChanged: (userId: string) => Promise<void>
  /** Why a plain request for the address of a socket is refused; sockets themselves never come through here. */
  readonly socketRefusal: (request: IncomingMessage) => Promise<UpgradeRefusal>
}

/** Requests after which open sockets are held against their sessions at once. */
const ENDS_SESSIONS = /\/(sign-out|revoke-[a-z-]+|change-password|reset-password|delete-user)$/

/** The whole HTTP surface. Order matters: who asks from another site or sends too much is refused before anything is read. */
export function createApp(deps: AppDeps): Api {
  const app = new OpenAPIHono<ApiEnv>()
  app.onError(errorHandler(deps.log))
  app.notFound(c => refuse(c, { kind: 'not-found', message: 'There is nothing at this address.' }))
  app.use(logRefusals(deps.log), securityHeaders)

  app.get('/sync/:agreementId/:room', async c => {
    const { incoming } = c.env
    return refuse(c, bodyOf(incoming ? await deps.socketRefusal(incoming) : 'bad-request'))
  })

  app.use('/api/*', refuseForeign(deps.publicUrl), limitBodies())
  app.all('/api/auth/*', async c => {
    const { raw } = c.req
    const session = ENDS_SESSIONS.test(c.req.path) ? await deps.accounts.session(raw.headers) : null
    const answer = await deps.accounts.handle(raw, clientAddress(deps.publicUrl, c.env.incoming, raw.headers))
    if (session) await deps.sessionsChanged(session.person.id)
    return answer
  })
  app.use('/api/*', readSession(deps.accounts))
  const routes: RouteDeps = { ...deps, views: createAgreementViews(deps) }
  app.route('/api', apiRoutes(routes))
  app.all('/api/*', c => c.notFound())
  app.all('/sync/*', c => c.notFound())

  mountOperations(app, deps.operations)
  mountCalendarFeeds(app, routes)
  app.get('/schema/terms.json', c =>
    c.json(termsJsonSchema(), 200, { 'content-type': 'application/schema+json' }),
  )
  app.doc('/openapi.json', { openapi: '3.0.3', info: { title: 'Parley', version: '1' } })
  serveClient(app, deps.distDir)
  return app
}

function apiRoutes(routes: RouteDeps): Api {
  const api = newApi()
  accountRoutes(api, routes)
  agreementRoutes(api, routes)
  calendarRoutes(api, routes)
  invitationRoutes(api, routes)
  memberRoutes(api, routes)
  termsAndExportRoutes(api, routes)
  versionRoutes(api, routes)
  recordRoutes(api, routes)
  compareRoutes(api, routes)
  verifyRoutes(api, routes)
  extractRoutes(api, routes)
  return api
}
