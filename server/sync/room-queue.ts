import type { QueuedUpdate } from './committer.ts'

/** What of one room waits for the disk. */
export class RoomQueue {
  #updates = 0
  #bytes = 0

  get isEmpty(): boolean {
    return this.#updates === 0
  }

  get bytes(): number {
    return this.#bytes
  }

  add({ update }: QueuedUpdate): void {
    this.#updates++
    this.#bytes += update.length
  }

  /** They are durable, or will never be: takes them out and tells who sent them. */
  settle(updates: readonly QueuedUpdate[], outcome: 'durable' | 'failed'): void {
    for (const { source, update } of updates) {
      this.#updates--
      this.#bytes -= update.length
      source.settled(outcome)
    }
  }
}
