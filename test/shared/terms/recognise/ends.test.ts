import { describe, expect, test } from 'vitest'
import { shortly } from './shortly.ts'

const MADE = 'SUPPLY AGREEMENT\n\nThis Agreement is made on 15 May 2027 by A Ltd ("A") and B Ltd ("B").'

describe('when it ends', () => {
  test.each([
    ['2. TERM: January 1, 2028 - December 31, 2030.', '2030-12-31'],
    ['2. Termination Date: December 31, 2030', '2030-12-31'],
    ['2. This Memorandum runs from today and ends on 31 December 2030.', '2030-12-31'],
    ['2. This Agreement binds us. It starts at once and ends on 31 December 2030.', '2030-12-31'],
    ['2. This Agreement has effect from 1.1.2028 and is valid until 31.12.2030.', '2030-12-31'],
    ['2. Duration. The fixed duration is two years.', '2029-05-15'],
    ['2. Contract end: 12-31-30', '2030-12-31'],
    ['Term: Three (3) years', '2030-05-15'],
    ['Contract Term: 24 months', '2029-05-15'],
    ['2. Term. This Agreement will last for eighteen months.', '2028-11-15'],
    [
      '2. Term. This Agreement commences on January 1, 2028 and shall continue for a period of three (3) years.',
      '2031-01-01',
    ],
    [
      '2. Term. This Agreement shall expire on the later of (i) five (5) years from the date hereof or (ii) the end of the work.',
      '2032-05-15',
    ],
    [
      '1.7 "Term" shall mean the period from the Effective Date and terminating on the eighth anniversary of the Start.',
      '2035-05-15',
    ],
    [
      '2. Payment. The Company shall pay a fee for the period from 1 June 2027 through 31 May 2030.',
      undefined,
    ],
    ['2. The price is fixed until December 31, 2030.', undefined],
    [
      '2. This Agreement takes effect after signing, retroactively from 1.1.2028, and is valid until 31.12.2030.',
      '2030-12-31',
    ],
    ['2. The agreement applies from 1 January 2028 up to and including 31 December 2030.', '2030-12-31'],
    [
      '2. The term of the Lease Agreement is scheduled to expire on 3 June 2027, and the parties wish to extend it. This Agreement shall remain in effect through December 31, 2030.',
      '2030-12-31',
    ],
    [
      'Rate:            £90 a month\nStart of service: 1 June 2027\nMinimum period:   12 months',
      '2028-06-01',
    ],
  ])('by %j', (text, date) => expect(shortly(`${MADE}\n\n${text}`, 'expiry')[0]).toBe(date))
})

describe('ends that are no date of a calendar day', () => {
  test.each([
    ['This agreement will be in effect until the end of 2029.', '2029-12-31'],
    ['This Agreement shall remain in force through the end of calendar year 2029.', '2029-12-31'],
    ['This Agreement shall continue through February 2028.', '2028-02-29'],
    ['2. Term. This Agreement runs through the last day of March 2029.', '2029-03-31'],
    [
      '2. Term. This Agreement will end upon the earlier of 31 May 2029 or the sale of the pier.',
      '2029-05-31',
    ],
    ['Unless sooner extended, this Agreement expires 31 May 2029.', '2029-05-31'],
    ['2. Contract Period: 1 June 2027 to 31 May 2029', '2029-05-31'],
    ['2. Term. This Agreement begins on the Effective Date and ends two (2) years later.', '2029-05-15'],
    [
      '2. Term. This Agreement begins now and continues for two years from the Opening Date. 3. The pier opens on 1 July 2027 (the "Opening Date").',
      '2029-07-01',
    ],
    ['2. "Year" means a period of this Agreement ending on 31 May 2029.', undefined],
    [
      '2. Under this Agreement the twelve-month period commencing 1 June 2028 and ending 31 May 2029 is the first.',
      undefined,
    ],
  ])('%s', (text, date) => expect(shortly(`${MADE}\n\n${text}`, 'expiry')[0]).toBe(date))
})

describe('no end', () => {
  test.each([
    ['2. It is concluded for an undetermined duration.', ['open-ended']],
    ['2. The rights last without limit in time.', ['open-ended']],
    ['2. The arrangement carries on until one of us gives three months notice.', ['open-ended']],
    ['2. The agreement applies from 1 January 2028 and has no closing date.', ['open-ended']],
    ['2. The framework is open-ended.', ['open-ended']],
    ['2. This Agreement stays in place until it is replaced by another one.', ['open-ended']],
    ['2. Secrecy is owed for an unlimited period.', []],
    ['2. The price is valid until further notice.', []],
  ])('%s', (text, ends) => expect(shortly(`${MADE}\n\n${text}`, 'expiry')).toEqual(ends))

  test('a date on which it ends comes before', () =>
    expect(
      shortly(
        `${MADE}\n\n2. This Agreement ends on 31 December 2030. The licence is for an indefinite period.`,
        'expiry',
      ),
    ).toEqual(['2030-12-31']))
})
