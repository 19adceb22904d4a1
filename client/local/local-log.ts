import type { LocalDatabase } from './database.ts'
import { type ExchangeOutcome, type ExchangeRequest, exchangeRows, readRoom } from './room-exchange.ts'
import {
  mergeRows,
  moveRoom,
  type NewRow,
  ROOM_TABLES,
  readUnacknowledged,
  type Unacknowledged,
} from './room-rows.ts'
import { StorageFailed, storageFailure } from './storage-failure.ts'
import type { TabChannel } from './tab-channel.ts'

export interface LogState {
  /** What was on this device is in the document. */
  readonly loaded: boolean
  /** Local updates that are only in memory. */
  readonly unsaved: number
  /** Local updates on this device that the server has not acknowledged. */
  readonly waiting: number
  /** Why this device cannot store, in words for the person; null when it can. */
  readonly failure: string | null
}

/**
 * A point in the log, taken when something is sent: all own updates up to `ticket`, and all rows of this device up to `seq`,
 * are in the document. Rows are numbered anew where the copy moves; `born` tells the numberings apart.
 */
export interface LogPosition {
  readonly ticket: number
  readonly seq: number
  readonly born: number | null
}

export interface LogParts {
  readonly database: LocalDatabase
  readonly channel: TabChannel
  readonly room: string
  /** Puts updates of this device's log into the document; they must not come back through `append`. */
  readonly apply: (updates: readonly Uint8Array[]) => void
  /** Everything in the document, deleted text included. */
  readonly wholeState: () => Uint8Array
  readonly now: () => number
  /** How long to wait before a failed write is tried again. */
  readonly retryMs?: number
}

type Acknowledged = Pick<LogPosition, 'ticket' | 'seq'>

interface Pending {
  readonly ticket: number
  readonly row: Omit<NewRow, 'waits'>
}

/** Above these numbers of rows a merge at opening saves more time than it costs. */
const MERGE_ABOVE = { settled: 300, waiting: 2_000 }

/**
 * The append-only log of one room on this device. What `append` was given stays in memory until its transaction is on disk.
 * Every write also reads what other tabs wrote before it, in the same transaction, so that `seq` never skips a row unseen.
 */
export class LocalLog {
  readonly #parts: LogParts
  readonly #listeners = new Set<() => void>()
  readonly #stopListening: Array<() => void> = []
  #room: string
  #seq = 0
  #born: number | null = null
  #lastTicket = 0
  #pending: Pending[] = []
  /** Own rows on disk that the server has not acknowledged, oldest first. */
  #written: { readonly ticket: number; readonly seq: number }[] = []
  #acknowledged: Acknowledged = { ticket: 0, seq: 0 }
  #acknowledgedToWrite = false
  #readWanted = true
  #rescueWanted = false
  #working: Promise<void> | null = null
  #retry: ReturnType<typeof setTimeout> | null = null
  #closed = false
  #state: LogState = { loaded: false, unsaved: 0, waiting: 0, failure: null }

  constructor(parts: LogParts) {
    this.#parts = parts
    this.#room = parts.room
    this.#listenTo(parts.room)
  }

  state(): LogState {
    return this.#state
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Reads this device's copy; rejects when that fails the first time (it is tried again by itself, and again). */
  async load(): Promise<void> {
    await this.#work()
    if (this.#state.failure) throw new StorageFailed(this.#state.failure)
  }

  /** Takes an update of the document. It is on disk when `state().unsaved` says so. */
  append(update: Uint8Array, origin: 'local' | 'remote'): void {
    const row = { update, origin, changes: origin === 'local' ? 1 : 0, at: this.#parts.now() }
    this.#lastTicket += 1
    this.#pending.push({ ticket: this.#lastTicket, row })
    this.#publish({ unsaved: this.#countUnsaved() })
    if (!this.#state.failure) void this.#work()
  }

  /** Reads what other tabs wrote. */
  pull(): void {
    this.#readWanted = true
    if (!this.#state.failure) void this.#work()
  }

  position(): LogPosition {
    return { ticket: this.#lastTicket, seq: this.#seq, born: this.#born }
  }

  /** The server has all own updates up to `ticket` and all rows up to `seq`. Persisted, so that `waiting` is right after a restart. */
  acknowledge(position: LogPosition): void {
    const seq = position.born === this.#born ? position.seq : 0
    this.#acknowledged = {
      ticket: Math.max(this.#acknowledged.ticket, position.ticket),
      seq: Math.max(this.#acknowledged.seq, seq),
    }
    if (this.#state.waiting === 0 && this.#pending.length === 0) return
    this.#acknowledgedToWrite = true
    if (!this.#state.failure) void this.#work()
  }

  /** Local updates that the server has not acknowledged by now, and what came from others behind the first of them. */
  async unacknowledged(): Promise<Unacknowledged> {
    const inMemory = this.#pending.filter(({ row }) => row.origin === 'local').map(({ row }) => row.update)
    const stored = await this.#parts.database.run(ROOM_TABLES, 'readonly', tx =>
      readUnacknowledged(tx, this.#room),
    )
    return { own: [...(stored?.own ?? []), ...inMemory], others: stored?.others ?? [] }
  }

  /** The copy belongs to an account from now on; tabs that write to the old place follow. */
  async moveTo(room: string): Promise<void> {
    const from = this.#room
    await this.#parts.database.run(ROOM_TABLES, 'readwrite', tx => moveRoom(tx, from, room))
    this.#parts.channel.announce(from)
    this.pull()
    // A connection that begins after this counts in the new numbers.
    await this.#working
  }

  /** Makes few rows of many. Skipped while another tab does it. */
  async compact(limits = MERGE_ABOVE): Promise<void> {
    const merge = () =>
      this.#parts.database.run(ROOM_TABLES, 'readwrite', tx => mergeRows(tx, this.#room, limits))
    if (!globalThis.navigator?.locks) return merge()
    await navigator.locks.request(`parley-compact:${this.#room}`, { ifAvailable: true }, lock =>
      lock ? merge() : undefined,
    )
  }

  /** Resolves when nothing is left that is only in memory, however long the storage takes to come back. */
  async settled(): Promise<void> {
    while (this.#pending.length > 0 || this.#acknowledgedToWrite) {
      if (this.#working) await this.#working
      else
        await new Promise<void>(resolve => {
          const stop = this.subscribe(() => {
            stop()
            resolve()
          })
        })
    }
  }

  /** Stops. Call it after `settled`: what is still in memory is gone. */
  close(): void {
    this.#closed = true
    if (this.#retry) clearTimeout(this.#retry)
    for (const stop of this.#stopListening) stop()
    this.#listeners.clear()
  }

  #listenTo(room: string) {
    this.#stopListening.push(this.#parts.channel.listen(room, () => this.pull()))
  }

  #countUnsaved(): number {
    return this.#pending.reduce((sum, { row }) => sum + row.changes, 0)
  }

  #publish(change: Partial<LogState>) {
    this.#state = { ...this.#state, ...change }
    for (const listener of [...this.#listeners]) listener()
  }

  #hasWork(): boolean {
    return this.#pending.length > 0 || this.#acknowledgedToWrite || this.#readWanted || this.#rescueWanted
  }

  /** One transaction at a time; what comes meanwhile goes into the next. */
  #work(): Promise<void> {
    this.#working ??= this.#workThrough()
    return this.#working
  }

  async #workThrough(): Promise<void> {
    // Updates of one turn (a paste is a transaction per block) belong into one write.
    await Promise.resolve()
    try {
      while (!this.#closed && this.#hasWork()) await this.#exchange()
    } catch (error) {
      if (this.#closed) return
      this.#retry = setTimeout(() => {
        this.#retry = null
        void this.#work()
      }, this.#parts.retryMs ?? 2_000)
      this.#publish({ failure: storageFailure(error) })
    } finally {
      // Here and not in a `then`: what is appended between the last look for work and a `then` would lie there unwritten.
      this.#working = null
    }
  }

  /** Writes what is pending and acknowledged and reads what other tabs wrote, in one transaction. */
  async #exchange(): Promise<void> {
    const batch = this.#pending.slice()
    const acknowledged = this.#acknowledgedToWrite ? this.#acknowledged : null
    const writes = batch.length > 0 || acknowledged !== null || this.#rescueWanted
    const request = this.#request(batch, acknowledged)
    const { database, channel } = this.#parts
    this.#readWanted = false
    try {
      const outcome = writes
        ? await database.run(ROOM_TABLES, 'readwrite', tx => exchangeRows(tx, request))
        : await database.run(ROOM_TABLES, 'readonly', tx => readRoom(tx, request))
      this.#rescueWanted = outcome.cleared
      if (!outcome.cleared) this.#take(outcome, batch, acknowledged)
    } catch (error) {
      this.#readWanted = true
      throw error
    }
    if (writes) channel.announce(this.#room)
  }

  #request(batch: readonly Pending[], acknowledged: Acknowledged | null): ExchangeRequest {
    const known = acknowledged?.ticket ?? 0
    const own = this.#written.filter(({ ticket }) => ticket <= known).map(({ seq }) => seq)
    return {
      room: this.#room,
      seq: this.#seq,
      born: this.#born,
      rows: batch.map(({ ticket, row }) => ({ ...row, waits: row.origin === 'local' && ticket > known })),
      acknowledged: acknowledged && { upTo: acknowledged.seq, also: own },
      rescue: () => this.#rescue(),
    }
  }

  #rescue(): NewRow {
    const { waiting } = this.#state
    const waits = waiting > 0
    const origin = waits ? 'local' : 'remote'
    return { update: this.#parts.wholeState(), origin, changes: waiting, at: this.#parts.now(), waits }
  }

  #take(outcome: ExchangeOutcome, batch: readonly Pending[], acknowledged: Acknowledged | null) {
    const { record, foreign, firstSeq } = outcome
    if (record && record.room !== this.#room) this.#enter(record.room)
    this.#pending.splice(0, batch.length)
    if (acknowledged) this.#acknowledgedToWrite = this.#acknowledged !== acknowledged
    batch.forEach(({ ticket, row }, index) => {
      if (row.origin === 'local') this.#written.push({ ticket, seq: firstSeq + index })
    })
    const known = acknowledged?.ticket ?? 0
    this.#written = record?.waiting ? this.#written.filter(({ ticket }) => ticket > known) : []
    this.#parts.apply(foreign.map(row => row.update))
    this.#seq = record?.lastSeq ?? 0
    this.#born = record?.born ?? null
    this.#publish({
      loaded: true,
      unsaved: this.#countUnsaved(),
      waiting: record?.waiting ?? 0,
      failure: null,
    })
  }

  /** The rows lie under another name and other numbers: nothing that was noted by number holds. */
  #enter(room: string) {
    this.#room = room
    this.#seq = 0
    this.#born = null
    this.#written = []
    this.#acknowledged = { ...this.#acknowledged, seq: 0 }
    this.#listenTo(room)
  }
}
