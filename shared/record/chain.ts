import { encodeUtf8 } from 'lib0/string'
import { type RoomKey, roomName } from '../protocol/wire.ts'

/** The head of the hash chain of a room without entries: 32 zero bytes. */
export const CHAIN_START: Uint8Array = new Uint8Array(32)

/** What the hash chain covers of one entry of the record. `at` is epoch ms, a whole number of 0 or more. */
export interface ChainedEntry {
  readonly update: Uint8Array
  readonly authorId: string
  readonly at: number
}

/** SHA-256 of the bytes: 32 bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

const TAG = encodeUtf8('parley-record/1')

/**
 * The head of the chain after `entry`, whose predecessor's head is `previous`. It is the SHA-256 of these bytes, in order:
 *
 * | bytes | what |
 * | --- | --- |
 * | 15 | `parley-record/1` in ASCII |
 * | 32 | the head before the entry |
 * | 32 | SHA-256 of the update |
 * | 8 | the time, big-endian unsigned |
 * | 2, then as many | length in bytes (big-endian) and UTF-8 of the author's id |
 * | 2, then as many | length in bytes (big-endian) and UTF-8 of `<agreementId>/<room>` |
 *
 * So one head fixes every update before it, its order, author, time and room.
 */
export function chainHead(
  previous: Uint8Array,
  room: RoomKey,
  entry: ChainedEntry,
  sha256: Sha256,
): Uint8Array {
  return sha256(
    joined([
      TAG,
      previous,
      sha256(entry.update),
      bigEndian(entry.at, 8),
      ...withLength(entry.authorId),
      ...withLength(roomName(room)),
    ]),
  )
}

/**
 * The number (counted from 0) of the first entry whose stated head does not follow from the entries before it, or null when
 * the whole chain holds. `start` is the head before the first of `entries`.
 */
export function firstBrokenLink(
  room: RoomKey,
  entries: readonly (ChainedEntry & { readonly chain: Uint8Array })[],
  sha256: Sha256,
  start: Uint8Array = CHAIN_START,
): number | null {
  let head = start
  for (const [index, entry] of entries.entries()) {
    head = chainHead(head, room, entry, sha256)
    if (!sameBytes(head, entry.chain)) return index
  }
  return null
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

function bigEndian(value: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  for (let i = size - 1, rest = value; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256
  return bytes
}

function withLength(text: string): [Uint8Array, Uint8Array] {
  const utf8 = encodeUtf8(text)
  return [bigEndian(utf8.length, 2), utf8]
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
