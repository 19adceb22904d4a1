import type { HistoryEntry } from '../record-stamps.ts'

/** After a pause of so long the same person's next words are another change. */
export const HAND_PAUSE_MS = 5 * 60 * 1000

/**
 * For each entry (by its place) the number of the last one that the same person made without a pause in between: an entry is a
 * keystroke, and what one person wrote in one go is shown as one change. Others may have written meanwhile.
 */
export function hands(
  entries: readonly Pick<HistoryEntry, 'seq' | 'authorId' | 'at'>[],
  pauseMs: number = HAND_PAUSE_MS,
): readonly number[] {
  const next = new Map<string, { readonly at: number; readonly last: number }>()
  const last = new Array<number>(entries.length)
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index]
    if (!entry) continue
    const later = next.get(entry.authorId)
    const seq = later && later.at - entry.at <= pauseMs ? later.last : entry.seq
    last[index] = seq
    next.set(entry.authorId, { at: entry.at, last: seq })
  }
  return last
}
