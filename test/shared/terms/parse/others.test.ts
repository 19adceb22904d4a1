import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TERM_KINDS } from '../../../../shared/document/node-types.ts'
import { factValue } from '../../../../shared/terms/fact-value.ts'
import { parseGoverningLaw } from '../../../../shared/terms/parse/governing-law.ts'
import { parseNumberWords } from '../../../../shared/terms/parse/number-words.ts'
import { parsePercent } from '../../../../shared/terms/parse/percent.ts'

describe('parsePercent', () => {
  test.each([
    ['12.5%', '12.5'],
    ['12,5 %', '12.5'],
    ['12.50 per cent', '12.5'],
    ['twelve percent', '12'],
    ['twelve (12) percent', '12'],
    ['twelve (12%) per cent', '12'],
    ['33.333%', '33.333'],
  ])('reads %j as %s', (text, percent) => {
    expect(parsePercent(text)).toBe(percent)
  })

  test.each(['', 'half', '10% and 20%', 'twelve (13) percent', '5 percentage points', '[percent] %'])(
    'does not read %j',
    text => {
      expect(parsePercent(text)).toBeNull()
    },
  )
})

describe('parseGoverningLaw', () => {
  test.each([
    ['the laws of Norway', 'Norway'],
    ['Norwegian law', 'Norway'],
    ['English law', 'England and Wales'],
    ['Californian law', 'Californian law'],
    ['Norway', 'Norway'],
    ['the Netherlands', 'Netherlands'],
    ['the laws of England and Wales.', 'England and Wales'],
    ['the laws of the State of Delaware, without regard to conflicts of law', 'State of Delaware'],
    ['governed by the law of the Netherlands', 'Netherlands'],
  ])('reads %j as %s', (text, place) => {
    expect(parseGoverningLaw(text)).toBe(place)
  })

  test.each(['', 'the law', 'something else', '[country]', 'the laws of [country]', 'x'.repeat(700)])(
    'does not read %j',
    text => {
      expect(parseGoverningLaw(text)).toBeNull()
    },
  )
})

describe('parseNumberWords', () => {
  test.each([
    ['zero', 0],
    ['twenty-four', 24],
    ['one hundred and eighty', 180],
    ['two hundred thousand', 200_000],
    ['one million two hundred and fifty thousand', 1_250_000],
    ['twenty hundred', null],
    ['four ten', null],
    ['thousand', null],
    ['', null],
  ])('reads %j as %s', (text, value) => {
    expect(parseNumberWords(text)).toBe(value)
  })
})

describe('factValue', () => {
  test.each([
    ['effective-date', '1 April 2027', { kind: 'date', date: '2027-04-01' }],
    ['expiry', '36 months', { kind: 'duration', duration: 'P36M' }],
    ['amount', 'EUR 48,000.00', { kind: 'money', amount: '48000', currency: 'EUR' }],
    ['liability-cap', '50% of the fees', { kind: 'percent', percent: '50' }],
    ['liability-cap', 'the greater of EUR 100,000 and 50%', { kind: 'unreadable' }],
    ['governing-law', 'the laws of Norway', { kind: 'text', text: 'Norway' }],
    ['definition', '“Service Point”', { kind: 'text', text: 'Service Point' }],
    ['effective-date', 'soon', { kind: 'unreadable' }],
    ['notice-period', `three months${' '.repeat(3000)}`, { kind: 'unreadable' }],
  ] as const)('reads a %s in %j', (kind, text, value) => {
    expect(factValue(kind, text)).toEqual(value)
  })

  test('never fails and stays fast, whatever is marked', () => {
    const piece = fc.constantFrom(
      '1 ',
      'one ',
      ' ',
      '1,',
      'law of ',
      '€',
      '1\u00a0000',
      'and ',
      '%',
      '(',
      '1 April ',
      'a',
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...TERM_KINDS),
        piece,
        fc.array(piece, { maxLength: 4 }),
        (kind, repeated, others) => {
          const start = performance.now()
          factValue(kind, repeated.repeat(400) + others.join(''))
          expect(performance.now() - start).toBeLessThan(1000)
        },
      ),
    )
  })
})
