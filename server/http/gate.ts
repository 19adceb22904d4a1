import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { VERIFY_LIMITS } from '../../shared/sealing/verify-limits.ts'
import type { Accounts } from '../accounts.ts'
import { TEXT_BYTES } from '../terms/plain-text-file.ts'
import type { ApiEnv } from './api.ts'
import { refuse } from './error-response.ts'
import { isForeign } from './site-origin.ts'

const JSON_BYTES = 256 * 1024
const CHANGING_NOTHING = ['GET', 'HEAD', 'OPTIONS']

/**
 * Nothing is taken from a page of another site: its requests would carry the reader's cookie. Scripts and servers send no
 * `Origin` and are let through.
 */
export const refuseForeign =
  (publicUrl: string | null): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    if (!CHANGING_NOTHING.includes(c.req.method) && isForeign(publicUrl, c.req.raw.headers))
      return refuse(c, { kind: 'foreign-origin' })
    return next()
  }

/** A signed file is large, and so may a text be (in JSON twice its size, when every line end is escaped); everything else that comes in is a form. */
export function limitBodies(): MiddlewareHandler<ApiEnv> {
  const limit = (maxSize: number) =>
    bodyLimit({ maxSize, onError: c => refuse(c, { kind: 'too-large' }) }) as MiddlewareHandler<ApiEnv>
  const forms = limit(JSON_BYTES)
  const files = limit(VERIFY_LIMITS.pdfBytes)
  const texts = limit(2 * TEXT_BYTES)
  const limits: Readonly<Record<string, MiddlewareHandler<ApiEnv>>> = {
    '/api/verify': files,
    '/api/extract': texts,
  }
  return (c, next) => (limits[c.req.path] ?? forms)(c, next)
}

/** Puts the person behind the cookie or token into `person`, null without one, and prolongs the session. */
export const readSession =
  (accounts: Accounts): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const { headers } = c.req.raw
    const session =
      headers.has('cookie') || headers.has('authorization') ? await accounts.session(headers) : null
    c.set('person', session?.person ?? null)
    await next()
    for (const cookie of session?.cookies ?? []) c.header('set-cookie', cookie, { append: true })
  }
