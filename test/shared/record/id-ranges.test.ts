import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IdRanges } from '../../../shared/record/merge/id-ranges.ts'

const CLIENTS = [1, 2]
const MOST = 30

const ranges = fc.array(
  fc
    .tuple(fc.constantFrom(...CLIENTS), fc.nat(MOST - 1), fc.integer({ min: 1, max: 6 }))
    .map(([client, from, length]) => [client, from, Math.min(MOST, from + length)] as const),
  { maxLength: 8 },
)
type Given = readonly (readonly [client: number, from: number, to: number])[]

const every = CLIENTS.flatMap(client => Array.from({ length: MOST }, (_, clock) => [client, clock] as const))
/** The same set, id by id. */
const plain = (given: Given) =>
  every.filter(([client, clock]) =>
    given.some(([own, from, to]) => own === client && from <= clock && clock < to),
  )
const idsOf = (set: IdRanges) => every.filter(([client, clock]) => set.has(client, clock))

describe('a set of ids kept as ranges', () => {
  it('holds what went in, and unites and takes away like any set', () => {
    fc.assert(
      fc.property(ranges, ranges, (some, others) => {
        const [a, b] = [IdRanges.from(some), IdRanges.from(others)]
        expect(idsOf(a)).toEqual(plain(some))
        expect(idsOf(IdRanges.union([a, b]))).toEqual(plain([...some, ...others]))
        const left = plain(some).filter(id => !plain(others).includes(id))
        expect(idsOf(a.minus(b))).toEqual(left)
        expect(a.minus(b).isEmpty).toBe(left.length === 0)
        expect(b.holds(a)).toBe(left.length === 0)
      }),
    )
  })

  it('gives each range once, in order and apart from the next', () => {
    fc.assert(
      fc.property(ranges, some => {
        const each = [...IdRanges.from(some)]
        for (const [index, [client, from, to]] of each.entries()) {
          expect(from).toBeLessThan(to)
          const next = each[index + 1]
          if (next?.[0] === client) expect(next[1]).toBeGreaterThan(to)
        }
      }),
    )
  })

  it('tells where a range begins or ends within a stretch', () => {
    fc.assert(
      fc.property(ranges, fc.nat(MOST), fc.nat(MOST), (some, from, length) => {
        const set = IdRanges.from(some)
        const changes = Array.from(
          { length: Math.max(0, length - 1) },
          (_, index) => from + 1 + index,
        ).filter(clock => set.has(1, clock - 1) !== set.has(1, clock))
        expect([...set.cuts(1, from, from + length)]).toEqual(changes)
      }),
    )
  })
})
