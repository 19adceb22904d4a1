import { duty, type ObligationPassage } from './obligation-passages.ts'

/** Written when the rules for who is bound were finished; no rule was changed for these. Those with no duty bind nobody. */
export const OBLIGATION_PASSAGES_AFTER_SUBJECTS: readonly ObligationPassage[] = [
  duty(
    'Subject to clause 9, Greenway Composting Ltd shall collect garden waste from each kerb every second week.',
    {
      who: 'Greenway',
      what: 'garden waste',
    },
  ),
  duty('The rates charged by the Operator shall not exceed those of Schedule 2.'),
  duty('On receipt of the signed form, the Parish Council will within five working days issue the keys.', {
    who: 'Parish Council',
    what: 'keys',
    due: 'P5D',
  }),
  duty('All vehicles used for the school run shall be fitted with seat belts.'),
  duty(
    'Each of the four councils must nominate one officer and must replace that officer within 30 days of a vacancy.',
    { who: 'councils', what: 'nominate' },
    { who: 'councils', what: 'replace', due: 'P30D' },
  ),
  duty('The performance of the Supplier will be reviewed at the yearly meeting.'),
  duty('The Charity agrees that, if a volunteer is injured, it will inform the insurer without delay.', {
    who: 'Charity',
    what: 'insurer',
  }),
  duty('Any member wishing to leave shall give six months’ notice in writing.', {
    who: 'member',
    what: 'notice',
  }),
  duty('The Franchisee shall be entitled to use the oven, and shall keep it clean.', {
    who: 'Franchisee',
    what: 'clean',
  }),
  duty('Payment by the Lessee of the rent shall fall due on the first day of each month.'),
  duty('The trustees and the manager shall jointly prepare a budget by 31 October 2027.', {
    who: 'trustees',
    what: 'budget',
    due: '2027-10-31',
  }),
  duty('No act of the Agent shall bind the Principal.'),
  duty('The nursing team is expected to record each visit on the same day.', {
    who: 'nursing team',
    what: 'visit',
  }),
  duty(
    'Where the Lender so asks, the Borrower, acting through its finance officer, shall deliver its accounts.',
    {
      who: 'Borrower',
      what: 'accounts',
    },
  ),
  duty('It will be for the steering group to settle the order of the works.', {
    who: 'steering group',
    what: 'order of the works',
  }),
  duty('Northmoor undertakes, for as long as the agreement lasts, to keep the footpaths open.', {
    who: 'Northmoor',
    what: 'footpaths',
  }),
  duty('The term “Depot” shall mean the building at Quay Street.'),
  duty('Failure to attend shall be treated as consent.'),
  duty(
    'The Host will provide the room and the Guest will bring its own tools.',
    { who: 'Host', what: 'room' },
    { who: 'Guest', what: 'tools' },
  ),
  duty('The party in default shall make good the damage at its own expense.', {
    who: 'party',
    what: 'damage',
  }),
  duty('Unless the board decides otherwise, subscriptions shall be paid in advance by each club.', {
    who: 'club',
    what: 'subscriptions',
  }),
  duty('The Buyer has to inspect the goods on arrival and to report defects within three days.', {
    who: 'Buyer',
    what: 'inspect',
    due: 'P3D',
  }),
  duty('The surplus of the Alliance shall belong to its members in equal parts.'),
  duty('Westfold Bus and Coach must, by 1 April 2028, convert half of its fleet to electric drive.', {
    who: 'Westfold',
    what: 'convert',
    due: '2028-04-01',
  }),
]
