import type { ClockRange } from './clock-range.ts'

/** Ticks `from <= clock < to` of a client that is known. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A set of ticks, made once and asked often. */
export class TickSet {
  readonly #spans = new Map<number, Span[]>()

  constructor(ranges: Iterable<ClockRange>) {
    const byClient = new Map<number, ClockRange[]>()
    for (const range of ranges) {
      const list = byClient.get(range.client)
      if (list) list.push(range)
      else byClient.set(range.client, [range])
    }
    for (const [client, list] of byClient) this.#spans.set(client, joinedSpans(list))
  }

  /** Whether every tick of the ranges is in the set. */
  covers(ranges: Iterable<ClockRange>): boolean {
    for (const { client, from, to } of ranges) {
      const span = lastStartingAtOrBefore(this.#spans.get(client) ?? [], from)
      if (!span || to > span.to) return false
    }
    return true
  }
}

/** The same ticks in order and in as few spans as possible; `ranges` are sorted in place. */
export function joinedSpans(ranges: ClockRange[]): Span[] {
  const spans: { from: number; to: number }[] = []
  for (const { from, to } of ranges.sort((a, b) => a.from - b.from)) {
    const last = spans.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else spans.push({ from, to })
  }
  return spans
}

function lastStartingAtOrBefore(spans: readonly Span[], clock: number): Span | undefined {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle]?.from ?? 0) <= clock) low = middle + 1
    else high = middle
  }
  return spans[low - 1]
}
