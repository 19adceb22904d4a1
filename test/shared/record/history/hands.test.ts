import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HAND_PAUSE_MS, hands } from '../../../../shared/record/history/hands.ts'

const MINUTE = 60_000

/** Entries from pairs of author and minute. */
const record = (...made: readonly (readonly [authorId: string, minute: number])[]) =>
  made.map(([authorId, minute], index) => ({ seq: index + 1, authorId, at: minute * MINUTE }))

describe('what one person wrote in one go', () => {
  it.each([
    ['nothing', record(), []],
    ['one key after the other', record(['ada', 0], ['ada', 1], ['ada', 2]), [3, 3, 3]],
    [
      'each in turn, in spite of the other',
      record(['ada', 0], ['ben', 0], ['ada', 1], ['ben', 1]),
      [3, 4, 3, 4],
    ],
    ['a pause of just so long is none', record(['ada', 0], ['ada', 5]), [2, 2]],
    ['a longer pause', record(['ada', 0], ['ada', 5.01], ['ada', 6]), [1, 3, 3]],
    [
      'a long time without a long pause',
      record(['ada', 0], ['ada', 4], ['ada', 8], ['ada', 12]),
      [4, 4, 4, 4],
    ],
    ['a clock that was set back', record(['ada', 60], ['ada', 0]), [2, 2]],
  ])('%s', (_what, entries, expected) => {
    expect(hands(entries)).toEqual(expected)
  })

  const anyRecord = fc
    .array(fc.tuple(fc.constantFrom('ada', 'ben', 'cleo'), fc.integer({ min: 0, max: 12 })), {
      maxLength: 40,
    })
    .map(steps => {
      let minute = 0
      return record(
        ...steps.map(([authorId, wait]) => {
          minute += wait
          return [authorId, minute] as const
        }),
      )
    })

  it('is never another person’s, never earlier, and ends where a pause or the record does', () => {
    fc.assert(
      fc.property(anyRecord, entries => {
        const found = hands(entries)
        entries.forEach((entry, index) => {
          const last = entries[(found[index] ?? 0) - 1]
          expect(last?.authorId).toBe(entry.authorId)
          expect(found[index]).toBeGreaterThanOrEqual(entry.seq)
          const own = entries.filter(each => each.authorId === entry.authorId && each.seq >= entry.seq)
          const after = own.find(each => each.seq > (found[index] ?? 0))
          if (after && last) expect(after.at - last.at).toBeGreaterThan(HAND_PAUSE_MS)
          const within = own.filter(each => each.seq <= (found[index] ?? 0))
          within.forEach((each, place) => {
            const before = within[place - 1]
            if (before) expect(each.at - before.at).toBeLessThanOrEqual(HAND_PAUSE_MS)
          })
        })
      }),
    )
  })

  it('stays as it was for finished work when the record grows', () => {
    fc.assert(
      fc.property(anyRecord, fc.nat(), (entries, cut) => {
        const early = entries.slice(0, entries.length === 0 ? 0 : cut % entries.length)
        const [before, after] = [hands(early), hands(entries)]
        const end = early.at(-1)?.at ?? 0
        early.forEach((_, index) => {
          const last = entries[(before[index] ?? 0) - 1]
          if (last && end - last.at > HAND_PAUSE_MS) expect(after[index]).toBe(before[index])
        })
      }),
    )
  })
})
