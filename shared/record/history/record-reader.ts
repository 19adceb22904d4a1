import * as Y from 'yjs'
import { compareLines, type RedlineClause } from '../../document/compare/compare-texts.ts'
import { textLines } from '../../document/compare/text-lines.ts'
import type { DocumentJson } from '../../document/document-json.ts'
import { objectNames } from '../../document/object-view.ts'
import { readBody, readTitle } from '../../document/yjs-body.ts'
import { type ChangeInWords, diffInWords } from '../../terms/diff/diff-words.ts'
import { extractTerms } from '../../terms/extract-terms.ts'
import { type EntrySize, type HistoryEntry, RecordStamps, snapshotAt } from '../record-stamps.ts'
import { type Stamp, stampedBody } from '../stamped-body.ts'
import { addEntries } from '../text-at.ts'
import { clauseChanges } from './clause-changes.ts'
import { hands } from './hands.ts'
import { type Sitting, sittings } from './sittings.ts'

/** A state of the text. */
export interface TextState {
  readonly title: string
  readonly body: DocumentJson
}

/** Two states of the text side by side. Parts carry the entry of the record that wrote or removed them. */
export interface Comparison {
  readonly before: { readonly title: string }
  readonly after: { readonly title: string }
  readonly clauses: readonly RedlineClause[]
  readonly terms: readonly ChangeInWords[]
}

/** Reads a record: its sittings, the text at any moment, who wrote what, what changed between two moments. */
export class RecordReader {
  readonly #entries: HistoryEntry[] = []
  readonly #sizes: EntrySize[] = []
  readonly #stamps = new RecordStamps()
  #hands: readonly number[] = []
  readonly #newest = new Y.Doc({ gc: false })

  /** How many entries are here. */
  get head(): number {
    return this.#entries.length
  }

  /** Takes the next entries of the record; those that are here already are passed over. */
  add(entries: readonly HistoryEntry[]): void {
    const fresh = entries.filter(({ seq }) => seq > this.head)
    for (const entry of fresh) {
      if (entry.seq !== this.#entries.length + 1) break
      this.#entries.push(entry)
      this.#sizes.push(this.#stamps.add(entry))
    }
    addEntries(this.#newest, fresh)
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

  /**
   * The text of `live` (a whole state as an update) with each stretch stamped by the entry that brought it; what the record
   * does not hold yet has no stamp.
   */
  attribution(live: Uint8Array): DocumentJson {
    const doc = new Y.Doc({ gc: false })
    try {
      Y.applyUpdate(doc, live)
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
    return this.#with(fromSeq, before => this.#with(toSeq, after => this.#compare(before, after)))
  }

  #compare(before: Y.Doc, after: Y.Doc): Comparison {
    const titles = [readTitle(before), readTitle(after)] as const
    const terms = [
      extractTerms(readBody(before), titles[0]),
      extractTerms(readBody(after), titles[1]),
    ] as const
    const lines = [
      textLines(stampedBody(before, this.#removed), objectNames(terms[0])),
      textLines(stampedBody(after, this.#written), objectNames(terms[1])),
    ] as const
    return {
      before: { title: titles[0] },
      after: { title: titles[1] },
      clauses: compareLines(lines[0], lines[1]),
      terms: diffInWords(terms[0], terms[1]),
    }
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
