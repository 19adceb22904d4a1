import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** The Yjs client id of the n-th writer: all take three bytes, as costly as most real ones are not. */
export const clientOf = (index: number): number => 1_000_000 + index

/** Kinds of struct in an update of Yjs: a gap, and characters. */
const SKIP = 10
const STRING = 4

/** The update of a writer who types one more character at the end of a text of their own. */
export function typed(index: number, clock: number, text = 'x'): Uint8Array {
  const encoder = encoding.createEncoder()
  const client = clientOf(index)
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  if (clock === 0) {
    encoding.writeUint8(encoder, 4)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, `t${index}`)
  } else {
    encoding.writeUint8(encoder, 4 | 128)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock - 1)
  }
  encoding.writeVarString(encoder, text)
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

/** Who wrote an update that `typed` made, and when: index and clock, read from its place in a larger buffer. */
export function readTyped(bytes: Uint8Array, at: number): { index: number; clock: number } {
  const decoder = decoderAt(bytes, at + 2)
  return { index: decoding.readVarUint(decoder) - clientOf(0), clock: decoding.readVarUint(decoder) }
}

function decoderAt(bytes: Uint8Array, at: number): decoding.Decoder {
  const decoder = decoding.createDecoder(bytes)
  decoder.pos = at
  return decoder
}

/**
 * Every key in an update at `at` that holds nothing but what `typed` made, a character each. A server may have merged many of
 * them into one, and Yjs joins characters of one writer that follow each other: counted as one, such a server would look slower than it is.
 */
export function forEachTyped(
  bytes: Uint8Array,
  at: number,
  visit: (index: number, clock: number) => void,
): void {
  const decoder = decoderAt(bytes, at)
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    let structs = decoding.readVarUint(decoder)
    const index = decoding.readVarUint(decoder) - clientOf(0)
    for (let clock = decoding.readVarUint(decoder); structs > 0; structs--) {
      const info = decoding.readUint8(decoder)
      const isString = (info & 31) === STRING
      if (!isString && info !== SKIP) throw new Error(`Nobody typed a struct of kind ${info}`)
      if (isString) skipPlace(decoder, info)
      const length = decoding.readVarUint(decoder)
      if (isString) {
        decoder.pos += length
        for (let key = 0; key < length; key++) visit(index, clock + key)
      }
      clock += length
    }
  }
}

/** What stands before the characters: whom they follow, whom they precede, or, failing both, the name of their text. */
function skipPlace(decoder: decoding.Decoder, info: number): void {
  const neighbours = (info & 128 ? 1 : 0) + (info & 64 ? 1 : 0)
  for (let left = 2 * neighbours; left > 0; left--) decoding.readVarUint(decoder)
  if (neighbours > 0) return
  decoding.readVarUint(decoder)
  const name = decoding.readVarUint(decoder)
  decoder.pos += name
}

/** A message of the y-websocket protocol: kind 0, then step 1 (0), step 2 (1) or update (2). */
export function syncMessage(part: 0 | 1 | 2, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, part)
  encoding.writeVarUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}

/** The place after the varint of a message's length. */
export function afterLength(bytes: Uint8Array, at: number): number {
  let place = at
  while ((bytes[place++] ?? 0) >= 128);
  return place
}
