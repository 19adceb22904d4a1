import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordDifferences } from '../../../../shared/document/compare/word-differences.ts'

/** The later text, with what gave way in brackets: `[gone|come]`. */
function shown(before: string, after: string): string {
  let at = 0
  let text = ''
  for (const { oldFrom, oldTo, newFrom, newTo } of wordDifferences(before, after)) {
    text += `${before.slice(at, oldFrom)}[${before.slice(oldFrom, oldTo)}|${after.slice(newFrom, newTo)}]`
    at = oldTo
  }
  return text + before.slice(at)
}

describe('differences by word', () => {
  it.each([
    // Figures, amounts, dates and times are whole, and so are words with an apostrophe.
    [
      'a fee of EUR 1,000.50 a year',
      'a fee of EUR 1,500.50 a year',
      'a fee of EUR [1,000.50|1,500.50] a year',
    ],
    ['until 31.12.2026, at noon', 'until 31.12.2027, at noon', 'until [31.12.2026|31.12.2027], at noon'],
    ['by 9:30', 'by 9:45', 'by [9:30|9:45]'],
    ['the party’s share', 'the parties’ share', 'the [party’s|parties’] share'],
    ['ends in 2026.', 'ends in 2026, or', 'ends in 2026[.|, or]'],
    // Words that were replaced in a row are one change.
    ['paid by the red cars only', 'paid by a blue van only', 'paid by [the red cars|a blue van] only'],
    ['pays ten each year', 'pays twenty every year', 'pays [ten each|twenty every] year'],
    [
      'at no more than 4 °C, with a log, by seven',
      'at (Ada, Tuesday) by seven',
      'at [no more than 4 °C, with a log,|(Ada, Tuesday)] by seven',
    ],
    ['付款，甲方，交货', '付款，乙方，取货', '付款，[甲|乙]方，[交|取]货'],
    // What was only removed, or only added, does not swallow the space beside it.
    ['one two three four', 'one three', 'one [two |]three[ four|]'],
    ['one three', 'one two three four', 'one [|two ]three[| four]'],
    ['a  b', 'a b', 'a [ |]b'],
    // No space tells words apart in some scripts.
    ['甲方付款', '乙方付款', '[甲|乙]方付款'],
    ['Зимой платит', 'Летом платит', '[Зимой|Летом] платит'],
    ['same', 'same', 'same'],
    ['', '', ''],
  ])('of “%s” and “%s”', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected)
  })

  it('make both texts and never cut through a pair of code units', () => {
    const word = fc.constantFrom(
      'the',
      'fee',
      '1,000',
      '1',
      ',',
      '👍',
      '👎',
      '  ',
      ' ',
      'party’s',
      '\n',
      'é',
      '',
    )
    const text = fc.array(word, { maxLength: 40 }).map(words => words.join(' '))
    fc.assert(
      fc.property(text, text, (before, after) => {
        let [made, at] = ['', 0]
        for (const { oldFrom, oldTo, newFrom, newTo } of wordDifferences(before, after)) {
          expect(oldFrom).toBeGreaterThanOrEqual(at)
          expect(oldTo > oldFrom || newTo > newFrom).toBe(true)
          for (const piece of [before.slice(oldFrom, oldTo), after.slice(newFrom, newTo)])
            expect(/\p{Cs}/u.test(piece)).toBe(false)
          made += before.slice(at, oldFrom) + after.slice(newFrom, newTo)
          at = oldTo
        }
        expect(made + before.slice(at)).toBe(after)
      }),
    )
  })

  it('are told as one where a text has nothing in common with another that is long', () => {
    const words = (stem: string) => Array.from({ length: 1500 }, (_, index) => `${stem}${index}`).join(' ')
    expect(wordDifferences(words('a'), words('b'))).toHaveLength(1)
  })
})
