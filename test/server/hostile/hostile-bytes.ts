import * as encoding from 'lib0/encoding'

type Write = (encoder: encoding.Encoder) => void

/** Bytes as the steps write them. */
export function bytes(...steps: readonly Write[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const step of steps) step(encoder)
  return encoding.toUint8Array(encoder)
}

export const uint =
  (...values: readonly number[]): Write =>
  encoder => {
    for (const value of values) encoding.writeVarUint(encoder, value)
  }
export const raw =
  (...values: readonly number[]): Write =>
  encoder =>
    encoding.writeUint8Array(encoder, Uint8Array.from(values))
export const text =
  (value: string): Write =>
  encoder =>
    encoding.writeVarString(encoder, value)
export const any =
  (value: unknown): Write =>
  encoder =>
    encoding.writeAny(encoder, value as never)
export const block =
  (payload: Uint8Array): Write =>
  encoder =>
    encoding.writeVarUint8Array(encoder, payload)

export const step1 = (vector: Uint8Array): Uint8Array => bytes(uint(0, 0), block(vector))
export const step2 = (update: Uint8Array): Uint8Array => bytes(uint(0, 1), block(update))
export const update = (payload: Uint8Array): Uint8Array => bytes(uint(0, 2), block(payload))
export const awareness = (payload: Uint8Array): Uint8Array => bytes(uint(1), block(payload))

/** An update of one item: `info` and what follows it, under a parent by name, of client 7 at clock 0; nothing deleted. */
export const item = (info: number, ...content: readonly Write[]): Uint8Array =>
  bytes(uint(1, 1, 7, 0), raw(info), uint(1), text('t'), ...content, uint(0))

/** One character of `client` at `clock`, behind the one before. */
export const character = (client: number, clock: number): Uint8Array =>
  clock === 0
    ? bytes(uint(1, 1, client, 0), raw(4), uint(1), text('t'), text('x'), uint(0))
    : bytes(uint(1, 1, client, clock), raw(132), uint(client, clock - 1), text('x'), uint(0))

/** States of many awareness clients. */
export const states = (from: number, count: number, state: string, clock = 1): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, count)
  for (let n = 0; n < count; n++) {
    encoding.writeVarUint(encoder, from + n)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, state)
  }
  return encoding.toUint8Array(encoder)
}

export const repeated = (count: number, make: (n: number) => Uint8Array): Uint8Array[] =>
  Array.from({ length: count }, (_, n) => make(n))
