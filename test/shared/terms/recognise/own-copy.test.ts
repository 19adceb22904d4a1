import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownCopy } from '../../../../shared/terms/recognise/text/own-copy.ts'

test('a copy is the same text, of any length and in any script', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 6000 }), text => {
      expect(ownCopy(text)).toBe(text)
    }),
  ))

test.each([
  '',
  '\ufeffat the beginning',
  '新浪 • Łódź',
  'half a character \ud83d',
  '\ude00 and the other half',
  'é'.repeat(4096),
  '€'.repeat(4097),
])('keeps %s', text => expect(ownCopy(text)).toBe(text))
