import type { LinePart, TextLine } from './text-line.ts'
import { wordDifferences } from './word-differences.ts'

/** A stretch of a compared line. `seq` is the entry of the record that wrote it, or removed it; null where that is not known. */
export interface RedlinePart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
  readonly seq: number | null
}

/** Below this share of words that stayed, a line reads better as gone and new than as a patchwork. */
const LEAST_SHARED = 0.2

type CutText = Pick<TextLine, 'text' | 'parts'>

/**
 * What changed from one line to another, word by word. Parts that were removed carry the entry that `before` is stamped with, parts
 * that were added that of `after`.
 */
export function wordChanges(before: CutText, after: CutText): readonly RedlinePart[] {
  const parts: RedlinePart[] = []
  const same = (from: number, to: number) => {
    if (from < to) parts.push({ kind: 'same', text: before.text.slice(from, to), seq: null })
  }
  const found = wordDifferences(before.text, after.text)
  const removed = found.reduce((sum, { oldFrom, oldTo }) => sum + oldTo - oldFrom, 0)
  const shared = before.text.length - removed
  if (shared < LEAST_SHARED * Math.min(before.text.length, after.text.length)) {
    cut(parts, before.parts, 0, before.text.length, 'removed')
    cut(parts, after.parts, 0, after.text.length, 'added')
    return parts
  }
  let at = 0
  for (const { oldFrom, oldTo, newFrom, newTo } of found) {
    same(at, oldFrom)
    cut(parts, before.parts, oldFrom, oldTo, 'removed')
    cut(parts, after.parts, newFrom, newTo, 'added')
    at = oldTo
  }
  same(at, before.text.length)
  return parts
}

/** Adds the stretch of a line from `from` to `to`, cut where its author changes. */
export function cut(
  found: RedlinePart[],
  parts: readonly LinePart[],
  from: number,
  to: number,
  kind: 'added' | 'removed',
): void {
  let at = 0
  for (const { text, seq } of parts) {
    if (at >= to) break
    const piece = at + text.length > from ? text.slice(Math.max(0, from - at), to - at) : ''
    if (piece !== '') found.push({ kind, text: piece, seq })
    at += text.length
  }
}
