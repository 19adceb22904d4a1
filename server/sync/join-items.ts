import { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import { CONTENT, DELETED, GC, HAS_KEY, HAS_RIGHT_ORIGIN, type Struct, TEXT } from './update-structs.ts'

/** Structs that follow each other and are written as one; never empty. */
export type Run = [Struct, ...Struct[]]

/**
 * Whether an item is what Yjs would make of the end of a longer one: it hangs on the tick before its own, and has the same right
 * neighbour. Characters that were typed one after the other become one item again so, as a document would write them; readers come
 * to the same document, since they divide an item as soon as something else belongs into it or deletes a part of it, and both
 * halves are then what they were.
 */
export function continues(client: number, run: Run, next: Struct): boolean {
  const [first] = run
  if (next.info === GC) return first.info === GC
  const kind = next.info & CONTENT
  if ((kind !== TEXT && kind !== DELETED) || kind !== (first.info & CONTENT)) return false
  if (next.origin?.client !== client || next.origin.clock !== next.clock - 1) return false
  // What hangs under a key of a map is set, not typed: only its last value counts.
  if (first.info & HAS_KEY || next.info & HAS_KEY) return false
  return (first.info & HAS_RIGHT_ORIGIN) === (next.info & HAS_RIGHT_ORIGIN) && sameRight(first, next)
}

function sameRight(a: Struct, b: Struct): boolean {
  if (!(a.info & HAS_RIGHT_ORIGIN)) return true
  const length = a.content - a.right
  if (b.content - b.right !== length) return false
  for (let n = 0; n < length; n++) if (a.bytes[a.right + n] !== b.bytes[b.right + n]) return false
  return true
}

/** Writes the structs of a run as the one that they are together. */
export function writeRun(writer: ByteWriter, run: Run): void {
  const [first] = run
  writer.byte(first.info)
  if (run.length === 1) {
    writer.bytes(first.bytes.subarray(first.from, first.to))
    return
  }
  writer.bytes(first.bytes.subarray(first.from, first.content))
  if ((first.info & CONTENT) !== TEXT) {
    writer.uint(run.reduce((sum, { length }) => sum + length, 0))
    return
  }
  const texts = run.map(({ bytes, content, to }) => new ByteReader(bytes.subarray(content, to)).bytes())
  writer.uint(texts.reduce((sum, { length }) => sum + length, 0))
  for (const text of texts) writer.bytes(text)
}
