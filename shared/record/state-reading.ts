import type * as Y from 'yjs'
import type { AttributeValue } from '../document/document-json.ts'
import { earlierValues, newestValue } from './earlier-values.ts'
import type { RecordStamps } from './record-stamps.ts'

/** Calls `visit` for each stretch of ticks with the entry of the record that it is stamped with, in ascending order. */
export type Stamp = (client: number, from: number, to: number, visit: Visit) => void
export type Visit = (from: number, to: number, seq: number | null) => void

/** A value of a field, with the entry that it is stamped with. */
export interface FieldValue {
  readonly value: AttributeValue
  readonly seq: number | null
}

/** One state of a text, in a document that holds at least all of it. Of an item only what its parents hold stands. */
export interface StateReading {
  /** Calls `visit` for each stretch of an item that stands in the state. */
  pieces(item: Y.Item, visit: Visit): void
  /** Whether an item of one tick (an element, a change of format) stands in the state. */
  stands(item: Y.Item): boolean
  /** The value of a field in the state, null where it is unset; `newest` is the item of the newest value there is. */
  field(newest: Y.Item): FieldValue | null
}

/** The document as it is. */
export function presentReading(stamp: Stamp): StateReading {
  return {
    pieces(item, visit) {
      const { client, clock } = item.id
      if (!item.deleted) stamp(client, clock, clock + item.length, visit)
    },
    stands: item => !item.deleted,
    field(newest) {
      if (newest.deleted) return null
      const value = newestValue(newest)
      const { client, clock } = newest.id
      let seq: number | null = null
      stamp(client, clock, clock + newest.length, (_from, _to, own) => {
        seq = own
      })
      return { value, seq }
    },
  }
}

/** What a stretch is stamped with, by the entries that wrote it and (null where it still stands) removed it. */
export type StampPast = (written: number, removed: number | null) => number | null

/**
 * A document as it was after entry `seq`. It must hold exactly what the stamped entries brought, and everything that came up to
 * `seq` must have found what it refers to by then: ticks that waited for others cannot be told from those that stood.
 */
export function pastReading(
  { inserted, deleted }: RecordStamps,
  seq: number,
  stampOf: StampPast,
): StateReading {
  return {
    pieces(item, visit) {
      const { client, clock } = item.id
      inserted.split(client, clock, clock + item.length, (from, to, written) => {
        if (written === null || written > seq) return
        if (!item.deleted) visit(from, to, stampOf(written, null))
        else
          deleted.split(client, from, to, (start, end, removed) => {
            if (removed === null || removed > seq) visit(start, end, stampOf(written, removed))
          })
      })
    },
    stands({ id, deleted: isGone }) {
      const written = inserted.at(id.client, id.clock)
      if (written === null || written > seq) return false
      const removed = isGone ? deleted.at(id.client, id.clock) : null
      return !isGone || removed === null || removed > seq
    },
    field(newest) {
      let found: FieldValue | null = null
      earlierValues(newest, (client, clock, value) => {
        const written = inserted.at(client, clock)
        if (written === null || written > seq) return false
        const removed = deleted.at(client, clock)
        if (removed === null || removed > seq) found = { value, seq: stampOf(written, removed) }
        return true
      })
      return found
    },
  }
}
