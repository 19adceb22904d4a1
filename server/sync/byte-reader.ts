import { isAscii } from 'node:buffer'

/** Thrown by `ByteReader` and caught by the functions that use it: bad input is a value outside of them. */
export const MALFORMED = new Error('Malformed bytes')

/** Bytes from which on a call out of JavaScript is the quicker way to look through a text. */
const LONG_TEXT = 200

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads lib0's encoding from bytes that nobody vouches for. Each length is held against the bytes that are left before anything
 * is done with it, so that no input takes longer than its own length.
 */
export class ByteReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** The place of the next byte. */
  get at(): number {
    return this.#at
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  byte(): number {
    const byte = this.#bytes[this.#at++]
    if (byte === undefined) throw MALFORMED
    return byte
  }

  /** An unsigned varint of at most 53 bits. */
  uint(): number {
    let value = 0
    let factor = 1
    // 8 groups of 7 bits hold every safe integer; without a bound on them, trailing zero groups go on to the end of the input.
    for (let group = 0; group < 8; group++) {
      const byte = this.byte()
      value += (byte & 127) * factor
      if (byte < 128) {
        if (value > Number.MAX_SAFE_INTEGER) throw MALFORMED
        return value
      }
      factor *= 128
    }
    throw MALFORMED
  }

  /** Passes over a signed varint: the sign takes one bit of the first group. */
  skipInt(): void {
    if (this.byte() < 128) return
    for (let group = 0; group < 7; group++) if (this.byte() < 128) return
    throw MALFORMED
  }

  /** A count of things that take at least `size` bytes each: one that cannot fit into the rest is refused at once. */
  count(size: number): number {
    const count = this.uint()
    if (count * size > this.left) throw MALFORMED
    return count
  }

  skip(length: number): void {
    if (length > this.left) throw MALFORMED
    this.#at += length
  }

  /** A view of the next bytes, as many as the varint before them says. */
  bytes(): Uint8Array {
    const length = this.count(1)
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }

  /** A view of all the bytes that are left. */
  rest(): Uint8Array {
    return this.#bytes.subarray(this.#at)
  }

  text(): string {
    return decoded(this.bytes())
  }

  /** Passes over a text and returns its length in UTF-16 units, which is what Yjs counts. */
  skipText(): number {
    const bytes = this.bytes()
    if (bytes.length > LONG_TEXT) return isAscii(bytes) ? bytes.length : decoded(bytes).length
    let ascii = 0
    while (ascii < bytes.length && (bytes[ascii] ?? 128) < 128) ascii++
    return ascii === bytes.length ? ascii : ascii + decoded(bytes.subarray(ascii)).length
  }

  end(): void {
    if (this.left !== 0) throw MALFORMED
  }
}

/** The text that the bytes hold; throws `MALFORMED` when they hold none. */
export function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw MALFORMED
  }
}
