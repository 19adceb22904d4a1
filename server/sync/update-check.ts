import { err, ok, type Result } from '../../shared/result.ts'
import { ByteReader, MALFORMED } from './byte-reader.ts'
import type { ClockRange } from './clock-range.ts'
import { skipContent } from './content-check.ts'
import { DeleteRanges } from './delete-ranges.ts'
import type { SyncLimits } from './limits.ts'

/** What an update touches, in the order of its bytes. */
export interface UpdateShape {
  /** The ticks of the structs that it carries. */
  readonly structs: readonly ClockRange[]
  /** Of these, the marks where a formatting begins or ends. */
  readonly formats: readonly ClockRange[]
  /** The ticks that it deletes. */
  readonly deletes: DeleteRanges
}

const GC = 0
const FORMAT = 6
const SKIP = 10
/** The bits of a struct's first byte that name its content. */
const CONTENT = 31

/**
 * Reads an update (version 1) without building anything, so that only what Yjs itself can read is recorded and relayed. It
 * takes time in proportion to the bytes and never throws. Beyond Yjs it refuses what Yjs never writes and what breaks its
 * readers: structs of no length, clients out of order (merging relies on it), an item that hangs on itself, values nested so
 * deep that readers overflow, bytes after the end.
 */
export function checkUpdate(
  update: Uint8Array,
  limits: Pick<SyncLimits, 'structs' | 'deleteRanges'>,
): Result<UpdateShape, { kind: 'malformed' }> {
  try {
    const reader = new ByteReader(update)
    const structs: ClockRange[] = []
    const formats: ClockRange[] = []
    readStructs(reader, limits.structs, structs, formats)
    const deletes = DeleteRanges.read(reader.rest(), limits.deleteRanges)
    return ok({ structs, formats, deletes })
  } catch (error) {
    if (error === MALFORMED) return err({ kind: 'malformed' })
    throw error
  }
}

/** Whether the update changes nothing, whoever gets it. */
export const isEmpty = (shape: UpdateShape): boolean =>
  shape.structs.length === 0 && shape.deletes.length === 0

function readStructs(reader: ByteReader, limit: number, structs: ClockRange[], formats: ClockRange[]): void {
  let last = Number.POSITIVE_INFINITY
  let total = 0
  for (let clients = reader.count(4); clients > 0; clients--) {
    const count = reader.count(2)
    total += count
    const client = reader.uint()
    if (count === 0 || total > limit || client >= last) throw MALFORMED
    last = client
    readClient(reader, client, count, structs, formats)
  }
}

function readClient(
  reader: ByteReader,
  client: number,
  count: number,
  structs: ClockRange[],
  formats: ClockRange[],
): void {
  let clock = reader.uint()
  let from = clock
  for (let i = 0; i < count; i++) {
    const info = reader.byte()
    const length = info === SKIP || info === GC ? reader.uint() : skipItem(reader, info, client, clock)
    if (length === 0) throw MALFORMED
    if (info === SKIP) {
      if (clock > from) structs.push({ client, from, to: clock })
      from = clock + length
    }
    if ((info & CONTENT) === FORMAT) formats.push({ client, from: clock, to: clock + length })
    clock += length
    if (clock > Number.MAX_SAFE_INTEGER) throw MALFORMED
  }
  if (clock > from) structs.push({ client, from, to: clock })
}

/** The high bits of `info` say which neighbours the item names; an item without any names its parent instead. */
function skipItem(reader: ByteReader, info: number, client: number, clock: number): number {
  const hasOrigin = (info & 128) !== 0
  const hasRightOrigin = (info & 64) !== 0
  if (hasOrigin) skipId(reader, client, clock)
  if (hasRightOrigin) skipId(reader, client, clock)
  if (!hasOrigin && !hasRightOrigin) {
    const byName = reader.uint()
    if (byName > 1) throw MALFORMED
    if (byName === 1) reader.skipText()
    else skipId(reader, client, clock)
    if ((info & 32) !== 0) reader.skipText()
  }
  return skipContent(reader, info & CONTENT)
}

/** Yjs takes its own earlier ticks for granted: an item that names itself or a later one makes every reader throw half-way. */
function skipId(reader: ByteReader, client: number, clock: number): void {
  const ofClient = reader.uint()
  const atClock = reader.uint()
  if (ofClient === client && atClock >= clock) throw MALFORMED
}
