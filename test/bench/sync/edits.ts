import * as encoding from 'lib0/encoding'

/** The Yjs client id of the n-th writer: all take three bytes, as costly as most real ones are not. */
export const clientOf = (index: number): number => 1_000_000 + index

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
  let place = at + 2
  const varint = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[place++] ?? 0
      value |= (byte & 127) << shift
      if (byte < 128) return value
    }
  }
  const client = varint()
  return { index: client - 1_000_000, clock: varint() }
}

/** A message of the y-websocket protocol: kind 0, then step 1 (0), step 2 (1) or update (2). */
export function syncMessage(part: 0 | 1 | 2, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, part)
  encoding.writeVarUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}
