import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, upgradeWebSocket, type WebSocketServerLike } from '@hono/node-server'
import { Hono } from 'hono'
import type { RecordStore } from '../../../../server/store/record-store.ts'
import type { SyncEngine } from '../../../../server/sync/engine.ts'
import { createSocketServer, mountSyncGateway, socketServerOptions } from '../../../../server/sync/gateway.ts'
import type { SyncLimits } from '../../../../server/sync/limits.ts'
import type { Credentials } from '../../../../server/sync/session-watch.ts'
import type { TrafficLimits } from '../../../../server/sync/traffic.ts'
import { createTestEngine, type World } from './engine-fixture.ts'

export interface SocketServer {
  readonly engine: SyncEngine
  /** `ws://127.0.0.1:<port>` */
  readonly url: string
  close(): Promise<void>
}

/** The engine behind real sockets on a free port. The session is the query's `user`; the only other site is `https://evil.example`. */
export async function startSocketServer(
  world: World,
  record: RecordStore,
  options: {
    limits?: Partial<SyncLimits>
    restMs?: number
    heartbeatMs?: number
    port?: number
    traffic?: Partial<TrafficLimits>
    sessionCheckMs?: number
    userOf?: (credentials: Credentials) => string | null
  } = {},
): Promise<SocketServer> {
  const { heartbeatMs = 30_000, port = 0, limits = {}, restMs = 800 } = options
  const engine = createTestEngine(world, record, { limits, restMs })
  const app = new Hono()
  mountSyncGateway(app, {
    engine,
    upgradeWebSocket,
    heartbeatMs,
    authenticate: async c => {
      const user = c.req.query('user')
      return user ? { id: user, name: user } : null
    },
    userOf: async credentials => options.userOf?.(credentials) ?? null,
    sessionCheckMs: options.sessionCheckMs ?? 60_000,
    traffic: options.traffic ?? {},
    address: () => '127.0.0.1',
    log: { info: () => {}, warn: () => {}, error: () => {} },
    originAllowed: c => c.req.header('origin') !== 'https://evil.example',
  })
  const server = createAdaptorServer({
    fetch: app.fetch,
    websocket: { server: createSocketServer() as WebSocketServerLike },
    serverOptions: socketServerOptions,
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  return {
    engine,
    url: `ws://127.0.0.1:${address.port}`,
    close: async () => {
      await engine.close()
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
}
