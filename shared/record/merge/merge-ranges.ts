import * as Y from 'yjs'
import { IdRanges, idsOfDeleteSet, idsOfUpdate } from './id-ranges.ts'

/** What one side of a merge did: the ids that it inserted and those that it deleted. */
export interface Work {
  readonly inserted: IdRanges
  readonly deleted: IdRanges
}

/**
 * A merge, told by ids alone. Whoever holds the document with what was deleted can review it from this, at any time after:
 * what was written later is in none of the three.
 */
export interface MergeRanges {
  /** What both sides knew. */
  readonly base: Y.Snapshot
  /** The side that came back. */
  readonly mine: Work
  readonly theirs: Work
}

/** A merge in bytes, as it is kept beside the text. */
export interface PackedMerge {
  readonly base: Uint8Array
  readonly mine: readonly [inserted: Uint8Array, deleted: Uint8Array]
  readonly theirs: readonly [inserted: Uint8Array, deleted: Uint8Array]
}

const workOf = (updates: readonly Uint8Array[]): Work => {
  const parts = updates.map(idsOfUpdate)
  return {
    inserted: IdRanges.union(parts.map(part => part.inserted)),
    deleted: IdRanges.union(parts.map(part => part.deleted)),
  }
}

/** What a device knows when its waiting changes meet what others wrote meanwhile. */
export interface Meeting {
  /** The state of this device's document, with all of `mine` and `others` and nothing of `answer`. */
  readonly at: Y.Snapshot
  /** What waited. */
  readonly mine: readonly Uint8Array[]
  /** What came from others since the first of it was written. */
  readonly others: readonly Uint8Array[]
  /** What the server sends on top. It may say again what was known. */
  readonly answer: Uint8Array
}

/** The merge at a meeting, or null when one of the sides wrote nothing or they had nothing in common before. */
export function mergeRangesOf(meeting: Meeting): MergeRanges | null {
  const { at } = meeting
  const mine = workOf(meeting.mine)
  const others = workOf(meeting.others)
  const answer = idsOfUpdate(meeting.answer)
  const held = IdRanges.from([...at.sv].map(([client, clock]) => [client, 0, clock]))
  // An answer of the server repeats every deletion that there ever was.
  const deletedBefore = idsOfDeleteSet(at.ds).minus(mine.deleted).minus(others.deleted)
  const theirs = {
    inserted: IdRanges.union([others.inserted, answer.inserted.minus(held)]).minus(mine.inserted),
    deleted: IdRanges.union([others.deleted, answer.deleted.minus(deletedBefore)]),
  }
  const sv = startsOf(at, [mine.inserted, theirs.inserted])
  const isNothing = ({ inserted, deleted }: Work) => inserted.isEmpty && deleted.isEmpty
  // A device that had no text yet: there was nothing to write in apart from the others.
  const isFirst = [...sv.values()].every(clock => clock === 0)
  if (isNothing(mine) || isNothing(theirs) || isFirst) return null
  return { base: Y.createSnapshot(deleteSetOf(deletedBefore), sv), mine, theirs }
}

/** The clocks of a state without what was inserted since. */
function startsOf(at: Y.Snapshot, since: readonly IdRanges[]): Map<number, number> {
  const starts = new Map(at.sv)
  for (const [client, from] of since.flatMap(ids => [...ids])) {
    const known = starts.get(client)
    if (known !== undefined) starts.set(client, Math.min(known, from))
  }
  return starts
}

/** The same for the same waiting changes, in whichever tab and however often they are sent: the first id of `mine`. */
export function mergeKey({ mine }: MergeRanges): string {
  const first = (ids: IdRanges) => [...ids].sort((a, b) => a[0] - b[0] || a[1] - b[1])[0]
  const inserted = first(mine.inserted)
  const deleted = first(mine.deleted)
  return inserted ? `i${inserted[0]}-${inserted[1]}` : `d${deleted?.[0] ?? 0}-${deleted?.[1] ?? 0}`
}

function deleteSetOf(ids: IdRanges): Y.Snapshot['ds'] {
  const set = Y.createDeleteSet()
  for (const [client, from, to] of ids) {
    const items = set.clients.get(client) ?? []
    items.push({ clock: from, len: to - from })
    set.clients.set(client, items)
  }
  return set
}

const packIds = (ids: IdRanges) => Y.encodeSnapshotV2(Y.createSnapshot(deleteSetOf(ids), new Map()))
const unpackIds = (bytes: Uint8Array) => idsOfDeleteSet(Y.decodeSnapshotV2(bytes).ds)

export const packMerge = ({ base, mine, theirs }: MergeRanges): PackedMerge => ({
  base: Y.encodeSnapshotV2(base),
  mine: [packIds(mine.inserted), packIds(mine.deleted)],
  theirs: [packIds(theirs.inserted), packIds(theirs.deleted)],
})

/** Null for anything else: it comes from other people's devices. */
export function unpackMerge(packed: unknown): MergeRanges | null {
  if (!isPacked(packed)) return null
  const work = ([inserted, deleted]: PackedMerge['mine']) => ({
    inserted: unpackIds(inserted),
    deleted: unpackIds(deleted),
  })
  try {
    return { base: Y.decodeSnapshotV2(packed.base), mine: work(packed.mine), theirs: work(packed.theirs) }
  } catch {
    return null
  }
}

const isBytes = (value: unknown) => value instanceof Uint8Array
const isPair = (value: unknown) => Array.isArray(value) && value.length === 2 && value.every(isBytes)
const isPacked = (value: unknown): value is PackedMerge =>
  typeof value === 'object' &&
  value !== null &&
  'base' in value &&
  isBytes(value.base) &&
  'mine' in value &&
  isPair(value.mine) &&
  'theirs' in value &&
  isPair(value.theirs)

/** Whether a document holds all that the merge brought together; until then it cannot be reviewed here. */
export function holdsMerge(doc: Y.Doc, { base, mine, theirs }: MergeRanges): boolean {
  const has = (client: number, to: number) => Y.getState(doc.store, client) >= to
  return (
    [...base.sv].every(([client, clock]) => has(client, clock)) &&
    [mine, theirs].every(work =>
      [...work.inserted, ...work.deleted].every(([client, , to]) => has(client, to)),
    )
  )
}
