import type * as Y from 'yjs'
import { type MergeRanges, mergeKey, type PackedMerge, packMerge, unpackMerge } from './merge-ranges.ts'

/** Names of the maps in the `discussion` room. */
export const MERGES_MAP = 'merges'
export const MERGE_REVIEWS_MAP = 'mergeReviews'

/** A merge that everybody reviews, with whose offline changes caused it and when (epoch ms, that device's clock). */
export interface KeptMerge {
  readonly key: string
  readonly by: string
  readonly at: number
  readonly ranges: MergeRanges
}

/** Enters a merge, once: the same waiting changes that are sent again say it again with all that others wrote by then. */
export function keepMerge(discussion: Y.Doc, ranges: MergeRanges, by: string, at: number): void {
  discussion.getMap<PackedMerge & { by: string; at: number }>(MERGES_MAP).set(mergeKey(ranges), {
    ...packMerge(ranges),
    by,
    at,
  })
}

/** The merges that were entered, oldest first; entries that are none are passed over. */
export function keptMerges(discussion: Y.Doc): readonly KeptMerge[] {
  return [...discussion.getMap<unknown>(MERGES_MAP).entries()]
    .flatMap(([key, value]) => {
      const ranges = unpackMerge(value)
      const { by, at } = value as { by?: unknown; at?: unknown }
      if (!ranges || typeof by !== 'string' || typeof at !== 'number') return []
      return [{ key, by, at, ranges }]
    })
    .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
}

/** How a finding was settled, by whom and when (ISO). */
export interface Settlement {
  readonly how: SettlementKind
  readonly by: { readonly id: string; readonly name: string }
  readonly at: string
}

export const SETTLEMENTS = ['accepted', 'restored', 'picked', 'removed', 'acknowledged'] as const
export type SettlementKind = (typeof SETTLEMENTS)[number]

export function settle(discussion: Y.Doc, findingId: string, settlement: Settlement): void {
  discussion.getMap<Settlement>(MERGE_REVIEWS_MAP).set(findingId, settlement)
}

/** Opens a finding again. */
export function unsettle(discussion: Y.Doc, findingId: string): void {
  discussion.getMap(MERGE_REVIEWS_MAP).delete(findingId)
}

/** What was settled, by the finding's id. */
export function settlements(discussion: Y.Doc): ReadonlyMap<string, Settlement> {
  const found = new Map<string, Settlement>()
  for (const [id, value] of discussion.getMap<unknown>(MERGE_REVIEWS_MAP).entries()) {
    if (isSettlement(value)) found.set(id, value)
  }
  return found
}

function isSettlement(value: unknown): value is Settlement {
  if (typeof value !== 'object' || value === null) return false
  const { how, by, at } = value as { how?: unknown; by?: unknown; at?: unknown }
  const person = by as { id?: unknown; name?: unknown } | null
  return (
    (SETTLEMENTS as readonly unknown[]).includes(how) &&
    typeof at === 'string' &&
    typeof person?.id === 'string' &&
    typeof person.name === 'string'
  )
}
