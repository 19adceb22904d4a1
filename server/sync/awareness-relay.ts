import { LIMITS } from '../../shared/protocol/wire.ts'
import type { SharedAwareness } from '../bus/bus.ts'
import { type AwarenessEntry, encodeAwareness } from './codec.ts'
import type { SyncLimits } from './limits.ts'

/** A socket as the relay knows it: its identity as an object, and whose it is. `server` is set for one on another server. */
export interface AwarenessOwner {
  readonly userId: string
  readonly server?: string
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
  readonly #share: (states: readonly SharedAwareness[]) => void
  readonly #states = new Map<number, Known>()
  readonly #gone = new Map<number, number>()
  /** Since the last relay, with the clock of the change; and what of it other servers should hear, with whose it is. */
  readonly #changed = new Map<number, number>()
  readonly #toShare = new Map<number, string>()
  #timer: NodeJS.Timeout | null = null
  #relayedAt = 0

  constructor(
    limits: Pick<SyncLimits, 'awarenessIds' | 'awarenessIntervalMs'>,
    broadcast: (frame: Uint8Array) => void,
    share: (states: readonly SharedAwareness[]) => void = () => {},
  ) {
    this.#limits = limits
    this.#broadcast = broadcast
    this.#share = share
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

  /** Takes what another server says of its clients, which it has judged already. */
  receiveFrom(server: string, states: readonly SharedAwareness[], isWhole: boolean): void {
    if (isWhole) {
      const named = new Set(states.map(({ client }) => client))
      this.#dropOf(server, client => !named.has(client))
    }
    for (const { userId, ...entry } of states) {
      const known = this.#states.get(entry.client)
      const accepted =
        entry.state === GONE
          ? known?.owner.server === server
          : entry.clock > (known?.clock ?? this.#gone.get(entry.client) ?? -1)
      if (accepted) this.#set({ userId, server }, entry)
    }
  }

  /** Another server is gone with all its clients. Where they come back, they may say the same again. */
  serverGone(server: string): void {
    this.#dropOf(server, () => true)
  }

  /** What this server's own clients have told. */
  ownStates(): SharedAwareness[] {
    return [...this.#states.values()].flatMap(({ owner, client, clock, state }) =>
      owner.server === undefined ? [{ client, clock, state, userId: owner.userId }] : [],
    )
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
    if (owner.server === undefined) this.#toShare.set(entry.client, owner.userId)
    this.#change(entry.client, entry.clock)
  }

  #dropOf(server: string, isMeant: (client: number) => boolean): void {
    for (const { owner, client, clock } of [...this.#states.values()]) {
      if (owner.server !== server || !isMeant(client)) continue
      this.#states.delete(client)
      this.#change(client, clock)
    }
  }

  #change(client: number, clock: number): void {
    this.#changed.set(client, clock)
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
      ([client, clock]) => this.#states.get(client) ?? { client, clock, state: GONE },
    )
    const shared = entries.flatMap(({ client, clock, state }) => {
      const userId = this.#toShare.get(client)
      return userId === undefined ? [] : [{ client, clock, state, userId }]
    })
    this.#changed.clear()
    this.#toShare.clear()
    this.#broadcast(encodeAwareness(entries))
    if (shared.length > 0) this.#share(shared)
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
