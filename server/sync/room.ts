import { CLOSE, type RoomKey, roomName } from '../../shared/protocol/wire.ts'
import { must } from '../../shared/result.ts'
import type { AuthoredUpdate } from '../bus/bus.ts'
import type { RecordHead, Standing } from '../store/record-store.ts'
import { StoreUnavailable } from '../store/store-unavailable.ts'
import { AwarenessRelay } from './awareness-relay.ts'
import { ClientOwners } from './client-owners.ts'
import type { Clocks } from './clocks.ts'
import type { ClusteredRoom, ClusterRoom } from './cluster-room.ts'
import { encodeUpdate } from './codec.ts'
import type { CommitTarget, QueuedUpdate, UpdateSource } from './committer.ts'
import { DeleteRanges } from './delete-ranges.ts'
import { FrameBatch } from './frame-batch.ts'
import { Gate } from './gate.ts'
import { arrivedUpdate, RecordFollower, type Stretch } from './record-follower.ts'
import { relay } from './relay.ts'
import { RoomAnswers } from './room-answers.ts'
import { RoomCompaction } from './room-compaction.ts'
import type { RoomContext } from './room-context.ts'
import { RoomFreeze } from './room-freeze.ts'
import type { RoomMember } from './room-member.ts'
import { RoomQueue } from './room-queue.ts'
import { RoomRules } from './room-rules.ts'
import { RoomState } from './room-state.ts'
import type { UpdateShape } from './update-check.ts'

/** One open document: its durable state, the sockets that follow it, and the order in which things happen to it. */
export class Room implements ClusteredRoom, CommitTarget {
  readonly key: RoomKey
  /** Settles when the state is loaded; rejects when it cannot be, and the room is of no use then. */
  readonly ready: Promise<void>
  readonly awareness: AwarenessRelay
  readonly members = new Set<RoomMember>()
  readonly #context: RoomContext
  readonly #gate = new Gate()
  #state: RoomState | null = null
  #owners: ClientOwners | null = null
  readonly #follower: RecordFollower
  #cluster: ClusterRoom | null = null
  readonly #rules: RoomRules | null
  #ended = false
  /** Others announced entries while the state was being loaded. */
  #heardTooEarly = false
  #failed = false
  readonly queue = new RoomQueue()
  readonly #compaction: RoomCompaction
  readonly #freeze: RoomFreeze
  readonly #answers = new RoomAnswers()

  constructor(key: RoomKey, context: RoomContext) {
    this.key = key
    this.#context = context
    this.#compaction = new RoomCompaction(key, context)
    this.awareness = new AwarenessRelay(
      context.limits,
      frame => {
        const batch = new FrameBatch([frame])
        for (const member of this.members) member.deliverAwareness(batch)
      },
      states => this.#cluster?.tellAwareness(states, false),
    )
    this.#follower = new RecordFollower({
      seq: () => this.state.head.seq,
      take: stretch => this.#take(stretch),
      read: (from, to) => context.record.read(key, from, to),
      failed: (own, error) => {
        this.#complain(error, 'A room lost its record')
        this.failed(own)
      },
    })
    const { shared } = context
    this.#rules =
      shared &&
      new RoomRules({
        key,
        shared,
        gate: this.#gate,
        members: this.members,
        again: update => context.committer.add(this, update),
        refused: update => this.queue.settle([update], 'failed'),
      })
    this.#freeze = new RoomFreeze({
      key,
      gate: this.#gate,
      shared,
      settle: async () => void (await this.#settled()),
      refresh: () => this.#refreshAll(),
      complain: (error, message) => this.#complain(error, message),
    })
    this.ready = this.#load()
  }

  get state(): RoomState {
    return must(this.#state, 'a room is asked for its state after it is ready')
  }

  /** Nothing may be taken from a socket now: the state is loading, or frozen, or the disk is behind. */
  get mustWait(): boolean {
    return this.#state === null || this.#gate.isClosed || this.#isBehind
  }

  get #isBehind(): boolean {
    return this.queue.bytes > this.#context.limits.roomQueueBytes || this.#context.committer.isFull
  }

  async untilOpen(): Promise<void> {
    await this.ready
    while (this.mustWait) {
      await this.#gate.whenOpen()
      if (this.#isBehind) await this.#context.committer.whenSettled()
    }
  }

  leave(member: RoomMember): void {
    if (this.members.delete(member)) this.awareness.leave(member)
  }

  /** The client ids that an update of the user's is the first to use; null when it writes under somebody else's. */
  claims(shape: UpdateShape, userId: string): readonly number[] | null {
    return must(this.#owners, 'a room is written to after it is ready').claims(shape.structs, userId, {
      knows: ranges => this.state.knows(ranges),
      announcedBy: client => this.awareness.ownerOf(client),
    })
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
    const queued: QueuedUpdate = {
      room: this.key,
      update: frame.subarray(frame.length - update.length),
      authorId,
      at: this.#context.now(),
      rules: this.#rules?.current,
      ...(claims.length > 0 && { claims }),
      frame,
      // Formats and deletes are of no interest once it is let in, and would keep the arrived bytes alive.
      shape: { structs: shape.structs, formats: [], deletes: DeleteRanges.NONE },
      source,
    }
    this.queue.add(queued)
    this.#context.committer.add(this, queued)
  }

  committed(updates: readonly QueuedUpdate[], head: RecordHead): void {
    const from = head.seq - updates.length + 1
    // Somebody else wrote to a record that is this server's alone: this state is not the record's any more.
    const inStep = this.#context.shared !== null || from === this.state.head.seq + 1
    if (this.#failed || !inStep) {
      this.failed(updates)
      return
    }
    this.#cluster?.tellEntries(from, head, updates)
    this.#follower.offer({ from, head, updates, own: updates })
  }

  failed(updates: readonly QueuedUpdate[]): void {
    this.queue.settle([...updates, ...(this.#rules?.drain() ?? [])], 'failed')
    if (this.#failed) return
    this.#failed = true
    this.closeAll(CLOSE.unavailable, 'unavailable')
    this.#context.onFailed(this)
  }

  outdated(updates: readonly QueuedUpdate[]): void {
    this.#rules?.keep(updates)
    void this.recheck()
  }

  heard(from: number, head: RecordHead, updates: readonly AuthoredUpdate[]): void {
    if (this.#state) this.#follower.offer({ from, head, updates: updates.map(arrivedUpdate), own: [] })
    else this.#heardTooEarly = true
  }

  async follow({ seq, rules }: Standing): Promise<void> {
    if (!this.#state || this.#failed) return
    if (rules !== this.#rules?.current) await this.recheck()
    await this.#follower.reach(seq)
  }

  async recheck(): Promise<void> {
    try {
      await this.ready
      await this.#rules?.recheck()
    } catch (error) {
      this.#complain(error, 'The access rules could not be read')
      this.failed([])
    }
  }

  /** Gives up what it holds besides memory. */
  end(): void {
    this.#ended = true
    this.awareness.stop()
    this.#follower.end()
    this.#rules?.end()
    this.#cluster?.leave()
  }

  closeAll(code: number, reason: string): void {
    for (const member of [...this.members]) member.close(code, reason)
  }

  /** Everything durable as one update with its head; what is queued at the time of the call is waited for. */
  async whole(): Promise<{ readonly update: Uint8Array; readonly head: RecordHead }> {
    await this.#settled()
    return this.state.whole()
  }

  answerTo(clocks: Clocks): Promise<FrameBatch> {
    return this.#answers.to(clocks, this.state)
  }

  /** As `LiveRooms.frozen` promises; freezes of one room follow each other. */
  frozen<T>(work: () => Promise<T>): Promise<T> {
    return this.#freeze.run(work)
  }

  /** Gives the memory back; keeps a snapshot so that the next load is quick. Called once nobody uses the room. */
  async unload(): Promise<void> {
    if (this.#state) await this.#compaction.keepLast(this.#state)
  }

  async #load(): Promise<void> {
    const { record, merger } = this.#context
    // In this order nothing is missed: announcements are heard, then the rules are read, then the entries.
    this.#cluster = await this.#context.joinCluster(this)
    if (this.#ended) this.#cluster.leave()
    await this.#rules?.load()
    const [loaded, owners] = await Promise.all([record.load(this.key), record.owners(this.key)])
    const { seq, chain } = loaded.tail.at(-1) ?? (await record.head(this.key))
    this.#compaction.keptSeq = loaded.snapshot?.seq ?? 0
    this.#owners = new ClientOwners(owners)
    this.#state = await RoomState.load(merger, loaded, { seq, chain })
    if (this.#heardTooEarly) await this.#catchUp()
    void this.#compaction.compact(this.state)
  }

  /** What has arrived is durable, and what other servers have written until now is here. */
  async #settled(): Promise<void> {
    await this.ready
    await this.#context.committer.whenSettled()
    await this.#catchUp()
    if (this.#failed) throw new StoreUnavailable('The record could not be written')
  }

  async #catchUp(): Promise<void> {
    const { shared, record } = this.#context
    if (shared) await this.#follower.reach((await record.head(this.key)).seq)
  }

  #take({ updates, head, own }: Stretch): void {
    if (updates.length > 0) {
      for (const member of this.members) member.noteBacklog(this.state.clocks)
      // The ids that people on other servers were the first to use.
      for (const { shape, authorId } of own.length > 0 ? [] : updates)
        this.#owners?.claim(this.claims(shape, authorId) ?? [], authorId)
      this.state.add(updates, head)
    }
    this.queue.settle(own, 'durable')
    relay(this.members, updates)
    const last = own.at(-1)
    if (last) this.#context.onCommitted(this.key, last)
    if (this.state.isUnmerged(this.#context.limits)) void this.#compaction.compact(this.state)
  }

  async #refreshAll(): Promise<void> {
    if (this.#rules) return this.recheck()
    await Promise.all(
      [...this.members].map(member =>
        member.refreshAccess().catch(error => {
          this.#complain(error, 'Access could not be read')
          member.close(CLOSE.unavailable, 'unavailable')
        }),
      ),
    )
  }

  #complain(error: unknown, message: string): void {
    this.#context.log.error({ error: String(error), room: roomName(this.key) }, message)
  }
}
