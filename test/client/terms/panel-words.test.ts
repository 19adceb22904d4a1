import { describe, expect, test } from 'vitest'
import { factAdvice } from '../../../client/terms/fact-advice.ts'
import { shareSum } from '../../../client/terms/share-sum.ts'
import { withKeys } from '../../../client/terms/with-keys.ts'
import { TERM_KINDS } from '../../../shared/document/node-types.ts'
import type { ShareTableTerm } from '../../../shared/terms/terms.ts'
import {
  amountInWords,
  cadenceInWords,
  dateInWords,
  durationInWords,
  factInWords,
  whenInWords,
} from '../../../shared/terms/words.ts'

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

describe('values in words', () => {
  test.each([
    [dateInWords, '2027-04-01', '1 April 2027'],
    [dateInWords, '2027-13-01', '2027-13-01'],
    [dateInWords, 'spring', 'spring'],
    [durationInWords, 'P1Y', '1 year'],
    [durationInWords, 'P1Y6M', '1 year and 6 months'],
    [durationInWords, 'P1Y6M2D', '1 year, 6 months and 2 days'],
    [durationInWords, 'P', 'P'],
    [cadenceInWords, 'P3M', 'every 3 months'],
    [cadenceInWords, 'P1Y', 'every year'],
    [cadenceInWords, 'each spring', 'each spring'],
    [whenInWords, 'P14D', '14 days'],
    [whenInWords, '2027-04-01', '1 April 2027'],
    [amountInWords, '48000.5', '48,000.50'],
    [amountInWords, '-1234567', '-1,234,567'],
    [amountInWords, '999', '999'],
    [amountInWords, 'much', 'much'],
  ])('%o of %s is %s', (words, value, expected) => {
    expect(words(value)).toBe(expected)
  })

  test('give null for a fact that could not be read', () => {
    expect(factInWords({ kind: 'unreadable' })).toBeNull()
    expect(factInWords({ kind: 'money', amount: '48000', currency: 'EUR' })).toBe('EUR 48,000')
    expect(factInWords({ kind: 'percent', percent: '12.5' })).toBe('12.5%')
  })
})
