import { isAscii } from 'node:buffer'
import { encodeUtf8 } from 'lib0/string'
import { ByteReader, decoded } from './byte-reader.ts'
import { written } from './byte-writer.ts'
import { skipContent, skipValue } from './content-check.ts'

export const GC = 0
export const DELETED = 1
export const TEXT = 4
export const SKIP = 10
/** The bits of a struct's first byte that name its content, and those that say what stands before it. */
export const CONTENT = 31
const HAS_ORIGIN = 128
export const HAS_RIGHT_ORIGIN = 64
export const HAS_KEY = 32

/** One struct as it stands in `bytes`; `from`, `to` and so on are places in them. */
export interface Struct {
  readonly bytes: Uint8Array
  readonly info: number
  readonly clock: number
  readonly length: number
  /** Where all that stands before its content begins and ends: neighbours or parent. */
  readonly from: number
  readonly content: number
  readonly to: number
  readonly origin: { readonly client: number; readonly clock: number } | null
  /** Where its right neighbour's name begins. */
  readonly right: number
}

/** Reads the next struct, which begins at `clock`, of bytes that `checkUpdate` let in. */
export function readStruct(reader: ByteReader, bytes: Uint8Array, clock: number): Struct {
  const info = reader.byte()
  const from = reader.at
  if (info === GC || info === SKIP) {
    const length = reader.uint()
    return { bytes, info, clock, length, from, content: from, to: reader.at, origin: null, right: from }
  }
  const origin = info & HAS_ORIGIN ? { client: reader.uint(), clock: reader.uint() } : null
  const right = reader.at
  if (info & HAS_RIGHT_ORIGIN) skipUints(reader, 2)
  if (!(info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN))) {
    if (reader.uint() === 1) reader.bytes()
    else skipUints(reader, 2)
    if (info & HAS_KEY) reader.bytes()
  }
  const content = reader.at
  const length = skipContent(reader, info & CONTENT)
  return { bytes, info, clock, length, from, content, to: reader.at, origin, right }
}

/** The struct without its first `ticks` ticks, of which there are more: it hangs on the last of them then, as Yjs divides it. */
export function laterPart(struct: Struct, client: number, ticks: number): Struct {
  const content = contentFrom(struct, ticks)
  const bytes = written(writer => {
    writer.byte(struct.info === GC ? GC : struct.info | HAS_ORIGIN)
    if (struct.info !== GC) {
      writer.uint(client)
      writer.uint(struct.clock + ticks - 1)
    }
    if (struct.info & HAS_RIGHT_ORIGIN) writer.bytes(struct.bytes.subarray(struct.right, struct.content))
    writer.uint(content.count)
    writer.bytes(content.bytes)
  })
  return readStruct(new ByteReader(bytes), bytes, struct.clock + ticks)
}

/** What is left of a content after so many ticks: the number before it (of bytes for a text, else of ticks) and its bytes. */
function contentFrom(struct: Struct, ticks: number): { readonly count: number; readonly bytes: Uint8Array } {
  const kind = struct.info & CONTENT
  const reader = new ByteReader(struct.bytes.subarray(struct.content, struct.to))
  if (kind === TEXT) {
    const bytes = textFrom(reader.bytes(), ticks)
    return { count: bytes.length, bytes }
  }
  reader.uint()
  if (kind !== GC && kind !== DELETED) for (let passed = 0; passed < ticks; passed++) skipValue(reader, kind)
  return { count: struct.length - ticks, bytes: reader.rest() }
}

/** Half of a character becomes U+FFFD, as it does where Yjs divides one. */
const textFrom = (bytes: Uint8Array, ticks: number): Uint8Array =>
  isAscii(bytes) ? bytes.subarray(ticks) : encodeUtf8(decoded(bytes).slice(ticks))

function skipUints(reader: ByteReader, count: number): void {
  for (let left = count; left > 0; left--) reader.uint()
}
