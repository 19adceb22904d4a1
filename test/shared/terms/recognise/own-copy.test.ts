import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownCopy } from '../../../../shared/terms/recognise/text/own-copy.ts'

test('a copy is the same text, of any length and in any script', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 6000 }), text => {
      expect(ownCopy(text)).toBe(text)
    }),
  ))

test.each(['\ufeffat the beginning', '新浪 • Łódź', 'é'.repeat(2730), '€'.repeat(2730), '€'.repeat(2731)])(
  'keeps %s',
  text => expect(ownCopy(text)).toBe(text),
)

test('half a character takes up the place that it had', () => {
  expect(ownCopy('cut \ud83d')).toBe('cut \ufffd')
  expect(ownCopy('\ude00 cut')).toBe('\ufffd cut')
})
