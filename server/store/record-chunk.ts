import { promisify } from 'node:util'
import { deflateRaw, deflateRawSync, inflateRawSync } from 'node:zlib'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { RoomKey } from '../../shared/protocol/wire.ts'
import { chainHead } from '../../shared/record/chain.ts'
import type { RecordEntry } from './record-store.ts'
import { sha256 } from './record-store-hash.ts'

/** A stretch of old entries as one compressed piece; `start` is the chain's head before the first of them, `end` after the last. */
export interface RecordChunk {
  readonly first: number
  readonly last: number
  readonly start: Uint8Array
  readonly end: Uint8Array
  readonly data: Uint8Array
}

/**
 * Entries that follow each other, as they are, in less room: each kind of field for itself, because like stands by like then, and
 * without the heads of the chain, which follow from the rest.
 */
export const packChunk = (start: Uint8Array, entries: readonly RecordEntry[]): RecordChunk => ({
  ...stretch(start, entries),
  data: deflateRawSync(fieldsOf(entries)),
})

/** The same on a thread of Node's: the calling one goes on. */
export const packChunkAside = async (
  start: Uint8Array,
  entries: readonly RecordEntry[],
): Promise<RecordChunk> => ({ ...stretch(start, entries), data: await deflate(fieldsOf(entries)) })

const deflate = promisify(deflateRaw)

function stretch(start: Uint8Array, entries: readonly RecordEntry[]): Omit<RecordChunk, 'data'> {
  const first = entries[0]
  const last = entries.at(-1)
  if (!first || !last) throw new Error('Defect: a chunk holds entries')
  return { first: first.seq, last: last.seq, start, end: last.chain }
}

function fieldsOf(entries: readonly RecordEntry[]): Uint8Array {
  const authors = [...new Set(entries.map(({ authorId }) => authorId))]
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  encoding.writeVarUint(encoder, authors.length)
  for (const author of authors) encoding.writeVarString(encoder, author)
  for (const { authorId } of entries) encoding.writeVarUint(encoder, authors.indexOf(authorId))
  let before = 0
  // Clocks of servers may step back: the differences have a sign.
  for (const { at } of entries) {
    encoding.writeVarInt(encoder, at - before)
    before = at
  }
  for (const { update } of entries) encoding.writeVarUint(encoder, update.length)
  for (const { update } of entries) encoding.writeUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

/** The entries as they were, with their heads. Throws when they do not lead to the chunk's `end`: the store is damaged. */
export function unpackChunk(room: RoomKey, chunk: RecordChunk): RecordEntry[] {
  const decoder = decoding.createDecoder(new Uint8Array(inflateRawSync(chunk.data)))
  const count = decoding.readVarUint(decoder)
  const times = (read: () => number) => Array.from({ length: count }, read)
  const authors = Array.from({ length: decoding.readVarUint(decoder) }, () => decoding.readVarString(decoder))
  const authorOf = times(() => decoding.readVarUint(decoder))
  let at = 0
  const atOf = times(() => {
    at += decoding.readVarInt(decoder)
    return at
  })
  const lengths = times(() => decoding.readVarUint(decoder))
  let chain = chunk.start
  const entries = lengths.map((length, index) => {
    const entry = {
      seq: chunk.first + index,
      update: decoding.readUint8Array(decoder, length),
      authorId: authors[authorOf[index] ?? -1] ?? '',
      at: atOf[index] ?? 0,
    }
    chain = chainHead(chain, room, entry, sha256)
    return { ...entry, chain }
  })
  if (Buffer.compare(chain, chunk.end) !== 0)
    throw new Error(
      `The record is damaged: entries ${chunk.first} to ${chunk.last} do not follow from each other`,
    )
  return entries
}
