import type { TextLine } from './text-line.ts'

/**
 * Two lines that belong together, one that is gone (no `after`) or one that is new (no `before`). A line that moved is there twice:
 * whole where it stands now, and without its `after` where it stood.
 */
export interface LinePair {
  readonly before: TextLine | null
  readonly after: TextLine | null
  /** The line stands in another place than it did, or stood here before it did so. */
  readonly moved: boolean
}

/** Looking for resemblance costs the product of both sides of a gap. */
const MOST_RESEMBLING = 40
const RESEMBLES = 0.5

/**
 * Lines of two states of a text side by side, in the order of the later one; what is gone stands where it stood. Lines belong
 * together by their keys. In the gaps that are left, a line that was made anew (a paragraph that became an item, a text that was
 * imported again) is known by its words.
 */
export function alignLines(before: readonly TextLine[], after: readonly TextLine[]): readonly LinePair[] {
  const placeOf = new Map(before.map((line, place) => [line.key, place]))
  const places = after.map(({ key }) => placeOf.get(key) ?? null)
  const steady = longestRising(places)
  const taken = new Set(places)
  const pairs: LinePair[] = []
  let from = 0
  /** What is new, or comes from elsewhere, since the last line that stayed. */
  let gap: LinePair[] = []
  const close = (to: number) => {
    const gone = before
      .slice(from, to)
      .map((line, index) => ({ before: line, after: null, moved: taken.has(from + index) }))
    pairs.push(...(gone.length === 0 ? gap : resembling(gone, gap)))
    gap = []
  }
  after.forEach((line, index) => {
    const place = places[index] ?? null
    const old = place === null ? null : (before[place] ?? null)
    if (place === null || !steady.has(index)) {
      gap.push({ before: old, after: line, moved: old !== null })
      return
    }
    close(place)
    from = place + 1
    pairs.push({ before: old, after: line, moved: false })
  })
  close(before.length)
  return pairs
}

interface GonePair extends LinePair {
  readonly before: TextLine
}

/** Pairs what is gone with what is new where they share most of their words, in order. Where nothing does, what is gone is first. */
function resembling(gone: readonly GonePair[], gap: readonly LinePair[]): readonly LinePair[] {
  if (gone.length > MOST_RESEMBLING || gap.length > MOST_RESEMBLING) return [...gone, ...gap]
  const words = gone.map(({ before, moved }) => wordsOf(moved ? '' : before.text))
  const pairs: LinePair[] = []
  let next = 0
  for (const pair of gap) {
    const own = pair.before ? null : wordsOf(pair.after?.text ?? '')
    const found = own ? words.findIndex((old, index) => index >= next && likeness(old, own) >= RESEMBLES) : -1
    if (found < 0) pairs.push(pair)
    else {
      pairs.push(...gone.slice(next, found), { ...pair, before: gone[found]?.before ?? null })
      next = found + 1
    }
  }
  const rest = gone.slice(next)
  return next === 0 ? [...rest, ...pairs] : [...pairs, ...rest]
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared / Math.max(a.size, b.size)
}

/** Indexes of a longest rising run of the numbers that are there: what did not move. */
function longestRising(places: readonly (number | null)[]): ReadonlySet<number> {
  const ends: number[] = []
  const previous = new Array<number>(places.length).fill(-1)
  places.forEach((place, index) => {
    if (place === null) return
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = index
  })
  const rising = new Set<number>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) rising.add(at)
  return rising
}
