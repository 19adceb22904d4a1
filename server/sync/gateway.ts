import type { ServerOptions } from 'node:http'
import type { Socket } from 'node:net'
import type { HttpBindings, upgradeWebSocket as nodeUpgradeWebSocket } from '@hono/node-server'
import type { Context, Env, Hono } from 'hono'
import { WebSocket, WebSocketServer } from 'ws'
import { isId } from '../../shared/ids.ts'
import { ERROR_STATUS, type ErrorBody } from '../../shared/protocol/errors.ts'
import { isRoomName, LIMITS, type RoomKey } from '../../shared/protocol/wire.ts'
import { assert, err, ok, type Result } from '../../shared/result.ts'
import type { SyncEngine } from './engine.ts'
import type { Link } from './link.ts'
import { webSocketBytes } from './websocket-bytes.ts'

/** What the gateway asks of the HTTP side. `authenticate` gives the session's user, `originAllowed` refuses foreign pages. */
export interface SyncGatewayOptions<E extends Env> {
  readonly engine: SyncEngine
  readonly upgradeWebSocket: typeof nodeUpgradeWebSocket
  /** How often sockets are pinged; one that has not answered by the next ping is dropped. 30 s when left out. */
  readonly heartbeatMs?: number
  authenticate(c: Context<E>): Promise<{ readonly id: string; readonly name: string } | null>
  originAllowed(c: Context<E>): boolean
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
 * Options for the HTTP server under it. Without them, a request that offers another upgrade, as `curl --http2` does, would never
 * be answered.
 */
export const onlyWebSocketUpgrades: ServerOptions = {
  shouldUpgradeCallback: request => request.headers.upgrade?.toLowerCase() === 'websocket',
}

interface Admission {
  readonly user: { readonly id: string; readonly name: string }
  readonly key: RoomKey
}

/**
 * Mounts `/sync/:agreementId/:room`. Whoever may not enter gets an HTTP answer and never a socket. This is the only file that
 * knows WebSocket.
 */
export function mountSyncGateway<E extends Env>(app: Hono<E>, options: SyncGatewayOptions<E>): void {
  const heartbeat = createHeartbeat(options.heartbeatMs ?? 30_000)
  const upgrade = (admission: Admission, wantsSaved: boolean, tcp: Socket) =>
    options.upgradeWebSocket(() => ({
      onOpen: (_event, { raw }) => {
        assert(raw instanceof WebSocket, 'the socket server makes sockets of ws')
        attach(raw, tcp, options.engine, { ...admission, wantsSaved }, heartbeat)
      },
    }))

  app.get('/sync/:agreementId/:room', async (c, next) => {
    const admission = await admit(c, options)
    if (!admission.ok) return refuse(c, admission.error)
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') return refuse(c, 'bad-request')
    const { incoming }: HttpBindings = c.env as never
    const answer = await upgrade(admission.value, c.req.query('saved') === '1', incoming.socket)(c, next)
    return answer ?? refuse(c, 'bad-request')
  })
}

const MESSAGES = {
  'foreign-origin': 'Open Parley itself: this page belongs to another site.',
  unauthenticated: 'Sign in again.',
  'not-found': 'There is no such agreement, or you are not a member of it.',
  'bad-request': 'This address is for WebSocket connections.',
} as const

type Refusal = keyof typeof MESSAGES

function refuse(c: Context, kind: Refusal): Response {
  return c.json({ kind, message: MESSAGES[kind] } satisfies ErrorBody, ERROR_STATUS[kind])
}

async function admit<E extends Env>(
  c: Context<E>,
  { engine, authenticate, originAllowed }: SyncGatewayOptions<E>,
): Promise<Result<Admission, Refusal>> {
  if (!originAllowed(c)) return err('foreign-origin')
  const user = await authenticate(c)
  if (!user) return err('unauthenticated')
  const agreementId = c.req.param('agreementId')
  const room = c.req.param('room') ?? ''
  if (!isId(agreementId) || !isRoomName(room)) return err('not-found')
  if (!(await engine.admits(user.id, agreementId))) return err('not-found')
  return ok({ user, key: { agreementId, room } })
}

function attach(
  socket: WebSocket,
  tcp: Socket,
  engine: SyncEngine,
  opening: Admission & { readonly wantsSaved: boolean },
  heartbeat: Heartbeat,
): void {
  const link = socketLink(socket, tcp)
  const events = engine.open(link, opening)
  // ws gives a Buffer unless told otherwise; text is no frame of the protocol.
  socket.on('message', (data, isBinary) => {
    if (isBinary && data instanceof Uint8Array) events.received(data)
    else events.malformed()
  })
  tcp.on('drain', () => events.drained())
  heartbeat.watch(socket)
  socket.on('close', () => {
    heartbeat.forget(socket)
    events.closed()
  })
}

function socketLink(socket: WebSocket, tcp: Socket): Link {
  return {
    // Past ws, which would head and write each frame anew for each receiver. It keeps nothing back without compression, so that
    // its pings and goodbyes and these bytes leave in the order in which they were handed over.
    send: (batch, last) => {
      if (socket.readyState !== WebSocket.OPEN) return
      if (!last) {
        tcp.write(batch.wire(webSocketBytes))
        return
      }
      tcp.cork()
      tcp.write(batch.wire(webSocketBytes))
      tcp.write(last.wire(webSocketBytes))
      tcp.uncork()
    },
    unsent: () => tcp.writableLength,
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    close: (code, reason) => {
      // A paused socket would never read the other side's goodbye.
      socket.resume()
      socket.close(code, reason)
    },
  }
}

interface Heartbeat {
  watch(socket: WebSocket): void
  forget(socket: WebSocket): void
}

/** Pings every socket and drops those that are gone without a word. */
function createHeartbeat(everyMs: number): Heartbeat {
  const answered = new Map<WebSocket, boolean>()
  let timer: NodeJS.Timeout | null = null

  const beat = (): void => {
    for (const [socket, alive] of answered) {
      if (socket.isPaused) continue // It cannot have read the answer.
      if (alive) {
        answered.set(socket, false)
        socket.ping()
      } else socket.terminate()
    }
  }

  return {
    watch: socket => {
      answered.set(socket, true)
      socket.on('pong', () => answered.set(socket, true))
      timer ??= setInterval(beat, everyMs).unref()
    },
    forget: socket => {
      answered.delete(socket)
      if (answered.size > 0 || !timer) return
      clearInterval(timer)
      timer = null
    },
  }
}
