import { setTimeout as delay } from 'node:timers/promises'

/** Work on agreements that can wait its turn. */
export interface RefreshQueue {
  /** Has the agreement worked on once, soon; it keeps its place when it waits already. */
  add(agreementId: string): void
  /** Nothing more is begun. */
  stop(): void
}

export interface RefreshQueueOptions {
  /** Never rejects. */
  work(agreementId: string): Promise<void>
  /** The share of the time that work may take when there is always more to do. */
  readonly share?: number
  /** The longest pause, in ms. */
  readonly pauseMs?: number
}

const SHARE = 0.05
const PAUSE_MS = 1000

/**
 * One agreement at a time, with pauses that grow with the work: a thousand texts in which people type now and then come to
 * rest hundreds of times a second, and reading each of them at once would leave no time for the typing.
 */
export function createRefreshQueue({
  work,
  share = SHARE,
  pauseMs = PAUSE_MS,
}: RefreshQueueOptions): RefreshQueue {
  const waiting = new Set<string>()
  const ending = new AbortController()
  let running = false

  const run = async (): Promise<void> => {
    running = true
    for (const agreementId of waiting) {
      waiting.delete(agreementId)
      const began = performance.now()
      await work(agreementId)
      const took = performance.now() - began
      await delay(Math.min(pauseMs, took * (1 / share - 1)), null, { signal: ending.signal, ref: false })
    }
    running = false
  }

  return {
    add(agreementId) {
      if (ending.signal.aborted) return
      waiting.add(agreementId)
      // Ends early only when it was stopped.
      if (!running) run().catch(() => {})
    },
    stop() {
      waiting.clear()
      ending.abort()
    },
  }
}
