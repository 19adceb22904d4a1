import { diffWordsWithSpace } from 'diff'
import type { LinePart } from './text-line.ts'

/** A stretch of a compared line. `seq` is the entry of the record that wrote it, or removed it; null where that is not known. */
export interface RedlinePart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
  readonly seq: number | null
}

/** Two lines with so many differences share nothing worth showing; looking on costs their square. */
const MOST_EDITS = 1200
/** Below this share of words that stayed, a line reads better as gone and new than as a patchwork. */
const LEAST_SHARED = 0.2

/** What a line differs by from the one that it was compared with last: a later state is often compared with several earlier ones. */
const lastFound = new WeakMap<object, { readonly before: string; readonly found: readonly Difference[] }>()

/**
 * What changed from one line to another, word by word. Parts that were removed carry the entry that `before` is stamped with, parts
 * that were added that of `after`.
 */
export function wordChanges(
  before: { readonly text: string; readonly parts: readonly LinePart[] },
  after: { readonly text: string; readonly parts: readonly LinePart[] },
): readonly RedlinePart[] {
  if (before.text === after.text) return [{ kind: 'same', text: after.text, seq: null }]
  const last = lastFound.get(after)
  const found = last?.before === before.text ? last.found : differences(before.text, after.text)
  lastFound.set(after, { before: before.text, found })
  const shared = found.reduce((sum, { kind, text }) => (kind === 'same' ? sum + text.length : sum), 0)
  if (shared < LEAST_SHARED * Math.min(before.text.length, after.text.length))
    return [
      ...cut(before.parts, 0, before.text.length, 'removed'),
      ...cut(after.parts, 0, after.text.length, 'added'),
    ]
  const parts: RedlinePart[] = []
  let old = 0
  let now = 0
  for (const { kind, text } of found) {
    if (kind === 'added') parts.push(...cut(after.parts, now, now + text.length, 'added'))
    else if (kind === 'removed') parts.push(...cut(before.parts, old, old + text.length, 'removed'))
    else parts.push({ kind: 'same', text, seq: null })
    if (kind !== 'added') old += text.length
    if (kind !== 'removed') now += text.length
  }
  return parts
}

type Difference = Pick<RedlinePart, 'kind' | 'text'>

/** Most lines differ in one place: what they begin and end with alike is not compared word by word, which takes longest. */
function differences(before: string, after: string): readonly Difference[] {
  const start = alike(before, after)
  const end = alikeAtEnd(before, after, start)
  const [gone, come] = [before.slice(start, before.length - end), after.slice(start, after.length - end)]
  return [
    { kind: 'same' as const, text: after.slice(0, start) },
    ...middle(gone, come),
    { kind: 'same' as const, text: after.slice(after.length - end) },
  ].filter(({ text }) => text !== '')
}

function middle(gone: string, come: string): readonly Difference[] {
  const found =
    gone === '' || come === '' ? null : diffWordsWithSpace(gone, come, { maxEditLength: MOST_EDITS })
  if (!found)
    return [
      { kind: 'removed', text: gone },
      { kind: 'added', text: come },
    ]
  return found.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

const isSpace = (code: number) => code === 32 || code === 10 || code === 9 || code === 160

/** How many characters both begin with, up to the end of a word. */
function alike(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let count = 0
  while (count < most && a.charCodeAt(count) === b.charCodeAt(count)) count++
  const isInWord = () =>
    !isSpace(a.charCodeAt(count - 1)) &&
    ((count < a.length && !isSpace(a.charCodeAt(count))) ||
      (count < b.length && !isSpace(b.charCodeAt(count))))
  while (count > 0 && isInWord()) count--
  return count
}

/** How many characters both end with, from the beginning of a word on, behind the first `start`. */
function alikeAtEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start
  const at = (text: string, fromEnd: number) => text.charCodeAt(text.length - 1 - fromEnd)
  let count = 0
  while (count < most && at(a, count) === at(b, count)) count++
  const isInWord = () =>
    !isSpace(at(a, count - 1)) &&
    ((count < a.length - start && !isSpace(at(a, count))) ||
      (count < b.length - start && !isSpace(at(b, count))))
  while (count > 0 && isInWord()) count--
  return count
}

/** The stretch of a line from `from` to `to`, cut where its author changes. */
export function cut(
  parts: readonly LinePart[],
  from: number,
  to: number,
  kind: 'added' | 'removed',
): RedlinePart[] {
  const found: RedlinePart[] = []
  let at = 0
  for (const { text, seq } of parts) {
    const piece = text.slice(Math.max(0, from - at), Math.max(0, to - at))
    if (piece !== '') found.push({ kind, text: piece, seq })
    at += text.length
    if (at >= to) break
  }
  return found
}
