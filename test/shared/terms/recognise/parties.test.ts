import { describe, expect, test } from 'vitest'
import { shortly } from './shortly.ts'

const OPENING = 'SUPPLY AGREEMENT\n\nThis Supply Agreement is made as of 3 May 2027 by and between '
const BODY = 'The goods are carried to the quay in good order. '.repeat(40)
const used = (...names: string[]) => names.map(name => `${name} agrees. `.repeat(6)).join('')

const cases = (rows: readonly (readonly [text: string, parties: readonly string[]])[]) =>
  test.each(rows)('%j', (text, parties) =>
    expect(shortly(text, 'party').toSorted()).toEqual([...parties].toSorted()),
  )

describe('short names', () => {
  cases([
    [
      `${OPENING}PIER ENERGY, INC., "Seller", and FJORD BANK ASA, "Buyer".`,
      ['PIER ENERGY, INC. [Seller]', 'FJORD BANK ASA [Buyer]'],
    ],
    [
      `${OPENING}PIER ENERGY, INC., hereinafter called Seller, and FJORD BANK ASA, hereinafter referred to as the Buyer.`,
      ['PIER ENERGY, INC. [Seller]', 'FJORD BANK ASA [Buyer]'],
    ],
    [
      `${OPENING}Pier Energy, Inc. and Pier Water, LLC (together, the "Sellers") and Fjord Bank ASA and Jo Berg (collectively, the "Buyers").`,
      [
        'Pier Energy, Inc. [Sellers]',
        'Pier Water, LLC [Sellers]',
        'Fjord Bank ASA [Buyers]',
        'Jo Berg [Buyers]',
      ],
    ],
    [
      `SUPPLY AGREEMENT\n\n(1) PIER ENERGY LIMITED\n\n(2) FJORD FOODS LIMITED\n\nTHIS AGREEMENT is dated 3 May 2027\n\nPARTIES\n\n(1) PIER ENERGY LIMITED incorporated in England with company number 0799 whose office is at 1 Quay (Supplier); and\n\n(2) FJORD FOODS LIMITED incorporated in Scotland (Retailer).\n\n1. Supply\n\nThe Supplier supplies. The Supplier may stop. The Supplier pays. The Retailer sells.`,
      ['PIER ENERGY LIMITED [Supplier]', 'FJORD FOODS LIMITED [Retailer]'],
    ],
    [
      'Agreement on talks\n\nbetween\n\nRegion Midtland, reg. no. 232, and\n\nLund University, reg. no. 202\n\n1. Talks\n\nRegion Midtland is hereafter called the Region and Lund University the University. They meet.',
      ['Region Midtland [Region]', 'Lund University [University]'],
    ],
    [
      'Memorandum of Understanding\n\nbetween\n\nFell Training Board\n\nand\n\nLough Institute of Crafts\n\n1. Who we are\n\nFell Training Board ("FTB") is an authority. Lough Institute of Crafts ("the Institute") is a college that buys boats from Fell Training Board ("Boats").',
      ['Fell Training Board [FTB]', 'Lough Institute of Crafts [Institute]'],
    ],
    [
      `GAS AGREEMENT\n\nThis Agreement is made by and between PIER PIPES COMPANY, an Oslo partnership composed of Redbud Gas, Inc. and Verdi Energy Corp. ("Carrier"), and FJORD BANK ASA ("Shipper").`,
      ['PIER PIPES COMPANY [Carrier]', 'FJORD BANK ASA [Shipper]'],
    ],
    [
      'LOAN OF A PAINTING\n\nmade between Ried Museum Trust, Graz, as the Lender, and Lind Art Foundation, Oslo, as the Borrower, who agree.',
      ['Ried Museum Trust [Lender]', 'Lind Art Foundation [Borrower]'],
    ],
    [
      'REGIONAL AGREEMENT\n\nbetween\n\nVestersund Trust\n\nand\n\nNorden Foundation\n\n1. They are referred to below as the Keeper and the Guest. They meet twice a year.',
      ['Vestersund Trust [Keeper]', 'Norden Foundation [Guest]'],
    ],
    [
      'USE OF THE PUMP\n\nbetween\n\nWater Association of Lund\n\nand\n\nSund Boating Club\n\n1. The Association owns a pump and the Club a canal. The Association lends the pump and the Club clears the canal.',
      ['Water Association of Lund [Association]', 'Sund Boating Club [Club]'],
    ],
    [
      `This Agreement is made by and between PIER LINKS, INC. ("Pier") and FJORD SEEDS CO. ("Affiliate").`,
      ['PIER LINKS, INC. [Pier]', 'FJORD SEEDS CO. [Affiliate]'],
    ],
  ])
})

describe('lists of parties', () => {
  cases([
    [
      `${OPENING}Pier Energy LP, a Delaware limited partnership, Pier Water LLC, a Delaware limited liability company, Pier Gas LP, a Delaware limited partnership, and Fjord Bank ASA, a Norwegian bank.`,
      ['Pier Energy LP []', 'Pier Water LLC []', 'Pier Gas LP []', 'Fjord Bank ASA []'],
    ],
    [
      `${OPENING}Pier Energy, Inc. ("Pier"), represented by Ms. Ada Lind, and Fjord Bank ASA ("Fjord"), acting through Mr. Al Lind.`,
      ['Pier Energy, Inc. [Pier]', 'Fjord Bank ASA [Fjord]'],
    ],
    [
      `${OPENING}Pier Energy, Inc.\n12 Quay Street\nPortland, Oregon\n(hereinafter "Pier")\n\nand\n\nFjord Bank ASA\nKarl Johans gate 4\n0161 Oslo\n(hereinafter "Fjord")`,
      ['Pier Energy, Inc. [Pier]', 'Fjord Bank ASA [Fjord]'],
    ],
    [
      'SERVICE CONTRACT\n\nBETWEEN:\n\nPIER LTD., a company of Alberta\n\n(the "Vendor")\n\nOF THE FIRST PART\n\nAND:\n\nFJORD INC., a company of Quebec\n\n(the "Purchaser")\n\nOF THE SECOND PART\n\nWHEREAS:',
      ['PIER LTD. [Vendor]', 'FJORD INC. [Purchaser]'],
    ],
    [
      `DATED 3 May 2027\n\n(1) PIER LIMITED\n\nand\n\n(2) FJORD LIMITED\n\nSUPPLY AGREEMENT\n\nTHIS AGREEMENT is dated 3 May 2027\n\nPARTIES\n\n(1) PIER LIMITED incorporated in England with company number 1234 whose registered office is at 1 Quay Road (Pier); and\n\n(2) FJORD LIMITED incorporated in Scotland with company number 5678 (Fjord).\n\nBACKGROUND\n\n${used('Pier', 'Fjord')}`,
      ['PIER LIMITED [Pier]', 'FJORD LIMITED [Fjord]'],
    ],
    [
      'Pier Energy GmbH, Hafenstrasse 1, 20457 Hamburg, Germany\n\n- hereinafter referred to as "PIER" -\n\nand\n\nFjord Bank ASA, Oslo, Norway\n\n- hereinafter referred to as "FJORD" -\n\nconclude the following agreement:',
      ['Pier Energy GmbH [PIER]', 'Fjord Bank ASA [FJORD]'],
    ],
    [`${OPENING}Pier Energy and Fjord Bank.\n\n1. Supply. ${BODY}`, ['Pier Energy []', 'Fjord Bank []']],
  ])
})

describe('letters', () => {
  cases([
    [
      `May 3, 2027\n\nFjord Capital LLC\n1 Long Street\nNew York, NY 10001\n\nLadies and Gentlemen:\n\nPier Energy, Inc., a Delaware corporation (the "Company"), and Pier Trust I, a Delaware trust (the "Trust"), hereby confirm their agreement with Fjord Capital LLC ("Fjord" or the "Agent") with respect to shares. ${BODY}`,
      ['Pier Energy, Inc. [Company]', 'Pier Trust I [Trust]', 'Fjord Capital LLC [Fjord, Agent]'],
    ],
    [
      `PIER ENERGY, INC.\n\nMARKETING AGREEMENT\n\nMay 3, 2027\n\nFjord Capital LLC\n1 Long Street\n\nLadies and Gentlemen:\n\nPier Energy, Inc., a Delaware corporation (the "Company"), proposes to sell shares through you. ${BODY}`,
      ['Pier Energy, Inc. [Company]', 'Fjord Capital LLC []'],
    ],
    [
      `May 3, 2027\n\nMr. Jo Berg\n1 Long Street\nOslo\n\nDear Mr. Berg:\n\nThis letter sets forth the agreement between you and Pier Energy, Inc. (the "Company") about your services. ${BODY}`,
      ['Pier Energy, Inc. [Company]', 'Jo Berg []'],
    ],
    [
      'LETTER OF OFFER\n\n3 May 2027\n\nFell Rural Transport Ltd\nThe Old Dairy\n\nDear Sirs\n\nTransport Scheme - Reference 0093\n\n1. The Department for Roads (“the Department”) hereby offers Fell Rural Transport Ltd (“the Partnership”) a grant on the conditions below.',
      ['The Department for Roads [Department]', 'Fell Rural Transport Ltd [Partnership]'],
    ],
  ])
})

describe('forms and signatures', () => {
  cases([
    [
      `CONTRACT\n\nParty A: People's Government of Lind County\nParty B: Fjord Trade Co., Ltd.\n\n${BODY}`,
      ["People's Government of Lind County [Party A]", 'Fjord Trade Co., Ltd. [Party B]'],
    ],
    [
      `AGREEMENT\n\nFranchisor: Pier Cafés LLC\nFranchisee: Jo Berg\nLocation: 12 Quay\n${BODY}`,
      ['Pier Cafés LLC [Franchisor]', 'Jo Berg [Franchisee]'],
    ],
    [
      `AGREEMENT\n\nSupplier: Pier Energy, Inc.\nAddress: 12 Quay\nCustomer: Fjord Bank ASA\nAddress: 13 Quay\n${BODY}`,
      ['Pier Energy, Inc. [Supplier]', 'Fjord Bank ASA [Customer]'],
    ],
    [
      `ORDER\n\nOrder date:       3-May-2027\nHost:             Pier Webs, Inc., a Texas corp. ("Pier")\nSubscriber:       The Fjord Wreath Company ("Subscriber")\n\n${BODY}`,
      ['Pier Webs, Inc. [Pier]', 'The Fjord Wreath Company [Subscriber]'],
    ],
    [
      `PIER CAFE FRANCHISE AGREEMENT\n\nDATA SHEET\n\nFranchisor:         Pier Franchising, Inc.\nFranchisee:         Fjord Cakes, LLC\nGuarantors:         Jo Berg; Al Lind\n\nTHIS FRANCHISE AGREEMENT is made between PIER FRANCHISING, INC. ("we" or "Franchisor"), and the Franchisee named in the Data Sheet ("you" or "Franchisee"). ${BODY}`,
      ['Pier Franchising, Inc. [Franchisor]', 'Fjord Cakes, LLC [Franchisee]'],
    ],
    [
      `PLAN\n\n${BODY}\n\nPIER ENERGY, INC.          FJORD MEDIA AS\n\nBy: /s/ Jo Berg            By: /s/ Al Lind`,
      ['PIER ENERGY, INC. []', 'FJORD MEDIA AS []'],
    ],
    [
      'JOINT FILING AGREEMENT\n\nThe undersigned file jointly.\n\nPIER ENERGY, INC.\n\nBy: /s/ Jo Berg\n\n/s/ Al Lind\nAl Lind\n\n/s/ Kari Holm\nKari Holm',
      ['PIER ENERGY, INC. []', 'Al Lind []', 'Kari Holm []'],
    ],
  ])
})

describe('names', () => {
  cases([
    [
      `${OPENING}Berg, Holm & Lind, Inc. ("Berg") and Bank of Bergen, N.A. (the "Bank").`,
      ['Berg, Holm & Lind, Inc. [Berg]', 'Bank of Bergen, N.A. [Bank]'],
    ],
    [
      `${OPENING}Pier Trust Company, N.A., as agent ["Pier"], and Fjord and Sons Limited ["Fjord"].`,
      ['Pier Trust Company, N.A. [Pier]', 'Fjord and Sons Limited [Fjord]'],
    ],
    [
      'CONTRACT\n\nThis contract is made between: Pier Energy, Inc. ("Pier") with its principal office in Portland; and Fjord Bank ASA ("Fjord") with its office in Oslo.',
      ['Pier Energy, Inc. [Pier]', 'Fjord Bank ASA [Fjord]'],
    ],
  ])

  test('of a long list with addresses', () => {
    const funds = 'ABCDEFGHIJKLMNOP'.split('').map(letter => `Pier Fund ${letter} L.P.`)
    const list = funds.map(
      (name, index) =>
        `${name}, a limited partnership of the Cayman Islands with its registered office at c/o Lind Corporate Services Limited, PO Box 309, Quay House, Grand Cayman, KY1-1104, Cayman Islands (the "Fund ${index}")`,
    )
    expect(shortly(`${OPENING}${list.join('; ')}.\n\nRECITALS`, 'party')).toHaveLength(funds.length)
  })
})

describe('parties that no opening lists', () => {
  cases([
    [
      'GUARANTY\n\nFOR VALUE RECEIVED, the undersigned, PIER ENERGY, INC., a Delaware corporation ("Guarantor"), guarantees to FJORD BANK ASA ("Lender") what is owed.',
      ['PIER ENERGY, INC. [Guarantor]', 'FJORD BANK ASA [Lender]'],
    ],
    [
      'PLAN\n\nThis sets out the terms on which Pier Energy, Inc. ("Sponsor") sponsors the Fjord Rowing Club ("Club") and its Lind Race ("Race").',
      ['Pier Energy, Inc. [Sponsor]', 'Fjord Rowing Club [Club]'],
    ],
    [
      `1. Definitions. "Van" means a van. PIER LIMITED (company no 1234) whose registered office is at 1 Quay Road and FJORD LIMITED (company no 5678) are meant by these words. ${BODY}`,
      ['PIER LIMITED []', 'FJORD LIMITED []'],
    ],
    [
      `ORDER\n\nPIER ENERGY, INC., hereinafter referred to as "PIER", hereby agrees to serve, and FJORD, INC., hereinafter referred to as "FJORD", agrees to pay. ${BODY}`,
      ['PIER ENERGY, INC. [PIER]', 'FJORD, INC. [FJORD]'],
    ],
  ])
})

describe('what is no name', () => {
  cases([
    [
      'ORDER\n\nMaterials between **Customer and** the (the "Deliverables") and the allocation by Foundation, of [^ab]: notes and Project 1.',
      [],
    ],
    [
      `${OPENING}Pier Energia S.p.a. ("Pier") and Fjord Bank ASA, an ("Fjord").`,
      ['Pier Energia S.p.a. [Pier]', 'Fjord Bank ASA [Fjord]'],
    ],
    [
      'PLAN\n\nUnder this, Pier Energy, Inc. and, an Ohio company ("Sponsor"), helps Fjord Rowing, Inc. ("Club").',
      ['Pier Energy, Inc. [Sponsor]', 'Fjord Rowing, Inc. [Club]'],
    ],
  ])
})
