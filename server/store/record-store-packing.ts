import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { isRoomName, type RoomKey } from '../../shared/protocol/wire.ts'
import { assert } from '../../shared/result.ts'
import type { NewRecordEntry, RecordEntry } from './record-store.ts'

// Entries cross threads as one buffer that is handed over: cloning them one by one would copy, for each small update, the
// whole network buffer that it is a view of.

/** A batch as one buffer of its own: what is said about the updates, then the updates, which are copied once. */
export function packBatch(entries: readonly NewRecordEntry[]): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const { room, update, authorId, at, claims = [] } of entries) {
    encoding.writeVarString(encoder, room.agreementId)
    encoding.writeVarString(encoder, room.room)
    encoding.writeVarString(encoder, authorId)
    encoding.writeVarUint(encoder, at)
    encoding.writeVarUint(encoder, claims.length)
    for (const client of claims) encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, update.length)
  }
  let at = encoding.length(encoder)
  const bytes = new Uint8Array(entries.reduce((sum, { update }) => sum + update.length, at))
  bytes.set(encoding.toUint8Array(encoder))
  for (const { update } of entries) {
    bytes.set(update, at)
    at += update.length
  }
  return bytes
}

/** What `packBatch` packed; the updates are views of `bytes`. */
export function unpackBatch(bytes: Uint8Array): NewRecordEntry[] {
  const decoder = decoding.createDecoder(bytes)
  const heads = Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    room: readRoom(decoder),
    authorId: decoding.readVarString(decoder),
    at: decoding.readVarUint(decoder),
    claims: Array.from({ length: decoding.readVarUint(decoder) }, () => decoding.readVarUint(decoder)),
    length: decoding.readVarUint(decoder),
  }))
  return heads.map(({ length, ...head }) => ({ ...head, update: decoding.readUint8Array(decoder, length) }))
}

/** Entries of the record as one buffer of its own. */
export function packEntries(entries: readonly RecordEntry[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const { seq, update, authorId, at, chain } of entries) {
    encoding.writeVarUint(encoder, seq)
    encoding.writeVarString(encoder, authorId)
    encoding.writeVarUint(encoder, at)
    encoding.writeUint8Array(encoder, chain)
    encoding.writeVarUint8Array(encoder, update)
  }
  return encoding.toUint8Array(encoder)
}

/** What `packEntries` packed; updates and heads are views of `bytes`. */
export function unpackEntries(bytes: Uint8Array): RecordEntry[] {
  const decoder = decoding.createDecoder(bytes)
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    seq: decoding.readVarUint(decoder),
    authorId: decoding.readVarString(decoder),
    at: decoding.readVarUint(decoder),
    chain: decoding.readUint8Array(decoder, 32),
    update: decoding.readVarUint8Array(decoder),
  }))
}

function readRoom(decoder: decoding.Decoder): RoomKey {
  const agreementId = decoding.readVarString(decoder)
  const room = decoding.readVarString(decoder)
  assert(isRoomName(room), 'a batch names only known rooms')
  return { agreementId, room }
}
