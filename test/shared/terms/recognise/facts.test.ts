import { describe, expect, test } from 'vitest'
import { found, shortly } from './shortly.ts'

const OPENING = 'SUPPLY AGREEMENT\n\nThis Supply Agreement is made as of 3 May 2027 by and between '

describe('title', () => {
  test.each([
    [
      'Exhibit 10.4\n\nSUPPLY AND HOSTING AGREEMENT\n\nThis agreement is made',
      'SUPPLY AND HOSTING AGREEMENT',
    ],
    ['AMENDMENT NO. 2 TO THE LOAN AGREEMENT\n\nbetween A and B', 'AMENDMENT NO. 2 TO THE LOAN AGREEMENT'],
    ['NORTHWIND ENERGY, INC. SERVICE AGREEMENT\n\ntext', 'SERVICE AGREEMENT'],
    ['Partnership Agreement between Oslo and Bergen\n\nThe partners agree.', 'Partnership Agreement'],
    ['Exhibit 6.1 DISTRIBUTOR AGREEMENT THIS DISTRIBUTOR AGREEMENT is made on', 'DISTRIBUTOR AGREEMENT'],
    [
      'Exhibit 10.1\nSales and Supply Agreement WHEREAS Northwind is a company with an office in Oslo and SEAVIEW Company Limited is another, this agreement',
      'Sales and Supply Agreement',
    ],
    ['May 04, 2027 Harbour Agreement This Harbour Agreement is entered into', 'Harbour Agreement'],
    [
      'NORTHWIND Agreement with SEAVIEW\n\nHARBOUR SERVICE AGREEMENT\n\nThis Harbour Service Agreement is between',
      'HARBOUR SERVICE AGREEMENT',
    ],
    [
      'FIRST AMENDMENT TO\n\nHARBOUR AGREEMENT\n\nThis First Amendment',
      'FIRST AMENDMENT TO HARBOUR AGREEMENT',
    ],
    ['SOFTWARE LICENSE\n\nAND SUPPORT AGREEMENT\n\nThis is', 'SOFTWARE LICENSE AND SUPPORT AGREEMENT'],
    ['AMENDED AND RESTATED\n\nPIER LEASE\n\nbetween', 'AMENDED AND RESTATED PIER LEASE'],
    ['AMENDMENT NUMBER FIVE TO THE PIER LEASE\n\nThis', 'AMENDMENT NUMBER FIVE TO THE PIER LEASE'],
    ['EX-10.4 5 d123.htm EX-10.4 Exhibit 10.4 PIER AGREEMENT\n\nThis', 'PIER AGREEMENT'],
    ['AGREEMENT OF SERVICES BETWEEN NORTHWIND AND SEAVIEW\n\nThis', 'AGREEMENT OF SERVICES'],
    ['THIS PIER AGREEMENT is made on 1 May 2027 between', 'PIER AGREEMENT'],
    ['PIER LEASE\n\nTHIS PIER AND QUAY LEASE is made', 'PIER LEASE'],
    ['PIER AGREEMENT Contract No. 12\n\nThis', 'PIER AGREEMENT'],
    ['Exhibit 10.1\n\nAGREEMENT\n\nThis Agreement is made between', 'AGREEMENT'],
    ['1. Agreement to Carry\n\nCARRIAGE CONTRACT\n\nThis', 'CARRIAGE CONTRACT'],
  ])('of %j is %j', (text, title) => expect(shortly(text, 'title')).toEqual([title]))

  test('does not depend on the text that was read before', () => {
    const long = 'CONTRACT OF CARRIAGE AND STORAGE AGREEMENT BETWEEN NORTHWIND AND SEAVIEW'
    const first = shortly(long, 'title')
    for (const other of ['LEASE AGREEMENT', 'AGREEMENT AND LEASE', long]) {
      shortly(other, 'title')
      expect(shortly(long, 'title')).toEqual(first)
    }
  })

  test('is not found where nothing names a kind of agreement', () =>
    expect(shortly('Minutes of the meeting\n\nAll were present.', 'title')).toEqual([]))
})

describe('parties', () => {
  test.each([
    [
      `${OPENING}Northwind Energy, Inc., a Delaware corporation ("Northwind"), and Fjord Bank ASA (the "Bank").`,
      ['Northwind Energy, Inc. [Northwind]', 'Fjord Bank ASA [Bank]'],
    ],
    [
      `${OPENING}ACME LTD, having its office at 4 Long Road, hereinafter referred to as "Supplier", and Jo Berg, an individual ("Buyer").`,
      ['ACME LTD [Supplier]', 'Jo Berg [Buyer]'],
    ],
    [
      `${OPENING}(1) Harbour Council (the "Council"); (2) Green Trust Limited ("Trust"); and (3) Kari Nordmann ("Advisor").`,
      ['Harbour Council [Council]', 'Green Trust Limited [Trust]', 'Kari Nordmann [Advisor]'],
    ],
    [
      `${OPENING}Harbour.com, Inc. ("Harbour") and, quay.com, Inc. ("quay"), each of which may be called a "Party".\n1. Scope. Sundry Works ("Works").`,
      ['Harbour.com, Inc. [Harbour]', 'quay.com, Inc. [quay]'],
    ],
    [
      `${OPENING}(a) Blue Water S.A. ("Blue"), with an office in Oslo, (b) Red Sand (Hong Kong) Co., Ltd. (hereinafter referred to as 'Red', which term includes its successors), through Ms. Ada Lind its director.`,
      ['Blue Water S.A. [Blue]', 'Red Sand (Hong Kong) Co., Ltd. [Red]'],
    ],
    [
      'SALES CONTRACT\n\nSeller: Blue Water Ltd.\n\nBuyer: Red Sand GmbH\n\n1. Goods',
      ['Blue Water Ltd. [Seller]', 'Red Sand GmbH [Buyer]'],
    ],
    [
      `${OPENING}North Pier Hotel and Casino, Inc. ("Pier"), the Trustees of the University of Bergen ("Bergen") and Jo Berg, III ("Berg").`,
      [
        'North Pier Hotel and Casino, Inc. [Pier]',
        'Trustees of the University of Bergen [Bergen]',
        'Jo Berg, III [Berg]',
      ],
    ],
    [
      `${OPENING}Blue Water LLC ("Blue") and Red Sand s.r.o. ("Red").\nOn 1 March, Green Co. ("Green") and Blue agreed.`,
      ['Blue Water LLC [Blue]', 'Red Sand s.r.o. [Red]'],
    ],
    [
      `${OPENING}Blue Water LLC ("Blue"), a Delaware company, and the party that signs below ("Licensee").`,
      ['Blue Water LLC [Blue]'],
    ],
    [
      'LICENCE\n\nBlue Water Inc., a Nevada corporation ("Supplier"), licenses Red Sand Ltd, a company of Oslo ("Licensee"), to use it.',
      ['Blue Water Inc. [Supplier]', 'Red Sand Ltd [Licensee]'],
    ],
    [
      'LOAN CONTRACT\n\nBorrower (Party A): Blue Water Co., Ltd.\nAddress: 1 Quay\nLender (Party B): Harbour Bank\nAddress: 2 Quay',
      ['Blue Water Co., Ltd. [Borrower]', 'Harbour Bank [Lender]'],
    ],
    [
      `${OPENING}harbour.com, inc. ("Harbour"), bluefin bio, Inc. ("Bluefin") and interQuay Corp (the "Quay").`,
      ['harbour.com, inc. [Harbour]', 'bluefin bio, Inc. [Bluefin]', 'interQuay Corp [Quay]'],
    ],
    [
      `${OPENING}q.e.d. Harbour, Inc. ("Q") and Jo Berg ("Berg), an individual.`,
      ['q.e.d. Harbour, Inc. [Q]', 'Jo Berg [Berg]'],
    ],
    [
      'LOAN CONTRACT\n\nParty A:\n\nBlue Water (Hong Kong) Co., Ltd.\n\nAddress: 1 Quay\n\nParty B:\n\nHarbour Bank\n\nAddress: 2 Quay',
      ['Blue Water (Hong Kong) Co., Ltd. [Party A]', 'Harbour Bank [Party B]'],
    ],
  ])('of %j', (text, parties) => expect(shortly(text, 'party')).toEqual(parties))

  test('are not made of what is told about them', () =>
    expect(
      shortly(
        `${OPENING}Acme Inc., a company of England and Wales ("Acme"), and Beta LLC ("Beta").`,
        'party',
      ),
    ).toEqual(['Acme Inc. [Acme]', 'Beta LLC [Beta]']))
})

describe('dates and length', () => {
  test.each([
    ['agreement-date', `${OPENING}A Ltd ("A") and B Ltd ("B").`, ['2027-05-03']],
    ['agreement-date', 'This Agreement, dated 11/30/2026, is between A and B.', ['2026-11-30']],
    [
      'agreement-date',
      'This AMENDED AND RESTATED AGREEMENT is dated as of 1 May 2027. It replaces what was signed on 2 June 2020.',
      ['2027-05-01'],
    ],
    [
      'agreement-date',
      'AGREEMENT made the Twelfth day of March in the year Two Thousand Twenty-Seven between A and B',
      ['2027-03-12'],
    ],
    [
      'agreement-date',
      'In Madrid, on the 21st day of November, 2027\n\nthe following appear',
      ['2027-11-21'],
    ],
    ['agreement-date', 'PIER LEASE\n\n30 June 2027\n\nA and B agree.', ['2027-06-30']],
    [
      'agreement-date',
      'This Amendment is entered into the 24th day of March, 2027 ("Execution Date") and effective this 1st day of May, 2027 by A and B.',
      ['2027-03-24'],
    ],
    [
      'agreement-date',
      'The Lease Agreement between A and B dated May 20, 2020 is hereby amended as follows.',
      [],
    ],
    ['effective-date', 'No work begins prior to 1 February 2027 (the "Construction Commencement Date").', []],
    [
      'effective-date',
      `${'Words of no weight. '.repeat(250)}A Secrecy Agreement is in place and effective March 19, 2026.`,
      [],
    ],
    [
      'effective-date',
      `${'Words of no weight. '.repeat(250)}This Agreement is effective March 19, 2026.`,
      ['2026-03-19'],
    ],
    [
      'effective-date',
      'The parties previously entered into a lease effective as of January 1, 2020 and wish to extend it.',
      [],
    ],
    [
      'effective-date',
      'This Agreement is made on 1 May 2027 and is effective as of June 1, 2027 (the "Effective Date").',
      ['2027-06-01'],
    ],
    ['effective-date', 'The parties met on 1 May 2027.', []],
    [
      'effective-date',
      `${OPENING}A Ltd ("A") and B Ltd ("B"). This Agreement is effective on the date hereof.`,
      ['2027-05-03'],
    ],
    [
      'effective-date',
      `${OPENING}A Ltd ("A") and B Ltd ("B"). Mr Lind is appointed chair under this Agreement. The Warrant is effective as of the date hereof.`,
      [],
    ],
    [
      'agreement-date',
      '"Services Agreement" means the agreement executed between the parties on 1 May 2025. This Agreement is undated.',
      [],
    ],
    [
      'initial-term',
      'The initial term of this Agreement shall be three (3) years from the Effective Date.',
      ['P3Y'],
    ],
    [
      'initial-term',
      'This Agreement shall continue until the fifth (5th) anniversary of the Effective Date.',
      ['P5Y'],
    ],
    ['initial-term', 'The Supplier shall repair defects within two years.', []],
    [
      'expiry',
      'The term of this Agreement begins on 1 May 2027 and expires on December 31, 2030.',
      ['2030-12-31'],
    ],
    [
      'expiry',
      'This Agreement is effective as of 1 May 2027. The term of this Agreement is for two years.',
      ['2029-05-01'],
    ],
    [
      'expiry',
      'This Agreement is effective as of 1 May 2027. The term of this Agreement is two years from the date on which the harbour opens.',
      [],
    ],
    [
      'renewal-term',
      'The Agreement shall automatically renew for successive one-year terms unless either party gives notice of non-renewal at least ninety (90) days before the end of the term.',
      ['P1Y'],
    ],
    [
      'renewal-notice',
      'The Agreement shall automatically renew for successive one-year terms unless either party gives notice of non-renewal at least ninety (90) days before the end of the term.',
      ['P90D'],
    ],
    [
      'renewal-notice',
      "Either party may, upon sixty days' prior written notice, cancel this Agreement at the end of the initial term.",
      ['P60D'],
    ],
    ['renewal-term', 'The lease of the car may be extended.', []],
    [
      'confidentiality-period',
      'The duty of confidentiality shall survive for five (5) years after termination.',
      ['P5Y'],
    ],
    ['payment-term', 'Invoices are payable within thirty (30) days after receipt of the invoice.', ['P30D']],
    [
      'convenience-notice',
      "Either party may terminate this Agreement for convenience upon sixty (60) days' prior written notice.",
      ['P60D'],
    ],
  ] as const)('%s of %j', (kind, text, values) => expect(shortly(text, kind)).toEqual(values))

  test('are open-ended where an agreement lasts until it is terminated', () =>
    expect(
      found(
        'This Agreement shall remain in full force and effect until terminated by either party.',
        'expiry',
      ),
    ).toEqual([{ kind: 'open-ended' }]))
})

describe('notice to end without a reason', () => {
  test.each([
    ['This Agreement remains in effect until terminated by either party upon 30 days notice.', ['P30D']],
    ['The Client may cancel this Agreement at any time within a 7-day notice period.', ['P7D']],
    [
      'Northwind may terminate this Agreement upon 10 days written notice to Seaview in the event of insolvency.',
      [],
    ],
    [
      'If the service fails three times in a month, Northwind may elect to terminate this Agreement upon fifteen days written notice.',
      [],
    ],
    ['Either party may terminate this Agreement upon 30 days notice of a breach that is not cured.', []],
  ])('in %j', (text, periods) => expect(shortly(text, 'convenience-notice')).toEqual(periods))
})

describe('dates of signatures', () => {
  test.each([
    ['Date: Date: 3-29-2027 3-31-2027', '2027-03-31'],
    ['Date: 29 March 2027', '2027-03-29'],
    ['/s/ Kari Nordmann 30 March 2027', '2027-03-30'],
  ])('%s', (signed, date) => {
    const text = `SERVICE AGREEMENT\n\n${'Northwind shall deliver water to Seaview. '.repeat(150)}\n\nBy: Kari Nordmann Title: Mayor ${signed}`
    expect(shortly(text, 'agreement-date')).toEqual([date])
  })
})
