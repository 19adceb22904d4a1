import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import { MESSAGE, SYNC } from '../../shared/protocol/wire.ts'
import type { Opening, SyncEngine } from './engine.ts'
import type { Heartbeat } from './heartbeat.ts'
import type { Credentials, SessionWatch } from './session-watch.ts'
import { SocketLink } from './socket-link.ts'
import type { SocketTally } from './socket-tally.ts'
import type { Place } from './traffic.ts'

/** A socket that was admitted, with all that is known of it. */
export interface AdmittedSocket {
  readonly socket: WebSocket
  readonly tcp: Socket
  readonly place: Place
  readonly opening: Opening
  readonly credentials: Credentials
}

/** Who looks after open sockets. */
export interface SocketServices {
  readonly engine: SyncEngine
  readonly heartbeat: Heartbeat
  readonly sessions: SessionWatch
  readonly tally: SocketTally
}

/** Ties a socket to the engine. Besides `socket-link.ts` and the gateway this is the only file that knows WebSocket. */
export function attachSocket(
  { socket, tcp, place, opening, credentials }: AdmittedSocket,
  { engine, heartbeat, sessions, tally }: SocketServices,
): void {
  const link = new SocketLink(socket, tcp, tally)
  const session = {
    userId: opening.user.id,
    credentials,
    close: (code: number, reason: string) => link.close(code, reason),
  }
  tally.opened()
  sessions.watch(session)
  heartbeat.watch(socket, tcp)
  const events = engine.open(link, opening)
  // Without a listener, one bad frame would end the process.
  socket.on('error', ignore)
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

function holdBack(link: SocketLink, ms: number, tally: SocketTally): void {
  tally.heldBack()
  link.pause()
  setTimeout(() => link.resume(), ms).unref()
}

const ignore = (): void => {}
