import type { IncomingMessage, ServerOptions } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { LIMITS } from '../../shared/protocol/wire.ts'
import { assert, err, ok, type Result } from '../../shared/result.ts'
import type { Logger } from '../log.ts'
import { isStoreUnavailable } from '../store/store-unavailable.ts'
import type { Opening, SyncEngine } from './engine.ts'
import { createHeartbeat } from './heartbeat.ts'
import { attachSocket, type SocketServices } from './open-socket.ts'
import { type Credentials, createSessionWatch } from './session-watch.ts'
import { NO_TALLY, type SocketTally } from './socket-tally.ts'
import { readSyncAddress } from './sync-address.ts'
import { TRAFFIC_LIMITS, Traffic, type TrafficLimits } from './traffic.ts'
import { refuseUpgrade, type UpgradeRefusal } from './upgrade-refusal.ts'

/** What the gateway asks of the HTTP side. `authenticate` gives the session's user, `originAllowed` refuses foreign pages. */
export interface SyncGatewayOptions {
  readonly engine: SyncEngine
  readonly log: Logger
  /** How often sockets are pinged; one that has not answered by the next ping is dropped. 30 s when left out. */
  readonly heartbeatMs?: number
  /** How often open sockets are held against their sessions; one minute when left out. */
  readonly sessionCheckMs?: number
  readonly traffic?: Partial<TrafficLimits>
  readonly tally?: SocketTally
  authenticate(request: IncomingMessage): Promise<{ readonly id: string; readonly name: string } | null>
  /** The user that credentials of an earlier request stand for now; null when their session has ended. */
  userOf(credentials: Credentials): Promise<string | null>
  originAllowed(request: IncomingMessage): boolean
  /** Where a request comes from. */
  address(request: IncomingMessage): string
}

/**
 * Options for the HTTP server under it. Without the first, a request that offers another upgrade, as `curl --http2` does, would
 * never be answered. The times bound what a connection may take to ask its question.
 */
export const socketServerOptions: ServerOptions = {
  shouldUpgradeCallback: request => request.headers.upgrade?.toLowerCase() === 'websocket',
  headersTimeout: 20_000,
  requestTimeout: 120_000,
}

/** What the rest of the server may tell the gateway. */
export interface SyncGateway {
  /** For the HTTP server's `upgrade` event. Whoever may not enter gets an HTTP answer and never a socket. */
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void
  /** Why a plain request for the address of a socket gets nothing. */
  refusal(request: IncomingMessage): Promise<UpgradeRefusal>
  /** Sessions of the user may have ended: closes the sockets of those that have. */
  sessionsChanged(userId: string): Promise<void>
}

interface Admission {
  readonly opening: Opening
  readonly address: string
}

/**
 * The way in at `/sync/:agreementId/:room`. It takes the upgrade from the HTTP server itself: a request that went through the
 * routes would stay in memory, with all that was made for it, for as long as its socket. Frames above the limit of the wire
 * close with 1009.
 */
export function createSyncGateway(options: SyncGatewayOptions): SyncGateway {
  const { engine, log } = options
  const traffic = new Traffic({ ...TRAFFIC_LIMITS, ...options.traffic }, () => performance.now())
  const services: SocketServices = {
    engine,
    heartbeat: createHeartbeat(options.heartbeatMs ?? 30_000),
    sessions: createSessionWatch({
      everyMs: options.sessionCheckMs ?? 60_000,
      log,
      userOf: credentials => options.userOf(credentials),
    }),
    tally: options.tally ?? NO_TALLY,
  }
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.frameBytes,
    perMessageDeflate: false,
    clientTracking: false,
  })

  const admit = async (request: IncomingMessage): Promise<Result<Admission, UpgradeRefusal>> => {
    if (!options.originAllowed(request)) return err('foreign-origin')
    const address = options.address(request)
    // Before anything is looked up.
    if (!traffic.mayOpen(address)) return err('rate-limited')
    const user = await options.authenticate(request)
    if (!user) return err('unauthenticated')
    const wanted = readSyncAddress(request.url ?? '')
    if (!wanted || !(await engine.admits(user.id, wanted.key.agreementId))) return err('not-found')
    return ok({ opening: { ...wanted, user }, address })
  }

  const admitOrFail = async (request: IncomingMessage): Promise<Result<Admission, UpgradeRefusal>> => {
    try {
      return await admit(request)
    } catch (error) {
      log.error({ error: String(error) }, 'A socket could not be admitted')
      return err(isStoreUnavailable(error) ? 'unavailable' : 'internal')
    }
  }

  const enter = (request: IncomingMessage, tcp: Socket, head: Buffer, { opening, address }: Admission) => {
    const place = traffic.enter(opening.user.id, address)
    if (!place) return 'rate-limited'
    let isOpen = false
    // It calls back at once, or answers that the request is none of the protocol.
    sockets.handleUpgrade(request, tcp, head, socket => {
      isOpen = true
      attachSocket({ socket, tcp, place, opening, credentials: credentialsOf(request) }, services)
    })
    if (!isOpen) place.leave()
    return null
  }

  const upgrade = async (request: IncomingMessage, tcp: Socket, head: Buffer): Promise<void> => {
    tcp.on('error', ignore)
    const admission = await admitOrFail(request)
    // Whoever hung up meanwhile takes no place.
    if (tcp.destroyed) return
    tcp.off('error', ignore)
    const refusal = admission.ok ? enter(request, tcp, head, admission.value) : admission.error
    if (!refusal) return
    log.info({ route: '/sync', kind: refusal }, 'refused')
    tcp.on('error', ignore)
    refuseUpgrade(tcp, refusal)
  }

  return {
    upgrade: (request, connection, head) => {
      assert(connection instanceof Socket, 'an HTTP server has connections of TCP')
      void upgrade(request, connection, head)
    },
    refusal: async request => {
      const admission = await admitOrFail(request)
      return admission.ok ? 'bad-request' : admission.error
    },
    sessionsChanged: userId => services.sessions.look(userId),
  }
}

/** What of a request says who asks. */
export const credentialsOf = ({ headers }: IncomingMessage): Credentials => ({
  cookie: headers.cookie ?? null,
  authorization: headers.authorization ?? null,
})

const ignore = (): void => {}
