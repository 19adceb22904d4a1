import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BODY_FRAGMENT } from '../../../shared/document/node-types.ts'
import { IdRanges } from '../../../shared/record/merge/id-ranges.ts'
import { holdsMerge, type MergeRanges } from '../../../shared/record/merge/merge-ranges.ts'
import { keepMerge, keptMerges } from '../../../shared/record/merge/merge-rooms.ts'
import { reviewMerge } from '../../../shared/record/merge/review-merge.ts'
import { randomMerge } from '../../support/random-merge.ts'
import { SeededRandom } from '../../support/seeded-random.ts'

/** A merge of a document's ids that nobody made: what an entry of somebody else's device may claim. */
function forged(doc: Y.Doc, random: SeededRandom): MergeRanges {
  const clients = [...doc.store.clients.keys()]
  const ranges = () =>
    IdRanges.from(
      Array.from({ length: 1 + random.int(12) }, () => {
        const client = random.pick(clients)
        const known = Y.getState(doc.store, client)
        const from = random.int(known)
        return [client, from, Math.min(known, from + 1 + random.int(60))] as const
      }),
    )
  const clocks = clients.map(client => [client, random.int(Y.getState(doc.store, client) + 1)] as const)
  return {
    base: Y.createSnapshot(Y.createDeleteSet(), new Map(clocks)),
    mine: { inserted: ranges(), deleted: ranges() },
    theirs: { inserted: ranges(), deleted: ranges() },
  }
}

describe('a merge that nobody made', () => {
  it('is reviewed like any other, so that an entry which somebody forged stops neither the others nor a seal', () => {
    let found = 0
    for (let seed = 1; seed <= 40; seed++) {
      const { doc } = randomMerge(seed, 'parley')
      const discussion = new Y.Doc()
      keepMerge(discussion, forged(doc, new SeededRandom(seed)), 'somebody', seed)
      for (const { ranges } of keptMerges(discussion)) {
        expect(holdsMerge(doc, ranges), `seed ${seed}`).toBe(true)
        found += reviewMerge({ ranges, doc, fragment: BODY_FRAGMENT }).findings.length
      }
    }
    expect(found).toBeGreaterThan(40)
  })
})
