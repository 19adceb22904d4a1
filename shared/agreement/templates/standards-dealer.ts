import type { DocumentJson } from '../../document/document-json.ts'
import {
  bullets,
  clause,
  numbered,
  obligation,
  p,
  party,
  review,
  role,
  shares,
  step,
  subheading,
} from './builder.ts'
import { compose } from './compose.ts'
import { dealerKpis } from './standards-dealer-kpis.ts'

const ORGANISATION = { registration: '[registration number]', address: '[address]', contact: '[contact]' }

/** One organisation sets a standard, local partners deliver to it. What it turns on: the licence, a standard that learns, audits both ways, territory, life after the brand. */
export const standardsDealer = (): DocumentJson =>
  compose(
    'standards-dealer',
    clause(
      'Purpose',
      p(
        '{@owner} has developed the standard [name of the standard] and the name under which it is known. {@north} and {@south} deliver it to clients in their regions, each in its own name and at its own risk. A client who knows the name can rely on getting the same quality everywhere.',
      ),
      p(
        'The standard is worth what dealers and clients make of it. It therefore learns from the dealers, and what they teach it is recognised.',
      ),
    ),
    clause(
      'Parties',
      party(
        'owner',
        { name: '[Standard owner]', shortName: '[Owner]', kind: 'standard owner', ...ORGANISATION },
        'It owns, teaches and improves the standard.',
      ),
      party(
        'north',
        { name: '[First dealer]', shortName: '[Dealer North]', kind: 'dealer', ...ORGANISATION },
        'It delivers to the standard in [region].',
      ),
      party(
        'south',
        { name: '[Second dealer]', shortName: '[Dealer South]', kind: 'dealer', ...ORGANISATION },
        'It delivers to the standard in [other region].',
      ),
      p(
        'The dealers are independent. They set their own prices, hire their own people and keep what they earn after the fees in this agreement.',
      ),
    ),
    clause(
      'Definitions',
      bullets(
        '{definition: Standard} means the manual in its current edition, with the training and the tools that belong to it.',
        '{definition: Name} means [the names, marks and signs], in the form that the manual shows.',
        '{definition: Region} means the area that is named for a dealer under Parties.',
        '{definition: Net income} means what clients pay a dealer for deliveries under the standard, without tax and refunds.',
        '{definition: Audit} means a visit by which it is seen whether a delivery meets the standard, by a person who has been trained for it.',
      ),
    ),
    clause(
      'Licence and region',
      p(
        '{@owner} gives each dealer the right to use the standard and the name in its region while this agreement runs. {@owner} gives nobody else that right in the same region and does not deliver there itself. A dealer may serve a client from outside its region who comes to it unasked.',
      ),
      p(
        'The dealer uses the name as the manual shows it, and never so that a client could take the dealer for {@owner}. The licence cannot be passed on without consent.',
      ),
    ),
    clause(
      'Chain of service',
      step(
        'edition',
        { from: 'owner', to: 'north', due: 'P30D' },
        'A new edition of the manual, with the reasons for each change and a month to ask questions. {@south} receives it on the same day.',
      ),
      step(
        'training',
        { from: 'owner', to: 'south', due: 'P60D' },
        'Trained people: everyone who delivers has passed the training for the edition in force. {@north} is trained in the same rounds.',
      ),
      step(
        'deliverynorth',
        { from: 'north', due: 'P10D' },
        'The delivery to clients in the north, to the standard and with its written promise of quality.',
      ),
      step(
        'deliverysouth',
        { from: 'south', due: 'P10D' },
        'The delivery to clients in the south, to the standard and with its written promise of quality.',
      ),
      step(
        'learning',
        { from: 'north', to: 'owner', due: 'P90D' },
        'What the dealers have learned: proposals for the standard, with the cases that gave rise to them. {@owner} answers each proposal with reasons.',
      ),
    ),
    clause(
      'Roles',
      role(
        'service-manager',
        { holder: '[name]', party: 'owner' },
        'Head of standard: keeps the manual, plans training and audits, and is the first to call for a dealer in trouble.',
      ),
      role(
        'chair',
        { holder: '[name]', party: 'north' },
        'Speaker of the dealers: chosen by the dealers for two years, brings their proposals to the standards board.',
      ),
      role(
        'commissioner',
        { holder: '[name of a neutral person]' },
        'Independent of owner and dealers. Watches over the balance between the one who sets the rules and those who live by them, may read every audit, and can ask for a second audit by another person.',
      ),
    ),
    clause(
      'The standards board and its decisions',
      p('A standards board decides on new editions. It meets twice a year. The votes are:'),
      shares('vote', 'agreed', [
        ['owner', '40', 'Answers for the standard as a whole, but cannot change it alone.'],
        ['north', '30', 'Dealers together can outvote the owner.'],
        ['south', '30', 'Dealers together can outvote the owner.'],
      ]),
      subheading('What protects each side'),
      bullets(
        'A change that costs a dealer more than [amount with currency] a year needs that dealer’s consent, or the board pays for it from the standards fund.',
        'A change that would endanger safety or the good name of the standard needs the consent of {@owner}.',
        'Dealers have at least three months to adopt a new edition.',
      ),
    ),
    clause(
      'Fees and shares of cost',
      p(
        'Each dealer pays a licence fee of [percent] of its net income, by the tenth day of each month for the month before. An invoice is due within {payment-term: fourteen (14) days}. There is no fee for entering and no fee that does not depend on income.',
      ),
      p(
        'Training, audits and development are paid from a standards fund. It is fed in these shares, which follow the use that each party makes of it:',
      ),
      shares('cost', 'usage', [
        ['owner', '40', 'Development of the standard, which it would need in any case.'],
        ['north', '35', 'Trains and is audited at more places.'],
        ['south', '25', 'Trains and is audited at fewer places.'],
      ]),
      p(
        'Where an edition costs more than was planned and the fund cannot pay it, what is missing is borne in these shares:',
      ),
      shares('risk', 'agreed', [
        ['owner', '70', 'Plans the editions and makes them.'],
        ['north', '15', 'Agrees to the plan in the standards board.'],
        ['south', '15', 'Agrees to the plan in the standards board.'],
      ]),
      obligation(
        'owner',
        { every: 'P1Y', due: 'P90D' },
        'Lays open to the dealers what the standards fund took in and what it was spent on.',
      ),
      obligation('north', { every: 'P1M' }, 'Reports its net income and pays the licence fee.'),
      obligation('south', { every: 'P1M' }, 'Reports its net income and pays the licence fee.'),
    ),
    clause(
      'Sharing the value of improvements',
      p(
        'If the standard is licensed to others and their fees rise because of an improvement, one fifth of those fees is a bonus. It is divided by the value that each party added to the improvement, at first in these shares:',
      ),
      shares('benefit', 'value', [
        ['owner', '40', 'Works proposals out and makes them teachable.'],
        ['north', '30', 'Tries proposals out with clients.'],
        ['south', '30', 'Tries proposals out with clients.'],
      ]),
    ),
    clause(
      'Key performance indicators',
      p(
        'The same figures are kept for every dealer and for {@owner} too: those who set the standard are measured as well.',
      ),
      ...dealerKpis,
    ),
    clause(
      'Audits and putting things right',
      p(
        'Each place is audited once a year, with two weeks’ notice, and again without notice if clients complain seriously. The dealer may comment on the report before it is final. The dealers audit the training and support of {@owner} once a year in the same way.',
      ),
      p(
        'A lapse is put right within thirty days, or within seven days where clients are at risk. {@owner} helps without charge. Only when the second audit finds the same lapse may the use of the name be suspended at that place.',
      ),
      obligation(
        'owner',
        { due: 'P14D', every: 'P1Y' },
        'Sends the dealer the report of each audit, with what is good and what is to be put right.',
      ),
    ),
    clause(
      'Data, know-how and confidentiality',
      p(
        'Clients are the clients of the dealer. {@owner} receives figures without names, except where a client has agreed or a safety matter demands it. The manual is confidential, and so is what the parties learn of each other’s business, during this agreement and for {confidentiality-period: five (5) years} after it.',
      ),
    ),
    clause(
      'Review',
      review(
        'kpis',
        { every: 'P6M' },
        'The standards board asks whether the figures still show what clients value.',
      ),
      review('costs', { every: 'P1Y' }, 'Fees and fund are compared with what the dealers get for them.'),
      review(
        'agreement',
        { every: 'P2Y' },
        'Owner and dealers each say what they would no longer sign, and the commissioner looks for a way.',
      ),
    ),
    clause(
      'Grievances and disputes',
      numbered(
        'The head of standard and the dealer talk within seven days.',
        'The speaker of the dealers and the management of {@owner} meet within fourteen days, with the commissioner, who gives a written opinion if they do not agree.',
        'Mediation under the rules of [mediation body] within forty-five days.',
        'Arbitration at [place] by one arbitrator, in [language].',
      ),
      p(
        'While a grievance is open, the licence may be suspended only where clients would otherwise be in danger.',
      ),
    ),
    clause(
      'Ending, and life after it',
      p(
        'A dealer may end its part with {notice-period: six (6) months} notice, {@owner} with {notice-period: twelve (12) months} notice. Either may end at once if the other breaks this agreement seriously and does not put it right in the time set under Audits and putting things right, or within thirty days where no time is set there.',
      ),
      p(
        'On the last day the dealer stops using the name. It may finish the deliveries it has promised, in its own name and to the standard. It may go on in its trade: there is no ban on competing, but the manual goes back. Tools with the name are bought back at their value in the books. The standards fund is divided in these shares:',
      ),
      shares('exit', 'usage', [
        ['owner', '40', 'As it was fed.'],
        ['north', '35', 'As it was fed.'],
        ['south', '25', 'As it was fed.'],
      ]),
    ),
    clause(
      'Liability and insurance',
      p(
        'A dealer answers to clients for its deliveries, {@owner} for faults in the standard itself. Between the parties, liability for negligence is limited to {liability-cap: 200%} of the licence fees of the dealer concerned in the twelve months before; there is no limit for intent, gross negligence, injury to persons and breach of confidentiality.',
      ),
      p('Each dealer is insured against liability for at least [amount with currency] for each event.'),
    ),
    clause(
      'Term and renewal',
      p(
        'This agreement takes effect on [date]. It runs for {term-length: five (5) years}, so that a dealer can earn back what it invests, and is renewed for {renewal: five (5) years} on the terms then offered to new dealers if the dealer wishes it and has no open lapse.',
      ),
    ),
    clause(
      'Governing law',
      p(
        'This agreement is governed by the laws of [country]. Rules of the law of the region that protect dealers or consumers and cannot be set aside remain untouched.',
      ),
    ),
    clause(
      'Amendment and signature',
      p(
        'A new edition of the manual is not a change of this agreement. Every other change is made in writing and signed by the parties it concerns. Each dealer had this agreement, the manual and the accounts of the standards fund at least thirty days before signing. The parties sign electronically.',
      ),
    ),
  )
