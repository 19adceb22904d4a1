import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakPlaces, isRightToLeft, lineOf, widthOfText } from '../../../server/export/print-line.ts'

const pieces = (text: string, longest: number) => {
  const places = [0, ...breakPlaces(text, longest), text.length]
  return places.slice(1).map((place, index) => text.slice(places[index], place))
}
const words = (text: string) => text.split(/[\s\u200b]+/)
const letters = fc.constantFrom('a', 'W', 'é', '-', '/', '.', '9', 'ש', '中', '👩‍👩‍👧', 'e\u0301', '\u00a0')
const text = fc.array(
  fc.oneof({ weight: 12, arbitrary: letters }, { weight: 1, arbitrary: fc.constant(' ') }),
)

describe('breaking long words', () => {
  it('leaves ordinary words alone', () => {
    expect(breakPlaces('A well-known clause, no. 17/2027 of the annex (see there).', 32)).toEqual([])
  })

  it('breaks an address behind the signs that part it', () => {
    expect(pieces('https://vale.example/rules/of/procedure', 32)).toContain('https://')
    expect(pieces('https://vale.example/rules/of/procedure', 32)).toContain('rules/')
  })

  it('treats words tied together by no-break spaces as one word', () => {
    expect(breakPlaces('no\u00a0break'.repeat(10), 32).length).toBeGreaterThan(0)
  })

  it('makes no piece wider than a third of the line, and breaks no grapheme', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 6, max: 40 }), (parts, longest) => {
        const whole = parts.join('')
        const graphemes = new Set(
          Array.from(
            new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(whole),
            part => part.index,
          ),
        )
        for (const place of breakPlaces(whole, longest)) expect(graphemes.has(place)).toBe(true)
        for (const piece of pieces(whole, longest).flatMap(words)) {
          if (/\p{Script=Han}/u.test(piece)) continue
          expect(widthOfText(piece)).toBeLessThanOrEqual(longest)
        }
      }),
      { seed: 20270401, numRuns: 300 },
    )
  })

  it('breaks a word that spans runs of several styles, and adds nothing but break opportunities', () => {
    const runs = Array.from('unbrokenwordofmanyruns'.repeat(6), (letter, index) => ({
      text: letter,
      ...(index % 2 === 0 ? { bold: true as const } : {}),
    }))
    const line = lineOf(runs, 20)
    const printed = line.runs.map(run => run.text).join('')
    expect(printed.replaceAll('\u200b', '')).toBe(runs.map(run => run.text).join(''))
    for (const piece of printed.split('\u200b')) expect(widthOfText(piece)).toBeLessThanOrEqual(20)
    expect(line.runs.map(run => run.bold)).toEqual(runs.map(run => run.bold))
  })
})

describe('direction of a line', () => {
  it.each([
    ['Agreement', false],
    ['הסכם', true],
    ['1. اتفاقية (Ltd)', true],
    ['“Ltd” הסכם', false],
    ['12.5 %', false],
    ['', false],
  ])('reads %j from right to left: %s', (line, rtl) => expect(isRightToLeft(line)).toBe(rtl))
})
