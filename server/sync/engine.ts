import { setTimeout as after } from 'node:timers/promises'
import { CLOSE, type RoomKey } from '../../shared/protocol/wire.ts'
import { assert } from '../../shared/result.ts'
import type { Bus } from '../bus/bus.ts'
import type { Logger } from '../log.ts'
import type { RecordStore, SharedRecord } from '../store/record-store.ts'
import { StoreUnavailable } from '../store/store-unavailable.ts'
import { Cluster } from './cluster.ts'
import { Committer, type UpdateSource } from './committer.ts'
import { Connection } from './connection.ts'
import { SYNC_LIMITS, type SyncLimits } from './limits.ts'
import type { Link, LinkEvents } from './link.ts'
import type { LiveRooms } from './live-rooms.ts'
import { createMerger } from './merger.ts'
import { type Change, Notices } from './notices.ts'
import { Registry } from './registry.ts'
import type { Room } from './room.ts'
import type { SocketAccess } from './socket-access.ts'
import { checkUpdate, isEmpty } from './update-check.ts'

/** What the engine needs of the rest of the server. */
export interface SyncEngineDeps {
  readonly record: RecordStore
  /** The same record where other servers write it too, with the way to tell them; absent: there are none. */
  readonly cluster?: { readonly shared: SharedRecord; readonly bus: Bus; readonly checkMs?: number }
  readonly log: Logger
  readonly limits?: Partial<SyncLimits>
  /** How long the text must be unchanged to be at rest; 800 ms when left out. */
  readonly restMs?: number
  now(): number
  /** What the user may do by the rules in force now; null when the user is no member. Read anew whenever it may have changed. */
  access(userId: string, agreementId: string): Promise<SocketAccess | null>
  /** The agreement's text has not changed for `restMs`. */
  onRest(agreementId: string): void
  /** The agreement's text changed durably; at most once a second for an agreement, and the last change is always told. */
  onChanged(change: Change): void
}

/** Someone who comes in through a link. */
export interface Opening {
  readonly key: RoomKey
  readonly user: { readonly id: string; readonly name: string }
  readonly wantsSaved: boolean
}

/** The rooms and everything that happens in them, without a word about how clients reach them. */
export interface SyncEngine extends LiveRooms {
  /** Whether the user may open the agreement's rooms. */
  admits(userId: string, agreementId: string): Promise<boolean>
  /** Puts a client into a room; the link tells what comes from it through the returned events. */
  open(link: Link, opening: Opening): LinkEvents
  /** How many rooms are in memory. */
  openRooms(): number
  /** What waits for the disk. */
  queued(): { readonly updates: number; readonly bytes: number }
  /** Starts what the first to open a large room would wait for. */
  warm(): Promise<void>
  /** Commits what has arrived, tells clients to come back, and ends the engine's threads. The record stays open. */
  close(): Promise<void>
}

/** For how long an engine that ends keeps snapshots. Each spares a merge; none is needed. */
const LAST_SNAPSHOTS_MS = 2000

export function createSyncEngine(deps: SyncEngineDeps): SyncEngine {
  const limits = { ...SYNC_LIMITS, ...deps.limits }
  const { record, log } = deps
  const committer = new Committer(record, limits, log)
  const merger = createMerger(limits.inlineMergeBytes)
  const notices = new Notices({
    restMs: deps.restMs ?? 800,
    log,
    onRest: agreementId => deps.onRest(agreementId),
    onChanged: change => deps.onChanged(change),
  })
  const registry: Registry = new Registry({
    record,
    shared: deps.cluster?.shared ?? null,
    joinCluster: room => cluster.join(room),
    committer,
    merger,
    limits,
    log,
    now: () => deps.now(),
    onCommitted: ({ agreementId, room }, { authorId, at }) => {
      if (room === 'body') notices.changed({ agreementId, userId: authorId, at })
    },
  })
  const cluster = new Cluster({
    ...deps.cluster,
    rooms: () => registry.all(),
    roomsOf: agreementId => registry.of(agreementId),
    log,
  })
  let closing = false

  const using = async <T>(key: RoomKey, work: (room: Room) => Promise<T>): Promise<T> => {
    const { room, release } = registry.hold(key, 'reader')
    try {
      return await work(room)
    } finally {
      release()
    }
  }

  return {
    admits: async (userId, agreementId) => (await deps.access(userId, agreementId)) !== null,

    open: (link, { key, user, wantsSaved }) => {
      const { room, release } = registry.hold(key, 'visitor')
      const connection = new Connection({
        link,
        room,
        user,
        wantsSaved,
        limits,
        log,
        now: () => deps.now(),
        readAccess: () => deps.access(user.id, key.agreementId),
        released: release,
      })
      if (closing) connection.close(CLOSE.goingDown, 'unavailable')
      return connection
    },

    state: key =>
      using(key, async room => {
        const { update, head } = await room.whole()
        // A copy: who gets it may hand its buffer over to a thread, and the room would be left without.
        return { update: new Uint8Array(update), head }
      }),

    write: (key, update, authorId) =>
      using(key, async room => {
        const checked = checkUpdate(update, limits)
        assert(checked.ok, 'the server writes only well-formed updates')
        await room.untilOpen()
        if (isEmpty(checked.value)) return
        await new Promise<void>((resolve, reject) => {
          const source: UpdateSource = {
            settled: outcome =>
              outcome === 'durable'
                ? resolve()
                : reject(new StoreUnavailable('The record could not be written')),
            mayWrite: () => true,
          }
          // A seed that is repeated in another's name is known by then.
          const claims = room.claims(checked.value, authorId) ?? []
          room.enqueue(update, checked.value, { id: authorId, claims }, source)
        })
      }),

    frozen: (key, work) => using(key, room => room.frozen(work)),

    accessChanged: (agreementId, userId) => cluster.accessChanged(agreementId, userId ?? null),

    present: agreementIds => cluster.present(agreementIds),

    openRooms: () => registry.size,

    queued: () => committer.queued,

    warm: () => merger.warm(),

    close: async () => {
      closing = true
      await committer.whenSettled()
      for (const room of registry.all()) room.closeAll(CLOSE.goingDown, 'unavailable')
      await committer.whenSettled()
      // Everybody comes back at once when the server starts again: what was merged here need not be merged again then.
      const kept = Promise.all(registry.all().map(room => room.unload()))
      await Promise.race([kept, after(LAST_SNAPSHOTS_MS, undefined, { ref: false })])
      notices.stop()
      cluster.stop()
      registry.stop()
      await merger.close()
    },
  }
}
