import * as encoding from 'lib0/encoding'
import type { ErrorKind } from '../../shared/protocol/errors.ts'
import { AUTH_DENIED, MESSAGE, SYNC } from '../../shared/protocol/wire.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { ByteReader, MALFORMED } from './byte-reader.ts'
import { type Clocks, decodeClocks, encodeClocks } from './clocks.ts'

/** What one client of a room tells of one of its documents: `state` is JSON text, `null` when it left. */
export interface AwarenessEntry {
  readonly client: number
  readonly clock: number
  readonly state: string
}

/** What a client may send. `update` is a view of the frame and is not checked yet. */
export type ClientMessage =
  | { readonly kind: 'step1'; readonly clocks: Clocks }
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly entries: readonly AwarenessEntry[] }
  | { readonly kind: 'query-awareness' }

/** Reads one frame from outside; anything that is not exactly one message is `bad-frame`. It never throws. */
export function decodeMessage(frame: Uint8Array): Result<ClientMessage, { kind: 'bad-frame' }> {
  try {
    const reader = new ByteReader(frame)
    const message = readMessage(reader)
    reader.end()
    return ok(message)
  } catch (error) {
    if (error === MALFORMED) return err({ kind: 'bad-frame' })
    throw error
  }
}

function readMessage(reader: ByteReader): ClientMessage {
  switch (reader.uint()) {
    case MESSAGE.sync:
      return readSync(reader)
    case MESSAGE.awareness:
      return { kind: 'awareness', entries: readAwareness(new ByteReader(reader.bytes())) }
    case MESSAGE.queryAwareness:
      return { kind: 'query-awareness' }
    default:
      throw MALFORMED
  }
}

function readSync(reader: ByteReader): ClientMessage {
  switch (reader.uint()) {
    case SYNC.step1: {
      const clocks = decodeClocks(reader.bytes())
      if (!clocks.ok) throw MALFORMED
      return { kind: 'step1', clocks: clocks.value }
    }
    case SYNC.step2:
      return { kind: 'step2', update: reader.bytes() }
    case SYNC.update:
      return { kind: 'update', update: reader.bytes() }
    default:
      throw MALFORMED
  }
}

// Stock clients repeat what they hear of others: a message may name everybody in a room, and no room holds so many.
const MOST_AWARENESS_ENTRIES = 10_000

function readAwareness(reader: ByteReader): AwarenessEntry[] {
  const count = reader.count(3)
  if (count > MOST_AWARENESS_ENTRIES) throw MALFORMED
  const entries = Array.from({ length: count }, () => ({
    client: reader.uint(),
    clock: reader.uint(),
    state: reader.text(),
  }))
  reader.end()
  return entries
}

/** The server's own state vector: asks the client for what the server lacks. */
export const encodeStep1 = (clocks: Clocks): Uint8Array =>
  frame(MESSAGE.sync, SYNC.step1, encodeClocks(clocks))

/** The answer to a client's step 1. */
export const encodeStep2 = (update: Uint8Array): Uint8Array => frame(MESSAGE.sync, SYNC.step2, update)

/** An update for everyone in the room. The update stands at the end of the frame, unaltered. */
export const encodeUpdate = (update: Uint8Array): Uint8Array => frame(MESSAGE.sync, SYNC.update, update)

export function encodeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, state)
  }
  return frame(MESSAGE.awareness, null, encoding.toUint8Array(encoder))
}

/** Says that a write was refused and why; the socket stays open for reading. */
export function encodeDenied(reason: ErrorKind): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.auth)
  encoding.writeVarUint(encoder, AUTH_DENIED)
  encoding.writeVarString(encoder, reason)
  return encoding.toUint8Array(encoder)
}

/** Says that the first `count` update-carrying messages of this connection are durable. */
export function encodeSaved(count: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.saved)
  encoding.writeVarUint(encoder, count)
  return encoding.toUint8Array(encoder)
}

/** Made in one piece, of just its size: updates may be large, and a growing buffer would copy them several times. */
function frame(message: number, part: number | null, payload: Uint8Array): Uint8Array {
  const head = part === null ? [message] : [message, part]
  const length = varint(payload.length)
  const bytes = new Uint8Array(head.length + length.length + payload.length)
  bytes.set(head)
  bytes.set(length, head.length)
  bytes.set(payload, head.length + length.length)
  return bytes
}

/** As lib0 writes an unsigned number of at most 31 bits. */
function varint(value: number): number[] {
  const bytes: number[] = []
  for (let left = value; ; left >>>= 7) {
    if (left < 128) return [...bytes, left]
    bytes.push((left & 127) | 128)
  }
}
