import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareDecimals,
  isDecimal,
  shiftDecimal,
  subtractDecimals,
  sumDecimals,
} from '../../../shared/terms/decimal.ts'

/** A decimal with its value in millionths. */
const decimal = fc
  .record({
    millionths: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
    zeros: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ millionths, zeros }) => {
    const digits = (millionths < 0n ? -millionths : millionths).toString().padStart(7, '0')
    const text = `${millionths < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}${'0'.repeat(zeros)}`
    return { text, millionths }
  })

describe('decimals', () => {
  test.each(['0', '12', '12.5', '-3', '100.00', '007', '0.000001'])('takes %s as a decimal', text => {
    expect(isDecimal(text)).toBe(true)
  })

  test.each(['', '.5', '5.', '1,5', '1e3', '+3', ' 3', 'NaN', '--3', '1'.repeat(25), '٣'])(
    'does not take %j as a decimal',
    text => {
      expect(isDecimal(text)).toBe(false)
    },
  )

  test.each([
    [['33.3', '66.70'], '100'],
    [['0.1', '0.2'], '0.3'],
    [['50', '-20.5'], '29.5'],
    [['-0'], '0'],
    [['10', 'ten', ''], '10'],
    [['ten'], null],
    [[], null],
  ])('sums %j to %s', (texts, sum) => {
    expect(sumDecimals(texts)).toBe(sum)
  })

  test('sums exactly, in any order', () => {
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 1 }), decimals => {
        const sum = sumDecimals(decimals.map(({ text }) => text)) ?? ''
        const total = decimals.reduce((sum, { millionths }) => sum + millionths, 0n)
        expect(shiftDecimal(sum, 6)).toBe(total.toString())
        expect(sumDecimals(decimals.map(({ text }) => text).reverse())).toBe(sum)
      }),
    )
  })

  test('compares and subtracts exactly', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const difference = a.millionths - b.millionths
        expect(compareDecimals(a.text, b.text)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0)
        expect(shiftDecimal(subtractDecimals(a.text, b.text) ?? '', 6)).toBe(difference.toString())
      }),
    )
  })

  test('answers null about what is no decimal', () => {
    expect(compareDecimals('1', 'one')).toBeNull()
    expect(subtractDecimals('one', '1')).toBeNull()
    expect(shiftDecimal('', 2)).toBeNull()
  })
})
