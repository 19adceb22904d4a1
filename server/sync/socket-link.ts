import type { Socket } from 'node:net'
import { WebSocket } from 'ws'
import type { FrameBatch } from './frame-batch.ts'
import type { Link } from './link.ts'
import type { SocketTally } from './socket-tally.ts'
import { webSocketBytes } from './websocket-bytes.ts'

/** The way to a client over a WebSocket. Whoever pauses it resumes it once; it is read while nobody holds it back. */
export function socketLink(socket: WebSocket, tcp: Socket, tally: SocketTally): Link {
  let pauses = 0

  const write = (batch: FrameBatch): void => {
    const bytes = batch.wire(webSocketBytes)
    tally.sent(bytes.length)
    tcp.write(bytes)
  }

  return {
    // Past ws, which would head and write each frame anew for each receiver. It keeps nothing back without compression, so that
    // its pings and goodbyes and these bytes leave in the order in which they were handed over.
    send: (batch, last) => {
      if (socket.readyState !== WebSocket.OPEN) return
      if (!last) {
        write(batch)
        return
      }
      tcp.cork()
      write(batch)
      write(last)
      tcp.uncork()
    },
    unsent: () => tcp.writableLength,
    pause: () => {
      if (pauses++ === 0) socket.pause()
    },
    resume: () => {
      if (pauses > 0 && --pauses === 0) socket.resume()
    },
    close: (code, reason) => {
      // A paused socket would never read the other side's goodbye.
      pauses = 0
      socket.resume()
      socket.close(code, reason)
    },
  }
}
