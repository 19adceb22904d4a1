import type { MiddlewareHandler } from 'hono'
import type { ApiEnv } from './api.ts'
import { clientAddress } from './client-address.ts'
import { refuse } from './error-response.ts'

const WINDOW_MS = 60_000

/** At most `perMinute` requests of one address in a minute of the clock. Remembers one minute only. */
export function limitRate(
  perMinute: number,
  publicUrl: string | null,
  now: () => number,
): MiddlewareHandler<ApiEnv> {
  let minute = 0
  const counts = new Map<string, number>()
  return (c, next) => {
    const current = Math.floor(now() / WINDOW_MS)
    if (current !== minute) counts.clear()
    minute = current
    const address = clientAddress(publicUrl, c.env.incoming, c.req.raw.headers)
    const count = (counts.get(address) ?? 0) + 1
    counts.set(address, count)
    if (count <= perMinute) return next()
    c.header('retry-after', String(Math.ceil(((current + 1) * WINDOW_MS - now()) / 1000)))
    return Promise.resolve(refuse(c, { kind: 'rate-limited' }))
  }
}
