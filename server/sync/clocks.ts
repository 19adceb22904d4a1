import * as encoding from 'lib0/encoding'
import { err, ok, type Result } from '../../shared/result.ts'
import { ByteReader, MALFORMED } from './byte-reader.ts'
import type { ClockRange } from './clock-range.ts'

/** How far each client's ticks are known without a gap: the first missing clock of each client. */
export type Clocks = ReadonlyMap<number, number>

/** Yjs' encoding of a state vector. */
export function encodeClocks(clocks: Clocks): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clocks.size)
  for (const [client, clock] of clocks) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
  }
  return encoding.toUint8Array(encoder)
}

/** Reads a state vector from outside. */
export function decodeClocks(bytes: Uint8Array): Result<Clocks, { kind: 'malformed' }> {
  try {
    const reader = new ByteReader(bytes)
    const clocks = new Map<number, number>()
    for (let left = reader.count(2); left > 0; left--) clocks.set(reader.uint(), reader.uint())
    reader.end()
    return ok(clocks)
  } catch (error) {
    if (error === MALFORMED) return err({ kind: 'malformed' })
    throw error
  }
}

/** Whether whoever is at `clocks` has all ticks that are known at `other`. */
export function reaches(clocks: Clocks, other: Clocks): boolean {
  for (const [client, clock] of other) if ((clocks.get(client) ?? 0) < clock) return false
  return true
}

/** The clocks of a growing set of updates. Ticks that arrive ahead of earlier ones of their client count once the gap is filled. */
export class KnownClocks {
  readonly #known = new Map<number, number>()
  /** In order of `from`. */
  readonly #ahead = new Map<number, ClockRange[]>()

  get clocks(): Clocks {
    return this.#known
  }

  add(ranges: readonly ClockRange[]): void {
    for (const range of ranges) this.#addOne(range)
  }

  /** Whether all the ticks are known already. */
  covers(ranges: readonly ClockRange[]): boolean {
    return ranges.every(({ client, to }) => to <= (this.#known.get(client) ?? 0))
  }

  /** Whether all the ticks are here, those included that wait for earlier ones of their client. */
  has(ranges: readonly ClockRange[]): boolean {
    return ranges.every(({ client, from, to }) => {
      let reached = Math.max(from, this.#known.get(client) ?? 0)
      for (const piece of this.#ahead.get(client) ?? [])
        if (piece.from <= reached) reached = Math.max(reached, piece.to)
      return reached >= to
    })
  }

  #addOne(range: ClockRange): void {
    const known = this.#known.get(range.client) ?? 0
    if (range.to <= known) return
    const ahead = this.#ahead.get(range.client)
    if (range.from > known) {
      if (ahead) ahead.splice(placeOf(range.from, ahead), 0, range)
      else this.#ahead.set(range.client, [range])
      return
    }
    this.#known.set(range.client, ahead ? this.#joinAhead(range, ahead) : range.to)
  }

  /** Goes on through what waits for as long as there is no gap: each that waits is passed once, however many gaps there are. */
  #joinAhead({ client, to }: ClockRange, ahead: ClockRange[]): number {
    let known = to
    let joined = 0
    for (; joined < ahead.length && (ahead[joined]?.from ?? known) <= known; joined++)
      known = Math.max(known, ahead[joined]?.to ?? 0)
    if (joined === ahead.length) this.#ahead.delete(client)
    else if (joined > 0) ahead.splice(0, joined)
    return known
  }
}

/** Where a range that begins at `from` belongs among ranges in order. */
function placeOf(from: number, ranges: readonly ClockRange[]): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ranges[middle]?.from ?? 0) <= from) low = middle + 1
    else high = middle
  }
  return low
}
