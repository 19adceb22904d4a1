import type { Context, ErrorHandler, MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { matchedRoutes } from 'hono/route'
import { ERROR_STATUS, type ErrorBody, type ErrorKind } from '../../shared/protocol/errors.ts'
import type { Logger } from '../log.ts'
import type { Refusal } from '../refusal.ts'
import { isStoreUnavailable } from '../store/store-unavailable.ts'

const MESSAGES: Readonly<Record<ErrorKind, string>> = {
  'bad-request': 'Something in this request is not as it should be. Check what you entered.',
  unauthenticated: 'Sign in first, then try again.',
  forbidden: 'Your role on this agreement does not allow this. Ask a convener.',
  'foreign-origin': 'This request came from another site. Open Parley itself and try again.',
  'not-found':
    'This does not exist, or you do not belong to it. Ask whoever sent you here for an invitation.',
  'wrong-status': 'The agreement has moved on meanwhile. Read it again, then decide.',
  sealed: 'The text is sealed and waits for its signatures. It opens again when a signatory refuses.',
  signed: 'The text is signed by all. Start an amendment to change it.',
  conflict: 'Somebody else was quicker. Read it again, then try once more.',
  'foreign-author': 'This change was made by somebody else’s device. They must send it themselves.',
  'last-convener': 'Every agreement needs a convener. Make somebody else a convener first, then try again.',
  'not-a-signatory': 'This version names others to sign. Ask a convener if you should be among them.',
  'already-signed': 'You have signed this version already. Nothing more is needed from you.',
  'invalid-signature': 'The signature does not fit this version. Open the version again and sign anew.',
  'unprintable-text': 'The text has characters that a PDF cannot show. Replace them, then seal.',
  'not-ready': 'Something is missing before this agreement can be sealed. See the list.',
  'invitation-expired': 'This invitation has expired. Ask for a new one.',
  'invitation-used': 'This invitation has been used. Ask for a new one.',
  'too-large': 'This is too large to take in. Send less.',
  'rate-limited': 'Too many tries. Wait a minute, then try again.',
  'not-signed': 'Not everybody has signed this version yet. The signed file exists once they have.',
  internal: 'Something went wrong on our side. Nothing you wrote is lost. Try again in a moment.',
  unavailable: 'The server cannot take this right now. Try again in a moment.',
}

/** The one mapping of refusals to HTTP: status and body. The kind is left for the log. */
export function refuse(c: Context, refusal: Refusal) {
  c.set('refused', refusal.kind)
  const body: ErrorBody = {
    kind: refusal.kind,
    message: refusal.message ?? MESSAGES[refusal.kind],
    ...(refusal.details === undefined ? {} : { details: refusal.details }),
  }
  return c.json(body, ERROR_STATUS[refusal.kind])
}

/** The kind that best says what an answer made by a library means. */
export function kindOfStatus(status: number): ErrorKind {
  switch (status) {
    case 401:
      return 'unauthenticated'
    case 403:
      return 'forbidden'
    case 404:
      return 'not-found'
    case 413:
      return 'too-large'
    case 429:
      return 'rate-limited'
    default:
      return status >= 500 ? 'internal' : 'bad-request'
  }
}

/** The route that was asked for, without what a path may hold: an invitation's token is a key. */
const routeOf = (c: Context) => matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'none'

/**
 * What was thrown: a library's refusal keeps its meaning, a store that takes no writes is `unavailable`; anything else is a
 * defect, logged once and answered `internal`.
 */
export const errorHandler =
  (log: Logger): ErrorHandler =>
  (error, c) => {
    if (error instanceof HTTPException && error.status < 500) {
      const malformed = error.status === 400 && error.message.includes('JSON')
      return refuse(c, {
        kind: kindOfStatus(error.status),
        ...(malformed ? { message: 'The request is not valid JSON.' } : {}),
        ...(error.status === 415 ? { message: 'Send JSON, with the content type application/json.' } : {}),
      })
    }
    if (isStoreUnavailable(error)) {
      log.error({ err: error, method: c.req.method, route: routeOf(c) }, 'a store is unavailable')
      return refuse(c, { kind: 'unavailable' })
    }
    log.error({ err: error, method: c.req.method, route: routeOf(c) }, 'a request failed')
    return refuse(c, { kind: 'internal' })
  }

/** Logs each refused request once, by its route. Defects are logged where they are caught. */
export const logRefusals =
  (log: Logger): MiddlewareHandler =>
  async (c, next) => {
    await next()
    const { status } = c.res
    if (status < 400 || status >= 500) return
    log.info({ method: c.req.method, route: routeOf(c), status, kind: c.get('refused') }, 'refused')
  }
