import { describe, expect, test } from 'vitest'
import { shortly } from './shortly.ts'

const BODY = 'Harbour shall deliver water to Seaview in good order. '.repeat(60)
const PARTIES = 'Harbour Ltd ("Harbour") and Seaview Ltd ("Seaview")'
const MADE = `WATER CONTRACT\n\nThis Contract is made on 7 June 2026 by ${PARTIES}.\n\n`
const SIGNED = `\n\nHARBOUR LTD\nBy: /s/ Jo Berg\nDate: 3 March 2026\n\nSEAVIEW LTD\nBy: /s/ Al Lind\nDate: 9 March 2026`

describe('the date an agreement is made on is its own', () => {
  test.each([
    [
      `WATER CONTRACT\n\nThis Contract is made as of the ___ day of ______, 2026 by ${PARTIES}. It replaces the contract dated 1 March 2021.\n\n${BODY}`,
      undefined,
    ],
    [
      `ADDENDUM\n\nThis Addendum to the Water Contract dated 1 March 2021 between ${PARTIES} is made on 7 June 2026.`,
      '2026-06-07',
    ],
    [
      `This Pledge Agreement is being entered into as of 7 June 2026 in connection with the Merger Agreement (the "Plan"), dated as of 1 March 2021, between ${PARTIES}.`,
      '2026-06-07',
    ],
    [
      `${BODY.slice(0, 300)}\n\nAMENDMENT\n\nThis Amendment (the "Second Amendment") is made as of 7 June 2026 by ${PARTIES}.`,
      '2026-06-07',
    ],
    [
      `HARBOUR LTD\n\nPLACING AGREEMENT\n\n4 April 2026\n\nSeaview Capital LLC\n1 Long Street\n\nLadies and Gentlemen:\n\nHarbour Ltd (the "Company") proposes to sell shares under the Deed of Trust, dated as of 12 December 2025, among the Company and others. ${BODY}`,
      '2026-04-04',
    ],
    [
      `This Water Contract is entered into on 7 June 2026, with effect from 1 July 2026, between ${PARTIES}.`,
      '2026-06-07',
    ],
    [
      `WATER CONTRACT\n\nHarbour and Seaview refer to the resolution of 1 March 2021 and the pact of secrecy, a letter of 4 May 2021.\n\nPlace and date: Bergen, 7 June 2026`,
      '2026-06-07',
    ],
    [`LEASE\n\nDate of Lease: none\nDate of Agreement: 7 June 2026\nStart: 1 July 2026`, '2026-06-07'],
    [
      `WATER DEED\n\nBe it known that on this 7th day of June, 2026, before me came ${PARTIES}.`,
      '2026-06-07',
    ],
    [`A CONTRACT made this 7th day of June 2026 by ${PARTIES}. ${BODY}`, '2026-06-07'],
    [
      `WATER CONTRACT\n\nHarbour and Seaview, the parties, agree as follows on this seventh day of June, nineteen hundred ninety-six: ${BODY}`,
      '1996-06-07',
    ],
    [
      `WATER CONTRACT\n\n${PARTIES} use the plant under the Water License Agreement dated 1 March 2021. ${BODY}\n\nBy: /s/ Jo Berg\nDate: 7 June 2026`,
      '2026-06-07',
    ],
    [
      `WATER CONTRACT\n\n${PARTIES} use the price list of 1 March 2021 and the councils adopted it on 4 March 2021.\n\nSigned electronically\n\nHarbour: Jo Berg, 2026-06-07 14:22`,
      '2026-06-07',
    ],
    [
      `WATER CONTRACT\n\nPlace and date of contract:     Bergen, 7 June 2026\nVessel:     Lady, approved by the board on 1 March 2026`,
      '2026-06-07',
    ],
  ])('in %j', (text, date) => expect(shortly(text, 'agreement-date')[0]).toBe(date))
})

describe('the day of signing', () => {
  test.each([
    [
      `WATER CONTRACT\n\nThis Contract is entered into as of the date of the last signature below by ${PARTIES}. It follows the Building Contract dated 5 May 2020.\n\n${BODY}${SIGNED}`,
      '2026-03-09',
    ],
    [
      `WATER CONTRACT\n\nThis Contract, entered into as of the date set forth on the signature page, is between ${PARTIES}.\n\n${BODY}${SIGNED}`,
      '2026-03-09',
    ],
    [
      `WATER CONTRACT\n\nThis Contract is between ${PARTIES}.\n\n${BODY}\n\nHARBOUR LTD\nBy: /s/ Jo Berg\n3/3/26\n\nSEAVIEW LTD\nBy: /s/ Al Lind\n3/9/26`,
      '2026-03-09',
    ],
    [
      `WATER CONTRACT\n\n${BODY}\n\nParty A: City of Oslo (seal) Jo Berg (signature) June 25, 2026 Party B: Seaview Co., Ltd. (seal) Al Lind (signature) June 24, 2026`,
      '2026-06-25',
    ],
    [
      `WATER CONTRACT\n\n${BODY}\n\nDone at Bergen, this 7th day of June 2026, in two originals.`,
      '2026-06-07',
    ],
    [`WATER CONTRACT\n\nThe boards agreed on 2 March 2026.\n\n${BODY}\n\nBergen, 7 June 2026`, '2026-06-07'],
    [
      `WATER CONTRACT\n\nThe council resolved so on 2 March 2026.\n\n${BODY}\n\nSigned in two originals, Bergen, 7 June 2026`,
      '2026-06-07',
    ],
    [
      `WATER CONTRACT\n\n${BODY}\n\nBergen, 7 June 2026      Oslo, 9 June 2026\n\nHarbour Ltd      Seaview Ltd`,
      '2026-06-09',
    ],
    [
      `WATER CONTRACT\n\nIt is so agreed.\n\nSigned at BERGEN on 7 June 2026\nFor: Harbour ____ (J. Berg)\n\nSigned at OSLO on 9 June 2026\nFor: Seaview ____ (A. Lind)`,
      '2026-06-09',
    ],
    [
      `WATER CONTRACT\n\nThe councils adopted resolutions on 2 March 2026.\n\n${BODY}\n\nPresent when the seal of Harbour was affixed on 7 June 2026: ___`,
      '2026-06-07',
    ],
    [
      `WATER CONTRACT\n\n${BODY}\n\nBy: J. Berg   Date   4 / 6 / 2026\n\nBy: A. Lind   Date   13 / 5 / 2026`,
      '2026-06-04',
    ],
    [`WATER CONTRACT\n\n${BODY}\n\nThis Contract was signed in Bergen on 7 June 2026.`, '2026-06-07'],
  ])('in %j', (text, date) => expect(shortly(text, 'agreement-date')[0]).toBe(date))
})

describe('the day an agreement takes effect on', () => {
  test.each([
    ['9. This Contract shall be effective upon execution and continue for two years.', '2026-06-07'],
    ['9. The initial term begins on the date first set forth above and lasts two years.', '2026-06-07'],
    ['1. "Effective Date" means the date set forth in the first paragraph of this Contract.', '2026-06-07'],
    ['9. This Contract is retroactively effective to 1 May 2026.', '2026-05-01'],
    ['9. This Contract has effect from 1 May 2026. It was discussed for years.', '2026-05-01'],
    ['9. Contract Period: from 1 July 2026 until 30 June 2029', '2026-07-01'],
    ['9. The term of this Contract shall run from 1 July 2026 through 30 June 2029.', '2026-07-01'],
    ['9. Harbour may terminate this Contract, effective as of 31 December 2028, by notice.', undefined],
    ['9. The standstill period begins on the date of this Contract and lasts a month.', undefined],
    ['9. The effective date of this Contract shall be the date first written above.', '2026-06-07'],
    ['9. This Contract will go into effect on 1 July 2026.', '2026-07-01'],
    ['9. This Contract becomes operative on 1 July 2026.', '2026-07-01'],
    ['9. Start date of the Contract: 1 July 2026', '2026-07-01'],
    ['9. This Contract is valid from 1 July 2026 to 30 June 2029.', '2026-07-01'],
    ['9. This Contract enters into force on the day of its signing.', '2026-06-07'],
    ['9. The prior contract was effective as of 1 May 2021.', undefined],
    ['9. Prices are effective as of 1 January 2027 and change each year.', undefined],
    ['9. A commitment fee is due from 1 July 2026 until 30 June 2029.', undefined],
    [
      '9. Harbour and Seaview entered into a Tank Contract effective as of 1 May 2021. This Contract takes effect with effect from 1 July 2026.',
      '2026-07-01',
    ],
    [
      '9. It was signed on 8 June 2026 (the "Signing Day"). This Contract becomes effective on the first day of the calendar month following the date first written above.',
      '2026-07-01',
    ],
    [
      '9. On 9 August 2026 (the "Tank Opening Date") all begins. This Contract shall become effective on the Tank Opening Date.',
      '2026-08-09',
    ],
    ['9. This Contract is binding from the date hereof.', '2026-06-07'],
    ['9. This Contract becomes binding at signature.', '2026-06-07'],
    ['9. Permission: The licence is granted for three years commencing from 1 July 2026.', '2026-07-01'],
    ['9. This Contract shall be effective w.e.f. 1 July 2026.', '2026-07-01'],
    ['9. The contract applies from 1 July 2026 up to and including 30 June 2029.', '2026-07-01'],
    ['9. The charter begins on 1 July 2026 and lasts two years.', '2026-07-01'],
    ['Rate:          £90 a month\nStart of service:       1 July 2026', '2026-07-01'],
  ])('by %j', (text, date) => expect(shortly(`${MADE}${text}`, 'effective-date')[0]).toBe(date))

  test.each([
    ['The following terms bind Harbour and Seaview from the date both have signed.', '2026-03-09'],
    ['The Memorandum begins when all of us have signed it.', '2026-03-09'],
    ['The work under this Contract starts on the date it has been signed by both parties.', '2026-03-09'],
    [
      'This Contract shall come into operation on the day after the date of its execution by the last of them.',
      '2026-03-10',
    ],
  ])('with the signatures by %j', (text, date) =>
    expect(shortly(`WATER CONTRACT\n\n${PARTIES}\n\n${text} ${BODY}${SIGNED}`, 'effective-date')).toEqual([
      date,
    ]),
  )

  test('with the last of the signatures, whether or not their dates have a label', () =>
    expect(
      shortly(
        `WATER CONTRACT\n\nThis Contract is effective as of the date last signed by the parties (the "Effective Date") between ${PARTIES}.\n\n${BODY}\n\nBy: /s/ Jo Berg 3/3/26\n\nBy: /s/ Al Lind 3/9/26`,
        'effective-date',
      ),
    ).toEqual(['2026-03-09']))
})
