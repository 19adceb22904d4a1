import { createHash, randomBytes } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { decideAccess } from '../../../shared/agreement/access.ts'
import { calendarFeedSchema, createdCalendarFeedSchema } from '../../../shared/protocol/api.ts'
import { agreementDates } from '../../../shared/terms/dates/agreement-dates.ts'
import { datesIcs } from '../../../shared/terms/dates/dates-ics.ts'
import { partyNames } from '../../../shared/terms/readable-text.ts'
import { admit } from '../../admission.ts'
import { type Api, json, orRefusal } from '../api.ts'
import { download } from '../download.ts'
import { refuse } from '../error-response.ts'
import type { RouteDeps } from '../route-deps.ts'
import { siteOrigin } from '../site-origin.ts'

const ofAgreement = z.object({ id: z.string() })
const ICS = 'text/calendar; charset=utf-8'

const readFeed = createRoute({
  method: 'get',
  path: '/agreements/{id}/calendar',
  summary: 'Whether a calendar of the caller’s subscribes to the dates',
  request: { params: ofAgreement },
  responses: { 200: json('The subscription, null without one', calendarFeedSchema.nullable()), ...orRefusal },
})

const makeFeed = createRoute({
  method: 'post',
  path: '/agreements/{id}/calendar',
  summary: 'Make an address for a calendar program; the caller’s former one stops working',
  request: { params: ofAgreement },
  responses: { 201: json('The address, shown once', createdCalendarFeedSchema), ...orRefusal },
})

const revokeFeed = createRoute({
  method: 'delete',
  path: '/agreements/{id}/calendar',
  summary: 'Make the caller’s address useless',
  request: { params: ofAgreement },
  responses: { 204: { description: 'Revoked' }, ...orRefusal },
})

const readDates = createRoute({
  method: 'get',
  path: '/agreements/{id}/dates.ics',
  summary: 'The dates of the text as a calendar file',
  request: { params: ofAgreement },
  responses: {
    200: { description: 'The file', content: { 'text/calendar': { schema: z.any() } } },
    ...orRefusal,
  },
})

/** A stolen database must not let anybody read. */
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

async function calendarOf(deps: RouteDeps, agreementId: string): Promise<string> {
  const { terms, at } = await deps.terms.current(agreementId)
  return datesIcs(agreementDates(terms), {
    title: terms.title || 'Agreement',
    agreementId,
    writtenAt: at,
    nameOf: partyNames(terms.parties),
  })
}

export function calendarRoutes(api: Api, deps: RouteDeps): void {
  const { agreements, calendars } = deps

  api.openapi(readFeed, async c => {
    const { id } = c.req.valid('param')
    const admitted = await admit(agreements, c.var.person, id, 'read')
    if (!admitted.ok) return refuse(c, admitted.error)
    const feed = await calendars.of(id, admitted.value.person.id)
    return c.json(feed && { createdAt: feed.createdAt }, 200)
  })

  api.openapi(makeFeed, async c => {
    const { id } = c.req.valid('param')
    const admitted = await admit(agreements, c.var.person, id, 'export')
    if (!admitted.ok) return refuse(c, admitted.error)
    const token = randomBytes(32).toString('base64url')
    const createdAt = new Date(deps.now()).toISOString()
    await calendars.keep({
      agreementId: id,
      userId: admitted.value.person.id,
      tokenHash: hashOf(token),
      createdAt,
    })
    const url = `${siteOrigin(deps.publicUrl, c.req.raw.headers)}/calendar/${token}.ics`
    return c.json({ createdAt, url }, 201)
  })

  api.openapi(revokeFeed, async c => {
    const { id } = c.req.valid('param')
    const admitted = await admit(agreements, c.var.person, id, 'read')
    if (!admitted.ok) return refuse(c, admitted.error)
    await calendars.remove(id, admitted.value.person.id)
    return c.body(null, 204)
  })

  api.openapi(readDates, async c => {
    const { id } = c.req.valid('param')
    const admitted = await admit(agreements, c.var.person, id, 'export')
    if (!admitted.ok) return refuse(c, admitted.error)
    return download(c, await calendarOf(deps, id), ICS, `agreement-${id}-dates.ics`)
  })
}

/**
 * What calendar programs poll, without a session: the token alone says whose calendar it is, and what that person may read is
 * asked anew each time. A token that was revoked, and that of a member who left, is answered like one that never was.
 */
export function mountCalendarFeeds(app: Api, deps: RouteDeps): void {
  app.get('/calendar/:file{[A-Za-z0-9_-]{43}[.]ics}', async c => {
    const token = c.req.param('file').slice(0, -'.ics'.length)
    const feed = await deps.calendars.byTokenHash(hashOf(token))
    const member = feed && (await deps.agreements.member(feed.agreementId, feed.userId))
    const agreement = member && (await deps.agreements.find(feed.agreementId))
    if (!agreement || !decideAccess(member, 'export', agreement.status).ok)
      return refuse(c, { kind: 'not-found', message: 'This calendar does not exist or was taken back.' })
    return download(c, await calendarOf(deps, agreement.id), ICS, `agreement-${agreement.id}-dates.ics`)
  })
}
