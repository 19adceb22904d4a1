import { describe, expect, test } from 'vitest'
import { shortly } from './shortly.ts'

describe('dates as agreements write them', () => {
  test.each([
    'this _15th_ day of _October_, 2027',
    'October, 15, 2027',
    'the 15th day of October, A.D. 2027',
    'the 15th day of October (2027)',
    'October15, 2027',
    'the 15th day of October, 20 27',
    '10 / 15 / 2027',
    '2027.10.15',
  ])('%s', date =>
    expect(
      shortly(
        `SUPPLY AGREEMENT\n\nThis Agreement is made ${date}, by and between A Ltd ("A") and B Ltd ("B").`,
        'agreement-date',
      ),
    ).toEqual(['2027-10-15']),
  )
})

const MADE = 'SUPPLY AGREEMENT\n\nThis Agreement is made on 15 May 2027 by A Ltd ("A") and B Ltd ("B").'
const UNDATED = `SUPPLY AGREEMENT\n\nThis Agreement is between A Ltd ("A") and B Ltd ("B").\n\n${'A shall deliver water to B. '.repeat(150)}\n\n`

describe('when it was made', () => {
  test.each([
    [
      'This Agreement is made as of May 15, 2027, to be effective as of June 1, 2027 (the "Effective Date"), between A and B.',
      '2027-05-15',
    ],
    ['SUPPLY AGREEMENT\n\nOslo, 15 May 2027\n\nA Ltd and B Ltd have agreed:', '2027-05-15'],
    [`${UNDATED}Executed as of the 15th day of May, 2027.\n\nA LTD\nBy: /s/ Jo Berg`, '2027-05-15'],
    [`${UNDATED}SIGNED, SEALED AND DELIVERED on 15 May 2027 by\n\nA LTD\nBy: /s/ Jo Berg`, '2027-05-15'],
    [
      `SUPPLY AGREEMENT\n\nWHEREAS on 1 June 2026 the parties signed a letter; WHEREAS they wish to agree.${UNDATED.slice(16)}IN WITNESS WHEREOF the parties sign.\n\n/s/ Jo Berg\n12 May 2027\n\n/s/ Al Lind\n15 May 2027`,
      '2027-05-15',
    ],
    [
      'SCHEDULE\n\nThis Schedule is made to that Service Agreement, by and between A, Inc. ("A") and B, Inc. ("B"), dated 5 May 2020.\n\nBy: /s/ Jo Berg Title: Chair Date: 15 May 2027 Date: 12 May 2027',
      '2027-05-15',
    ],
    [
      `${UNDATED}${UNDATED}${UNDATED}By: /s/ Jo Berg\n\nSCHEDULE A\n\nThe prices of the Supply Agreement dated 1 May 2020 stand.`,
      undefined,
    ],
  ])('by %j', (text, date) => expect(shortly(text, 'agreement-date')[0]).toBe(date))
})

describe('when it takes effect', () => {
  test.each([
    [`${MADE}\n\n2. This Agreement shall have effect from 1 June 2027.`, '2027-06-01'],
    [`${MADE}\n\n2. This Agreement shall come into force on 1 June 2027.`, '2027-06-01'],
    [`${MADE}\n\n2. This Agreement shall take effect on 1 June 2027.`, '2027-06-01'],
    [
      'Memorandum\n\nThis agreement enters into force with retroactive effect from 1 June 2027.',
      '2027-06-01',
    ],
    ['Agreement\n\nThis Agreement was made on 2 May 2027. It starts on 1 June 2027.', '2027-06-01'],
    ['Agreement\n\n| 1. Commencement Date | 1 June 2027 |\n| 2. Fee | none |', '2027-06-01'],
    [`${MADE}\n\n2. This Agreement shall take effect from the date of execution.`, '2027-05-15'],
    [
      'This Agreement is made this 1st day of June 2027, hereinafter called the Effective Date, by A and B.',
      '2027-06-01',
    ],
    ['THE EFFECTIVE DATE OF THIS SUPPLY AGREEMENT SHALL BE: Sept 29, 2027', '2027-09-29'],
    ['2 Terms\n\n2.1 Contract start: 1 June 2027', '2027-06-01'],
    [
      `This Agreement is made as of the date of the last signature below (the "Effective Date").${UNDATED}By: /s/ Jo Berg By: /s/ Al Lind Date: 10/12/27 Date: 10/15/27`,
      '2027-10-15',
    ],
    [
      `${MADE} It becomes effective as of the last date of signature (Effective Date). The parties sign as of the Effective Date first written above.`,
      undefined,
    ],
  ])('by %j', (text, date) => expect(shortly(text, 'effective-date')[0]).toBe(date))
})

describe('how long it lasts', () => {
  test.each([
    [
      'initial-term',
      'This Agreement shall extend until the four (4) year anniversary of the Effective Date (the "Term").',
      ['P4Y'],
    ],
    ['initial-term', `${MADE}\n\n2. TERM OF AGREEMENT. Five (5) years from the Effective Date.`, ['P5Y']],
    ['initial-term', `${MADE}\n\n2. Term. This Agreement shall have a term of ten (10) years.`, ['P10Y']],
    ['initial-term', `${MADE}\n\n2. The Agreement shall run for seven years.`, ['P7Y']],
    [
      'initial-term',
      `${MADE}\n\n2. This Agreement shall continue for ten years unless ended sooner.`,
      ['P10Y'],
    ],
    ['initial-term', `${MADE}\n\n| Minimum Term | 24 months |`, ['P24M']],
    ['initial-term', `${MADE}\n\n2. The Agreement is made for two school years.`, ['P2Y']],
    [
      'initial-term',
      `${MADE}\n\n2. The "First Contract Period" is the period of one (1) year which begins at the opening of the pier.`,
      ['P1Y'],
    ],
    ['initial-term', `${MADE}\n\n2. This Agreement is valid for five years from its signing.`, ['P5Y']],
    [
      'initial-term',
      `${MADE}\n\n2. Care. The work starts when this Agreement is signed and runs for three (3) years.`,
      ['P3Y'],
    ],
    ['initial-term', `${MADE}\n\n2. The Project period is 40 months.`, ['P40M']],
    ['initial-term', `${MADE}\n\n2. This Agreement binds us. It goes for 2 years and 3 months.`, ['P27M']],
    [
      'initial-term',
      `${MADE}\n\n2. A lets the boat to B for a period of eighty (80) days, starting from delivery.`,
      ['P80D'],
    ],
    ['initial-term', `${MADE}\n\n2. Funding is provided for twenty months from 1 June 2027.`, ['P20M']],
    ['initial-term', `${MADE}\n\nCharter period:     3 years from delivery`, ['P3Y']],
    [
      'initial-term',
      `${MADE}\n\n2. This Agreement begins today and lasts for the duration of the lease. The roof was leased for ten years.`,
      [],
    ],
    [
      'initial-term',
      `${MADE}\n\n1. This Agreement was signed on 3 May 2027.\n\n2.  It takes effect at once and is made for five school years.`,
      ['P5Y'],
    ],
    [
      'expiry',
      `${MADE}\n\n2. This Agreement will expire five (5) years after the Effective Date.`,
      ['2032-05-15'],
    ],
    ['expiry', `${MADE}\n\n2. Term. This Agreement shall be valid until December 31, 2030.`, ['2030-12-31']],
    [
      'expiry',
      `${MADE}\n\n2. Term. The term of this Agreement shall end on the earlier of (a) December 31, 2030 or (b) its termination.`,
      ['2030-12-31'],
    ],
    [
      'renewal-term',
      'After the Initial Term, this Agreement shall continue on a month to month basis until terminated by either party.',
      ['P1M'],
    ],
  ] as const)('%s in %j', (kind, text, periods) => expect(shortly(text, kind)).toEqual(periods))
})

describe('dates by numbers', () => {
  const TEXT = 'PACT\n\nThis Agreement is made on 05/04/2027 and takes effect on 01/07/2027.'
  const values = (text: string) =>
    (['agreement-date', 'effective-date', 'expiry'] as const).map(kind => shortly(text, kind)[0])

  test.each([
    ['month first where nothing tells', TEXT, ['2027-05-04', '2027-01-07', undefined]],
    [
      'day first where one can be read only so',
      `${TEXT} The council met on 30/03/2027.`,
      ['2027-04-05', '2027-07-01', undefined],
    ],
    [
      'month first where one can be read only so',
      `${TEXT} The council met on 03/30/2027.`,
      ['2027-05-04', '2027-01-07', undefined],
    ],
    [
      'month first where they contradict',
      `${TEXT} It met on 03/30/2027 and on 30/03/2027.`,
      ['2027-05-04', '2027-01-07', undefined],
    ],
    [
      'counted from there',
      `${TEXT} 2. Term. This Agreement is valid for a period of two years commencing on 01/07/2027, that is to 30-06-2029.`,
      ['2027-04-05', '2027-07-01', '2029-06-30'],
    ],
    [
      'counted from a day by numbers',
      'PACT\n\nMade on 13/04/2027. 2. Term. The initial term of this Agreement shall be three years commencing on 01/07/2027.',
      ['2027-04-13', '2027-07-01', '2030-07-01'],
    ],
  ])('%s', (_, text, dates) => expect(values(text)).toEqual(dates))
})

test('a figure that a line begins with repeats the number word before it', () =>
  expect(
    shortly(
      `${MADE}\n\n2. This Agreement shall remain in force for an initial term of seven\n(7) years.`,
      'initial-term',
    ),
  ).toEqual(['P7Y']))

describe('how long somebody is engaged', () => {
  test.each([
    [
      '2. Term. Unless earlier terminated, the Term shall be ten (10) years following the Effective Date.',
      'P10Y',
    ],
    ['2. This Agreement is for a fixed term of 18 months.', 'P18M'],
    ['2. A is appointed as agent for a period of three (3) years from today.', 'P3Y'],
    ['2. The cooperation period of this Agreement shall be two years, unless ended before.', 'P2Y'],
    ['2. The parties agree that this engagement will last twelve (12) months.', 'P12M'],
    ['2. Confidentiality obligations shall remain in effect for five (5) years.', undefined],
    ['2. This Agreement shall terminate 36 months after such election is made.', undefined],
    [
      '2. A decree in bankruptcy that shall remain in effect for a period of 60 days ends this Agreement.',
      undefined,
    ],
  ])('%s', (text, length) => expect(shortly(`${MADE}\n\n${text}`, 'initial-term')[0]).toBe(length))

  test.each([
    'This Agreement shall have no fixed term and may be ended on notice.',
    'This Agreement shall be perpetual.',
    'This Agreement begins today and shall continue indefinitely.',
  ])('without end: %s', text => expect(shortly(`${MADE}\n\n2. ${text}`, 'expiry')).toEqual(['open-ended']))
})
