import { describe, expect, test } from 'vitest'
import { shortly } from './shortly.ts'

const OPENING =
  'CONTRACT\n\nThis contract is made on 3 May 2027 between A Ltd ("A") and B Ltd ("B").\n\n12. Term. '

describe('renewal and the notice that stops it', () => {
  test.each([
    [
      'This contract shall be extended for a further period of two years unless notice to the contrary is given six months before its expiry.',
      'P2Y',
      'P6M',
    ],
    [
      'If neither party notifies the other of its intention not to renew within 45 days of the end of the term, the contract shall renew for another year.',
      'P1Y',
      'P45D',
    ],
    [
      'The contract shall be tacitly renewed for periods of one year, save where a party denounces it by registered letter three months before the end of the current period.',
      'P1Y',
      'P3M',
    ],
    [
      'After the initial period the contract is prolonged by one year at a time, unless it is terminated with three months notice to the end of the period.',
      'P1Y',
      'P3M',
    ],
    [
      'At the end of the initial term, this contract will continue from year to year until a party gives 30 days notice.',
      'P1Y',
      undefined,
    ],
    [
      'A may renew the contract for one additional term of ten years if it gives notice at least six months but not more than twelve months before expiry.',
      'P10Y',
      undefined,
    ],
    [
      'B may extend this contract for up to three periods of two years each by notice to A not less than sixty (60) days before it ends.',
      'P2Y',
      undefined,
    ],
    [
      'A shall have two options, each to extend the term by six (6) months, exercised by notice no later than ten (10) days before the term would end.',
      'P6M',
      undefined,
    ],
    ['The fee is fixed.\n\nFurther Term: 12 months', 'P12M', undefined],
    ['The fee is fixed.\n\n| 3. Renewal Term | two years |', 'P2Y', undefined],
    [
      'If notice has not been given at the latest twelve months before its expiry, the contract is prolonged by two years.',
      'P2Y',
      'P12M',
    ],
    ['B has the option of a further ninety (90) days of the term.', 'P90D', undefined],
    [
      'This contract remains in force for five years, and from year to year thereafter until a party cancels it.',
      'P1Y',
      undefined,
    ],
    ['This contract shall extend until the four (4) year anniversary of its date.', undefined, undefined],
    [
      'In no event shall this contract extend any later than thirty (30) months from its date.',
      undefined,
      undefined,
    ],
    ['A may extend the term to a date that is six (6) months after the move.', undefined, undefined],
    [
      'Unless it is cancelled by one of them by certified mail eighty days before the end of a period, the contract shall then continue for further periods of twenty-four (24) months each.',
      'P24M',
      'P80D',
    ],
    [
      'Unless it was cancelled earlier, A shall offer a renewal of the contract 80 days before the end of the term.',
      undefined,
      undefined,
    ],
    [
      'If the contract is not terminated by A or B seven months in advance, it is prolonged tacitly by two further years each time.',
      'P2Y',
      'P7M',
    ],
    [
      'The contract renews for successive terms of one year unless a party gives notice at least fifty (50) days, but not more than ninety (90) days, prior to the end of the term.',
      'P1Y',
      'P50D',
    ],
    ['After that date it goes on until further notice.', 'open-ended', undefined],
    ['After that the contract continues until further notice.', 'open-ended', undefined],
    [
      'If neither party has informed the other two months before the end of the term that it does not want to go on, the contract becomes one without a term.',
      'open-ended',
      'P2M',
    ],
    ['When that time is over the contract keeps rolling over for 4 months at a time.', 'P4M', undefined],
    ['The contract continues for one further school year where no new one is made.', 'P1Y', undefined],
    ['A may in its discretion prolong the funding by up to nine months.', 'P9M', undefined],
    [
      'The fee is fixed.\n\nDuration:                   40 months\nExtension if not ended:     10 months each time\nNotice before renewal:      x\nNotice before the end:      5 months, in writing',
      'P10M',
      'P5M',
    ],
    ['B has an option of 2 x 6 months to renew.', 'P6M', undefined],
    [
      'A policy of insurance shall be renewed each year and shown 30 days before it ends.',
      undefined,
      undefined,
    ],
  ])('%s', (text, term, notice) => {
    expect(shortly(`${OPENING}${text}`, 'renewal-term')[0]).toBe(term)
    expect(shortly(`${OPENING}${text}`, 'renewal-notice')[0]).toBe(notice)
  })
})
