import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMoney } from '../../../../shared/terms/parse/money.ts'

describe('parseMoney', () => {
  test.each([
    ['EUR 48,000.00', 'EUR', '48000'],
    ['€48.000', 'EUR', '48000'],
    ['48 000 EUR', 'EUR', '48000'],
    ['48\u00a0000 EUR', 'EUR', '48000'],
    ["48'000.50 CHF", 'CHF', '48000.5'],
    ['48 000,- NOK', 'NOK', '48000'],
    ['1.234.567,89 €', 'EUR', '1234567.89'],
    ['EUR 1,234,567.89', 'EUR', '1234567.89'],
    ['EUR 0,50', 'EUR', '0.5'],
    ['2.5 million euros', 'EUR', '2500000'],
    ['£250k', 'GBP', '250000'],
    ['EUR 1.5m', 'EUR', '1500000'],
    ['forty-eight thousand euros', 'EUR', '48000'],
    ['EUR 48,000.00 (forty-eight thousand euros)', 'EUR', '48000'],
    ['five million dollars ($5,000,000)', 'USD', '5000000'],
    ['€ 48,000 EUR', 'EUR', '48000'],
    ['not more than EUR 48,000, payable at once', 'EUR', '48000'],
    ['US$ 10', 'USD', '10'],
    ['500 Norwegian kroner', 'NOK', '500'],
  ])('reads %j as %s %s', (text, currency, amount) => {
    expect(parseMoney(text)).toEqual({ currency, amount })
  })

  test.each([
    ['', 'nothing'],
    ['48,000', 'no currency'],
    ['kr 500', 'a currency that several countries have'],
    ['EUR 12.3456', 'neither grouping nor cents'],
    ['EUR 1,00,000', 'a grouping that is not in threes'],
    ['EUR 0.125', 'three decimals'],
    ['EUR 1.500 million', 'a number that may be either'],
    ['€48,000 USD', 'two currencies'],
    ['EUR 48,000 and EUR 50,000', 'two amounts'],
    ['EUR [amount]', 'a placeholder'],
  ])('does not read %j: %s', text => {
    expect(parseMoney(text)).toBeNull()
  })

  test('reads every amount in the forms of both sides of the Channel', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1000n, max: 10n ** 12n }),
        fc.integer({ min: 10, max: 99 }),
        (whole, cents) => {
          const groups = (separator: string) => whole.toString().replace(/\B(?=(\d{3})+$)/g, separator)
          const amount = `${whole}.${cents}`.replace(/0$/, '')
          for (const text of [
            `EUR ${groups(',')}.${cents}`,
            `${groups('.')},${cents} €`,
            `${groups(' ')},${cents} EUR`,
          ])
            expect(parseMoney(text)).toEqual({ currency: 'EUR', amount })
        },
      ),
    )
  })

  test('reads any text without failing, and only amounts', () => {
    const bits = fc.constantFrom(
      '€',
      'EUR',
      'USD',
      '1',
      '000',
      '.',
      ',',
      ' ',
      'million',
      'two',
      '-',
      '(',
      ')',
    )
    fc.assert(
      fc.property(fc.array(bits), texts => {
        const money = parseMoney(texts.join(''))
        if (money) expect(money.amount).toMatch(/^\d+(\.\d+)?$/)
      }),
    )
  })
})
