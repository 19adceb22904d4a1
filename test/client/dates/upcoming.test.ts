import { describe, expect, it } from 'vitest'
import { dateGroups } from '../../../client/dates/upcoming.ts'
import type { AgreementDate } from '../../../shared/terms/dates/agreement-date.ts'

const date = (
  id: string,
  day: string,
  repeats: string | null = null,
  until: string | null = null,
): AgreementDate => ({
  id,
  blockId: id,
  clauseId: null,
  kind: 'review',
  date: day,
  title: id,
  detail: '',
  partyId: null,
  repeats,
  until,
  computedFrom: null,
})
const said = (today: string, ...dates: readonly AgreementDate[]) =>
  dateGroups(dates, today).map(({ title, entries }) => [
    title,
    ...entries.map(({ entry, day }) => `${entry.id} ${day}`),
  ])

describe('the dates to come', () => {
  it('stand by month, soonest first, and what is past at the end', () => {
    expect(
      said(
        '2027-04-01',
        date('expiry', '2030-03-31'),
        date('begin', '2027-03-31'),
        date('due', '2027-04-20'),
        date('today', '2027-04-01'),
      ),
    ).toEqual([
      ['April 2027', 'today 2027-04-01', 'due 2027-04-20'],
      ['March 2030', 'expiry 2030-03-31'],
      ['Past', 'begin 2027-03-31'],
    ])
  })

  it('come again at their rhythm until it ends', () => {
    const quarterly = date('review', '2027-01-31', 'P3M', '2027-12-31')
    expect(said('2027-02-01', quarterly)).toEqual([['April 2027', 'review 2027-04-30']])
    expect(said('2027-11-01', quarterly)).toEqual([['Past', 'review 2027-01-31']])
  })
})
