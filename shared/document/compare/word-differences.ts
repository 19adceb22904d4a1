import { commonRuns } from './common-runs.ts'
import { holdsWord, isWithinWord, wordStarts } from './word-starts.ts'

/** Two texts with so many differences share nothing worth showing; looking on costs their square. */
const MOST_EDITS = 1200

/** `oldFrom` to `oldTo` of the text before gave way to `newFrom` to `newTo` of the text after; one of both may be empty. */
export interface Replaced {
  readonly oldFrom: number
  readonly oldTo: number
  readonly newFrom: number
  readonly newTo: number
}

/**
 * What turns one text into another, word by word, in order. Words that were replaced one after the other are one change: the
 * spaces and signs between them stayed too, but nobody looks for that.
 */
export function wordDifferences(before: string, after: string): readonly Replaced[] {
  // Most texts differ in one place: what they begin and end with alike need not be cut into words.
  const start = alikeAtStart(before, after)
  const end = alikeAtEnd(before, after, start)
  const oldEnd = before.length - end
  const newEnd = after.length - end
  const found: Replaced[] = []
  let oldFrom = start
  let newFrom = start
  const changedUpTo = (oldTo: number, newTo: number) => {
    if (oldFrom === oldTo && newFrom === newTo) return
    const change = { oldFrom, oldTo, newFrom, newTo }
    const last = found.at(-1)
    if (last && isOne(last, change, before, after))
      found[found.length - 1] = { ...change, oldFrom: last.oldFrom, newFrom: last.newFrom }
    else found.push(change)
  }
  for (const run of commonWords(before, after, start, oldEnd, newEnd)) {
    changedUpTo(olds[run.before] ?? oldEnd, news[run.after] ?? newEnd)
    oldFrom = olds[run.before + run.length] ?? oldEnd
    newFrom = news[run.after + run.length] ?? newEnd
  }
  changedUpTo(oldEnd, newEnd)
  return found
}

const isOne = (last: Replaced, next: Replaced, before: string, after: string) =>
  !holdsWord(before, last.oldTo, next.oldFrom) &&
  isReplaced(last, before, after) &&
  isReplaced(next, before, after)

const isReplaced = ({ oldFrom, oldTo, newFrom, newTo }: Replaced, before: string, after: string) =>
  holdsWord(before, oldFrom, oldTo) && holdsWord(after, newFrom, newTo)

/** Runs of words, as they are counted in `olds` and `news`. */
function commonWords(before: string, after: string, start: number, oldEnd: number, newEnd: number) {
  if (start === oldEnd || start === newEnd) return []
  const longest = Math.max(oldEnd, newEnd) - start
  if (olds.length <= longest) [olds, news] = [new Int32Array(2 * longest), new Int32Array(2 * longest)]
  const counts = [wordStarts(before, start, oldEnd, olds), wordStarts(after, start, newEnd, news)] as const
  return commonRuns(...counts, sameWords(before, after), MOST_EDITS) ?? []
}

/** Where the words start that are compared now. Thousands of lines follow each other: lists of their own would be most of the work. */
let olds = new Int32Array(1024)
let news = new Int32Array(1024)

function sameWords(before: string, after: string) {
  return (old: number, now: number): boolean => {
    const from = olds[old] ?? 0
    const other = news[now] ?? 0
    const length = (olds[old + 1] ?? 0) - from
    if ((news[now + 1] ?? 0) - other !== length) return false
    for (let at = 0; at < length; at++)
      if (before.charCodeAt(from + at) !== after.charCodeAt(other + at)) return false
    return true
  }
}

/** How many characters both begin with, up to the end of a word. */
function alikeAtStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let count = 0
  while (count < most && a.charCodeAt(count) === b.charCodeAt(count)) count++
  while (count > 0 && (isWithinWord(a, count) || isWithinWord(b, count))) count--
  return count
}

/** How many characters both end with, from the beginning of a word on, behind the first `start`. */
function alikeAtEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start
  let count = 0
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++
  while (count > 0 && (isWithinWord(a, a.length - count) || isWithinWord(b, b.length - count))) count--
  return count
}
