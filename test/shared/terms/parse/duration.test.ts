import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDuration } from '../../../../shared/terms/parse/duration.ts'

describe('parseDuration', () => {
  test.each([
    ['three (3) months', 'P3M'],
    ['36 months', 'P36M'],
    ['36 (thirty-six) months', 'P36M'],
    ['P3M', 'P3M'],
    ['P1Y6M', 'P1Y6M'],
    ['90 days', 'P90D'],
    ['two years', 'P2Y'],
    ['a year', 'P1Y'],
    ['one quarter', 'P3M'],
    ['a fortnight', 'P2W'],
    ['six weeks', 'P6W'],
    ['2 weeks and 3 days', 'P17D'],
    ['one year and six months', 'P1Y6M'],
    ['three years, two months and one day', 'P3Y2M1D'],
    ['half a year', 'P6M'],
    ['two and a half years', 'P2Y6M'],
    ['two years and a half', 'P2Y6M'],
    ['a 12-month period', 'P12M'],
    ['eighteen-month', 'P18M'],
    ['6 calendar months', 'P6M'],
    ['one hundred and eighty days', 'P180D'],
    ["not less than three months' written notice", 'P3M'],
    ['30 days after 1 April 2027', 'P30D'],
  ])('reads %j as %s', (text, duration) => {
    expect(parseDuration(text)).toBe(duration)
  })

  test.each([
    ['', 'nothing'],
    ['for ever', 'no period'],
    ['three (4) months', 'a word and a figure that disagree'],
    ['36 (thirty) months', 'the same the other way round'],
    ['ten business days', 'days that depend on a calendar'],
    ['30 to 60 days', 'a range'],
    ['between thirty (30) and sixty (60) days', 'a range in words'],
    ['30-60 days', 'a range with a hyphen'],
    ['one year, or two years', 'two periods'],
    ['1.5 years', 'a fraction in figures'],
    ['half a month', 'a half that is no number of days'],
    ['P', 'no length'],
    ['twenty hundred months', 'words that are no number'],
    ['[number] months', 'a placeholder'],
  ])('does not read %j: %s', text => {
    expect(parseDuration(text)).toBeNull()
  })

  test('reads every number of each unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom('year', 'month', 'week', 'day'),
        (count, unit) => {
          expect(parseDuration(`within ${count} ${unit}${count === 1 ? '' : 's'} of it`)).toBe(
            `P${count}${unit.slice(0, 1).toUpperCase()}`,
          )
        },
      ),
    )
  })

  test('reads any text without failing', () => {
    const words = fc.constantFrom(
      'one',
      'two',
      'and',
      'a',
      'half',
      '(3)',
      'months',
      'years',
      'days',
      ',',
      '12',
      'P3M',
      '-',
      'to',
    )
    fc.assert(
      fc.property(fc.array(words), texts => {
        expect(parseDuration(texts.join(' ')) ?? 'P1D').toMatch(/^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/)
      }),
    )
  })
})
