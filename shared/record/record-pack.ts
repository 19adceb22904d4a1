import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { err, ok, type Result } from '../result.ts'
import type { HistoryEntry } from './record-stamps.ts'

/** One answer of the record's route: entries in order, and the people who wrote them. */
export interface RecordPage {
  /** How many entries the record has; more than the page holds when the next page is to be asked for. */
  readonly head: number
  readonly entries: readonly HistoryEntry[]
  /** Names of the authors of these entries by their ids. */
  readonly names: ReadonlyMap<string, string>
}

const FORMAT = 1

/**
 * A page as bytes: format (1), head, names as pairs of texts, then per entry its author's number among the names, its time
 * as the difference to the one before and its update. Numbers are variable in length, as in Yjs.
 */
export function packRecordPage({ head, entries, names }: RecordPage): Uint8Array<ArrayBuffer> {
  const authors = [...new Set(entries.map(({ authorId }) => authorId))]
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, FORMAT)
  encoding.writeVarUint(encoder, head)
  encoding.writeVarUint(encoder, authors.length)
  for (const id of authors) {
    encoding.writeVarString(encoder, id)
    encoding.writeVarString(encoder, names.get(id) ?? '')
  }
  encoding.writeVarUint(encoder, entries[0]?.seq ?? head + 1)
  encoding.writeVarUint(encoder, entries.length)
  const placeOf = new Map(authors.map((id, place) => [id, place]))
  let before = 0
  for (const { authorId, at, update } of entries) {
    encoding.writeVarUint(encoder, placeOf.get(authorId) ?? 0)
    encoding.writeVarInt(encoder, at - before)
    encoding.writeVarUint8Array(encoder, update)
    before = at
  }
  return encoding.toUint8Array(encoder)
}

/** What `packRecordPage` packed; the updates are views of `bytes`. */
export function unpackRecordPage(bytes: Uint8Array): Result<RecordPage, { kind: 'malformed' }> {
  try {
    const decoder = decoding.createDecoder(bytes)
    if (decoding.readVarUint(decoder) !== FORMAT) return err({ kind: 'malformed' })
    const head = decoding.readVarUint(decoder)
    const names = new Map<string, string>()
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const id = decoding.readVarString(decoder)
      names.set(id, decoding.readVarString(decoder))
    }
    const authors = [...names.keys()]
    const first = decoding.readVarUint(decoder)
    const count = decoding.readVarUint(decoder)
    const entries: HistoryEntry[] = []
    let at = 0
    for (let index = 0; index < count; index++) {
      const authorId = authors[decoding.readVarUint(decoder)]
      if (authorId === undefined) return err({ kind: 'malformed' })
      at += decoding.readVarInt(decoder)
      entries.push({ seq: first + index, authorId, at, update: decoding.readVarUint8Array(decoder) })
    }
    return ok({ head, entries, names })
  } catch {
    return err({ kind: 'malformed' })
  }
}
