import type { WebSocket } from 'ws'

/** Pings every socket and drops those that are gone without a word. */
export interface Heartbeat {
  watch(socket: WebSocket): void
  forget(socket: WebSocket): void
}

/** A paused socket cannot have read the answer, and is let be. */
export function createHeartbeat(everyMs: number): Heartbeat {
  const answered = new Map<WebSocket, boolean>()
  let timer: NodeJS.Timeout | null = null

  const beat = (): void => {
    for (const [socket, alive] of answered) {
      if (socket.isPaused) continue
      if (alive) {
        answered.set(socket, false)
        socket.ping()
      } else socket.terminate()
    }
  }

  // One function for all sockets, told by `this` which one it is.
  function pong(this: WebSocket): void {
    if (answered.has(this)) answered.set(this, true)
  }

  return {
    watch: socket => {
      answered.set(socket, true)
      socket.on('pong', pong)
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
