import { clone, type Decoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { SYNC } from '../../shared/protocol/wire.ts'

/** The update in a `step 2` frame whose kind was read already, or null for another frame. The decoder stays where it is. */
export function peekAnswer(decoder: Decoder): Uint8Array | null {
  const ahead = clone(decoder)
  return readVarUint(ahead) === SYNC.step2 ? readVarUint8Array(ahead) : null
}
