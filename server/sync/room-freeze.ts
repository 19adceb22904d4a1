import type { RoomKey } from '../../shared/protocol/wire.ts'
import type { SharedRecord } from '../store/record-store.ts'
import type { Gate } from './gate.ts'

export interface RoomFreezeOptions {
  readonly key: RoomKey
  readonly gate: Gate
  readonly shared: SharedRecord | null
  /** Resolves when what arrived before is durable and in the room's state; rejects when it cannot be. */
  settle(): Promise<void>
  /** Everybody is judged by the rules in force once it resolves. */
  refresh(): Promise<void>
  complain(error: unknown, message: string): void
}

/** How long other servers wait for a freeze to end when they hear nothing: longer than reading and printing any text takes. */
const LEASE_MS = 120_000

/** Keeps writers out of a room, on all servers, while its text is read and its status decided. Freezes follow each other. */
export class RoomFreeze {
  readonly #options: RoomFreezeOptions
  #last: Promise<void> = Promise.resolve()

  constructor(options: RoomFreezeOptions) {
    this.#options = options
  }

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(() => this.#freeze(work))
    this.#last = result.then(
      () => {},
      () => {},
    )
    return result
  }

  async #freeze<T>(work: () => Promise<T>): Promise<T> {
    const { key, gate, shared, settle, refresh, complain } = this.#options
    const open = gate.close()
    let release = async () => {}
    try {
      await settle()
      if (shared) {
        release = await shared.freeze(key, LEASE_MS)
        // What others wrote until just now.
        await settle()
      }
      return await work()
    } finally {
      await release().catch(error => complain(error, 'A freeze was not released: it runs out by itself'))
      // Nobody writes by the old rules: the gate opens when every socket knows the new ones.
      await refresh()
      open()
    }
  }
}
