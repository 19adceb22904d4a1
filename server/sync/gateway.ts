import type { ServerOptions } from 'node:http'
import type { Socket } from 'node:net'
import type { HttpBindings, upgradeWebSocket as nodeUpgradeWebSocket } from '@hono/node-server'
import type { Context, Env, Hono } from 'hono'
import { WebSocket, WebSocketServer } from 'ws'
import { isId } from '../../shared/ids.ts'
import { ERROR_STATUS, type ErrorBody } from '../../shared/protocol/errors.ts'
import { isRoomName, LIMITS, MESSAGE, type RoomKey, SYNC } from '../../shared/protocol/wire.ts'
import { assert, err, ok, type Result } from '../../shared/result.ts'
import type { Logger } from '../log.ts'
import type { SyncEngine } from './engine.ts'
import { createHeartbeat, type Heartbeat } from './heartbeat.ts'
import { type Credentials, createSessionWatch, type SessionWatch } from './session-watch.ts'
import { socketLink } from './socket-link.ts'
import { NO_TALLY, type SocketTally } from './socket-tally.ts'
import { type Place, TRAFFIC_LIMITS, Traffic, type TrafficLimits } from './traffic.ts'

/** What the gateway asks of the HTTP side. `authenticate` gives the session's user, `originAllowed` refuses foreign pages. */
export interface SyncGatewayOptions<E extends Env> {
  readonly engine: SyncEngine
  readonly upgradeWebSocket: typeof nodeUpgradeWebSocket
  readonly log: Logger
  /** How often sockets are pinged; one that has not answered by the next ping is dropped. 30 s when left out. */
  readonly heartbeatMs?: number
  /** How often open sockets are held against their sessions; one minute when left out. */
  readonly sessionCheckMs?: number
  readonly traffic?: Partial<TrafficLimits>
  readonly tally?: SocketTally
  authenticate(c: Context<E>): Promise<{ readonly id: string; readonly name: string } | null>
  /** The user that credentials of an earlier request stand for now; null when their session has ended. */
  userOf(credentials: Credentials): Promise<string | null>
  originAllowed(c: Context<E>): boolean
  /** Where a request comes from. */
  address(c: Context<E>): string
}

/** The server of sockets for `serve({ websocket: { server } })`: frames above the limit of the wire close with 1009. */
export const createSocketServer = (): WebSocketServer =>
  new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.frameBytes,
    perMessageDeflate: false,
    clientTracking: false,
  })

/**
 * Options for the HTTP server under it. Without the first, a request that offers another upgrade, as `curl --http2` does, would
 * never be answered. The times bound what a connection may take to ask its question.
 */
export const socketServerOptions: ServerOptions = {
  shouldUpgradeCallback: request => request.headers.upgrade?.toLowerCase() === 'websocket',
  headersTimeout: 20_000,
  requestTimeout: 120_000,
}

interface Admission {
  readonly user: { readonly id: string; readonly name: string }
  readonly key: RoomKey
  readonly address: string
}

interface Parts {
  readonly engine: SyncEngine
  readonly heartbeat: Heartbeat
  readonly sessions: SessionWatch
  readonly traffic: Traffic
  readonly tally: SocketTally
}

/** What the rest of the server may tell the gateway. */
export interface SyncGateway {
  /** Sessions of the user may have ended: closes the sockets of those that have. */
  sessionsChanged(userId: string): Promise<void>
}

/**
 * Mounts `/sync/:agreementId/:room`. Whoever may not enter gets an HTTP answer and never a socket. Besides `socket-link.ts` this
 * is the only file that knows WebSocket.
 */
export function mountSyncGateway<E extends Env>(app: Hono<E>, options: SyncGatewayOptions<E>): SyncGateway {
  const { engine, log } = options
  const traffic = new Traffic({ ...TRAFFIC_LIMITS, ...options.traffic }, () => performance.now())
  const parts: Parts = {
    engine,
    heartbeat: createHeartbeat(options.heartbeatMs ?? 30_000),
    sessions: createSessionWatch({
      everyMs: options.sessionCheckMs ?? 60_000,
      log,
      userOf: credentials => options.userOf(credentials),
    }),
    traffic,
    tally: options.tally ?? NO_TALLY,
  }

  app.get('/sync/:agreementId/:room', async (c, next) => {
    const admission = await admit(c, options, traffic)
    if (!admission.ok) return refuse(c, admission.error)
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') return refuse(c, 'bad-request')
    const { user, address } = admission.value
    const place = traffic.enter(user.id, address)
    if (!place) return refuse(c, 'rate-limited')
    const { incoming }: HttpBindings = c.env as never
    // A client that hangs up during the upgrade never gets a socket that could give the place back.
    let isOpen = false
    incoming.socket.once('close', () => {
      if (!isOpen) place.leave()
    })
    const credentials = {
      cookie: c.req.header('cookie') ?? null,
      authorization: c.req.header('authorization') ?? null,
    }
    const opening = { ...admission.value, credentials, wantsSaved: c.req.query('saved') === '1' }
    const upgrade = options.upgradeWebSocket(() => ({
      onOpen: (_event, { raw }) => {
        assert(raw instanceof WebSocket, 'the socket server makes sockets of ws')
        isOpen = true
        attach(raw, incoming.socket, opening, place, parts)
      },
    }))
    const answer = await upgrade(c, next)
    return answer ?? refuse(c, 'bad-request')
  })

  return { sessionsChanged: userId => parts.sessions.look(userId) }
}

const MESSAGES = {
  'foreign-origin': 'Open Parley itself: this page belongs to another site.',
  unauthenticated: 'Sign in again.',
  'not-found': 'There is no such agreement, or you are not a member of it.',
  'bad-request': 'This address is for WebSocket connections.',
  'rate-limited': 'Too many connections at once. Close other windows, or wait a minute.',
} as const

type Refusal = keyof typeof MESSAGES

function refuse(c: Context, kind: Refusal): Response {
  return c.json({ kind, message: MESSAGES[kind] } satisfies ErrorBody, ERROR_STATUS[kind])
}

async function admit<E extends Env>(
  c: Context<E>,
  { engine, authenticate, originAllowed, address }: SyncGatewayOptions<E>,
  traffic: Traffic,
): Promise<Result<Admission, Refusal>> {
  if (!originAllowed(c)) return err('foreign-origin')
  const from = address(c)
  // Before anything is looked up.
  if (!traffic.mayOpen(from)) return err('rate-limited')
  const user = await authenticate(c)
  if (!user) return err('unauthenticated')
  const agreementId = c.req.param('agreementId')
  const room = c.req.param('room') ?? ''
  if (!isId(agreementId) || !isRoomName(room)) return err('not-found')
  if (!(await engine.admits(user.id, agreementId))) return err('not-found')
  return ok({ user, key: { agreementId, room }, address: from })
}

function attach(
  socket: WebSocket,
  tcp: Socket,
  opening: Admission & { readonly wantsSaved: boolean; readonly credentials: Credentials },
  place: Place,
  { engine, heartbeat, sessions, tally }: Parts,
): void {
  const { user, credentials, key, wantsSaved } = opening
  const link = socketLink(socket, tcp, tally)
  const session = { userId: user.id, credentials, close: link.close }
  tally.opened()
  sessions.watch(session)
  heartbeat.watch(socket)
  const events = engine.open(link, { user, key, wantsSaved })
  // ws gives a Buffer unless told otherwise; text is no frame of the protocol.
  socket.on('message', (data, isBinary) => {
    if (!isBinary || !(data instanceof Uint8Array)) {
      events.malformed()
      return
    }
    tally.received(data.length)
    events.received(data)
    const waitMs = place.pace(costOf(data), data.length)
    if (waitMs > 0) holdBack(link, waitMs, tally)
  })
  tcp.on('drain', () => events.drained())
  socket.on('close', () => {
    place.leave()
    heartbeat.forget(socket)
    sessions.forget(session)
    tally.closed()
    events.closed()
  })
}

/** Questions make the server look through the whole text; what is only passed on costs little. */
function costOf(message: Uint8Array): number {
  const asks =
    message[0] === MESSAGE.sync ? message[1] !== SYNC.update : message[0] === MESSAGE.queryAwareness
  return asks ? 10 : 1
}

function holdBack(link: { pause(): void; resume(): void }, ms: number, tally: SocketTally): void {
  tally.heldBack()
  link.pause()
  setTimeout(link.resume, ms).unref()
}
