import { type ByteReader, MALFORMED } from './byte-reader.ts'

// Deeper values overflow the stack of lib0's reader, on the server and in every client.
const MAX_DEPTH = 64

/** Passes over the content of an item (Yjs' content number `ref`) and returns how many clock ticks it takes. */
export function skipContent(reader: ByteReader, ref: number): number {
  switch (ref) {
    case 1: // deleted
      return reader.uint()
    case 2: // JSON, as written by old versions
      return times(reader.count(1), () => skipValue(reader, ref))
    case 3: // binary
      reader.bytes()
      return 1
    case 4: // text
      return reader.skipText()
    case 5: // embed
      skipJson(reader, false)
      return 1
    case 6: // format
      reader.skipText()
      skipJson(reader, false)
      return 1
    case 7: // a shared type
      skipType(reader)
      return 1
    case 8: // any
      return times(reader.count(1), () => skipValue(reader, ref))
    case 9: // a sub-document: its options must be an object
      reader.skipText()
      if (reader.byte() !== 118) throw MALFORMED
      skipObject(reader, MAX_DEPTH)
      return 1
    default:
      throw MALFORMED
  }
}

/** Passes over one value of a content that holds several of one tick each: JSON (2) or any (8). */
export function skipValue(reader: ByteReader, ref: number): void {
  if (ref === 2) skipJson(reader, true)
  else skipAny(reader, MAX_DEPTH)
}

function times(count: number, work: () => void): number {
  for (let i = 0; i < count; i++) work()
  return count
}

function skipType(reader: ByteReader): void {
  const type = reader.uint()
  if (type > 6) throw MALFORMED
  if (type === 3 || type === 5) reader.skipText() // XML elements and hooks have a name
}

function skipJson(reader: ByteReader, mayBeUndefined: boolean): void {
  const text = reader.text()
  if (mayBeUndefined && text === 'undefined') return
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw MALFORMED
  }
  checkDepth(value, MAX_DEPTH)
}

function checkDepth(value: unknown, left: number): void {
  if (typeof value !== 'object' || value === null) return
  if (left === 0) throw MALFORMED
  for (const part of Object.values(value)) checkDepth(part, left - 1)
}

/** One of lib0's "any" values; the numbers are lib0's tags. */
function skipAny(reader: ByteReader, left: number): void {
  if (left === 0) throw MALFORMED
  switch (reader.byte()) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return
    case 125:
      reader.skipInt()
      return
    case 124: // float32
      reader.skip(4)
      return
    case 123: // float64
    case 122: // bigint
      reader.skip(8)
      return
    case 119:
      reader.skipText()
      return
    case 118:
      skipObject(reader, left)
      return
    case 117:
      times(reader.count(1), () => skipAny(reader, left - 1))
      return
    case 116:
      reader.bytes()
      return
    default:
      throw MALFORMED
  }
}

function skipObject(reader: ByteReader, left: number): void {
  times(reader.count(2), () => {
    reader.skipText()
    skipAny(reader, left - 1)
  })
}
