import { ByteReader, MALFORMED } from './byte-reader.ts'
import type { ClockRange } from './clock-range.ts'

/**
 * The deletes of an update that was found to be well-formed, read from its bytes each time they are asked for: as objects they
 * would take twenty times the bytes, and most updates are let in without anybody looking at them.
 */
export class DeleteRanges implements Iterable<ClockRange> {
  static readonly NONE = new DeleteRanges(Uint8Array.of(0), 0)
  readonly length: number
  readonly #bytes: Uint8Array

  private constructor(bytes: Uint8Array, length: number) {
    this.#bytes = bytes
    this.length = length
  }

  /** Reads the delete set that `bytes` hold and nothing else; throws `MALFORMED`, also for more than `limit` ranges. */
  static read(bytes: Uint8Array, limit: number): DeleteRanges {
    const length = countRanges(bytes, limit)
    return length === 0 ? DeleteRanges.NONE : new DeleteRanges(bytes, length)
  }

  [Symbol.iterator](): Iterator<ClockRange> {
    return rangesIn(this.#bytes)
  }
}

/** Reads one after the other without making objects of them: this is done for each update. */
function countRanges(bytes: Uint8Array, limit: number): number {
  const reader = new ByteReader(bytes)
  let total = 0
  for (let clients = reader.count(2); clients > 0; clients--) {
    reader.uint()
    const count = reader.count(2)
    total += count
    if (total > limit) throw MALFORMED
    for (let left = count; left > 0; left--) {
      const from = reader.uint()
      const length = reader.uint()
      if (length === 0 || from + length > Number.MAX_SAFE_INTEGER) throw MALFORMED
    }
  }
  reader.end()
  return total
}

function* rangesIn(bytes: Uint8Array): Generator<ClockRange, void> {
  const reader = new ByteReader(bytes)
  for (let clients = reader.count(2); clients > 0; clients--) {
    const client = reader.uint()
    for (let left = reader.count(2); left > 0; left--) {
      const from = reader.uint()
      yield { client, from, to: from + reader.uint() }
    }
  }
}
