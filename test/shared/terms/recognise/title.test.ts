import { describe, expect, test } from 'vitest'
import { shortly } from './shortly.ts'

const BETWEEN = 'between Pier Energy, Inc. ("Pier") and Fjord Bank ASA ("Fjord").'
const PROSE =
  'The buyer of the goods has to look at them on the day on which they are brought to him. '.repeat(5)

describe('a title stands alone', () => {
  test.each([
    [`PIER ENERGY, INC. AND FJORD HOSTING AGREEMENT\n\nThis contract is ${BETWEEN}`, 'HOSTING AGREEMENT'],
    [`PIER HOSTING AGREEMENT\n\nThis contract is ${BETWEEN}`, 'HOSTING AGREEMENT'],
    [`PIER HOSTING AGREEMENT\n\nThis PIER HOSTING AGREEMENT is ${BETWEEN}`, 'PIER HOSTING AGREEMENT'],
    [`SALES AGREEMENT\n\nThis contract is between Pier Energy, Inc. ("Sales").`, 'SALES AGREEMENT'],
    [`HOSTING AGREEMENT\nAgreement Number: CW12\n\nThis contract is ${BETWEEN}`, 'HOSTING AGREEMENT'],
    [`HOSTING AGREEMENT 1.0 Introduction This Hosting Agreement is ${BETWEEN}`, 'HOSTING AGREEMENT'],
    [`HOSTING AGREEMENT NO. 2\n\nThis contract is ${BETWEEN}`, 'HOSTING AGREEMENT NO. 2'],
    [
      `Hosting Agreement for Oslo Party A: Pier Co., Ltd. Party B: Fjord AS\n\n${PROSE}`,
      'Hosting Agreement for Oslo',
    ],
    [`LICENSE AGREEMENT - FOR RESALE\n\nThis contract is ${BETWEEN}`, 'LICENSE AGREEMENT - FOR RESALE'],
    [
      `AMENDMENT NO. 2 TO PIER ENERGY, INC. and FJORD BANK HOSTING AGREEMENT\n\nThis is made ${BETWEEN}`,
      'AMENDMENT NO. 2 TO HOSTING AGREEMENT',
    ],
    [`AMENDMENT TO THE PORT LEASE\n\nThis is made ${BETWEEN}`, 'AMENDMENT TO THE PORT LEASE'],
    [
      'ADDENDUM TO O’NEIL FOODS, LLC PACKING AGREEMENT\n\nThis is made between Oneil Foods, LLC and Pier AS.',
      'ADDENDUM TO PACKING AGREEMENT',
    ],
    [
      `Agreement on joint buying and logistics\n\nDiary number: 221\n\nbetween\n\nA Ltd and B Ltd`,
      'Agreement on joint buying and logistics',
    ],
    [
      'Cooperation agreement on transport on demand ("Flex")\n\nbetween the towns of Rød and Hvid',
      'Cooperation agreement on transport on demand ("Flex")',
    ],
    [`TERM SHEET FOR SUPPLY\n\nThese terms bind both. It is ${BETWEEN}`, 'TERM SHEET FOR SUPPLY'],
    [
      `FILM DISTRIBUTION AND LENDING\n\nPier Films lends films to the sea-side town of Fjord.`,
      'FILM DISTRIBUTION AND LENDING',
    ],
    ['MUTUAL AID COMPACT\n\nThose that sign are the members.', 'MUTUAL AID COMPACT'],
    [`PURCHASE ORDER\n\nThis contract is ${BETWEEN}`, 'PURCHASE ORDER'],
    [`STRATEGIC\n\nHOSTING\n\nAGREEMENT\n\nThis contract is ${BETWEEN}`, 'STRATEGIC HOSTING AGREEMENT'],
    [`PIER ENERGY\n\nAGREEMENT\n\nThis contract is ${BETWEEN}`, 'AGREEMENT'],
    [
      `${PROSE}\n\nFjord Lease Agreement 11\n\n${PROSE}\n\nFjord Lease Agreement 12\n\nSALES AGREEMENT\n\nThis agreement is made ${BETWEEN}`,
      'SALES AGREEMENT',
    ],
    [`${PROSE}\n\nRATES LEASE\n\nSALES AGREEMENT\n\nThis agreement is made ${BETWEEN}`, 'SALES AGREEMENT'],
  ])('%j is %j', (text, title) => expect(shortly(text, 'title')).toEqual([title]))
})
