import { describe, expect, it } from 'vitest'
import { hexInGroups, timeInWords } from '../../../server/export/print-words.ts'

describe('words for values', () => {
  it.each([
    ['2027-04-01T14:05:09.123Z', '1 April 2027, 14:05:09 UTC'],
    ['2027-04-01T14:05:09+02:00', '2027-04-01T14:05:09+02:00'],
  ])('writes the time %j as %j', (text, words) => expect(timeInWords(text)).toBe(words))

  it('parts hex into groups and ends without a space', () => {
    expect(hexInGroups('0123456789', 4)).toBe('0123 4567 89')
    expect(hexInGroups('', 4)).toBe('')
  })
})
