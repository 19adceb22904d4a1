import { type IdRanges, idsOfDeleteSet } from './id-ranges.ts'
import type { MergeRanges } from './merge-ranges.ts'

/** The two sides of a merge. `mine` is the side that came back. */
export type Side = 'mine' | 'theirs'

/** The other side. */
export const otherSide = (side: Side): Side => (side === 'mine' ? 'theirs' : 'mine')

/** Where something lives: in the common state, in each side's view, and in the text as the merge left it. */
export interface Life {
  readonly base: boolean
  readonly mine: boolean
  readonly theirs: boolean
  readonly merged: boolean
}

export const VIEWS = ['base', 'mine', 'theirs', 'merged'] as const
export type View = (typeof VIEWS)[number]

/** A stretch of ids with one origin and one fate, without regard to the parents. `later`: written after the merge. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly by: 'base' | 'later' | Side
  readonly life: Life
}

/** Who inserted each Yjs id of a merge, and in which views it lives. */
export interface MergeSides {
  /** `base` also for what both sides bring, since then neither made it alone. */
  insertedBy(client: number, clock: number): Piece['by']
  /** The views in which the id itself lives, without regard to its parents. */
  aliveness(client: number, clock: number): Life
  /** The ids from `clock` on, `length` of them, as stretches. */
  pieces(client: number, clock: number, length: number): readonly Piece[]
  /** Ids that one of the sides inserted or deleted; a range may come twice. */
  touched(): IterableIterator<readonly [client: number, from: number, to: number]>
}

const NOWHERE: Life = { base: false, mine: false, theirs: false, merged: false }

/** The sides of a merge. What was written later lives nowhere in it, so that a review is the same whenever it is made. */
export function mergeSides({ base, mine, theirs }: MergeRanges): MergeSides {
  const baseDeleted = idsOfDeleteSet(base.ds)
  const sets: readonly IdRanges[] = [
    baseDeleted,
    mine.inserted,
    mine.deleted,
    theirs.inserted,
    theirs.deleted,
  ]
  const insertedBy = (client: number, clock: number): Piece['by'] => {
    if (clock < (base.sv.get(client) ?? 0)) return 'base'
    const byMine = mine.inserted.has(client, clock)
    const byTheirs = theirs.inserted.has(client, clock)
    if (byMine && byTheirs) return 'base'
    return byMine ? 'mine' : byTheirs ? 'theirs' : 'later'
  }
  const lifeOf = (by: Piece['by'], client: number, clock: number): Life => {
    if (by === 'later' || baseDeleted.has(client, clock)) return NOWHERE
    const inMine = !mine.deleted.has(client, clock)
    const inTheirs = !theirs.deleted.has(client, clock)
    return {
      base: by === 'base',
      mine: by !== 'theirs' && inMine,
      theirs: by !== 'mine' && inTheirs,
      merged: inMine && inTheirs,
    }
  }
  return {
    insertedBy,
    aliveness: (client, clock) => lifeOf(insertedBy(client, clock), client, clock),
    pieces(client, clock, length) {
      const end = clock + length
      const piece = (from: number, to: number): Piece => {
        const by = insertedBy(client, from)
        return { from, to, by, life: lifeOf(by, client, from) }
      }
      const known = base.sv.get(client) ?? 0
      const cuts = known > clock && known < end ? [known] : []
      for (const set of sets) cuts.push(...set.cuts(client, clock, end))
      if (cuts.length === 0) return [piece(clock, end)]
      const starts = [...new Set([clock, ...cuts])].sort((a, b) => a - b)
      return starts.map((from, index) => piece(from, starts[index + 1] ?? end))
    },
    *touched() {
      for (const { inserted, deleted } of [mine, theirs]) {
        yield* inserted
        yield* deleted
      }
    },
  }
}
