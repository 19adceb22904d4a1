import type * as Y from 'yjs'
import { idsOfDeleteSet, idsOfUpdate } from './id-ranges.ts'

/** The two sides of a merge. `mine` is the side for whom the review is made. */
export type Side = 'mine' | 'theirs'

/** The other side. */
export const otherSide = (side: Side): Side => (side === 'mine' ? 'theirs' : 'mine')

/** In which of the three views of the text something lives. */
export interface Aliveness {
  readonly base: boolean
  readonly mine: boolean
  readonly theirs: boolean
}

/** Who inserted each Yjs id of a merge, and in which views it lives. */
export interface MergeSides {
  /** `base` also for what both sides bring, since then neither made it alone. */
  insertedBy(client: number, clock: number): 'base' | Side
  /** The views in which the id itself lives, without regard to its parents. */
  aliveness(client: number, clock: number): Aliveness
  /** Ids that one of the sides inserted or deleted; a range may come twice. */
  touched(): IterableIterator<readonly [client: number, from: number, to: number]>
}

/**
 * The sides of a merge. `base` is what both knew; `mine` and `theirs` are the raw updates that each side made since, joined
 * with `Y.mergeUpdates`. Raw, because a collected document no longer holds what was swallowed.
 */
export function mergeSides(base: Y.Snapshot, mine: Uint8Array, theirs: Uint8Array): MergeSides {
  const baseDeleted = idsOfDeleteSet(base.ds)
  const ids = { mine: idsOfUpdate(mine), theirs: idsOfUpdate(theirs) }
  const insertedBy = (client: number, clock: number) => {
    if (clock < (base.sv.get(client) ?? 0)) return 'base'
    const byMine = ids.mine.inserted.has(client, clock)
    return byMine === ids.theirs.inserted.has(client, clock) ? 'base' : byMine ? 'mine' : 'theirs'
  }
  return {
    insertedBy,
    aliveness(client, clock) {
      const by = insertedBy(client, clock)
      if (baseDeleted.has(client, clock)) return { base: false, mine: false, theirs: false }
      return {
        base: by === 'base',
        mine: by !== 'theirs' && !ids.mine.deleted.has(client, clock),
        theirs: by !== 'mine' && !ids.theirs.deleted.has(client, clock),
      }
    },
    *touched() {
      for (const { inserted, deleted } of [ids.mine, ids.theirs]) {
        yield* inserted
        yield* deleted
      }
    },
  }
}
