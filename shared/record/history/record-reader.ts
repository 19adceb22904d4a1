import * as Y from 'yjs'
import type { DocumentJson, NodeJson } from '../../document/document-json.ts'
import { readBody, readTitle } from '../../document/yjs-body.ts'
import { idsOfDeleteSet, idsOfUpdate } from '../merge/id-ranges.ts'
import { type EntrySize, type HistoryEntry, RecordStamps, snapshotAt } from '../record-stamps.ts'
import { stampedBody } from '../stamped-body.ts'
import type { Stamp } from '../state-reading.ts'
import { addEntries } from '../text-at.ts'
import { changedBlocks } from './changed-blocks.ts'
import { clauseChanges } from './clause-changes.ts'
import {
  type ComparableState,
  type Comparison,
  comparable,
  compareStates,
  type TextState,
} from './compare-states.ts'
import { hands } from './hands.ts'
import { readMoment, readPlainBlock } from './read-moments.ts'
import { type Sitting, sittings } from './sittings.ts'

/** Reads a record: its sittings, the text at any moment, who wrote what, what changed between two moments. */
export class RecordReader {
  readonly #entries: HistoryEntry[] = []
  readonly #sizes: EntrySize[] = []
  readonly #stamps = new RecordStamps()
  #hands: readonly number[] = []
  readonly #newest = new Y.Doc({ gc: false })
  #later: LaterState | null = null
  /** Entries after which something waited for what it refers to. */
  readonly #waiting = new Set<number>()

  /** How many entries are here. */
  get head(): number {
    return this.#entries.length
  }

  /** Takes the next entries of the record; those that are here already are passed over. */
  add(entries: readonly HistoryEntry[]): void {
    const fresh: HistoryEntry[] = []
    for (const entry of entries) {
      if (entry.seq !== this.head + 1) continue
      this.#entries.push(entry)
      this.#sizes.push(this.#stamps.add(entry))
      fresh.push(entry)
    }
    if (fresh.length > 0) this.#later = null // What one person wrote in one go may have become longer.
    for (const seq of addEntries(this.#newest, fresh)) this.#waiting.add(seq)
  }

  /** The entry with this number, if it is here. */
  entry(seq: number): HistoryEntry | null {
    return this.#entries[seq - 1] ?? null
  }

  sittings(): readonly Sitting[] {
    return sittings(this.#entries, this.#sizes)
  }

  textAt(seq: number): TextState {
    return this.#with(seq, doc => ({ title: readTitle(doc), body: readBody(doc) }))
  }

  /** The entries that changed each clause of the newest text: see `clauseChanges`. */
  clauses(): ReadonlyMap<string | null, readonly number[]> {
    return this.#with(this.head, doc => clauseChanges(doc, this.#stamps))
  }

  /** The clocks of all that is here, as a Yjs state vector: what a live text has beyond them is asked for. */
  clocks(): Uint8Array {
    return Y.encodeStateVector(this.#newest)
  }

  /**
   * The live text with each stretch stamped by the entry that brought it; what the record does not hold yet has no stamp. `live` is
   * an update with at least all that the record lacks of it.
   */
  attribution(live: Uint8Array): DocumentJson {
    if (!hasNews(this.#newest, live)) return stampedBody(this.#newest, this.#written)
    const doc = new Y.Doc({ gc: false })
    try {
      for (const update of [Y.encodeStateAsUpdate(this.#newest), live]) Y.applyUpdate(doc, update)
      return stampedBody(doc, this.#written)
    } finally {
      doc.destroy()
    }
  }

  /**
   * How far somebody has read whose document had these clocks (a Yjs state vector): the last entry before the first one that
   * wrote something which they lacked.
   */
  seenUpTo(clocks: Uint8Array): number {
    const seen = Y.decodeStateVector(clocks)
    let last = 0
    for (const { seq, update } of this.#entries) {
      const { to } = Y.parseUpdateMeta(update)
      if ([...to].some(([client, clock]) => clock > (seen.get(client) ?? 0))) break
      // Of what only deletes it is not known whether it had come: it counts with what was written after it.
      if (to.size > 0) last = seq
    }
    return last
  }

  /** What changed from one moment to another. */
  compare(fromSeq: number, toSeq: number): Comparison {
    const [from, to] = [Math.min(fromSeq, this.head), Math.min(toSeq, this.head)]
    if (this.#waiting.has(from) || this.#waiting.has(to))
      return this.#with(from, before =>
        this.#with(to, after =>
          compareStates(
            comparable({ title: readTitle(before), body: stampedBody(before, this.#removed) }),
            comparable({ title: readTitle(after), body: stampedBody(after, this.#written) }),
          ),
        ),
      )
    const { text, same } = this.#laterAt(to)
    const changed = changedBlocks(this.#newest, this.#stamps, Math.min(from, to), Math.max(from, to))
    const known = (block: Y.XmlElement) => {
      if (changed.has(block)) return null
      const node = same.get(block) ?? readPlainBlock(block, this.#stamps, to)
      same.set(block, node)
      return node
    }
    const removedBy = (_written: number, removed: number | null) => this.#handOf(removed)
    return compareStates(comparable(readMoment(this.#newest, this.#stamps, from, removedBy, known)), text)
  }

  #laterAt(seq: number): LaterState {
    if (this.#later?.seq !== seq) {
      const text = readMoment(this.#newest, this.#stamps, seq, written => this.#handOf(written))
      this.#later = { seq, text: comparable(text), same: new Map() }
    }
    return this.#later
  }

  readonly #written: Stamp = (client, from, to, visit) =>
    this.#stamps.inserted.split(client, from, to, (start, end, seq) => visit(start, end, this.#handOf(seq)))

  readonly #removed: Stamp = (client, from, to, visit) =>
    this.#stamps.deleted.split(client, from, to, (start, end, seq) => visit(start, end, this.#handOf(seq)))

  /** An entry is a keystroke: what one person wrote without a pause is shown as one change, by the last of its entries. */
  #handOf(seq: number | null): number | null {
    if (seq === null) return null
    if (this.#hands.length !== this.head) this.#hands = hands(this.#entries)
    return this.#hands[seq - 1] ?? seq
  }

  /** The newest text is at hand; an earlier one is cut out of it, which is quicker than replaying the record. */
  #with<T>(seq: number, work: (doc: Y.Doc) => T): T {
    if (seq >= this.head) return work(this.#newest)
    const earlier = new Y.Doc({ gc: false })
    try {
      return work(Y.createDocFromSnapshot(this.#newest, snapshotAt(this.#stamps, seq), earlier))
    } finally {
      earlier.destroy()
    }
  }
}

/** The later of two moments that were compared: it is often compared with several earlier ones. */
interface LaterState {
  readonly seq: number
  readonly text: ComparableState
  /** Blocks that stood like this at an earlier moment too, without stamps. */
  readonly same: Map<Y.XmlElement, NodeJson>
}

/** Whether an update brings or deletes anything that the document has not. */
function hasNews(doc: Y.Doc, update: Uint8Array): boolean {
  const { inserted, deleted } = idsOfUpdate(update)
  if ([...inserted].some(([client, , to]) => to > Y.getState(doc.store, client))) return true
  return !idsOfDeleteSet(Y.createDeleteSetFromStructStore(doc.store)).holds(deleted)
}
