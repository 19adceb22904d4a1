import { describe, expect, it } from 'vitest'
import { EDIT_KINDS, type EditKind } from '../support/object-edits.ts'
import { assertAlike, runObjects } from '../support/object-run.ts'

const ROUNDS = 60
/** Seeds of runs that once failed; each stays. */
const KEPT: readonly number[] = []

describe('peers who edit every kind of object behind slow links that reorder', () => {
  const seeds = [...KEPT, ...Array.from({ length: ROUNDS }, (_, index) => 1 + index)]

  it('end with equal texts that the schema calls valid, and equal terms, readiness and fairness', () => {
    const total = new Map<EditKind, number>()
    for (const seed of seeds) {
      const run = runObjects(seed)
      for (const [kind, count] of run.did) total.set(kind, (total.get(kind) ?? 0) + count)
      expect(() => assertAlike(run), `seed ${seed}`).not.toThrow()
    }
    // A run that did nothing would prove nothing.
    for (const kind of EDIT_KINDS) expect(total.get(kind) ?? 0, kind).toBeGreaterThan(seeds.length / 4)
  })
})
