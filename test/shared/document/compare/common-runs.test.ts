import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonRuns } from '../../../../shared/document/compare/common-runs.ts'

const runs = (before: string, after: string, most = 100) =>
  commonRuns(before.length, after.length, (old, now) => before[old] === after[now], most)

/** Length of a longest common subsequence, from the definition. */
function longest(before: string, after: string): number {
  let row = new Array<number>(after.length + 1).fill(0)
  for (const old of before) {
    const next = [0]
    for (const [index, now] of [...after].entries())
      next.push(old === now ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

describe('what two lists share', () => {
  it.each([
    ['', '', []],
    ['abc', '', []],
    ['', 'abc', []],
    ['abc', 'abc', [{ before: 0, after: 0, length: 3 }]],
    [
      'abcd',
      'abxcd',
      [
        { before: 0, after: 0, length: 2 },
        { before: 2, after: 3, length: 2 },
      ],
    ],
    ['xabc', 'abc', [{ before: 1, after: 0, length: 3 }]],
  ])('of “%s” and “%s”', (before, after, expected) => {
    expect(runs(before, after)).toEqual(expected)
  })

  it('is not looked for beyond so many edits', () => {
    expect(runs('abcd', 'xbcd', 2)).not.toBeNull()
    expect(runs('abcd', 'xbcd', 1)).toBeNull()
  })

  it('is as much as can be, in order, and the same in both', () => {
    const list = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 60 })
    fc.assert(
      fc.property(list, list, (before, after) => {
        const found = runs(before, after, 120) ?? []
        let [old, now, count] = [0, 0, 0]
        for (const run of found) {
          expect(run.before).toBeGreaterThanOrEqual(old)
          expect(run.after).toBeGreaterThanOrEqual(now)
          expect(before.slice(run.before, run.before + run.length)).toBe(
            after.slice(run.after, run.after + run.length),
          )
          old = run.before + run.length
          now = run.after + run.length
          count += run.length
        }
        expect(count).toBe(longest(before, after))
      }),
    )
  })
})
