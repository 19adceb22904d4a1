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

/** How far the row before reaches from which one item more is new, and from which one more is gone. */
const beforeNew = (edits: number, index: number) =>
  index < edits ? (reached[rowOf(edits - 1) + index] ?? NOWHERE) : NOWHERE
const beforeGone = (edits: number, index: number) =>
  index > 0 ? (reached[rowOf(edits - 1) + index - 1] ?? NOWHERE) : NOWHERE

/** Whether the edit that leads further is an item that is new. */
const isByNew = (edits: number, index: number) => beforeGone(edits, index) < beforeNew(edits, index)

const stepTo = (edits: number, index: number) =>
  isByNew(edits, index) ? beforeNew(edits, index) : beforeGone(edits, index) + 1

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
    now -= length
    old = from
    if (isByNew(left, at)) now -= 1
    else {
      old -= 1
      at -= 1
    }
  }
}
