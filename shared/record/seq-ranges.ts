/** Ticks `from <= clock < to` of one client that first came with entry `seq` of the record. */
export interface SeqRange {
  readonly from: number
  readonly to: number
  readonly seq: number
}

/**
 * Which entry of the record was the first to bring each Yjs tick. Entries are added in the order of the record; what an earlier
 * one brought stays with it, whoever repeats it later.
 */
export class SeqRanges {
  readonly #byClient = new Map<number, SeqRange[]>()

  /** Notes ticks of an entry and gives how many of them are new. */
  add(client: number, from: number, to: number, seq: number): number {
    const ranges = this.#byClient.get(client)
    if (!ranges) {
      this.#byClient.set(client, [{ from, to, seq }])
      return to - from
    }
    const last = ranges.at(-1)
    if (last && from >= last.to) {
      if (last.to === from && last.seq === seq) ranges[ranges.length - 1] = { from: last.from, to, seq }
      else ranges.push({ from, to, seq })
      return to - from
    }
    return fill(ranges, from, to, seq)
  }

  /** Per client the ticks that were there after entry `seq`, as ascending stretches. */
  *upTo(seq: number): IterableIterator<readonly [client: number, ranges: readonly SeqRange[]]> {
    for (const [client, ranges] of this.#byClient) yield [client, ranges.filter(range => range.seq <= seq)]
  }

  /** The ticks that came with entries after `from` up to `to`. */
  *between(from: number, to: number): IterableIterator<readonly [client: number, from: number, to: number]> {
    for (const [client, ranges] of this.#byClient)
      for (const range of ranges)
        if (range.seq > from && range.seq <= to) yield [client, range.from, range.to]
  }

  /** The entry that brought the tick; null when none did. */
  at(client: number, clock: number): number | null {
    const ranges = this.#byClient.get(client)
    const range = ranges?.[firstEndingAfter(ranges, clock)]
    return range && range.from <= clock ? range.seq : null
  }

  /** Calls `visit` for each stretch of `from <= clock < to` with the entry that brought it, or null, in ascending order. */
  split(
    client: number,
    from: number,
    to: number,
    visit: (from: number, to: number, seq: number | null) => void,
  ): void {
    const ranges = this.#byClient.get(client) ?? []
    let at = from
    for (let index = firstEndingAfter(ranges, from); at < to; index++) {
      const range = ranges[index]
      if (!range || range.from >= to) break
      if (range.from > at) visit(at, range.from, null)
      const start = Math.max(at, range.from)
      at = Math.min(to, range.to)
      visit(start, at, range.seq)
    }
    if (at < to) visit(at, to, null)
  }
}

/** Fills the gaps between known ranges. */
function fill(ranges: SeqRange[], from: number, to: number, seq: number): number {
  const index = firstEndingAfter(ranges, from)
  const gaps: SeqRange[] = []
  let at = from
  let next = index
  for (; at < to; next++) {
    const range = ranges[next]
    if (!range || range.from >= to) break
    if (range.from > at) gaps.push({ from: at, to: range.from, seq })
    gaps.push(range)
    at = Math.max(at, range.to)
  }
  let added = gaps.reduce((sum, gap) => (gap.seq === seq ? sum + gap.to - gap.from : sum), 0)
  if (at < to) {
    gaps.push({ from: at, to, seq })
    added += to - at
  }
  if (gaps.length > next - index) ranges.splice(index, next - index, ...gaps)
  else added = 0
  return added
}

/** Index of the first range whose end is behind `clock`. */
function firstEndingAfter(ranges: readonly SeqRange[], clock: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.to ?? 0) > clock) high = middle
    else low = middle + 1
  }
  return low
}
