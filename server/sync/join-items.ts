import * as encoding from 'lib0/encoding'
import { ByteReader } from './byte-reader.ts'
import { skipContent } from './content-check.ts'

const GC = 0
const DELETED = 1
const TEXT = 4
const SKIP = 10
const CONTENT = 31
const HAS_ORIGIN = 128
const HAS_RIGHT_ORIGIN = 64
const HAS_KEY = 32

/** One struct as it stands in an update. `from`, `to` and so on are places in the bytes. */
interface Struct {
  readonly info: number
  readonly clock: number
  /** Where all that stands before its content begins and ends: neighbours or parent. */
  readonly from: number
  readonly content: number
  readonly to: number
  length: number
  readonly origin: { readonly client: number; readonly clock: number } | null
  /** Where its right neighbour's name begins. */
  readonly right: number
}

/**
 * The update with fewer and longer structs: characters that were typed one after the other become one item again, as a document
 * would write them. Readers come to the same document: they divide an item as soon as something else belongs into it or deletes
 * a part of it, and both halves are then what they were. `Y.mergeUpdates` leaves each key an item of its own, so that a text
 * would be sent, kept and merged again at eight times its size. Needs an update that `checkUpdate` let in.
 */
export function joinItems(update: Uint8Array): Uint8Array {
  const reader = new ByteReader(update)
  const encoder = encoding.createEncoder()
  // The result is never longer. Grown step by step, it would be copied as often.
  encoder.cbuf = new Uint8Array(update.length)
  const clients = reader.uint()
  encoding.writeVarUint(encoder, clients)
  for (let left = clients; left > 0; left--) {
    const count = reader.uint()
    const client = reader.uint()
    const start = reader.uint()
    const runs = readRuns(update, reader, { count, client, start })
    encoding.writeVarUint(encoder, runs.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, start)
    for (const run of runs) writeRun(encoder, update, run)
  }
  encoding.writeUint8Array(encoder, reader.rest())
  return encoding.toUint8Array(encoder)
}

/** Structs that become one, in order; never empty. */
type Run = [Struct, ...Struct[]]

function readRuns(
  update: Uint8Array,
  reader: ByteReader,
  of: { readonly count: number; readonly client: number; readonly start: number },
): Run[] {
  const runs: Run[] = []
  let clock = of.start
  for (let left = of.count; left > 0; left--) {
    const struct = readStruct(reader, clock)
    clock += struct.length
    const run = runs.at(-1)
    if (run && continues(update, of.client, run, struct)) run.push(struct)
    else runs.push([struct])
  }
  return runs
}

function readStruct(reader: ByteReader, clock: number): Struct {
  const info = reader.byte()
  const from = reader.at
  if (info === GC || info === SKIP) {
    const length = reader.uint()
    return { info, clock, from, content: from, to: reader.at, length, origin: null, right: from }
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
  return { info, clock, from, content, to: reader.at, length, origin, right }
}

function skipUints(reader: ByteReader, count: number): void {
  for (let left = count; left > 0; left--) reader.uint()
}

/** Whether an item is what Yjs would make of the end of a longer one: it hangs on the tick before its own, and has the same right neighbour. */
function continues(update: Uint8Array, client: number, run: Run, next: Struct): boolean {
  const [first] = run
  if (next.info === GC) return first.info === GC
  const kind = next.info & CONTENT
  if ((kind !== TEXT && kind !== DELETED) || kind !== (first.info & CONTENT)) return false
  if (next.origin?.client !== client || next.origin.clock !== next.clock - 1) return false
  // What hangs under a key of a map is set, not typed: only its last value counts.
  if (first.info & HAS_KEY || next.info & HAS_KEY) return false
  return (first.info & HAS_RIGHT_ORIGIN) === (next.info & HAS_RIGHT_ORIGIN) && sameRight(update, first, next)
}

function sameRight(update: Uint8Array, a: Struct, b: Struct): boolean {
  if (!(a.info & HAS_RIGHT_ORIGIN)) return true
  const length = a.content - a.right
  if (b.content - b.right !== length) return false
  for (let n = 0; n < length; n++) if (update[a.right + n] !== update[b.right + n]) return false
  return true
}

function writeRun(encoder: encoding.Encoder, update: Uint8Array, run: Run): void {
  const [first] = run
  if (run.length === 1) {
    encoding.writeUint8(encoder, first.info)
    encoding.writeUint8Array(encoder, update.subarray(first.from, first.to))
    return
  }
  encoding.writeUint8(encoder, first.info)
  encoding.writeUint8Array(encoder, update.subarray(first.from, first.content))
  if ((first.info & CONTENT) !== TEXT) {
    encoding.writeVarUint(
      encoder,
      run.reduce((sum, { length }) => sum + length, 0),
    )
    return
  }
  const texts = run.map(({ content, to }) => new ByteReader(update.subarray(content, to)).bytes())
  encoding.writeVarUint(
    encoder,
    texts.reduce((sum, { length }) => sum + length, 0),
  )
  for (const text of texts) encoding.writeUint8Array(encoder, text)
}
