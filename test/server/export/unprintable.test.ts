import { describe, expect, it } from 'vitest'
import { graphemesOf, isNeverPrintable, placesOf, withCodes } from '../../../server/export/unprintable.ts'

describe('characters that no font decides', () => {
  it.each([
    ['U+0000', '\u0000'],
    ['a control', '\u0007'],
    ['a C1 control', '\u0085'],
    ['carriage return', '\r'],
    ['private use', '\ue000'],
    ['private use of a higher plane', '\u{f0000}'],
    ['half of a surrogate pair', '\ud800'],
    ['a non-character', '\uffff'],
    ['an override of direction', '\u202e'],
    ['a tag', '\u{e0041}'],
    ['an interlinear mark', '\ufff9'],
  ])('refuses %s', (_, character) => expect(isNeverPrintable(character)).toBe(true))

  it.each([
    ['a tab', '\t'],
    ['a line break', '\n'],
    ['an isolate', '\u2068'],
    ['a soft hyphen', '\u00ad'],
    ['a joiner', '\u200d'],
    ['an emoji', '😀'],
  ])('leaves %s to the fonts', (_, character) => expect(isNeverPrintable(character)).toBe(false))
})

describe('graphemes', () => {
  it('need no look into the fonts in European print', () => {
    expect(graphemesOf(['Straße, Łódź, Åse: 5 % ± 1', 'tab\tand\nline'])).toEqual(new Set())
  })

  it('are taken whole', () => {
    expect(graphemesOf(['a👩‍👩‍👧b', 'e\u0301'])).toEqual(new Set(['👩‍👩‍👧', 'e\u0301']))
  })
})

describe('places', () => {
  it('name block, code point and surroundings of each', () => {
    expect(placesOf('Thank you 🙏 all', 'block-1', new Set(['🙏']))).toEqual([
      { blockId: 'block-1', character: '🙏', codePoint: 'U+1F64F', excerpt: 'Thank you 🙏 all' },
    ])
  })

  it('show what a screen must not show as U+FFFD', () => {
    const [place] = placesOf('total \u202e001 EUR', null, new Set(['\u202e']))
    expect(place).toEqual({
      blockId: null,
      character: '\ufffd',
      codePoint: 'U+202E',
      excerpt: 'total \ufffd001 EUR',
    })
  })

  it('cut long surroundings without leaving half a character', () => {
    const [place] = placesOf(`${'😀'.repeat(40)}\ue000${'😀'.repeat(40)}`, null, new Set(['\ue000']))
    expect(place?.excerpt).toMatch(/^\P{Cs}+$/u)
  })

  it('can be replaced by codes', () => {
    expect(withCodes('a🙏b', new Set(['🙏']))).toBe('a[U+1F64F]b')
    expect(withCodes('a👩‍👧', new Set(['👩‍👧']))).toBe('a[U+1F469 U+200D U+1F467]')
    expect(withCodes('a\ud800b', new Set(['\ud800']))).toBe('a[U+D800]b')
  })
})
