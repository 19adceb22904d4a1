/** Somebody with an open socket, each once. */
export interface PresentPerson {
  readonly userId: string
  readonly name: string
}

/** One client's awareness state, and whose it is; `state` is JSON text, `null` when it left. */
export interface SharedAwareness {
  readonly client: number
  readonly clock: number
  readonly state: string
  readonly userId: string
}

/** An update as it stands in the record, with the account that sent it. */
export interface AuthoredUpdate {
  readonly update: Uint8Array
  readonly authorId: string
}

/** What servers tell each other about a room. */
export type BusMessage =
  /**
   * The record has durable entries `from` to `to`; `chain` is its head after the last. `updates` are the entries in
   * order, or null when they are too large to send along: whoever wants them reads the record.
   */
  | {
      readonly kind: 'entries'
      readonly from: number
      readonly to: number
      readonly chain: Uint8Array
      readonly updates: readonly AuthoredUpdate[] | null
    }
  /** What changed among the sender's clients; `isWhole`: these are all of them. */
  | { readonly kind: 'awareness'; readonly states: readonly SharedAwareness[]; readonly isWhole: boolean }
  /** The sender opened the room and has not heard of anybody yet. */
  | { readonly kind: 'hello' }
  /** Status, role or membership changed, for one user or for all (null). */
  | { readonly kind: 'access'; readonly userId: string | null }

export interface BusEvents {
  /** Messages may have been lost until now; from here on they arrive again. */
  reconnected(): void
  /** Another server is gone, and with it everybody who was connected to it. */
  serverGone(server: string): void
}

/**
 * What the servers of one store tell each other, quickly but without any promise: a message may be lost, late or come twice.
 * Nothing that matters may depend on it; what is missed is read from the record.
 */
export interface Bus {
  /** This server's name, another one each time it starts. */
  readonly server: string
  /** Whether what is published now is likely to arrive. */
  readonly isConnected: boolean
  /** Events go to one listener, set before anything is subscribed to. */
  listen(events: BusEvents): void
  /**
   * Hears what other servers publish about the room, until the returned function is called. Resolves when nothing more will
   * be missed, or when the bus is away: `reconnected` is called once it is back.
   */
  subscribe(room: string, hear: (server: string, message: BusMessage) => void): Promise<() => void>
  /** To all other servers that subscribed to the room. Never throws and never waits. */
  publish(room: string, message: BusMessage): void
  /** Who is connected to this server on an agreement; it is forgotten unless it is told again within 50 seconds. */
  tellPresent(agreementId: string, people: readonly PresentPerson[]): void
  /** Who is connected to other servers, for each agreement that somebody is on. Empty when the bus is away. */
  present(agreementIds: readonly string[]): Promise<ReadonlyMap<string, readonly PresentPerson[]>>
  close(): Promise<void>
}
