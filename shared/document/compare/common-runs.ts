/** So many items in a row of one list, from `before` on, are those of the other from `after` on. */
export interface CommonRun {
  readonly before: number
  readonly after: number
  readonly length: number
}

/**
 * What two lists of `olds` and `news` items share, in order, when as few items as can be are taken to be gone or new; null when those
 * would be more than `most`. Time and memory grow with their square. After E. W. Myers, An O(ND) Difference Algorithm (1986).
 */
export function commonRuns(
  olds: number,
  news: number,
  same: (old: number, now: number) => boolean,
  most: number,
): readonly CommonRun[] | null {
  for (let edits = 0; edits <= most; edits++) {
    if (reached.length < rowOf(edits + 1)) reached = grown(reached)
    for (let index = 0; index <= edits; index++) {
      let old = edits === 0 ? 0 : stepTo(edits, index)
      let now = old - (2 * index - edits)
      while (old < olds && now < news && same(old, now)) {
        old++
        now++
      }
      reached[rowOf(edits) + index] = old
      if (old === olds && now === news) return runsBack(edits, index, news)
    }
  }
  return null
}

/**
 * Row by row: how many items of the old list lie behind after so many edits, for each difference of gone and new ones. Kept from call
 * to call, as short lists are compared by the thousand.
 */
let reached = new Int32Array(1024)

const rowOf = (edits: number) => (edits * (edits + 1)) / 2

function grown(numbers: Int32Array) {
  const longer = new Int32Array(2 * numbers.length)
  longer.set(numbers)
  return longer
}

const NOWHERE = -1

/** The edit that leads further: one item more is new (the row before, same index), or one more is gone. */
function stepTo(edits: number, index: number): number {
  const row = rowOf(edits - 1)
  const byNew = index < edits ? (reached[row + index] ?? NOWHERE) : NOWHERE
  const byGone = index > 0 ? (reached[row + index - 1] ?? NOWHERE) : NOWHERE
  return isByNew(byNew, byGone) ? byNew : byGone + 1
}

const isByNew = (byNew: number, byGone: number) => byGone < byNew

/** The way back from the end of both lists to their beginning. */
function runsBack(edits: number, index: number, news: number): CommonRun[] {
  const runs: CommonRun[] = []
  let old = reached[rowOf(edits) + index] ?? 0
  let now = news
  for (let at = index, left = edits; ; left--) {
    const from = left === 0 ? 0 : stepTo(left, at)
    const length = old - from
    if (length > 0) runs.push({ before: from, after: now - length, length })
    if (left === 0) return runs.reverse()
    const row = rowOf(left - 1)
    const byNew = at < left ? (reached[row + at] ?? NOWHERE) : NOWHERE
    const byGone = at > 0 ? (reached[row + at - 1] ?? NOWHERE) : NOWHERE
    now -= length
    old = from
    if (isByNew(byNew, byGone)) now -= 1
    else {
      old -= 1
      at -= 1
    }
  }
}
