import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { BusMessage } from './bus.ts'

const KINDS = ['entries', 'awareness', 'hello', 'access'] as const

/** A message as bytes, with the name of the server that sends it. */
export function packMessage(server: string, message: BusMessage): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, server)
  encoding.writeVarUint(encoder, KINDS.indexOf(message.kind))
  if (message.kind === 'entries') {
    encoding.writeVarUint(encoder, message.from)
    encoding.writeVarUint(encoder, message.to)
    encoding.writeVarUint8Array(encoder, message.chain)
    encoding.writeVarUint(encoder, message.updates ? 1 : 0)
    for (const { update, authorId } of message.updates ?? []) {
      encoding.writeVarString(encoder, authorId)
      encoding.writeVarUint8Array(encoder, update)
    }
  }
  if (message.kind === 'awareness') {
    encoding.writeVarUint(encoder, message.isWhole ? 1 : 0)
    encoding.writeVarUint(encoder, message.states.length)
    for (const { client, clock, state, userId } of message.states) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, state)
      encoding.writeVarString(encoder, userId)
    }
  }
  if (message.kind === 'access') encoding.writeVarString(encoder, message.userId ?? '')
  return encoding.toUint8Array(encoder)
}

/** What `packMessage` packed. Throws on anything else: a server of another version may speak on the same bus. */
export function unpackMessage(bytes: Uint8Array): { readonly server: string; readonly message: BusMessage } {
  const decoder = decoding.createDecoder(bytes)
  const server = decoding.readVarString(decoder)
  return { server, message: readMessage(decoder) }
}

function readMessage(decoder: decoding.Decoder): BusMessage {
  const kind = KINDS[decoding.readVarUint(decoder)]
  switch (kind) {
    case 'entries':
      return readEntries(decoder)
    case 'awareness':
      return {
        kind,
        isWhole: decoding.readVarUint(decoder) === 1,
        states: Array.from({ length: decoding.readVarUint(decoder) }, () => ({
          client: decoding.readVarUint(decoder),
          clock: decoding.readVarUint(decoder),
          state: decoding.readVarString(decoder),
          userId: decoding.readVarString(decoder),
        })),
      }
    case 'hello':
      return { kind }
    case 'access':
      return { kind, userId: decoding.readVarString(decoder) || null }
    default:
      throw new Error('A message of an unknown kind')
  }
}

function readEntries(decoder: decoding.Decoder): BusMessage {
  const from = decoding.readVarUint(decoder)
  const to = decoding.readVarUint(decoder)
  const chain = decoding.readVarUint8Array(decoder)
  const updates =
    decoding.readVarUint(decoder) === 1
      ? Array.from({ length: to - from + 1 }, () => ({
          authorId: decoding.readVarString(decoder),
          update: decoding.readVarUint8Array(decoder),
        }))
      : null
  return { kind: 'entries', from, to, chain, updates }
}
