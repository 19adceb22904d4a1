import type { Socket } from 'node:net'
import { WebSocket } from 'ws'
import type { FrameBatch } from './frame-batch.ts'
import type { Link } from './link.ts'
import type { SocketTally } from './socket-tally.ts'
import { webSocketBytes } from './websocket-bytes.ts'

/** The way to a client over a WebSocket. Whoever pauses it resumes it once; it is read while nobody holds it back. */
export class SocketLink implements Link {
  readonly #socket: WebSocket
  readonly #tcp: Socket
  readonly #tally: SocketTally
  #pauses = 0

  constructor(socket: WebSocket, tcp: Socket, tally: SocketTally) {
    this.#socket = socket
    this.#tcp = tcp
    this.#tally = tally
  }

  // Past ws, which would head and write each frame anew for each receiver. It keeps nothing back without compression, so that
  // its pings and goodbyes and these bytes leave in the order in which they were handed over.
  send(batch: FrameBatch, last?: FrameBatch): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return
    if (!last) {
      this.#write(batch)
      return
    }
    this.#tcp.cork()
    this.#write(batch)
    this.#write(last)
    this.#tcp.uncork()
  }

  unsent(): number {
    return this.#tcp.writableLength
  }

  pause(): void {
    if (this.#pauses++ === 0) this.#socket.pause()
  }

  resume(): void {
    if (this.#pauses > 0 && --this.#pauses === 0) this.#socket.resume()
  }

  close(code: number, reason: string): void {
    // A paused socket would never read the other side's goodbye.
    this.#pauses = 0
    this.#socket.resume()
    this.#socket.close(code, reason)
  }

  #write(batch: FrameBatch): void {
    const bytes = batch.wire(webSocketBytes)
    this.#tally.sent(bytes.length)
    this.#tcp.write(bytes)
  }
}
