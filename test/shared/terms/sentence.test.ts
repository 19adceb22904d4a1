import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentenceAround } from '../../../shared/terms/sentence.ts'

const around = (text: string, part: string) =>
  sentenceAround(text, text.indexOf(part), text.indexOf(part) + part.length)

test.each([
  ['One. Two and three. Four.', 'three', 'Two and three.'],
  ['Only this', 'this', 'Only this'],
  ['First line\nsecond line', 'second', 'second line'],
  [
    'See No. 4 of Art. 5 by 1. April 2027. Then stop.',
    '1. April 2027',
    'See No. 4 of Art. 5 by 1. April 2027.',
  ],
  ['Is it so? Yes: EUR 5.50 it is; no more.', '5.50', 'Yes: EUR 5.50 it is;'],
])('finds in %j around %j: %j', (text, part, sentence) => {
  expect(around(text, part)).toBe(sentence)
})

test('keeps the asked stretch when a sentence is too long', () => {
  const long = `${'word '.repeat(300)}HERE ${'word '.repeat(300)}`
  const sentence = around(long, 'HERE')
  expect(sentence).toContain('HERE')
  expect(sentence.length).toBeLessThanOrEqual(402)
  expect(sentence).toMatch(/^….*…$/)
})

test('is a part of the text, whatever the offsets', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(40), fc.nat(40), (text, a, b) => {
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
      expect(text.replace(/\s+/g, ' ')).toContain(sentenceAround(text, start, end).replace(/…/g, ''))
    }),
  )
})
