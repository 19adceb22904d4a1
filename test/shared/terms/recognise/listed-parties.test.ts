import { describe, expect, test } from 'vitest'
import { shortly } from './shortly.ts'

/** Ways in which partners who are no companies are listed: a line for each, a table, a form. */
describe('parties listed line by line', () => {
  test.each<[string, string[]]>([
    [
      'COOPERATION AGREEMENT\n\nThe undersigned:\n\n1. the Municipality of Zandmeer, represented by its Mayor,\nMs A. Kuiper, acting upon the decision of 3 May 2027, hereinafter: Zandmeer;\n\n2. Veerbedrijf Oost N.V., having its office in Zandmeer, hereinafter: VBO;\n\nwhereas:\n\nthe ferry is old;',
      ['Municipality of Zandmeer [Zandmeer]', 'Veerbedrijf Oost N.V. [VBO]'],
    ],
    [
      'AGREEMENT\n\nbetween the\n\nKlinik Bergtal, Talweg 1, Bergtal (below: KBT)\n\nand the\n\nStiftung Heim am See, Seeweg 2 (below: the Foundation)\n\n1. Purpose\n\nKBT lends beds.',
      ['Klinik Bergtal [KBT]', 'Stiftung Heim am See [Foundation]'],
    ],
    [
      'CONSORTIUM AGREEMENT\n\nbetween\n\n1. Fjellby University (the Coordinator)\n2. Ås municipality\n3. Kystlab AS\n\nhereinafter referred to as "Parties".\n\n1 Background\n\nThe Fund is no party.',
      ['Fjellby University [Coordinator]', 'Ås municipality []', 'Kystlab AS []'],
    ],
    [
      'DATA SHARING AGREEMENT\n\n1. Parties to the agreement\n\n| Organisation | Short name | Address |\n|---|---|---|\n| Tarn Borough Council | TBC | Town Hall |\n| Fell Hospitals Trust | FHT | Mill Road |\n\n2. Purpose\n\nThey share records.',
      ['Tarn Borough Council [TBC]', 'Fell Hospitals Trust [FHT]'],
    ],
    [
      'Library Agreement\n\nParties\n\nParty                 ABN             Represented by\nUpper Creek Council   44 120 336 871  General Manager\nShire of Low Creek    81 556 003 219  Acting Manager\n\nBackground\n\nThey have libraries.',
      ['Upper Creek Council []', 'Shire of Low Creek []'],
    ],
    [
      'Agreement\n\n1 § Contracting parties\n\nSuvanto wellbeing services county, Rantatie 1 (business ID 3221998-7)\nSuvannon Hankinta Oy (business ID 2755001-0), hereinafter "the Purchaser"\n\n2 § Background\n\nThe Purchaser buys.',
      ['Suvanto wellbeing services county []', 'Suvannon Hankinta Oy [Purchaser]'],
    ],
    [
      'SHARED STAFF AGREEMENT\n\nBetween the schools listed here:\n\n  A.  The Hill Academy Trust (company no. 08999117) – “Hill”\n  B.  Mill Lane Primary School – “Mill Lane”\n  C.  Any school admitted later\n\nIntroduction\n\nThe heads met.',
      ['Hill Academy Trust [Hill]', 'Mill Lane Primary School [Mill Lane]'],
    ],
    [
      'SECTION 9 AGREEMENT\n\nTHIS AGREEMENT made between:\n\nTarn County Council of Castle Street, Tarn, of the first part, and\nFell City Council of City Hall, Fell, of the second part.\n\n1. The councils share a fire engine.',
      ['Tarn County Council []', 'Fell City Council []'],
    ],
    [
      'LEAVE AND LICENSE\n\nThis is made at Pur on 3 May 2027\n\nBETWEEN\n\nMRS. A. VEN, Age: 58 years, residing at Lake Road, HEREINAFTER called "THE LICENSOR" (which shall include her heirs) OF THE ONE PART\n\nAND\n\n1) MR. F. QUR, Age: 31 years, and\n2) MS. T. KEL, Age: 29 years,\nboth residing at Row House 3, HEREINAFTER jointly called "THE LICENSEES" OF THE OTHER PART.\n\nWHEREAS it is so;',
      ['MRS. A. VEN [LICENSOR]', 'MR. F. QUR [LICENSEES]', 'MS. T. KEL [LICENSEES]'],
    ],
    [
      "MEMORANDUM OF AGREEMENT\n\n______\n\nbetween\n\nNORTHERN BAY COUNCIL\n('NBC')\n\nand\n\nthe Kidney Foundation Limited\n('the Foundation')\n\n______\n\n1   Purpose\n\nThe lease between NBC and the Land Trust is not touched.",
      ['NORTHERN BAY COUNCIL [NBC]', 'Kidney Foundation Limited [Foundation]'],
    ],
    [
      'SHARED USE\n\nbetween\n\nCreek Netball Association Inc. (A0011111)\n\nand\n\nCreek Bowls Club Inc. (A0033333)\n\n1. They share a hall.',
      ['Creek Netball Association Inc. []', 'Creek Bowls Club Inc. []'],
    ],
    [
      'Subscription No 7\n\nLaevakoda OÜ, registry code 14998821, Sadama 5 (the Vendor),\n\nand\n\nSIA Mežs, registration number 40203991177 (the Customer),\n\nhave entered into this contract.',
      ['Laevakoda OÜ [Vendor]', 'SIA Mežs [Customer]'],
    ],
    [
      'LIFT CONTRACT\n\nPrincipal:    Wohnwerk Nord eG, Deichstraße 40, 26999 Nord\nContractor:   Aufzug Petersen GmbH, Gewerbering 9\n\n1. The lifts are kept in order.',
      ['Wohnwerk Nord eG [Principal]', 'Aufzug Petersen GmbH [Contractor]'],
    ],
    [
      'WAREHOUSE CONTRACT\n\nParties: Cold Quay, Inc. ("Keeper"), an Oregon corporation, and Berry Growers Cooperative ("Depositor"), a cooperative.\n\nThe berries are kept cold.',
      ['Cold Quay, Inc. [Keeper]', 'Berry Growers Cooperative [Depositor]'],
    ],
  ])('%j', (text, parties) => expect(shortly(text, 'party')).toEqual(parties))

  test.each([
    'Parties\n\nThe parties shall meet once a year. They may meet more often.',
    'The talks between\n\n1. Scope\n2. Price\n\nand so on.',
    'Between:\n\nMonday\nFriday',
    'BETWEEN:\n\n',
    'of the first part, of the second part',
    '',
  ])('none in %j', text => expect(shortly(text, 'party')).toEqual([]))
})
