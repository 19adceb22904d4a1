import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RecordStore } from '../../../../server/store/record-store.ts'
import type { SyncEngine } from '../../../../server/sync/engine.ts'
import { createSyncGateway, socketServerOptions } from '../../../../server/sync/gateway.ts'
import type { SyncLimits } from '../../../../server/sync/limits.ts'
import type { Credentials } from '../../../../server/sync/session-watch.ts'
import type { TrafficLimits } from '../../../../server/sync/traffic.ts'
import { bodyOf } from '../../../../server/sync/upgrade-refusal.ts'
import { ERROR_STATUS } from '../../../../shared/protocol/errors.ts'
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
  const gateway = createSyncGateway({
    engine,
    heartbeatMs,
    authenticate: async request => {
      const user = userOf(request)
      return user ? { id: user, name: user } : null
    },
    userOf: async credentials => options.userOf?.(credentials) ?? null,
    sessionCheckMs: options.sessionCheckMs ?? 60_000,
    traffic: options.traffic ?? {},
    address: () => '127.0.0.1',
    log: { info: () => {}, warn: () => {}, error: () => {} },
    originAllowed: request => request.headers.origin !== 'https://evil.example',
  })
  const server = createServer(socketServerOptions, (request, response) => {
    void gateway.refusal(request).then(kind => {
      response.writeHead(ERROR_STATUS[kind]).end(JSON.stringify(bodyOf(kind)))
    })
  })
  server.on('upgrade', gateway.upgrade)
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

const userOf = (request: IncomingMessage): string | null =>
  new URL(request.url ?? '', 'http://x').searchParams.get('user')
