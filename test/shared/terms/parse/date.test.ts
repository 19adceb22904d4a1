import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDate } from '../../../../shared/terms/parse/date.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

describe('parseDate', () => {
  test.each([
    ['2027-04-01', '2027-04-01'],
    ['2027/04/01', '2027-04-01'],
    ['1 April 2027', '2027-04-01'],
    ['1st April 2027', '2027-04-01'],
    ['1st day of April, 2027', '2027-04-01'],
    ['April 1, 2027', '2027-04-01'],
    ['Apr. 1 2027', '2027-04-01'],
    ['Sept. 5, 2027', '2027-09-05'],
    ['31. December 2030', '2030-12-31'],
    ['01.04.2027', '2027-04-01'],
    ['1. 4. 2027', '2027-04-01'],
    ['13/04/2027', '2027-04-13'],
    ['04/13/2027', '2027-04-13'],
    ['4/4/2027', '2027-04-04'],
    ['29 February 2028', '2028-02-29'],
    ['Thursday, 1 April 2027 (the "Effective Date")', '2027-04-01'],
    ['1 April 2027 (2027-04-01)', '2027-04-01'],
  ])('reads %j as %s', (text, date) => {
    expect(parseDate(text)).toBe(date)
  })

  test.each([
    ['', 'nothing'],
    ['the date of the last signature', 'no date'],
    ['01/04/2027', 'a day and a month that may be either'],
    ['1-4-2027', 'the same with hyphens'],
    ['1 April 27', 'a year of two digits'],
    ['1-4-27', 'digits only, with a year of two'],
    ['29 February 2027', 'a day that does not exist'],
    ['31.04.2027', 'a day that does not exist, in digits'],
    ['00.01.2027', 'day zero'],
    ['1 April 2027 to 31 March 2030', 'two dates'],
    ['1 April 2027 (01/05/2027)', 'a date and one that cannot be told'],
    ['[1 April]', 'a placeholder'],
    ['April 2027', 'a month'],
  ])('does not read %j: %s', text => {
    expect(parseDate(text)).toBeNull()
  })

  test('reads every day of three centuries in each form it reads', () => {
    fc.assert(
      fc.property(day, iso => {
        const [year = '', month = '', day = ''] = iso.split('-')
        const name = MONTHS[Number(month) - 1]
        expect(parseDate(iso)).toBe(iso)
        expect(parseDate(`${Number(day)} ${name} ${year}`)).toBe(iso)
        expect(parseDate(`${name?.toUpperCase()} ${Number(day)}, ${year}`)).toBe(iso)
        expect(parseDate(`${day}.${month}.${year}`)).toBe(iso)
      }),
    )
  })

  test('reads any text without failing, and only real dates', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 .,/-aprilth') }), text => {
        const date = parseDate(text)
        if (date !== null) expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date)
      }),
    )
  })
})
