import type { LogPosition } from '../local/local-log.ts'

interface Frame {
  readonly position: LogPosition
  /** An answer to the server's first question carries all that the server lacks; an update only itself. */
  readonly carriesAll: boolean
  readonly at: number
}

/** What one connection has sent and what the server has acknowledged of it; a new connection starts a new count. */
export class SentFrames {
  #frames: Frame[] = []
  #acknowledged = 0
  /** Where the last acknowledged answer was sent: all rows of this device up to there were in it. */
  #answeredAt: LogPosition | null = null

  sent(frame: Frame): void {
    this.#frames.push(frame)
  }

  /**
   * The server says that the first `count` frames are durable. Gives what it therefore has, or null while that proves
   * nothing: before the handshake's answer is durable, older changes may be missing below a durable update.
   */
  acknowledge(count: number): LogPosition | null {
    const durable = this.#frames.splice(0, Math.max(0, count - this.#acknowledged))
    this.#acknowledged += durable.length
    const last = durable.at(-1)
    if (!last) return null
    for (const { carriesAll, position } of durable) if (carriesAll) this.#answeredAt = position
    return this.#answeredAt && { ...this.#answeredAt, ticket: last.position.ticket }
  }

  /** When the oldest frame without an acknowledgement was sent; null when there is none. */
  unacknowledgedSince(): number | null {
    return this.#frames[0]?.at ?? null
  }
}
