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

/**
 * What changed from one line to another, word by word. `removedBy` says for a stretch of the line before who took it away:
 * its parts carry the entry that removed them.
 */
export function wordChanges(
  before: { readonly text: string; readonly parts: readonly LinePart[] },
  after: { readonly text: string; readonly parts: readonly LinePart[] },
): readonly RedlinePart[] {
  if (before.text === after.text) return [{ kind: 'same', text: after.text, seq: null }]
  const found = diffWordsWithSpace(before.text, after.text, { maxEditLength: MOST_EDITS })
  const shared = found?.reduce((sum, part) => (part.added || part.removed ? sum : sum + part.value.length), 0)
  if (!found || (shared ?? 0) < LEAST_SHARED * Math.min(before.text.length, after.text.length))
    return [
      ...cut(before.parts, 0, before.text.length, 'removed'),
      ...cut(after.parts, 0, after.text.length, 'added'),
    ]
  const parts: RedlinePart[] = []
  let old = 0
  let now = 0
  for (const { value, added, removed } of found) {
    if (added) parts.push(...cut(after.parts, now, now + value.length, 'added'))
    else if (removed) parts.push(...cut(before.parts, old, old + value.length, 'removed'))
    else parts.push({ kind: 'same', text: value, seq: null })
    if (!added) old += value.length
    if (!removed) now += value.length
  }
  return parts
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
