/** How much may come in over sockets. 0 stands for no limit. */
export interface TrafficLimits {
  /** Open sockets at a time. */
  readonly socketsPerMember: number
  readonly socketsPerAddress: number
  /** Sockets opened from one address in a minute of the clock. */
  readonly openingsPerMinute: number
  /** Messages that one member may send over all sockets, on average; ten seconds' worth may come at once. */
  readonly messagesPerSecond: number
}

export const TRAFFIC_LIMITS: TrafficLimits = {
  socketsPerMember: 200,
  socketsPerAddress: 2000,
  openingsPerMinute: 3000,
  messagesPerSecond: 1000,
}

const BURST_S = 10
/** Bytes that count as one message more: half a megabyte a second and message rate of 1,000. */
const BYTES_A_MESSAGE = 2048

interface Member {
  sockets: number
  /** Messages sent beyond what the time since has made up for. */
  debt: number
  at: number
}

/** A place that a socket took. `pace` is told of each message and says for how many ms no more should be read; 0 for none. */
export interface Place {
  pace(cost: number, bytes: number): number
  leave(): void
}

/** Counts what comes from whom, so that one member or address does not take everything. Knows only who is there now. */
export class Traffic {
  readonly #limits: TrafficLimits
  readonly #now: () => number
  readonly #members = new Map<string, Member>()
  readonly #addresses = new Map<string, number>()
  readonly #openings = new Map<string, number>()
  #minute = 0

  /** `now` is in ms and never goes back. */
  constructor(limits: TrafficLimits, now: () => number) {
    this.#limits = limits
    this.#now = now
  }

  /** Counts an attempt to come in; false when there are too many from this address in this minute, or too many who are in. */
  mayOpen(address: string): boolean {
    const minute = Math.floor(this.#now() / 60_000)
    if (minute !== this.#minute) this.#openings.clear()
    this.#minute = minute
    const openings = (this.#openings.get(address) ?? 0) + 1
    this.#openings.set(address, openings)
    const { openingsPerMinute, socketsPerAddress } = this.#limits
    return (
      within(openings, openingsPerMinute) &&
      within((this.#addresses.get(address) ?? 0) + 1, socketsPerAddress)
    )
  }

  /** Takes a place; null when the member has too many already. */
  enter(userId: string, address: string): Place | null {
    const member = this.#members.get(userId) ?? { sockets: 0, debt: 0, at: this.#now() }
    if (!within(member.sockets + 1, this.#limits.socketsPerMember)) return null
    member.sockets++
    this.#members.set(userId, member)
    this.#addresses.set(address, (this.#addresses.get(address) ?? 0) + 1)
    return {
      pace: (cost, bytes) => this.#pace(member, cost + bytes / BYTES_A_MESSAGE),
      leave: () => {
        if (--member.sockets === 0) this.#members.delete(userId)
        const left = (this.#addresses.get(address) ?? 1) - 1
        if (left > 0) this.#addresses.set(address, left)
        else this.#addresses.delete(address)
      },
    }
  }

  #pace(member: Member, cost: number): number {
    const perMs = this.#limits.messagesPerSecond / 1000
    if (perMs === 0) return 0
    const now = this.#now()
    member.debt = Math.max(0, member.debt - (now - member.at) * perMs) + cost
    member.at = now
    const over = member.debt - this.#limits.messagesPerSecond * BURST_S
    return over > 0 ? Math.ceil(over / perMs) : 0
  }
}

const within = (count: number, limit: number): boolean => limit === 0 || count <= limit
