import { describe, expect, test } from 'vitest'
import { shortly } from './shortly.ts'

const duties = (text: string) => shortly(text, 'obligation')

describe('who is bound', () => {
  test.each([
    // Who only stands beside what is meant is not bound.
    ['The rates of the Carrier shall rise with the index.', []],
    ['No delay by the Seller shall waive a right.', []],
    ['Notices with respect to this Lease shall travel by post.', []],
    ['Each of the towns shall send a delegate.', ['Each of the towns: send a delegate (-)']],
    ['The mayor of each town shall open the session.', ['mayor of each town: open the session (-)']],
    // Words in between do not hide who it is.
    ['The Grower (or its heirs) shall, in any event, mend the fence.', ['Grower: mend the fence (-)']],
    ['Any partner that withdraws shall hand over its keys.', ['Any partner: hand over its keys (-)']],
    ['The party causing the damage must pay for it.', ['party: pay for it (-)']],
    ['The Hirer agrees that, after use, it will lock the hall.', ['Hirer: lock the hall (-)']],
    ['The Baker and the Miller shall share one van.', ['Baker and the Miller: share one van (-)']],
    // One word of duty does not end where another belongs to it.
    ['The Owner shall ensure that the path is lit.', ['Owner: ensure that the path is lit (-)']],
    ['The Owner must salt the path and must light it.', ['Owner: salt the path (-)', 'Owner: light it (-)']],
    [
      'The Owner shall see that the Tenant shall not be disturbed.',
      ['Owner: see that the Tenant shall not be disturbed (-)'],
    ],
    ['(a) The Owner shall mow the lawn.', ['Owner: mow the lawn (-)']],
    // What is to be done is whole, with the points of abbreviations and figures.
    [
      'The Dairy shall bill Rye Co. at 1.5 crowns a litre.',
      ['Dairy: bill Rye Co. at 1.5 crowns a litre (-)'],
    ],
  ])('%s', (text, expected) => expect(duties(text)).toEqual(expected))
})

describe('a list of duties', () => {
  test.each([
    [
      'The Supplier shall: (a) deliver within ten days; (b) insure the goods; and (c) not sell them elsewhere.',
      ['Supplier: deliver within ten days (P10D)', 'Supplier: insure the goods (-)'],
    ],
    [
      'Each month the Carrier must:\n\n(i) wash the vans;\n(ii) check the brakes; and\n(iii) the Depot shall help it.\n\nIt rains.',
      ['Carrier: wash the vans (each month)', 'Carrier: check the brakes (each month)', 'Depot: help it (-)'],
    ],
    [
      'Each partner will:\n- send a delegate\n- pay its share by 1 May 2027\n\nThe hall is red.',
      ['Each partner: send a delegate (-)', 'Each partner: pay its share by 1 May 2027 (2027-05-01)'],
    ],
    ['The members:\n- a baker\n- a miller', []],
    ['The Tenant shall not:\n- smoke\n- keep animals', []],
  ])('%s', (text, expected) => expect(duties(text)).toEqual(expected))
})

describe('what is no duty', () => {
  test.each([
    ['The Tenant shall have the right to sublet one room.'],
    ['The Tenant shall receive two keys.'],
    ['The Supplier shall be paid within ten days.'],
    ['The Supplier shall not sell to others.'],
    ['In no event shall either party owe lost profit.'],
    ['IN NO EVENT SHALL EITHER PARTY OWE LOST PROFIT OF ANY KIND.'],
    ['The Supplier warrants to Seaview that the goods are new.'],
    ['The depot shall be locked at night.'],
    ['“Depot” shall mean the hall at Quay Street.'],
  ])('%s', text => expect(duties(text)).toEqual([]))

  test('a capital alone names nobody where the parties are known', () => {
    const opening = 'This agreement is made between Seaview Ltd (“Seaview”) and Harbour Ltd (“Harbour”).\n\n'
    expect(
      duties(`${opening}The Closing shall take place at noon. Delivery Terms Seaview shall bring the deed.`),
    ).toEqual(['Seaview: bring the deed (-)'])
  })
})
