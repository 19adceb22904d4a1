import { describe, expect, test } from 'vitest'
import { shortly } from './shortly.ts'

describe('law and disputes', () => {
  test.each([
    [
      'This Agreement shall be governed by the laws of the State of New York, without regard to conflicts of law.',
      ['New York'],
    ],
    ['This contract is construed in accordance with English law.', ['England and Wales']],
    ['The laws of the Netherlands shall apply to this Agreement.', ['Netherlands']],
    ['Acme is a company organized under the laws of Delaware.', []],
    [
      'This contract is governed by the laws of the United States of America and of the State of Ohio.',
      ['Ohio'],
    ],
    [
      'The laws of the United States and, where they are silent, the laws of the State of Ohio govern this contract.',
      ['Ohio'],
    ],
    ['This contract is governed by the laws of the United States of America.', ['United States']],
    ['This contract is governed by the regulations of the Republic of Peru.', ['Peru']],
    ['This contract shall be subject to the legislation of Poland.', ['Poland']],
    [
      'The laws or regulations of the United States Department of Commerce apply to exports under this contract.',
      [],
    ],
    ['The parties choose the law of Scotland.', ['Scotland']],
    ['Governing Law: State of Ohio', ['Ohio']],
    ['12. Governing Law. Ohio.', ['Ohio']],
    ['Law and disputes: Ohio law.', ['Ohio']],
    ['The law of the State of Ohio, not of the State of Utah, governs this contract.', ['Ohio']],
    ['Scots law applies to this contract.', ['Scotland']],
    ['We meet twice a year. Kenyan law is what counts.', ['Kenya']],
    ['9. Law. Utah, even where the other side sits in Idaho.', ['Utah']],
    ['9. The laws in force in the Province of Québec govern.', ['Quebec']],
    ['South African law shall be looked to in case of doubt.', ['South Africa']],
    ['What is not said here is decided by the Civil Code of Poland.', ['Poland']],
    ['Which law? That of New Zealand.', ['New Zealand']],
    ['Interpretation by Indian law. The Bombay High Court.', ['India']],
    ['The bank was formed by Kenyan law.', []],
    ['Kenyan law requires a permit for each boat.', []],
    ['The tariff is set each spring by Oregon.', []],
  ])('governing law of %j', (text, law) => expect(shortly(text, 'governing-law')).toEqual(law))

  test('steps stand in the order of the text', () =>
    expect(
      shortly(
        'The parties shall settle any dispute by good faith negotiation. If that fails, the dispute goes to mediation. Disputes not settled are finally settled by arbitration held in Oslo.',
        'dispute-step',
      ),
    ).toEqual(['negotiation -', 'mediation -', 'arbitration Oslo']))
})

describe('money', () => {
  test.each([
    [
      'amount',
      'The fee is US$ 48,000.50 and One Million Dollars ($1,000,000) at the end.',
      ['USD 48000.5', 'USD 1000000'],
    ],
    [
      'insurance',
      'The Supplier shall carry general liability insurance with limits of not less than $2,000,000 per occurrence.',
      ['USD 2000000'],
    ],
    ['insurance', 'The price of the car is $20,000.', []],
  ] as const)('%s of %j', (kind, text, values) => expect(shortly(text, kind)).toEqual(values))
})

describe('duties and measures', () => {
  test('a duty has who, what and by when', () =>
    expect(
      shortly(
        'The Supplier shall deliver the monthly report within ten days after the end of each month.',
        'obligation',
      ),
    ).toEqual(['Supplier: deliver the monthly report within ten days after the end of each month (P10D)']))

  test.each([
    [
      'The Harbour shall keep the quay, and the Carrier shall clean it in winter.',
      ['Harbour: keep the quay (-)', 'Carrier: clean it in winter (-)'],
    ],
    [
      'Parcels are to be collected by Seaview within 2 days.',
      ['Seaview: Parcels collected within 2 days (P2D)'],
    ],
    [
      'It is the duty of the Treasurer to file the accounts yearly.',
      ['Treasurer: file the accounts yearly (yearly)'],
    ],
    ['The Chair shall, once a year, call a meeting.', ['Chair: call a meeting (-)']],
    ['The Port, acting through its clerk, shall open the gate.', ['Port: open the gate (-)']],
    [
      'The Town shall not sell the land and shall fence it within 30 days.',
      ['Town: fence it within 30 days (P30D)'],
    ],
    ['We shall train your staff.', ['We: train your staff (-)']],
    ['The Firm is obliged within two days to reply in writing.', ['Firm: reply in writing (P2D)']],
    [
      'Acme supplies two trucks; each town pays its part every month.',
      ['Acme: supplies two trucks (-)', 'each town: pays its part every month (every month)'],
    ],
    ['The lift is repaired by the Landlord.', ['Landlord: The lift repaired (-)']],
    ['The review period may be extended.', []],
    ['Whereas Acme supplies trucks to the towns.', []],
    ['This Agreement shall be governed by the law of Norway.', []],
  ])('duties of %j', (text, duties) => expect(shortly(text, 'obligation')).toEqual(duties))

  test.each([
    ['The Provider maintains availability of at least 99.5% per month.', ['availability - > 99.5 %']],
    [
      'The partners reduce the average waiting time from 40 days to 25 days by 2028.',
      ['average waiting time 40 > 25 days'],
    ],
    [
      'At least 95% of requests are answered within two days.',
      ['requests are answered within two days - > 95 %'],
    ],
    ['The Investor owns at least 51% of the shares.', []],
  ])('measures of %j', (text, kpis) => expect(shortly(text, 'kpi')).toEqual(kpis))
})

describe('shares of what comes in', () => {
  test.each([
    ["The Operator pays a monthly fee of five percent (5%) of the Hotel's gross rooms revenue.", ['5']],
    ['Seaview shall receive a royalty of 7.5% of Net Sales.', ['7.5']],
    ['The proceeds are shared as follows: 10% Northwind, 90% Seaview.', ['10', '90']],
    [
      'Commission falls by .5% from May; a commission rate of 12% is paid on insurance premiums.',
      ['0.5', '12'],
    ],
    [
      'Royalties are paid on Net Sales as follows:\n\nUp to $1 million 4%\n\nOver $1 million 6%\n\nThe boat is 20% larger.',
      ['4', '6'],
    ],
    ['"Net Revenue" is defined as 100% of gross revenues.', []],
    ['The annual maintenance fee is 22% of the net licence fee.', []],
    ['Late amounts bear interest at 8% per annum of the sales price.', []],
    ['If an audit shows that less than 95% of the royalties was paid, the Licensee pays for it.', []],
    ['Northwind bears 30% of the cost of the service.', []],
  ])('in %j', (text, shares) => expect(shortly(text, 'share')).toEqual(shares))
})
