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
import { sampleKpis } from './sample-kpis.ts'

/** Title of the sample. */
export const SAMPLE_TITLE = 'Skarvøy Fresh Delivery Consortium'

/** A finished agreement between three organisations that do not exist: what a good one looks like, with nothing left open. */
export const sample = (): DocumentJson =>
  compose(
    'sample-agreement',
    clause(
      'Purpose',
      p(
        '{@skarv}, {@lindholt} and {@tre} bring fresh food from the farms and boats of the Skarvøy coast to households and canteens, on the day it was picked or landed. No one of them could keep that promise alone: one has the orders, one the cold, one the last mile.',
      ),
      p(
        'They judge their work by what arrives on the table: fresh, on time, and at a price that leaves a living for those who grew or caught it.',
      ),
    ),
    clause(
      'Parties',
      party(
        'skarv',
        {
          name: 'Skarvøy Distribution AS',
          shortName: 'Skarvøy',
          kind: 'limited company',
          registration: 'NO 999 100 201',
          address: 'Havnegata 4, 5999 Skarvøy',
          contact: 'Ingrid Aune, managing director',
        },
        'It takes orders, plans the day and speaks for the consortium towards clients.',
      ),
      party(
        'lindholt',
        {
          name: 'Lindholt Cold Storage AS',
          shortName: 'Lindholt',
          kind: 'limited company',
          registration: 'NO 999 100 202',
          address: 'Fryseriveien 12, 5998 Lindholt',
          contact: 'Jonas Berg, head of operations',
        },
        'It keeps the cold chain from the quay to the depot.',
      ),
      party(
        'tre',
        {
          name: 'Tre Broer Cargo Bikes SA',
          shortName: 'Tre Broer',
          kind: 'cooperative',
          registration: 'NO 999 100 203',
          address: 'Sykkelgården 1, 5997 Tre Broer',
          contact: 'Salma Haddad, chair',
        },
        'It delivers to the door, owned by the riders who do so.',
      ),
      p(
        'The parties stay independent businesses. None of them may bind another, except as this agreement allows.',
      ),
    ),
    clause(
      'Definitions',
      bullets(
        '{definition: Service} means taking an order, cooling, sorting and delivering it, and answering for it afterwards.',
        '{definition: Delivery day} means every day from Monday to Saturday that is not a public holiday in Norway.',
        '{definition: Joint costs} means the costs in the yearly budget approved by the board, shown by receipts.',
        '{definition: Joint account} means the account no. 9990.10.00203 held for all parties, of which each has full sight.',
      ),
    ),
    clause(
      'Chain of service',
      p(
        'A step is complete when the party that receives it has what it needs. Whoever sees that a step ahead will be late says so at once in the shared log.',
      ),
      step(
        'order',
        { from: 'skarv', to: 'lindholt', due: 'P1D' },
        'The list of orders for the next delivery day, complete with addresses and what may not be warm, by six in the evening.',
      ),
      step(
        'cold',
        { from: 'lindholt', to: 'tre', due: 'P1D' },
        'Boxes sorted by round at no more than 4 °C, with a temperature log for each, by seven in the morning.',
      ),
      step(
        'door',
        { from: 'tre', due: 'P1D' },
        'The box at the door or in the canteen by noon, handed to a person where the client asked for it.',
      ),
      step(
        'after',
        { from: 'skarv', due: 'P2D' },
        'An answer to every client who was not content: a new box, the money back, or a reason.',
      ),
    ),
    clause(
      'Roles',
      role(
        'commissioner',
        { holder: 'Marit Solheim, Bergen' },
        'Belongs to no party. Speaks with each of them every month, leads the first step of a grievance, and tells all three once a quarter how they work together.',
      ),
      role(
        'service-manager',
        { holder: 'Ola Tveit', party: 'skarv' },
        'Runs the service from day to day, keeps the shared log and the figures, and calls the other two before a problem becomes a late box.',
      ),
      role(
        'custom',
        { holder: 'Kari Nes', party: 'lindholt' },
        'Treasurer: keeps the joint account and opens its books to every party at any time.',
      ),
      p(
        'The commissioner is paid NOK 60,000 a year by the parties in equal parts, whatever their shares of cost.',
      ),
    ),
    clause(
      'Governance and decisions',
      p('Each party sends one person to the board, which meets on the first Tuesday of every month.'),
      shares('vote', 'equal', [
        ['skarv', '33.34', 'One party, one vote; the odd hundredth is rounding.'],
        ['lindholt', '33.33', 'One party, one vote.'],
        ['tre', '33.33', 'One party, one vote.'],
      ]),
      subheading('Majorities'),
      bullets(
        'Two of three votes decide on rounds, prices and the plan of the season.',
        'All three votes are needed for the budget, new parties, changes of shares, the choice of commissioner or service manager, and any spending of more than NOK 250,000 that the budget does not name.',
        'A party that would have to ride or drive more by a decision may ask for a second discussion, held within ten days.',
      ),
    ),
    clause(
      'Shares of cost',
      p(
        'The budget for the first year is {amount: NOK 6,400,000}. The parties bear it in these shares, which follow the use that each makes of vans, cold rooms and bikes:',
      ),
      shares(
        'cost',
        'usage',
        [
          ['skarv', '30', 'Ordering system, planning and two vans.', '1920000'],
          ['lindholt', '45', 'Cold rooms, energy and the night shift, which cost most.', '2880000'],
          ['tre', '25', 'Bikes, the depot in town and rain gear.', '1600000'],
        ],
        { currency: 'NOK', total: '6400000' },
      ),
      p(
        'A party that pays joint costs in advance is repaid within {payment-term: twenty (20) days} of showing the receipt. In October the use of the past twelve months is counted and the shares are set anew; none of them moves by more than four percentage points in a year.',
      ),
      obligation(
        'lindholt',
        { every: 'P3M', due: '2027-07-15' },
        'Sends all parties the accounts of the joint account, with the cost of each step.',
      ),
    ),
    clause(
      'Shares of earnings',
      p(
        'A reserve of NOK 900,000 is kept. What remains of the joint income after costs and reserve is divided every half-year in these shares, by the value that each step adds for the client:',
      ),
      shares('benefit', 'value', [
        ['skarv', '32', 'Wins the clients and answers to them when something went wrong.'],
        ['lindholt', '36', 'Freshness is what clients name first.'],
        ['tre', '32', 'The hand-over at the door is what clients name second.'],
      ]),
    ),
    clause(
      'Risk',
      p(
        'Food that spoils is paid by the party in whose step it spoiled. Where the log cannot tell, the loss is borne in these shares:',
      ),
      shares('risk', 'agreed', [
        ['skarv', '35', 'Can pass part of it on in its prices.'],
        ['lindholt', '45', 'Has the means to prevent most of it.'],
        ['tre', '20', 'A cooperative with little capital.'],
      ]),
    ),
    clause(
      'Key performance indicators',
      p(
        'The figures serve to learn. They are shown to all parties on the same day, and are never used to judge a single rider, driver or packer.',
      ),
      ...sampleKpis,
    ),
    clause(
      'Data and confidentiality',
      p(
        'Skarvøy answers for the personal data of clients; the others use names and addresses for the delivery of the day only and delete them after thirty days. The temperature log is kept for two years.',
      ),
      p(
        'What a party learns of another party’s business stays confidential during this agreement and for {confidentiality-period: three (3) years} after it.',
      ),
    ),
    clause(
      'Review',
      review(
        'kpis',
        { every: 'P6M', next: '2027-10-05' },
        'Does each figure still show what clients value? Trial figures become agreed, change, or go.',
      ),
      review(
        'costs',
        { every: 'P1Y', next: '2027-10-19' },
        'Use of vans, cold rooms and bikes in the twelve months before.',
      ),
      review(
        'agreement',
        { every: 'P1Y', next: '2028-03-07' },
        'Led by the commissioner: each party says first what works, then what it finds unfair.',
      ),
    ),
    clause(
      'Grievances and disputes',
      p('To raise a grievance is no breach of trust. These steps are taken in turn:'),
      numbered(
        'A talk within five days, with the commissioner if one side wishes.',
        'A meeting of the heads of the parties within fourteen days after that.',
        'Mediation in Bergen within thirty days, paid from the joint account.',
        'The district court of Hordaland.',
      ),
      p('Boxes are delivered meanwhile as on any other day.'),
    ),
    clause(
      'Exit and its consequences',
      p(
        'A party may leave at the end of March or September with {notice-period: six (6) months} notice in writing. If a party breaks this agreement seriously and does not put it right within thirty days of a written warning, the other two may exclude it together, after hearing the commissioner.',
      ),
      p(
        'The party that leaves works on until the last day and hands over its routes, logs and contacts. It takes back what it brought. The reserve, and what was bought from the joint account, are divided in these shares at the value of the last day:',
      ),
      shares('exit', 'agreed', [
        ['skarv', '31', 'The mean of its shares of cost and earnings.'],
        ['lindholt', '40.5', 'The mean of its shares of cost and earnings.'],
        ['tre', '28.5', 'The mean of its shares of cost and earnings.'],
      ]),
      p('Clients are told in one letter signed by all three, at least thirty days before.'),
    ),
    clause(
      'Liability and insurance',
      p(
        'Each party answers to clients for its own step. Among themselves the parties are liable for negligence, each up to {liability-cap: NOK 2,000,000} in a year; intent, gross negligence, injury to persons and breach of confidentiality are not limited.',
      ),
      p('Each party holds a liability insurance of at least {insurance: NOK 10,000,000} for each event.'),
      obligation(
        'skarv',
        { every: 'P1Y', due: '2027-05-01' },
        'Collects the insurance policies of all parties and confirms that they are in force.',
      ),
      obligation(
        'tre',
        { every: 'P1Y', due: '2027-06-01' },
        'Has every bike and every trailer inspected and shows the report.',
      ),
    ),
    clause(
      'Term and renewal',
      p(
        'This agreement takes effect on {effective-date: 1 April 2027}. It runs for {term-length: three (3) years} and expires on {expiry: 31 March 2030}. It is renewed for {renewal: one (1) year} at a time unless a party objects in writing at least {notice-period: three (3) months} before it expires.',
      ),
    ),
    clause(
      'Governing law',
      p(
        'This agreement is governed by {governing-law: the laws of Norway}. If a part of it is void, the rest stays in force.',
      ),
    ),
    clause(
      'Amendment and signature',
      p(
        'Changes are valid only in writing and signed by all parties. Each party signs electronically on its own device and keeps the signed version, which anyone can check without the help of the others.',
      ),
    ),
  )
