import { ByteReader, MALFORMED } from './byte-reader.ts'
import { type ByteWriter, written } from './byte-writer.ts'
import type { ClockRange } from './clock-range.ts'
import type { Clocks } from './clocks.ts'
import { DeleteRanges } from './delete-ranges.ts'
import { continues, type Run, writeRun } from './join-items.ts'
import { joinedSpans, type Span } from './tick-set.ts'
import { laterPart, readStruct, SKIP, type Struct } from './update-structs.ts'

/** An update without content: no structs, no deletes. */
export const EMPTY_UPDATE: Uint8Array = Uint8Array.of(0, 0)

/**
 * The updates as one, deleted text included, with as few and as long structs as a document would write; an earlier one wins where
 * two carry the same ticks. With `known`, without the ticks up to these clocks; all that the updates delete is named in any case.
 *
 * `Y.mergeUpdates` says the same, but leaves each key an item of its own, so that a text would be sent, kept and merged again at
 * eight times its size, and takes each text out of its bytes and puts it back. Needs updates that `checkUpdate` let in; others are
 * left out, so that they cost a room nothing but themselves.
 */
export const mergeUpdates = (updates: readonly Uint8Array[], known: Clocks = new Map()): Uint8Array =>
  mergeAndRead(updates, known).update

/** An update with the ticks that it carries. */
export interface ReadUpdate {
  readonly update: Uint8Array
  readonly structs: readonly ClockRange[]
}

/** As `mergeUpdates`; what was merged need not be read once more to know what it carries. */
export function mergeAndRead(updates: readonly Uint8Array[], known: Clocks = new Map()): ReadUpdate {
  const structs = new Map<number, Struct[]>()
  const deletes = new Map<number, ClockRange[]>()
  for (const update of updates) readInto(update, structs, deletes)
  const clients = [...structs]
    .sort(([a], [b]) => b - a)
    .flatMap(([client, list]) => {
      const runs = runsOf(client, inOrder(list), known.get(client) ?? 0)
      return runs.length > 0 ? [{ client, runs }] : []
    })
  const spans = [...deletes]
    .sort(([a], [b]) => b - a)
    .map(([client, list]) => [client, joinedSpans(list)] as const)
  const update = written(writer => {
    writer.uint(clients.length)
    for (const { client, runs } of clients) writeClient(writer, client, runs)
    writer.uint(spans.length)
    for (const [client, list] of spans) writeDeletes(writer, client, list)
  })
  return { update, structs: clients.flatMap(({ client, runs }) => rangesOf(client, runs)) }
}

/** All of an update or nothing. */
function readInto(
  update: Uint8Array,
  structs: Map<number, Struct[]>,
  deletes: Map<number, ClockRange[]>,
): void {
  try {
    const reader = new ByteReader(update)
    const found: [number, Struct[]][] = []
    for (let left = reader.uint(); left > 0; left--) found.push(readClient(reader, update))
    const ranges = DeleteRanges.read(reader.rest(), Number.POSITIVE_INFINITY)
    for (const [client, list] of found) for (const struct of list) listOf(structs, client).push(struct)
    for (const range of ranges) listOf(deletes, range.client).push(range)
  } catch (error) {
    if (error !== MALFORMED) throw error
  }
}

function readClient(reader: ByteReader, update: Uint8Array): [number, Struct[]] {
  const structs: Struct[] = []
  const count = reader.uint()
  const client = reader.uint()
  let clock = reader.uint()
  for (let left = count; left > 0; left--) {
    const struct = readStruct(reader, update, clock)
    clock += struct.length
    if (struct.info !== SKIP) structs.push(struct)
  }
  return [client, structs]
}

/** Sorting keeps the order of those with the same clock. */
function inOrder(structs: Struct[]): Struct[] {
  const isSorted = structs.every((struct, n) => n === 0 || (structs[n - 1]?.clock ?? 0) <= struct.clock)
  return isSorted ? structs : structs.sort((a, b) => a.clock - b.clock)
}

/** What is written of one client's structs: each tick from `known` on once, and gaps as such. */
function runsOf(client: number, structs: readonly Struct[], known: number): Run[] {
  const runs: Run[] = []
  let reached = known
  for (const struct of structs) {
    const end = struct.clock + struct.length
    if (end <= reached) continue
    const next = struct.clock < reached ? laterPart(struct, client, reached - struct.clock) : struct
    const run = runs.at(-1)
    if (run && next.clock > reached) runs.push([gap(reached, next.clock)], [next])
    else if (run && continues(client, run, next)) run.push(next)
    else runs.push([next])
    reached = end
  }
  return runs
}

function rangesOf(client: number, runs: readonly Run[]): ClockRange[] {
  const structs = runs.flat().filter(({ info }) => info !== SKIP)
  return joinedSpans(structs.map(({ clock, length }) => ({ client, from: clock, to: clock + length }))).map(
    span => ({ client, ...span }),
  )
}

function gap(clock: number, to: number): Struct {
  const bytes = written(writer => writer.uint(to - clock))
  const place = { from: 0, content: 0, to: bytes.length, right: 0 }
  return { bytes, info: SKIP, clock, length: to - clock, origin: null, ...place }
}

function writeClient(writer: ByteWriter, client: number, runs: readonly Run[]): void {
  writer.uint(runs.length)
  writer.uint(client)
  writer.uint(runs[0]?.[0].clock ?? 0)
  for (const run of runs) writeRun(writer, run)
}

function writeDeletes(writer: ByteWriter, client: number, spans: readonly Span[]): void {
  writer.uint(client)
  writer.uint(spans.length)
  for (const { from, to } of spans) {
    writer.uint(from)
    writer.uint(to - from)
  }
}

function listOf<T>(map: Map<number, T[]>, key: number): T[] {
  const found = map.get(key)
  if (found) return found
  const made: T[] = []
  map.set(key, made)
  return made
}
