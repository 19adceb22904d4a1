/** Bounds of the sync engine besides those of the wire (`LIMITS`). Each keeps one client or one room from costing the others. */
export interface SyncLimits {
  /** In one update: more structs or deleted ranges than any real document has. */
  readonly structs: number
  readonly deleteRanges: number
  /** Awareness: client ids that one socket may own, and the least time between two relays of a room, in ms. */
  readonly awarenessIds: number
  readonly awarenessIntervalMs: number
  /** Unsent bytes above which a reader gets one diff later instead of each update. */
  readonly sendBufferBytes: number
  /** Bytes that wait for the disk above which no socket is read, and those of one room above which none of its sockets is. */
  readonly queueBytes: number
  readonly roomQueueBytes: number
  /**
   * The least time between the starts of two commits, in ms: what arrives meanwhile is written, and relayed, together. The calm
   * one holds while fewer than `manyReaders` wait for it.
   */
  readonly commitWindowMs: number
  readonly calmWindowMs: number
  readonly manyReaders: number
  /** Updates, or bytes of them, since the last merge of a room after which they are merged; entries since its last snapshot for a new one. */
  readonly foldUpdates: number
  readonly foldBytes: number
  readonly snapshotEntries: number
  /** Bytes above which a merge is done off the main thread. */
  readonly inlineMergeBytes: number
  /** How long a room without sockets stays in memory, in ms; the shorter one where nobody came in, but its text was read. */
  readonly idleMs: number
  readonly unvisitedMs: number
}

export const SYNC_LIMITS: SyncLimits = {
  structs: 500_000,
  deleteRanges: 50_000,
  awarenessIds: 16,
  awarenessIntervalMs: 50,
  sendBufferBytes: 1024 * 1024,
  queueBytes: 32 * 1024 * 1024,
  roomQueueBytes: 4 * 1024 * 1024,
  commitWindowMs: 3,
  calmWindowMs: 25,
  manyReaders: 24,
  foldUpdates: 256,
  foldBytes: 1024 * 1024,
  snapshotEntries: 1000,
  inlineMergeBytes: 64 * 1024,
  idleMs: 30_000,
  unvisitedMs: 1000,
}
