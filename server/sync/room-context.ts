import type { RoomKey } from '../../shared/protocol/wire.ts'
import type { Logger } from '../log.ts'
import type { RecordStore, SharedRecord } from '../store/record-store.ts'
import type { ClusteredRoom, ClusterRoom } from './cluster-room.ts'
import type { Committer, QueuedUpdate } from './committer.ts'
import type { SyncLimits } from './limits.ts'
import type { Merger } from './merger.ts'

/** What rooms share. `onCommitted` hears of durable updates, and `onFailed` that the room must be loaded again. */
export interface RoomContext {
  readonly record: RecordStore
  /** The record, where other servers write it too. */
  readonly shared: SharedRecord | null
  readonly committer: Committer
  readonly merger: Merger
  readonly limits: SyncLimits
  readonly log: Logger
  readonly now: () => number
  onCommitted(key: RoomKey, last: QueuedUpdate): void
  onFailed(room: ClusteredRoom): void
  /** Ties the room to other servers, before it loads. */
  joinCluster(room: ClusteredRoom): Promise<ClusterRoom>
}
