import { roomName } from '../../shared/protocol/wire.ts'
import { must } from '../../shared/result.ts'
import type { Logger } from '../log.ts'
import type { NewRecordEntry, RecordHead, RecordStore } from '../store/record-store.ts'
import { RulesChanged } from '../store/rules-changed.ts'
import { CommitWindow } from './commit-window.ts'
import type { SyncLimits } from './limits.ts'
import type { UpdateShape } from './update-check.ts'

/** Whoever sent an update: is told once what became of it, and does not get it back. */
export interface UpdateSource {
  settled(outcome: 'durable' | 'failed'): void
  /** Whether it is there and may write by the rules that it has read last. */
  mayWrite(): boolean
}

/** An update as rooms hand it on. `frame` is what the others in the room get; null: it came from another server. */
export interface ArrivedUpdate {
  readonly update: Uint8Array
  readonly authorId: string
  readonly frame: Uint8Array
  readonly shape: UpdateShape
  readonly source: UpdateSource | null
}

/** An update on its way to the record; `update` may be a view of `frame`. */
export interface QueuedUpdate extends NewRecordEntry, ArrivedUpdate {
  readonly source: UpdateSource
}

/** The room that updates belong to. */
export interface CommitTarget {
  /** Who waits to read what is committed. */
  readonly members: { readonly size: number }
  /** These updates, in the order in which they were added, are durable; `head` is the record's head after the last. */
  committed(updates: readonly QueuedUpdate[], head: RecordHead): void
  /** The record could not take these updates, and none that was added after them. */
  failed(updates: readonly QueuedUpdate[]): void
  /** The record did not take these updates, since the access rules have changed: they are the target's again. */
  outdated(updates: readonly QueuedUpdate[]): void
}

interface Queued {
  readonly target: CommitTarget
  readonly update: QueuedUpdate
  /** Counts up over all updates. */
  readonly number: number
}

/** What one room may write in one batch; one update may be larger. The rooms that share the batch wait for no more than this. */
const SHARE_UPDATES = 256
const SHARE_BYTES = 1024 * 1024

/**
 * One commit at a time for all rooms: while the disk works on one batch, the next one gathers. So the commit cycle is the
 * batching window, and nobody hears of an update before it is durable. Each room has a bounded share of a batch, so that no
 * flood in one keeps the others waiting. A batch that fails fails for all of its rooms; rooms without an update in it go on.
 */
export class Committer {
  readonly #record: RecordStore
  readonly #queueBytes: number
  readonly #window: CommitWindow
  readonly #log: Logger
  #queue: Queued[] = []
  #bytes = 0
  #waiting = 0
  #running = false
  #added = 0
  #waiters: { readonly upTo: number; readonly resolve: () => void }[] = []

  constructor(
    record: RecordStore,
    limits: Pick<SyncLimits, 'queueBytes' | 'commitWindowMs' | 'calmWindowMs' | 'manyReaders'>,
    log: Logger,
  ) {
    this.#record = record
    this.#queueBytes = limits.queueBytes
    this.#window = new CommitWindow(limits, () => this.#commit())
    this.#log = log
  }

  /** What waits for the disk or is being written. */
  get queued(): { readonly updates: number; readonly bytes: number } {
    return { updates: this.#waiting, bytes: this.#bytes }
  }

  /** More waits for the disk than should: whoever can wait should. */
  get isFull(): boolean {
    return this.#bytes > this.#queueBytes
  }

  add(target: CommitTarget, update: QueuedUpdate): void {
    this.#queue.push({ target, update, number: ++this.#added })
    this.#bytes += update.update.length
    this.#waiting++
    this.#window.gather(target.members.size)
    if (this.#running) return
    this.#running = true
    this.#window.open()
  }

  /** Resolves when all that was added before the call has become durable or has failed. */
  whenSettled(): Promise<void> {
    if (!this.#running) return Promise.resolve()
    return new Promise(resolve => this.#waiters.push({ upTo: this.#added, resolve }))
  }

  #commit(): void {
    const { batch, rest } = sharedOut(this.#queue)
    this.#queue = rest
    // What did not fit has waited long enough.
    if (rest.length > 0) this.#window.gather(Number.POSITIVE_INFINITY)
    this.#append(batch)
  }

  #append(batch: readonly Queued[]): void {
    this.#record.append(batch.map(({ update }) => update)).then(
      heads => this.#durable(batch, heads),
      (error: unknown) =>
        error instanceof RulesChanged ? this.#outdated(batch, error) : this.#failed(batch, error),
    )
  }

  /** The rest of the batch is tried again; what was added since for the same rooms stays behind what was refused. */
  #outdated(batch: readonly Queued[], { rooms }: RulesChanged): void {
    const names = new Set(rooms.map(roomName))
    const isRefused = ({ update }: Queued) => names.has(roomName(update.room))
    const refused = [...batch, ...this.#queue].filter(isRefused)
    const rest = batch.filter(queued => !isRefused(queued))
    this.#queue = this.#queue.filter(queued => !isRefused(queued))
    this.#release(refused)
    for (const [target, updates] of byTarget(refused)) this.#tell(target, () => target.outdated(updates))
    this.#append(rest)
  }

  #durable(batch: readonly Queued[], heads: readonly { readonly head: RecordHead }[]): void {
    this.#release(batch)
    this.#goOn() // The disk works on the next batch while this one is told.
    const began = performance.now()
    for (const [index, [target, updates]] of [...byTarget(batch)].entries()) {
      this.#tell(target, () => target.committed(updates, must(heads[index], 'a head for each room').head))
    }
    this.#window.told(performance.now() - began)
    this.#finish()
  }

  #failed(batch: readonly Queued[], error: unknown): void {
    this.#log.error({ error: String(error), updates: batch.length }, 'The record could not be written')
    const targets = new Set(batch.map(({ target }) => target))
    const lost = [...batch, ...this.#queue.filter(({ target }) => targets.has(target))]
    this.#queue = this.#queue.filter(({ target }) => !targets.has(target))
    this.#release(lost)
    for (const [target, updates] of byTarget(lost)) this.#tell(target, () => target.failed(updates))
    this.#goOn()
    this.#finish()
  }

  #goOn(): void {
    if (this.#queue.length > 0) this.#window.open()
    else this.#running = false
  }

  #finish(): void {
    const oldest = this.#queue[0]?.number ?? Number.POSITIVE_INFINITY
    const ready = this.#waiters.filter(({ upTo }) => upTo < oldest)
    this.#waiters = this.#waiters.filter(({ upTo }) => upTo >= oldest)
    for (const { resolve } of ready) resolve()
  }

  #release(batch: readonly Queued[]): void {
    this.#waiting -= batch.length
    for (const { update } of batch) this.#bytes -= update.update.length
  }

  /** One room's defect must not stop the commits of the others. */
  #tell(target: CommitTarget, work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#log.error({ error: String(error) }, 'A room failed on a commit')
      target.failed([])
    }
  }
}

/** The next batch, and what has to wait for a later one; both in the order of the queue. */
function sharedOut(queue: readonly Queued[]): { batch: Queued[]; rest: Queued[] } {
  const batch: Queued[] = []
  const rest: Queued[] = []
  const taken = new Map<CommitTarget, { updates: number; bytes: number }>()
  for (const queued of queue) {
    const share = taken.get(queued.target) ?? { updates: 0, bytes: 0 }
    taken.set(queued.target, share)
    share.bytes += queued.update.update.length
    // The bytes only grow: once one update of a room has to wait, so have all that follow it.
    const fits = share.updates < SHARE_UPDATES && share.bytes <= SHARE_BYTES
    if (fits || share.updates === 0) {
      share.updates++
      batch.push(queued)
    } else rest.push(queued)
  }
  return { batch, rest }
}

function byTarget(queued: readonly Queued[]): Map<CommitTarget, QueuedUpdate[]> {
  const targets = new Map<CommitTarget, QueuedUpdate[]>()
  for (const { target, update } of queued) {
    const updates = targets.get(target)
    if (updates) updates.push(update)
    else targets.set(target, [update])
  }
  return targets
}
