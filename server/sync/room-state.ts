import { CHAIN_START } from '../../shared/record/chain.ts'
import type { RecordEntry, RecordHead, RoomSnapshot } from '../store/record-store.ts'
import type { ClockRange } from './clock-range.ts'
import { type Clocks, KnownClocks, reaches } from './clocks.ts'
import { DeleteRanges } from './delete-ranges.ts'
import type { SyncLimits } from './limits.ts'
import { EMPTY_UPDATE, type ReadUpdate } from './merge-updates.ts'
import type { Merger } from './merger.ts'
import { TickSet } from './tick-set.ts'
import { checkUpdate, type UpdateShape } from './update-check.ts'

/** A merged update with the head of the record at just that state and the clocks that it reaches. */
interface Base {
  readonly update: Uint8Array
  readonly head: RecordHead
  readonly clocks: Clocks
}

/** An update in the tail is worth going through so many bytes of what was merged before. */
const BASE_BYTES_AN_UPDATE = 4096

const UNBOUNDED = { structs: Number.POSITIVE_INFINITY, deleteRanges: Number.POSITIVE_INFINITY }

/**
 * The durable state of one room as bytes: a merged base and the updates since. No document is built; what a reader lacks is
 * cut out of the bytes.
 */
export class RoomState {
  readonly #merger: Merger
  readonly #known = new KnownClocks()
  #base: Base
  #tail: Uint8Array[] = []
  #tailBytes = 0
  #head: RecordHead
  #fold: Promise<void> | null = null
  /** What the base holds besides the ticks up to its clocks: its deletes, and ticks after a gap. */
  #rest: Promise<Uint8Array> | null = null
  /** Made when asked for, and good while nothing new comes: what the updates delete, and what nobody misses. */
  #deleted: TickSet | null = null
  #unmissed: Promise<TickSet> | null = null

  constructor(
    merger: Merger,
    { update, structs }: ReadUpdate = { update: EMPTY_UPDATE, structs: [] },
    head: RecordHead = { seq: 0, chain: CHAIN_START },
  ) {
    this.#merger = merger
    this.#head = head
    this.#known.add(structs)
    this.#base = { update, head, clocks: new Map(this.#known.clocks) }
  }

  /** Of what the record keeps; `head` is its head after the snapshot and all of `tail`. */
  static async load(
    merger: Merger,
    { snapshot, tail }: { readonly snapshot: RoomSnapshot | null; readonly tail: readonly RecordEntry[] },
    head: RecordHead,
  ): Promise<RoomState> {
    const updates = tail.map(({ update }) => update)
    return new RoomState(merger, await merger.read(snapshot ? [snapshot.state, ...updates] : updates), head)
  }

  get head(): RecordHead {
    return this.#head
  }

  get clocks(): Clocks {
    return this.#known.clocks
  }

  /** Whether so much came since the last merge that it is time for the next. A merge goes through all that is there: only when that has doubled. */
  isUnmerged({ foldUpdates, foldBytes }: Pick<SyncLimits, 'foldUpdates' | 'foldBytes'>): boolean {
    const { length } = this.#base.update
    return (
      this.#tail.length >= Math.max(foldUpdates, length / BASE_BYTES_AN_UPDATE) ||
      this.#tailBytes >= Math.max(foldBytes, length)
    )
  }

  /** Takes updates that are durable now; `head` is the record's head after the last of them. */
  add(
    updates: readonly { readonly update: Uint8Array; readonly shape: UpdateShape }[],
    head: RecordHead,
  ): void {
    for (const { update, shape } of updates) this.#take(update, shape.structs)
    this.#head = head
  }

  /** Everything up to now, or a little later, as one update, with the record's head at that state. */
  async whole(): Promise<{ readonly update: Uint8Array; readonly head: RecordHead }> {
    const { seq } = this.#head
    while (this.#base.head.seq < seq) await this.fold()
    return this.#base
  }

  /** What someone at `clocks` lacks of everything up to now: an update, empty when nothing is missing. */
  async missingAt(clocks: Clocks): Promise<Uint8Array> {
    if (clocks.size === 0) return (await this.whole()).update
    if (!reaches(clocks, this.#base.clocks))
      return this.#merger.merge([this.#base.update, ...this.#tail], clocks)
    const tail = [...this.#tail]
    this.#rest ??= this.#merger.merge([this.#base.update], this.#base.clocks).catch(error => {
      this.#rest = null
      throw error
    })
    return this.#merger.merge([await this.#rest, ...tail], clocks)
  }

  /** Whether all these ticks are in the updates that are here. */
  knows(ranges: readonly ClockRange[]): boolean {
    return this.#known.has(ranges)
  }

  /** Whether all of an update is in the updates that are here. */
  holds(shape: UpdateShape): boolean {
    if (!this.#known.covers(shape.structs)) return false
    if (shape.deletes.length === 0) return true
    this.#deleted ??= new TickSet(this.#shapes().flatMap(({ deletes }) => [...deletes]))
    return this.#deleted.covers(shape.deletes)
  }

  /**
   * Whether an update says only what readers come to of themselves, without anybody's edit: everything that the state implies
   * to be deleted, and formatting marks, which Yjs removes once it takes them for redundant.
   */
  async implies(shape: UpdateShape): Promise<boolean> {
    if (!this.#known.covers(shape.structs)) return false
    this.#unmissed ??= this.#findUnmissed().catch(error => {
      this.#unmissed = null
      throw error
    })
    return (await this.#unmissed).covers(shape.deletes)
  }

  /** Merges what came since the last merge into the base. Calls overlap into one. */
  fold(): Promise<void> {
    this.#fold ??= this.#foldOnce().finally(() => {
      this.#fold = null
    })
    return this.#fold
  }

  async #foldOnce(): Promise<void> {
    const count = this.#tail.length
    const head = this.#head
    const clocks = new Map(this.#known.clocks)
    const update = await this.#merger.merge([this.#base.update, ...this.#tail])
    this.#base = { update, head, clocks }
    for (const update of this.#tail.splice(0, count)) this.#tailBytes -= update.length
    this.#rest = null
  }

  #take(update: Uint8Array, structs: readonly ClockRange[]): void {
    this.#tail.push(update)
    this.#tailBytes += update.length
    this.#known.add(structs)
    this.#deleted = null
    this.#unmissed = null
  }

  async #findUnmissed(): Promise<TickSet> {
    const formats = this.#shapes().flatMap(({ formats }) => formats)
    const { update } = await this.whole()
    const { deletes } = shapeOf(await this.#merger.deletes(update))
    return new TickSet([...deletes, ...formats])
  }

  #shapes(): UpdateShape[] {
    return [this.#base.update, ...this.#tail].map(shapeOf)
  }
}

/** The shape of an update that was checked when it arrived; one that no longer passes counts as empty rather than closing the room. */
export function shapeOf(update: Uint8Array): UpdateShape {
  const shape = checkUpdate(update, UNBOUNDED)
  return shape.ok ? shape.value : { structs: [], formats: [], deletes: DeleteRanges.NONE }
}
