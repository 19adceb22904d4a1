import { setTimeout as delay } from 'node:timers/promises'
import type { RoomKey } from '../../shared/protocol/wire.ts'
import type { SharedRecord } from '../store/record-store.ts'
import type { QueuedUpdate } from './committer.ts'
import type { Gate } from './gate.ts'
import type { RoomMember } from './room-member.ts'

export interface RoomRulesOptions {
  readonly key: RoomKey
  readonly shared: SharedRecord
  /** Closed while the rules are read: what arrives meanwhile is judged by the new ones. */
  readonly gate: Gate
  readonly members: ReadonlySet<RoomMember>
  /** An update that may still be written, with the rules that say so; one that may not. */
  again(update: QueuedUpdate): void
  refused(update: QueuedUpdate): void
}

const FROZEN_RETRY_MS = 200

/**
 * By which access rules the updates of a room are judged, where other servers change rules and texts at the same time. The
 * record refuses what was judged by older ones than it knows; this is where they are read anew and the refused are judged again.
 */
export class RoomRules {
  readonly #options: RoomRulesOptions
  #current = 0
  #outdated: QueuedUpdate[] = []
  #wanted = 0
  #running: Promise<void> | null = null
  #ended = false

  constructor(options: RoomRulesOptions) {
    this.#options = options
  }

  /** As the record counts them (`Standing.rules`). */
  get current(): number {
    return this.#current
  }

  /** Reads the rules for the first time, before any socket's access is read. */
  async load(): Promise<void> {
    const [standing] = await this.#options.shared.standing([this.#options.key])
    this.#current = standing?.rules ?? 0
  }

  /** Takes what the record refused. */
  keep(updates: readonly QueuedUpdate[]): void {
    this.#outdated.push(...updates)
  }

  /** What is kept and was not judged again. */
  drain(): QueuedUpdate[] {
    return this.#outdated.splice(0)
  }

  /**
   * When it resolves, everybody is judged by rules that were read after the call; it waits while the room is frozen. Whoever
   * may do other things than before has been closed. Rejects when the rules cannot be read.
   */
  recheck(): Promise<void> {
    this.#wanted++
    this.#running ??= this.#run().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  end(): void {
    this.#ended = true
  }

  async #run(): Promise<void> {
    const open = this.#options.gate.close()
    try {
      for (let seen = -1; seen !== this.#wanted; ) {
        seen = this.#wanted
        const rules = await this.#onceFree()
        await Promise.all([...this.#options.members].map(member => member.recheckAccess()))
        this.#current = rules
      }
      this.#judgeAgain()
    } finally {
      open()
    }
  }

  async #onceFree(): Promise<number> {
    const { shared, key } = this.#options
    for (;;) {
      const [standing] = await shared.standing([key])
      if (!standing?.isFrozen || this.#ended) return standing?.rules ?? 0
      await delay(FROZEN_RETRY_MS)
    }
  }

  /** Whoever left meanwhile, or may write no longer, keeps what was not taken and learns so by the next handshake. */
  #judgeAgain(): void {
    for (const update of this.drain()) {
      if (update.source.mayWrite()) this.#options.again({ ...update, rules: this.#current })
      else this.#options.refused(update)
    }
  }
}
