import { ROOMS, type RoomKey, roomName } from '../../shared/protocol/wire.ts'
import type { ClusteredRoom } from './cluster-room.ts'
import { Room } from './room.ts'
import type { RoomContext } from './room-context.ts'

interface Held {
  readonly room: Room
  users: number
  /** Somebody came in by a socket, and may come back. */
  visited: boolean
  idle: NodeJS.Timeout | null
}

/** The open rooms: each is loaded once however many ask for it, and given up when nobody has used it for a while. */
export class Registry {
  readonly #context: Omit<RoomContext, 'onFailed'>
  readonly #held = new Map<string, Held>()

  constructor(context: Omit<RoomContext, 'onFailed'>) {
    this.#context = context
  }

  get size(): number {
    return this.#held.size
  }

  /** The room, which stays open until `release` is called. It may still be loading. */
  hold(key: RoomKey, by: 'visitor' | 'reader'): { readonly room: Room; release(): void } {
    const held = this.#held.get(roomName(key)) ?? this.#open(key)
    held.visited ||= by === 'visitor'
    if (held.idle) clearTimeout(held.idle)
    held.idle = null
    held.users++
    return {
      room: held.room,
      release: () => {
        if (--held.users === 0) this.#waitIdle(held)
      },
    }
  }

  /** The open rooms of an agreement. */
  of(agreementId: string): Room[] {
    return ROOMS.flatMap(room => this.#held.get(roomName({ agreementId, room }))?.room ?? [])
  }

  all(): Room[] {
    return [...this.#held.values()].map(({ room }) => room)
  }

  stop(): void {
    for (const { room, idle } of this.#held.values()) {
      if (idle) clearTimeout(idle)
      room.end()
    }
    this.#held.clear()
  }

  #open(key: RoomKey): Held {
    const room = new Room(key, { ...this.#context, onFailed: failed => this.#forget(failed) })
    const held: Held = { room, users: 0, visited: false, idle: null }
    this.#held.set(roomName(key), held)
    room.ready.catch(error => {
      this.#context.log.error({ error: String(error), room: roomName(key) }, 'A room could not be loaded')
      this.#forget(room)
    })
    return held
  }

  #forget(room: ClusteredRoom): void {
    const held = this.#held.get(roomName(room.key))
    if (held?.room !== room) return
    if (held.idle) clearTimeout(held.idle)
    held.room.end()
    this.#held.delete(roomName(room.key))
  }

  #waitIdle(held: Held): void {
    if (this.#held.get(roomName(held.room.key)) !== held) return
    const { idleMs, unvisitedMs } = this.#context.limits
    held.idle = setTimeout(
      () => {
        if (!held.room.queue.isEmpty) return this.#waitIdle(held)
        this.#forget(held.room)
        void held.room.unload()
      },
      held.visited ? idleMs : Math.min(idleMs, unvisitedMs),
    )
    held.idle.unref()
  }
}
