import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SeqRanges } from '../../../../shared/record/seq-ranges.ts'

const adds = fc.array(
  fc.record({
    client: fc.integer({ min: 1, max: 2 }),
    from: fc.nat(40),
    length: fc.integer({ min: 1, max: 12 }),
  }),
  { maxLength: 40 },
)

describe('which entry brought a tick', () => {
  it('is the first that did, however ranges overlap, and new ticks are counted once', () => {
    fc.assert(
      fc.property(adds, list => {
        const ranges = new SeqRanges()
        const model = new Map<string, number>()
        list.forEach(({ client, from, length }, index) => {
          let fresh = 0
          for (let clock = from; clock < from + length; clock++) {
            const key = `${client}:${clock}`
            if (model.has(key)) continue
            model.set(key, index + 1)
            fresh++
          }
          expect(ranges.add(client, from, from + length, index + 1)).toBe(fresh)
        })
        for (const client of [1, 2, 3]) {
          const seen: (number | null)[] = []
          let at = 0
          ranges.split(client, 0, 60, (from, to, seq) => {
            expect(from).toBe(at)
            expect(to).toBeGreaterThan(from)
            for (; at < to; at++) seen.push(seq)
          })
          for (let clock = 0; clock < 60; clock++) {
            const expected = model.get(`${client}:${clock}`) ?? null
            expect(ranges.at(client, clock)).toBe(expected)
            expect(seen[clock]).toBe(expected)
          }
        }
      }),
    )
  })
})
