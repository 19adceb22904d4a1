import type { RoomKey } from '../../shared/protocol/wire.ts'
import type { AuthoredUpdate, SharedAwareness } from '../bus/bus.ts'
import type { RecordHead, Standing } from '../store/record-store.ts'
import type { AwarenessRelay } from './awareness-relay.ts'
import type { ArrivedUpdate } from './committer.ts'
import type { RoomMember } from './room-member.ts'

/** A room as other servers reach it. */
export interface ClusteredRoom {
  readonly key: RoomKey
  readonly awareness: AwarenessRelay
  readonly members: ReadonlySet<RoomMember>
  /** Entries of the record that another server wrote; some may be known already, and some before them missing. */
  heard(from: number, head: RecordHead, updates: readonly AuthoredUpdate[]): void
  /** Catches up with the record and its rules, when they have moved on. */
  follow(standing: Standing): Promise<void>
  /** The access rules have changed, perhaps: when it resolves, everyone is judged by those in force. Never rejects. */
  recheck(): Promise<void>
}

/** A room's way to the same room on other servers. */
export interface ClusterRoom {
  /** To be called when entries that this server wrote are durable. */
  tellEntries(from: number, head: RecordHead, updates: readonly ArrivedUpdate[]): void
  tellAwareness(states: readonly SharedAwareness[], isWhole: boolean): void
  leave(): void
}

/** For a server that is alone. */
export const ALONE: ClusterRoom = { tellEntries: () => {}, tellAwareness: () => {}, leave: () => {} }
