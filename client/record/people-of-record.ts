import type { RecordOverview } from './record-requests.ts'

/** Who sent an entry of the record, and when. */
export interface EntryAuthor {
  readonly id: string
  readonly name: string
  /** Epoch ms. */
  readonly at: number
}

/** The author of an entry; null for one that the record does not hold. An account that was closed has no name any more. */
export function authorOf(overview: RecordOverview, seq: number | null): EntryAuthor | null {
  const id = seq === null ? undefined : overview.authors[seq - 1]
  if (seq === null || id === undefined) return null
  return { id, name: nameOf(overview, id), at: overview.times[seq - 1] ?? 0 }
}

export const nameOf = (overview: RecordOverview, authorId: string): string =>
  overview.names.get(authorId) || 'Closed account'
