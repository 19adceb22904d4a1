import type { RoomKey } from '../../shared/protocol/wire.ts'
import { CLOSE, roomName } from '../../shared/protocol/wire.ts'
import { must } from '../../shared/result.ts'
import type { Logger } from '../log.ts'
import type { RecordHead, RecordStore } from '../store/record-store.ts'
import { StoreUnavailable } from '../store/store-unavailable.ts'
import { AwarenessRelay } from './awareness-relay.ts'
import { ClientOwners, type OwnerWitness } from './client-owners.ts'
import type { Clocks } from './clocks.ts'
import { encodeStep2, encodeUpdate } from './codec.ts'
import type { CommitTarget, Committer, QueuedUpdate, UpdateSource } from './committer.ts'
import { FrameBatch } from './frame-batch.ts'
import { Gate } from './gate.ts'
import type { SyncLimits } from './limits.ts'
import type { Merger } from './merger.ts'
import { RoomState } from './room-state.ts'
import type { UpdateShape } from './update-check.ts'

/** One socket in a room, as the room sees it. */
export interface RoomMember extends UpdateSource {
  readonly userId: string
  readonly name: string
  /** The room is about to move on from `clocks`: whoever still has too much unsent notes where it was left. */
  noteBacklog(clocks: Clocks): void
  /** Updates of others that are durable now; null for none. */
  deliver(batch: FrameBatch | null): void
  deliverAwareness(batch: FrameBatch): void
  /** Reads the access rules in force anew. */
  refreshAccess(): Promise<void>
  close(code: number, reason: string): void
}

/** What rooms share. `onCommitted` hears of durable updates, and `onFailed` that the room must be loaded again. */
export interface RoomContext {
  readonly record: RecordStore
  readonly committer: Committer
  readonly merger: Merger
  readonly limits: SyncLimits
  readonly log: Logger
  readonly now: () => number
  onCommitted(key: RoomKey, last: QueuedUpdate): void
  onFailed(room: Room): void
}

/** People come together: the whole state, once made ready for sending, serves those who come within this time. */
const ANSWER_KEPT_MS = 2000

/** One open document: its durable state, the sockets that follow it, and the order in which things happen to it. */
export class Room implements CommitTarget {
  readonly key: RoomKey
  /** Settles when the state is loaded; rejects when it cannot be, and the room is of no use then. */
  readonly ready: Promise<void>
  readonly awareness: AwarenessRelay
  readonly members = new Set<RoomMember>()
  readonly #context: RoomContext
  readonly #gate = new Gate()
  #state: RoomState | null = null
  #owners: ClientOwners | null = null
  #failed = false
  readonly #witness: OwnerWitness = {
    knows: ranges => this.state.knows(ranges),
    announcedBy: client => this.awareness.ownerOf(client),
  }
  #queued = 0
  #snapshotSeq = 0
  #compacting = false
  #lastFreeze: Promise<void> = Promise.resolve()
  #answer: { readonly update: Uint8Array; readonly batch: FrameBatch } | null = null

  constructor(key: RoomKey, context: RoomContext) {
    this.key = key
    this.#context = context
    this.awareness = new AwarenessRelay(context.limits, frame => {
      const batch = new FrameBatch([frame])
      for (const member of this.members) member.deliverAwareness(batch)
    })
    this.ready = this.#load()
  }

  get state(): RoomState {
    return must(this.#state, 'a room is asked for its state after it is ready')
  }

  /** Updates wait for the disk. */
  get isBusy(): boolean {
    return this.#queued > 0
  }

  get isFailed(): boolean {
    return this.#failed
  }

  /** Nothing may be taken from a socket now: the state is loading, or frozen, or the disk is behind. */
  get mustWait(): boolean {
    return this.#state === null || this.#gate.isClosed || this.#context.committer.isFull
  }

  async untilOpen(): Promise<void> {
    await this.ready
    while (this.mustWait) {
      await this.#gate.whenOpen()
      if (this.#context.committer.isFull) await this.#context.committer.whenSettled()
    }
  }

  leave(member: RoomMember): void {
    if (this.members.delete(member)) this.awareness.leave(member)
  }

  /** The client ids that an update of the user's is the first to use; null when it writes under somebody else's. */
  claims(shape: UpdateShape, userId: string): readonly number[] | null {
    return must(this.#owners, 'a room is written to after it is ready').claims(
      shape.structs,
      userId,
      this.#witness,
    )
  }

  /**
   * Queues an update that was checked and allowed; `claims` are the ids that it takes for its author. The bytes are copied; the
   * source is told what becomes of it.
   */
  enqueue(
    update: Uint8Array,
    shape: UpdateShape,
    author: { readonly id: string; readonly claims: readonly number[] },
    source: UpdateSource,
  ): void {
    // The room was given up: what it no longer follows must not get into the record behind its successor's back.
    if (this.#failed) {
      source.settled('failed')
      return
    }
    const { id: authorId, claims } = author
    if (claims.length > 0) this.#owners?.claim(claims, authorId)
    const frame = encodeUpdate(update)
    this.#queued++
    this.#context.committer.add(this, {
      room: this.key,
      update: frame.subarray(frame.length - update.length),
      authorId,
      at: this.#context.now(),
      ...(claims.length > 0 && { claims }),
      frame,
      shape,
      source,
    })
  }

  committed(updates: readonly QueuedUpdate[], head: RecordHead): void {
    // Somebody else wrote to the record: this state is not the record's any more.
    const inStep = head.seq === this.state.head.seq + updates.length
    if (this.#failed || !inStep) {
      this.failed(updates)
      return
    }
    for (const member of this.members) member.noteBacklog(this.state.clocks)
    this.state.add(updates, head)
    this.#settle(updates, 'durable')
    this.#relay(updates)
    this.#context.onCommitted(this.key, must(updates.at(-1), 'a commit holds updates'))
    if (this.state.unmerged >= this.#context.limits.foldUpdates) void this.#compact(false)
  }

  failed(updates: readonly QueuedUpdate[]): void {
    this.#settle(updates, 'failed')
    if (this.#failed) return
    this.#failed = true
    this.closeAll(CLOSE.unavailable, 'unavailable')
    this.#context.onFailed(this)
  }

  closeAll(code: number, reason: string): void {
    for (const member of [...this.members]) member.close(code, reason)
  }

  /** Everything durable as one update with its head; what is queued at the time of the call is waited for. */
  async whole(): Promise<{ readonly update: Uint8Array; readonly head: RecordHead }> {
    await this.ready
    await this.#context.committer.whenSettled()
    if (this.#failed) throw new StoreUnavailable('The record could not be written')
    return this.state.whole()
  }

  /** What someone at `clocks` lacks, as the answer to a step 1. Whoever has nothing yet gets the same bytes as the one before. */
  async answerTo(clocks: Clocks): Promise<FrameBatch> {
    const update = await this.state.missingAt(clocks)
    if (clocks.size > 0) return new FrameBatch([encodeStep2(update)])
    if (this.#answer?.update === update) return this.#answer.batch
    const answer = { update, batch: new FrameBatch([encodeStep2(update)]) }
    this.#answer = answer
    setTimeout(() => {
      if (this.#answer === answer) this.#answer = null
    }, ANSWER_KEPT_MS).unref()
    return answer.batch
  }

  /** As `LiveRooms.frozen` promises; freezes of one room follow each other. */
  frozen<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#lastFreeze.then(() => this.#freeze(work))
    this.#lastFreeze = result.then(
      () => {},
      () => {},
    )
    return result
  }

  /** Gives the memory back; keeps a snapshot so that the next load is quick. Called once nobody uses the room. */
  async unload(): Promise<void> {
    this.awareness.stop()
    if (this.#state && this.#sinceSnapshot >= this.#context.limits.foldUpdates) await this.#compact(true)
  }

  async #load(): Promise<void> {
    const { record, merger, limits } = this.#context
    const [{ snapshot, tail }, owners] = await Promise.all([record.load(this.key), record.owners(this.key)])
    const { seq, chain } = tail.at(-1) ?? (await record.head(this.key))
    this.#snapshotSeq = snapshot?.seq ?? 0
    this.#owners = new ClientOwners(owners)
    this.#state = new RoomState(merger, snapshot, tail, { seq, chain })
    if (tail.length >= limits.foldUpdates) void this.#compact(false)
  }

  async #freeze<T>(work: () => Promise<T>): Promise<T> {
    await this.ready
    const open = this.#gate.close()
    try {
      await this.#context.committer.whenSettled()
      if (this.#failed) throw new StoreUnavailable('The record could not be written')
      return await work()
    } finally {
      // Nobody writes by the old rules: the gate opens when every socket knows the new ones.
      await Promise.all([...this.members].map(member => this.#refresh(member)))
      open()
    }
  }

  async #refresh(member: RoomMember): Promise<void> {
    try {
      await member.refreshAccess()
    } catch (error) {
      this.#context.log.error({ error: String(error), room: roomName(this.key) }, 'Access could not be read')
      member.close(CLOSE.unavailable, 'unavailable')
    }
  }

  #relay(updates: readonly QueuedUpdate[]): void {
    const toAll = new FrameBatch(updates.map(({ frame }) => frame))
    const sources = new Set(updates.map(({ source }) => source))
    for (const member of this.members) {
      if (!sources.has(member)) {
        member.deliver(toAll)
        continue
      }
      const ofOthers = updates.filter(({ source }) => source !== member).map(({ frame }) => frame)
      member.deliver(ofOthers.length > 0 ? new FrameBatch(ofOthers) : null)
    }
  }

  #settle(updates: readonly QueuedUpdate[], outcome: 'durable' | 'failed'): void {
    this.#queued -= updates.length
    for (const { source } of updates) source.settled(outcome)
  }

  get #sinceSnapshot(): number {
    return this.state.head.seq - this.#snapshotSeq
  }

  /** Merges what came since the last merge. It may fail: the record has everything anyway. */
  async #compact(keep: boolean): Promise<void> {
    if (this.#compacting) return
    this.#compacting = true
    try {
      const { update, head } = await this.state.whole()
      if (keep || head.seq - this.#snapshotSeq >= this.#context.limits.snapshotEntries) {
        this.#snapshotSeq = head.seq
        await this.#context.record.saveSnapshot(this.key, { seq: head.seq, state: update })
      }
    } catch (error) {
      this.#context.log.warn({ error: String(error), room: roomName(this.key) }, 'A room was not compacted')
    } finally {
      this.#compacting = false
    }
  }
}
