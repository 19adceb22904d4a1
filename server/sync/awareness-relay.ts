import { LIMITS } from '../../shared/protocol/wire.ts'
import { type AwarenessEntry, encodeAwareness } from './codec.ts'
import type { SyncLimits } from './limits.ts'

/** A socket as the relay knows it: its identity as an object, and whose it is. */
export interface AwarenessOwner {
  readonly userId: string
}

interface Known extends AwarenessEntry {
  readonly owner: AwarenessOwner
}

const GONE = 'null'
// Clocks of clients that left are remembered, so that late echoes of their states do not bring them back.
const REMEMBERED = 4096

/**
 * Who is where in one room. Stock clients echo what they hear about others, so an entry counts only from the socket that owns its
 * client id; another socket of the same user may take it over, which is what a reconnect looks like. Only the latest state of
 * each client is kept and relayed.
 */
export class AwarenessRelay {
  readonly #limits: Pick<SyncLimits, 'awarenessIds' | 'awarenessIntervalMs'>
  readonly #broadcast: (frame: Uint8Array) => void
  readonly #states = new Map<number, Known>()
  readonly #gone = new Map<number, number>()
  readonly #changed = new Set<number>()
  #timer: NodeJS.Timeout | null = null
  #relayedAt = 0

  constructor(
    limits: Pick<SyncLimits, 'awarenessIds' | 'awarenessIntervalMs'>,
    broadcast: (frame: Uint8Array) => void,
  ) {
    this.#limits = limits
    this.#broadcast = broadcast
  }

  /** Takes what a socket says. What it may not say, or not so much of, is ignored. */
  receive(owner: AwarenessOwner, entries: readonly AwarenessEntry[]): void {
    for (const entry of entries) if (this.#accepts(owner, entry)) this.#set(owner, entry)
  }

  /** The socket closed: its states go, for everyone. */
  leave(owner: AwarenessOwner): void {
    for (const known of [...this.#states.values()]) {
      if (known.owner === owner) this.#set(owner, { ...known, state: GONE })
    }
  }

  /** A frame with the states of all, for someone who comes or comes back; null when nobody has told anything. */
  frameForAll(): Uint8Array | null {
    return this.#states.size === 0 ? null : encodeAwareness([...this.#states.values()])
  }

  /** The user whose socket announced the client id and is still there; null when there is none. */
  ownerOf(client: number): string | null {
    return this.#states.get(client)?.owner.userId ?? null
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
  }

  #accepts(owner: AwarenessOwner, { client, clock, state }: AwarenessEntry): boolean {
    const known = this.#states.get(client)
    if (known && known.owner !== owner && known.owner.userId !== owner.userId) return false
    // A socket that has not heard from a client for a while declares it gone with its last clock: only the owner may.
    if (state === GONE) return known !== undefined && (known.owner === owner || clock > known.clock)
    if (clock <= (known?.clock ?? this.#gone.get(client) ?? -1)) return false
    if (known?.owner !== owner && this.#ownedBy(owner) >= this.#limits.awarenessIds) return false
    return Buffer.byteLength(state) <= LIMITS.awarenessBytes && isJson(state)
  }

  #ownedBy(owner: AwarenessOwner): number {
    let count = 0
    for (const known of this.#states.values()) if (known.owner === owner) count++
    return count
  }

  #set(owner: AwarenessOwner, entry: AwarenessEntry): void {
    if (entry.state === GONE) {
      this.#states.delete(entry.client)
      this.#remember(entry)
    } else {
      this.#states.set(entry.client, { ...entry, owner })
    }
    this.#changed.add(entry.client)
    this.#schedule()
  }

  #remember({ client, clock }: AwarenessEntry): void {
    this.#gone.delete(client)
    this.#gone.set(client, clock)
    const oldest = this.#gone.keys().next()
    if (this.#gone.size > REMEMBERED && !oldest.done) this.#gone.delete(oldest.value)
  }

  #schedule(): void {
    if (this.#timer) return
    const wait = Math.max(0, this.#relayedAt + this.#limits.awarenessIntervalMs - performance.now())
    this.#timer = setTimeout(() => this.#relay(), wait)
  }

  #relay(): void {
    this.#timer = null
    this.#relayedAt = performance.now()
    const entries = [...this.#changed].map(
      client => this.#states.get(client) ?? { client, clock: this.#gone.get(client) ?? 0, state: GONE },
    )
    this.#changed.clear()
    this.#broadcast(encodeAwareness(entries))
  }
}

/** What is not JSON would throw in every client that hears it. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
