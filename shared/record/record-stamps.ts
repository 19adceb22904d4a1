import * as Y from 'yjs'
import { SeqRanges } from './seq-ranges.ts'

/** An entry of the record as history reads it. `seq` counts from 1; `at` is epoch ms, the server's clock. */
export interface HistoryEntry {
  readonly seq: number
  readonly update: Uint8Array
  readonly authorId: string
  readonly at: number
}

/** What one entry added to what the record held before it, in characters of text and in ticks removed. */
export interface EntrySize {
  readonly written: number
  readonly removed: number
}

/**
 * Which entry of the record brought each Yjs tick, and which removed it: so that every character has the authenticated author
 * who sent it, also when it was written offline and whatever client id it claims. Entries are added in the record's order.
 */
export class RecordStamps {
  readonly inserted = new SeqRanges()
  readonly deleted = new SeqRanges()

  /** Takes an entry. One that cannot be read (the server checks them) counts as empty. */
  add(entry: Pick<HistoryEntry, 'seq' | 'update'>): EntrySize {
    const decoded = decode(entry.update)
    let written = 0
    let removed = 0
    for (const struct of decoded?.structs ?? []) {
      if (struct instanceof Y.Skip) continue
      const { client, clock } = struct.id
      const added = this.inserted.add(client, clock, clock + struct.length, entry.seq)
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) written += added
    }
    for (const [client, items] of decoded?.ds.clients ?? [])
      for (const { clock, len } of items) removed += this.deleted.add(client, clock, clock + len, entry.seq)
    return { written, removed }
  }
}

/** What the document held after entry `seq`, as Yjs' snapshot. */
export function snapshotAt(stamps: RecordStamps, seq: number): Y.Snapshot {
  const clocks = new Map<number, number>()
  for (const [client, ranges] of stamps.inserted.upTo(seq)) {
    let clock = 0
    // Ticks behind a gap wait until it is filled.
    for (const range of ranges) if (range.from === clock) clock = range.to
    if (clock > 0) clocks.set(client, clock)
  }
  const deleted = Y.createDeleteSet()
  for (const [client, ranges] of stamps.deleted.upTo(seq)) {
    const items = ranges.map(({ from, to }) => ({ clock: from, len: to - from }))
    if (items.length > 0) deleted.clients.set(client, items)
  }
  return Y.createSnapshot(deleted, clocks)
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
  try {
    return Y.decodeUpdate(update)
  } catch {
    return null
  }
}
