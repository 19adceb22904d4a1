import { concatBytes } from './bytes.ts'

/** One DER element: its tag byte, its contents, and all its bytes from the tag on. */
export interface DerElement {
  readonly tag: number
  readonly content: Uint8Array
  readonly raw: Uint8Array
}

/** Tags that a CMS seal is made of. */
export const TAG = {
  integer: 0x02,
  octetString: 0x04,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
} as const

const lengthBytes = (length: number): Uint8Array => {
  if (length < 0x80) return Uint8Array.of(length)
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return Uint8Array.of(0x80 | bytes.length, ...bytes)
}

/** Encodes one element around the parts. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = concatBytes(...parts)
  return concatBytes(Uint8Array.of(tag), lengthBytes(content.length), content)
}

const readOne = (bytes: Uint8Array, at: number): DerElement | null => {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || first === 0x80) return null
  const extra = first < 0x80 ? 0 : first & 0x7f
  if (extra > 4) return null
  let length = extra === 0 ? first : 0
  for (let index = 0; index < extra; index++) length = length * 256 + (bytes[at + 2 + index] ?? 0)
  const start = at + 2 + extra
  if (start + length > bytes.length) return null
  return { tag, content: bytes.subarray(start, start + length), raw: bytes.subarray(at, start + length) }
}

/**
 * The elements that follow one another in `bytes`, with nothing left over; null for anything else. It takes definite lengths
 * and one-byte tags only. Whether lengths are in their shortest form is for the caller to find out, by encoding again.
 */
export function readDer(bytes: Uint8Array): readonly DerElement[] | null {
  const elements: DerElement[] = []
  for (let at = 0; at < bytes.length; ) {
    const element = readOne(bytes, at)
    if (!element) return null
    elements.push(element)
    at += element.raw.length
  }
  return elements
}

/** The first element of an encoding that may have bytes after it (a padded seal); null when there is none. */
export const readFirstDer = (bytes: Uint8Array): DerElement | null => readOne(bytes, 0)
