import { describe, expect, test } from 'vitest'
import { factAdvice } from '../../../client/terms/fact-advice.ts'
import { shareSum } from '../../../client/terms/share-sum.ts'
import { withKeys } from '../../../client/terms/with-keys.ts'
import { TERM_KINDS } from '../../../shared/document/node-types.ts'
import type { ShareTableTerm } from '../../../shared/terms/terms.ts'

const table = (percentSum: string | null): ShareTableTerm => ({
  id: 's',
  blockId: 's',
  clauseId: null,
  basis: 'cost',
  rule: 'usage',
  currency: null,
  total: null,
  rows: [],
  percentSum,
})

describe('the sum of a share table', () => {
  test.each([
    ['100', true, 'Together 100%'],
    ['97.5', false, 'Together 97.5%: 2.5% is given to nobody'],
    ['105', false, 'Together 105%: 5% too much'],
  ])('of %s is complete: %s', (sum, complete, words) => {
    expect(shareSum(table(sum))).toEqual({ complete, words })
  })

  test('is not spoken of where no percentage is stated', () => {
    expect(shareSum(table(null))).toBeNull()
  })
})

describe('advice on what cannot be read', () => {
  test('says what to write, for every kind', () => {
    for (const kind of TERM_KINDS) expect(factAdvice(kind, 'soon')).toMatch(/^(Write|Mark) .*\.$/)
  })

  test('asks to fill in a gap that was left', () => {
    expect(factAdvice('effective-date', 'the [date]')).toBe('Fill in what was agreed.')
  })
})

test('entries that share an id get keys of their own', () => {
  expect(withKeys([{ id: 'a' }, { id: 'b' }, { id: 'a' }]).map(({ key, number }) => [key, number])).toEqual([
    ['a', 1],
    ['b', 2],
    ['a#2', 3],
  ])
})
