import { CLOSE, ROOMS, roomName } from '../../shared/protocol/wire.ts'
import type { Bus, BusMessage, PresentPerson } from '../bus/bus.ts'
import { createInProcessBus } from '../bus/in-process-bus.ts'
import type { Logger } from '../log.ts'
import type { SharedRecord } from '../store/record-store.ts'
import { ALONE, type ClusteredRoom, type ClusterRoom } from './cluster-room.ts'

export interface ClusterOptions {
  readonly shared?: SharedRecord
  readonly bus?: Bus
  /** How often open rooms are compared with the record while announcements arrive; 3 s when left out. */
  readonly checkMs?: number
  readonly log: Logger
  rooms(): readonly ClusteredRoom[]
  roomsOf(agreementId: string): readonly ClusteredRoom[]
}

/** Entries above this are not sent along with their announcement. */
const INLINE_BYTES = 64 * 1024
const CHECK_MS = 3000
/** While announcements may be lost. */
const ANXIOUS_CHECK_MS = 500
const CHECKED_AT_ONCE = 1000
const PRESENT_INTERVAL_MS = 1000
const PRESENT_RENEWAL_MS = 20_000

/**
 * The rooms of this server among those of others on the same record. Announcements make it quick; comparing each open room
 * with the record, now and then and whenever announcements may have been lost, makes it sure.
 */
export class Cluster {
  readonly #options: ClusterOptions
  readonly #bus: Bus
  readonly #timers: NodeJS.Timeout[] = []
  readonly #told = new Map<string, { readonly text: string; readonly at: number }>()
  #checking: Promise<void> | null = null
  #checkedAt = 0

  constructor(options: ClusterOptions) {
    this.#options = options
    this.#bus = options.bus ?? createInProcessBus()
    this.#bus.listen({
      reconnected: () => this.#reconnected(),
      serverGone: server => {
        for (const room of options.rooms()) room.awareness.serverGone(server)
      },
    })
    if (!options.shared) return
    this.#timers.push(
      setInterval(
        () => this.#checkWhenDue(),
        Math.min(ANXIOUS_CHECK_MS, options.checkMs ?? CHECK_MS),
      ).unref(),
      setInterval(() => this.#tellPresent(), PRESENT_INTERVAL_MS).unref(),
    )
  }

  async join(room: ClusteredRoom): Promise<ClusterRoom> {
    if (!this.#options.shared) return ALONE
    const name = roomName(room.key)
    const unsubscribe = await this.#bus.subscribe(name, (server, message) =>
      this.#hear(room, server, message),
    )
    this.#bus.publish(name, { kind: 'hello' })
    return {
      tellEntries: (from, { seq, chain }, updates) => {
        const bytes = updates.reduce((sum, { update }) => sum + update.length, 0)
        const inline =
          bytes <= INLINE_BYTES ? updates.map(({ update, authorId }) => ({ update, authorId })) : null
        this.#bus.publish(name, { kind: 'entries', from, to: seq, chain, updates: inline })
      },
      tellAwareness: (states, isWhole) => this.#bus.publish(name, { kind: 'awareness', states, isWhole }),
      leave: unsubscribe,
    }
  }

  /** Closes the sockets concerned, here and on other servers. */
  accessChanged(agreementId: string, userId: string | null): void {
    for (const room of this.#options.roomsOf(agreementId)) this.#accessChanged(room, userId)
    if (!this.#options.shared) return
    for (const room of ROOMS) this.#bus.publish(roomName({ agreementId, room }), { kind: 'access', userId })
  }

  async present(agreementIds: readonly string[]): Promise<ReadonlyMap<string, readonly PresentPerson[]>> {
    const elsewhere = await this.#bus.present(agreementIds)
    return new Map(
      agreementIds.map(id => {
        const everybody = [...this.#presentHere(id), ...(elsewhere.get(id) ?? [])]
        return [id, [...new Map(everybody.map(person => [person.userId, person])).values()]]
      }),
    )
  }

  /** Says that nobody is here any more. */
  stop(): void {
    for (const timer of this.#timers) clearInterval(timer)
    for (const agreementId of this.#told.keys()) this.#bus.tellPresent(agreementId, [])
  }

  #hear(room: ClusteredRoom, server: string, message: BusMessage): void {
    switch (message.kind) {
      case 'entries':
        if (message.updates)
          room.heard(message.from, { seq: message.to, chain: message.chain }, message.updates)
        else void this.#check([room])
        return
      case 'awareness':
        room.awareness.receiveFrom(server, message.states, message.isWhole)
        return
      case 'hello':
        this.#tellAwareness(room)
        return
      case 'access':
        this.#accessChanged(room, message.userId)
    }
  }

  #accessChanged(room: ClusteredRoom, userId: string | null): void {
    for (const member of [...room.members])
      if (userId === null || member.userId === userId) member.close(CLOSE.accessChanged, 'access-changed')
    // The others in the room are judged by the new rules from here on, too.
    if (this.#options.shared) void room.recheck()
  }

  #tellAwareness(room: ClusteredRoom): void {
    const states = room.awareness.ownStates()
    this.#bus.publish(roomName(room.key), { kind: 'awareness', states, isWhole: true })
  }

  #reconnected(): void {
    for (const room of this.#options.rooms()) {
      this.#tellAwareness(room)
      this.#bus.publish(roomName(room.key), { kind: 'hello' })
    }
    this.#told.clear()
    this.#tellPresent()
    this.#checkedAt = 0
    this.#checkWhenDue()
  }

  #checkWhenDue(): void {
    const every = this.#bus.isConnected ? (this.#options.checkMs ?? CHECK_MS) : ANXIOUS_CHECK_MS
    if (this.#checking || performance.now() - this.#checkedAt < every - 1) return
    this.#checkedAt = performance.now()
    this.#checking = this.#check(this.#options.rooms()).finally(() => {
      this.#checking = null
    })
  }

  /** Compares rooms with the record and lets them catch up. What fails now is tried again by the next check. */
  async #check(rooms: readonly ClusteredRoom[]): Promise<void> {
    const { shared, log } = this.#options
    if (!shared) return
    try {
      for (let at = 0; at < rooms.length; at += CHECKED_AT_ONCE) {
        const some = rooms.slice(at, at + CHECKED_AT_ONCE)
        const standings = await shared.standing(some.map(({ key }) => key))
        await Promise.all(
          some.map((room, index) => {
            const standing = standings[index]
            return standing && room.follow(standing)
          }),
        )
      }
    } catch (error) {
      log.warn({ error: String(error) }, 'Rooms could not be compared with the record')
    }
  }

  #presentHere(agreementId: string): PresentPerson[] {
    const people = new Map<string, string>()
    for (const room of this.#options.roomsOf(agreementId))
      for (const { userId, name } of room.members) people.set(userId, name)
    return [...people].map(([userId, name]) => ({ userId, name }))
  }

  /** Tells what changed, and again what has not before it is forgotten. */
  #tellPresent(): void {
    const now = performance.now()
    const open = new Set(this.#options.rooms().map(({ key }) => key.agreementId))
    for (const agreementId of new Set([...open, ...this.#told.keys()])) {
      const people = this.#presentHere(agreementId)
      const text = JSON.stringify(people)
      const told = this.#told.get(agreementId)
      const isNews = told ? told.text !== text || now - told.at > PRESENT_RENEWAL_MS : people.length > 0
      if (!isNews) continue
      this.#bus.tellPresent(agreementId, people)
      if (people.length > 0) this.#told.set(agreementId, { text, at: now })
      else this.#told.delete(agreementId)
    }
  }
}
