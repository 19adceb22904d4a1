import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'

/** Pings every socket and drops those that are gone without a word. */
export interface Heartbeat {
  watch(socket: WebSocket, tcp: Socket): void
  forget(socket: WebSocket): void
}

interface Watched {
  readonly tcp: Socket
  /** `asked`: it has not answered the last ping yet; `busy`: that stands behind much which the other side is still reading. */
  state: 'alive' | 'asked' | 'busy'
}

/**
 * A paused socket cannot have read the answer, and is let be. One that a large text is on its way to cannot have read the question:
 * it is dropped when nothing of it moves on, or whoever has a slow line would never get to the end of it.
 */
export function createHeartbeat(everyMs: number): Heartbeat {
  const sockets = new Map<WebSocket, Watched>()
  let timer: NodeJS.Timeout | null = null

  const beat = (): void => {
    for (const [socket, watched] of sockets) {
      if (socket.isPaused) continue
      if (watched.state !== 'alive' && watched.tcp.writableLength > 0) waitForMore(watched)
      else if (watched.state === 'asked') socket.terminate()
      else ask(socket, watched)
    }
  }

  const ask = (socket: WebSocket, watched: Watched): void => {
    rest(watched)
    watched.state = 'asked'
    socket.ping()
  }

  /** Node itself looks whether what is being written moves on. */
  const waitForMore = (watched: Watched): void => {
    if (watched.state === 'busy') return
    watched.state = 'busy'
    watched.tcp.setTimeout(everyMs, stuck)
  }

  // One function for all sockets, told by `this` which one it is.
  function pong(this: WebSocket): void {
    const watched = sockets.get(this)
    if (!watched) return
    rest(watched)
    watched.state = 'alive'
  }

  return {
    watch: (socket, tcp) => {
      sockets.set(socket, { tcp, state: 'alive' })
      socket.on('pong', pong)
      timer ??= setInterval(beat, everyMs).unref()
    },
    forget: socket => {
      sockets.delete(socket)
      if (sockets.size > 0 || !timer) return
      clearInterval(timer)
      timer = null
    },
  }
}

function rest({ tcp, state }: Watched): void {
  if (state === 'busy') tcp.setTimeout(0, stuck)
}

function stuck(this: Socket): void {
  this.destroy()
}
