import { BlockList, isIPv6 } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import type { Api, ApiEnv } from './api.ts'
import { refuse } from './error-response.ts'
import { sameSecret } from './same-secret.ts'

/** What whoever runs the server may ask it. */
export interface OperationsDeps {
  /** Resolves when the stores take reads and writes; rejects with `StoreUnavailable` or another error while they do not. */
  readonly healthy: () => Promise<void>
  /** The server has begun to end: it takes nobody new. */
  readonly isEnding: () => boolean
  readonly metrics: () => Promise<{ readonly type: string; readonly body: string }>
  /** Who may read the metrics; null: only the machine itself. */
  readonly metricsToken: string | null
}

/**
 * `/healthz`: the stores take what comes (503 otherwise, in words). `/readyz`: the same, and the server is not about to end, so
 * that a load balancer sends nobody here. `/metrics`: figures for Prometheus.
 */
export function mountOperations(app: Api, deps: OperationsDeps): void {
  app.get('/healthz', async c => {
    await deps.healthy()
    return c.json({ ok: true })
  })
  app.get('/readyz', async c => {
    if (deps.isEnding()) return refuse(c, { kind: 'unavailable', message: 'The server is about to end.' })
    await deps.healthy()
    return c.json({ ok: true })
  })
  app.get('/metrics', mayRead(deps.metricsToken), async c => {
    const { type, body } = await deps.metrics()
    return c.body(body, 200, { 'content-type': type, 'cache-control': 'no-store' })
  })
}

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8)
LOOPBACK.addAddress('::1', 'ipv6')

/** Whoever may not is told that there is nothing. A request that a proxy passed on does not come from the machine itself. */
const mayRead =
  (token: string | null): MiddlewareHandler<ApiEnv> =>
  (c, next) => {
    const peer = (c.env.incoming?.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
    const isOwn =
      peer !== '' &&
      LOOPBACK.check(peer, isIPv6(peer) ? 'ipv6' : 'ipv4') &&
      !c.req.raw.headers.has('x-forwarded-for') &&
      !c.req.raw.headers.has('forwarded')
    const may = token === null ? isOwn : sameSecret(c.req.header('authorization') ?? '', `Bearer ${token}`)
    return may ? next() : Promise.resolve(refuse(c, { kind: 'not-found' }))
  }
