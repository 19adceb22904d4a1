import { describe, expect, test } from 'vitest'
import {
  amountInWords,
  cadenceInWords,
  dateInWords,
  durationInWords,
  factInWords,
  figureInWords,
  whenInWords,
} from '../../../shared/terms/words.ts'

describe('values in words', () => {
  test.each([
    [dateInWords, '2027-04-01', '1 April 2027'],
    [dateInWords, '2027-13-01', '2027-13-01'],
    [dateInWords, 'spring', 'spring'],
    [durationInWords, 'P1Y', '1 year'],
    [durationInWords, 'P1Y6M', '1 year and 6 months'],
    [durationInWords, 'P1Y6M2D', '1 year, 6 months and 2 days'],
    [durationInWords, 'PT36H', '36 hours'],
    [durationInWords, 'P', 'P'],
    [durationInWords, 'PT', 'PT'],
    [durationInWords, 'three months', 'three months'],
    [cadenceInWords, 'P3M', 'every 3 months'],
    [cadenceInWords, 'P1Y', 'every year'],
    [cadenceInWords, 'each spring', 'each spring'],
    [whenInWords, 'P14D', 'within 14 days'],
    [whenInWords, 'on demand', 'on demand'],
    [whenInWords, '2027-04-01', '1 April 2027'],
    [amountInWords, '48000.5', '48,000.50'],
    [amountInWords, '-1234567', '-1,234,567'],
    [amountInWords, '999', '999'],
    [amountInWords, '0.123456', '0.123456'],
    [amountInWords, '1,5', '1,5'],
    [figureInWords, '1284000.5', '1,284,000.5'],
    [figureInWords, '1e6', '1e6'],
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
