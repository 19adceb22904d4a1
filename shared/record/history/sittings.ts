import type { EntrySize, HistoryEntry } from '../record-stamps.ts'

/** One person at work without a long pause. Others may have written meanwhile: their sittings overlap it. */
export interface Sitting {
  readonly authorId: string
  readonly fromSeq: number
  readonly toSeq: number
  /** Epoch ms, the server's clock: when the first and the last of the changes arrived. */
  readonly startedAt: number
  readonly endedAt: number
  /** Number of entries, and how much they wrote and removed. */
  readonly updates: number
  readonly written: number
  readonly removed: number
}

/** A pause after which somebody's work counts as a new sitting. */
export const SITTING_PAUSE_MS = 30 * 60 * 1000

/** The record as sittings, newest first by their end. `sizes` has one entry for each of `entries`. */
export function sittings(
  entries: readonly HistoryEntry[],
  sizes: readonly EntrySize[],
  pauseMs: number = SITTING_PAUSE_MS,
): readonly Sitting[] {
  const open = new Map<string, Sitting>()
  const found: Sitting[] = []
  entries.forEach(({ seq, authorId, at }, index) => {
    const { written, removed } = sizes[index] ?? { written: 0, removed: 0 }
    const current = open.get(authorId)
    const goesOn = current !== undefined && at - current.endedAt <= pauseMs
    if (current && !goesOn) found.push(current)
    open.set(authorId, {
      authorId,
      fromSeq: goesOn ? current.fromSeq : seq,
      toSeq: seq,
      startedAt: goesOn ? current.startedAt : at,
      endedAt: at,
      updates: (goesOn ? current.updates : 0) + 1,
      written: (goesOn ? current.written : 0) + written,
      removed: (goesOn ? current.removed : 0) + removed,
    })
  })
  return [...found, ...open.values()].sort((a, b) => b.toSeq - a.toSeq)
}
