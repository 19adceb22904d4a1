import { describe, expect, it } from 'vitest'
import {
  cadenceInWords,
  dateInWords,
  decimalInGroups,
  durationInWords,
  hexInGroups,
  timeInWords,
  whenInWords,
} from '../../../server/export/print-words.ts'

describe('words for values', () => {
  it.each([
    ['2027-04-01', '1 April 2027'],
    ['2027-12-31', '31 December 2027'],
    ['2027-13-01', '2027-13-01'],
    ['next spring', 'next spring'],
    ['', ''],
  ])('writes the date %j as %j', (text, words) => expect(dateInWords(text)).toBe(words))

  it.each([
    ['2027-04-01T14:05:09.123Z', '1 April 2027, 14:05:09 UTC'],
    ['2027-04-01T14:05:09+02:00', '2027-04-01T14:05:09+02:00'],
  ])('writes the time %j as %j', (text, words) => expect(timeInWords(text)).toBe(words))

  it.each([
    ['P3M', '3 months'],
    ['P1Y6M', '1 year and 6 months'],
    ['P2W', '2 weeks'],
    ['PT36H', '36 hours'],
    ['P', 'P'],
    ['three months', 'three months'],
  ])('writes the duration %j as %j', (text, words) => expect(durationInWords(text)).toBe(words))

  it.each([
    ['P1M', 'every month'],
    ['P3M', 'every 3 months'],
    ['P1Y6M', 'every 1 year and 6 months'],
    ['now and then', 'now and then'],
  ])('writes the cadence %j as %j', (text, words) => expect(cadenceInWords(text)).toBe(words))

  it.each([
    ['2027-04-01', '1 April 2027'],
    ['P10D', '10 days'],
    ['on demand', 'on demand'],
  ])('writes %j, a date or a duration, as %j', (text, words) => expect(whenInWords(text)).toBe(words))

  it.each([
    ['999', '999'],
    ['1000', '1\u202f000'],
    ['1284000.50', '1\u202f284\u202f000.50'],
    ['-1234.5', '−1\u202f234.5'],
    ['0.123456', '0.123456'],
    ['1,5', '1,5'],
    ['1e6', '1e6'],
  ])('sets the decimal %j as %j', (text, words) => expect(decimalInGroups(text)).toBe(words))

  it('parts hex into groups and ends without a space', () => {
    expect(hexInGroups('0123456789', 4)).toBe('0123 4567 89')
    expect(hexInGroups('', 4)).toBe('')
  })
})
