import * as Y from 'yjs'

const NO_CUTS: readonly number[] = []

/** Half-open clock ranges of one client, sorted and not overlapping. */
type Ranges = readonly (readonly [from: number, to: number])[]

/** A set of Yjs ids, kept as clock ranges per client. */
export class IdRanges {
  readonly #byClient: ReadonlyMap<number, Ranges>

  private constructor(byClient: ReadonlyMap<number, Ranges>) {
    this.#byClient = byClient
  }

  /** From ranges in any order, overlapping or not. */
  static from(ranges: Iterable<readonly [client: number, from: number, to: number]>): IdRanges {
    const byClient = new Map<number, (readonly [number, number])[]>()
    for (const [client, from, to] of ranges) {
      const list = byClient.get(client)
      if (list) list.push([from, to])
      else byClient.set(client, [[from, to]])
    }
    return new IdRanges(new Map([...byClient].map(([client, list]) => [client, normalize(list)])))
  }

  /** All ids that one of the sets holds. */
  static union(sets: readonly IdRanges[]): IdRanges {
    return IdRanges.from(sets.flatMap(set => [...set]))
  }

  get isEmpty(): boolean {
    return this.#byClient.size === 0
  }

  /** The ids that `other` does not hold. */
  minus(other: IdRanges): IdRanges {
    return IdRanges.from(
      [...this].flatMap(([client, from, to]) => {
        const left: (readonly [number, number, number])[] = []
        let start = from
        for (const [cutFrom, cutTo] of other.#byClient.get(client) ?? []) {
          if (cutTo <= start) continue
          if (cutFrom >= to) break
          if (cutFrom > start) left.push([client, start, cutFrom])
          start = cutTo
        }
        return start < to ? [...left, [client, start, to] as const] : left
      }),
    )
  }

  has(client: number, clock: number): boolean {
    return this.#around(client, clock) !== null
  }

  /** Whether all ids of `other` are in this set. */
  holds(other: IdRanges): boolean {
    for (const [client, ranges] of other.#byClient)
      for (const [from, to] of ranges) {
        const around = this.#around(client, from)
        if (!around || around[1] < to) return false
      }
    return true
  }

  /** The range that an id is in. */
  #around(client: number, clock: number): Ranges[number] | null {
    const ranges = this.#byClient.get(client)
    if (!ranges) return null
    let low = 0
    let high = ranges.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const range = ranges[middle] as Ranges[number]
      if (clock < range[0]) high = middle - 1
      else if (clock >= range[1]) low = middle + 1
      else return range
    }
    return null
  }

  /** Where inside of `from` to `to` (both exclusive) a range begins or ends. */
  cuts(client: number, from: number, to: number): readonly number[] {
    const ranges = this.#byClient.get(client)
    if (!ranges) return NO_CUTS
    let low = 0
    let high = ranges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ranges[middle]?.[1] ?? 0) <= from) low = middle + 1
      else high = middle
    }
    if ((ranges[low]?.[0] ?? to) >= to) return NO_CUTS
    const found: number[] = []
    for (let index = low; index < ranges.length; index++) {
      const [start, end] = ranges[index] as readonly [number, number]
      if (start >= to) break
      if (start > from) found.push(start)
      if (end > from && end < to) found.push(end)
    }
    return found
  }

  /** Every range, client by client, in ascending order of clocks. */
  *[Symbol.iterator](): IterableIterator<readonly [client: number, from: number, to: number]> {
    for (const [client, ranges] of this.#byClient) for (const [from, to] of ranges) yield [client, from, to]
  }
}

function normalize(ranges: (readonly [number, number])[]): Ranges {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0])
  const out: [number, number][] = []
  for (const [from, to] of sorted) {
    const last = out.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else out.push([from, to])
  }
  return out
}

/** The ids in a Yjs delete set. */
export const idsOfDeleteSet = (deleteSet: ReturnType<typeof Y.createDeleteSet>): IdRanges =>
  IdRanges.from(
    [...deleteSet.clients].flatMap(([client, items]) =>
      items.map(item => [client, item.clock, item.clock + item.len] as const),
    ),
  )

/** What an update inserts and what it deletes. A range that the update only skips over is not inserted by it. */
export function idsOfUpdate(update: Uint8Array): { readonly inserted: IdRanges; readonly deleted: IdRanges } {
  const { structs, ds } = Y.decodeUpdate(update)
  return {
    inserted: IdRanges.from(
      structs
        .filter(struct => !(struct instanceof Y.Skip))
        .map(struct => [struct.id.client, struct.id.clock, struct.id.clock + struct.length] as const),
    ),
    deleted: idsOfDeleteSet(ds),
  }
}
