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
import { municipalKpis } from './municipal-corporation-kpis.ts'

const PUBLIC_BODY = {
  kind: 'municipality',
  registration: '[municipal number]',
  address: '[town hall, address]',
  contact: '[contact]',
}

/** Municipalities that run a joint corporation. What it turns on: residents, councils, equal service in every place, open books. */
export const municipalCorporation = (): DocumentJson =>
  compose(
    'municipal-corporation',
    clause(
      'Purpose and public task',
      p(
        'The municipalities {@first}, {@second} and {@third} each owe their residents [the service]. They carry out this task together through {@corporation}, which they own jointly, because together they can do it better, at lower cost, and in places where one of them alone could not.',
      ),
      p(
        'The task stays a public one. Each municipality remains answerable to its residents for it, and nothing in this agreement takes away a right that residents have against their municipality.',
      ),
    ),
    clause(
      'Parties',
      party(
        'first',
        { name: '[First municipality]', shortName: '[First]', ...PUBLIC_BODY },
        'It has the seat of the corporation.',
      ),
      party(
        'second',
        { name: '[Second municipality]', shortName: '[Second]', ...PUBLIC_BODY },
        'It takes part with the whole of its territory.',
      ),
      party(
        'third',
        { name: '[Third municipality]', shortName: '[Third]', ...PUBLIC_BODY },
        'It takes part with the whole of its territory.',
      ),
      party(
        'corporation',
        {
          name: '[Joint corporation]',
          shortName: 'Corporation',
          kind: 'joint public corporation',
          registration: '[registration number]',
          address: '[address]',
          contact: '[contact]',
        },
        'It is owned by the three municipalities alone and works only for them.',
      ),
      p(
        'Each municipality confirms that its council has approved this agreement. The decisions are named on the signature page.',
      ),
    ),
    clause(
      'Definitions',
      bullets(
        '{definition: Service} means the public service named under Purpose, in every part of the territory.',
        '{definition: Service standard} means the level of service that is promised alike to all residents, published by the corporation.',
        '{definition: Operating cost} means the cost in the approved budget, after fees paid by users, without depreciation of assets that a municipality gave free of charge.',
        '{definition: Population} means the number of residents on 1 January of the year before, as published by the national office of statistics.',
      ),
    ),
    clause(
      'Chain of service',
      p('A resident must never need to know which public body does which step.'),
      step(
        'request',
        { from: 'first', to: 'corporation', due: 'P1D' },
        'Requests that reach the town hall of {@first}, with the place and what the resident said.',
      ),
      step(
        'requestsecond',
        { from: 'second', to: 'corporation', due: 'P1D' },
        'Requests that reach the town hall of {@second}, in the same form.',
      ),
      step(
        'requestthird',
        { from: 'third', to: 'corporation', due: 'P1D' },
        'Requests that reach the town hall of {@third}, in the same form.',
      ),
      step(
        'service',
        { from: 'corporation', due: 'P5D' },
        'The service itself, to the service standard, wherever the resident lives.',
      ),
      step(
        'report',
        { from: 'corporation', to: 'first', due: 'P30D' },
        'The quarterly report on the service, place by place, sent on the same day to all three councils.',
      ),
    ),
    clause(
      'Roles',
      role(
        'chair',
        { holder: '[name]', party: 'first' },
        'Chair of the assembly of owners: calls its meetings, sees that each municipality is heard, and has no casting vote. The chair passes to the next municipality every two years.',
      ),
      role(
        'service-manager',
        { holder: '[managing director]', party: 'corporation' },
        'Runs the corporation within the budget and the service standard, and answers for the KPI figures to all councils alike.',
      ),
      role(
        'commissioner',
        { holder: '[name of a neutral person]' },
        'Looks after the relationship between the municipalities, above all between large and small. Holds no office and no mandate in any of them. May speak in the assembly and in each council, and reports to all councils once a year in public.',
      ),
    ),
    clause(
      'Governance and decisions',
      p(
        'The assembly of owners has [number] members from each municipality, sent by its council. Its meetings are public unless the law requires otherwise. The corporation takes part without a vote.',
      ),
      shares('vote', 'agreed', [
        [
          'first',
          '40',
          'Votes follow population, but no municipality has more than 40 %, so that none decides alone.',
        ],
        ['second', '32', 'By population after the limit for the largest.'],
        ['third', '28', 'Raised above its population, so that the smallest cannot simply be passed over.'],
        ['corporation', '0', 'It carries out decisions and does not take part in them.'],
      ]),
      subheading('Majorities'),
      bullets(
        'Ordinary decisions need more than half of the votes and at least two municipalities.',
        'The budget, the fees and the service standard need two thirds of the votes.',
        'New owners, loans above [amount with currency], the sale of essential assets and changes of this agreement need the consent of all councils.',
      ),
      p(
        'A municipality whose residents would be served worse than the service standard by a decision may suspend it for one month. The assembly then decides again, after hearing the commissioner.',
      ),
    ),
    clause(
      'Budget and shares of cost',
      p(
        'The corporation lays its draft budget before the councils by 1 September. Operating cost is covered first by the fees of users; what remains is borne in these shares, which follow population and are worked out anew each year:',
      ),
      shares('cost', 'population', [
        ['first', '52', 'Population of the first municipality in relation to all three.'],
        ['second', '30', 'Population of the second municipality in relation to all three.'],
        ['third', '18', 'Population of the third municipality in relation to all three.'],
        ['corporation', '0', 'It has no money but that of its owners and users.'],
      ]),
      p(
        'Contributions are paid in four equal parts, each within {payment-term: fourteen (14) days} of the start of the quarter. Investments are decided one by one; each decision says who pays for them and who owns them.',
      ),
      obligation(
        'corporation',
        { every: 'P1Y' },
        'Lays its audited accounts before all councils, with the cost of the service in each municipality.',
      ),
      obligation('first', { every: 'P3M' }, 'Pays its contribution.'),
      obligation('second', { every: 'P3M' }, 'Pays its contribution.'),
      obligation('third', { every: 'P3M' }, 'Pays its contribution.'),
    ),
    clause(
      'Surplus, losses and risk',
      p(
        'The corporation does not seek profit. A surplus goes first into a reserve of up to one tenth of operating cost. What is above it comes back to the residents through lower fees, or to the municipalities in these shares:',
      ),
      shares('benefit', 'usage', [
        ['first', '50', 'By the use that its residents made of the service.'],
        ['second', '29', 'By the use that its residents made of the service.'],
        ['third', '21', 'By the use that its residents made of the service; distances are long there.'],
        ['corporation', '0', 'The reserve is formed before.'],
      ]),
      p(
        'A loss that the reserve cannot bear is borne in these shares, up to [amount with currency] in one year; above that the councils decide:',
      ),
      shares('risk', 'population', [
        ['first', '52', 'As for cost.'],
        ['second', '30', 'As for cost.'],
        ['third', '18', 'As for cost.'],
        ['corporation', '0', 'Its losses are those of its owners.'],
      ]),
    ),
    clause(
      'Key performance indicators',
      p(
        'The figures are published place by place, so that every resident can see how their own place is served.',
      ),
      ...municipalKpis,
    ),
    clause(
      'Staff, assets and purchasing',
      p(
        'Staff who move to the corporation keep their pay, pension and length of service. A list of assets says of each whether it is owned by the corporation or lent by a municipality. The corporation buys under the law on public procurement.',
      ),
    ),
    clause(
      'Openness, data and confidentiality',
      p(
        'Anyone may see the documents of the corporation as they may see those of a municipality. Personal data of residents is used for the service only and is not kept longer than the law requires. What has to be kept secret by law or to protect a person stays secret for {confidentiality-period: ten (10) years} after this agreement ends, unless the law sets a longer time.',
      ),
    ),
    clause(
      'Review',
      review(
        'costs',
        { every: 'P1Y' },
        'Population and use are counted anew, and the shares that follow from them.',
      ),
      review(
        'kpis',
        { every: 'P1Y' },
        'The assembly asks of each KPI whether it still shows what residents value.',
      ),
      review(
        'agreement',
        { every: 'P4Y' },
        'After each municipal election the new councils read the agreement with the commissioner.',
      ),
    ),
    clause(
      'Complaints, grievances and disputes',
      p(
        'A resident complains to any of the parties; the one that is asked passes the complaint on and sees that it is answered within ten days.',
      ),
      p('Differences between the parties are settled in this order:'),
      numbered(
        'Talks between the heads of administration, with the commissioner, within fourteen days.',
        'A joint meeting of committees of the councils within one month after that.',
        'Mediation by [supervisory authority or mediator] for up to two months.',
        'The competent administrative court at [place].',
      ),
      p('No party stops or slows the service while a difference is open.'),
    ),
    clause(
      'Leaving the corporation',
      p(
        'A municipality may leave at the end of a year with {notice-period: twenty-four (24) months} notice, after a decision of its council taken in public. Its residents are served to the same standard until the last day.',
      ),
      p(
        'The municipality that leaves takes back what it lent and the staff who worked mainly for it. It bears its part of loans taken while it was an owner. The remaining assets are valued by an independent expert and divided in these shares:',
      ),
      shares('exit', 'population', [
        ['first', '52', 'By population on the day on which notice was given.'],
        ['second', '30', 'By population on the day on which notice was given.'],
        ['third', '18', 'By population on the day on which notice was given.'],
        ['corporation', '0', 'It continues for those who stay, or is wound up.'],
      ]),
      p(
        'If only one owner would remain, the corporation is wound up, and the service goes back to the municipalities on a day that leaves no resident without it.',
      ),
    ),
    clause(
      'Liability and insurance',
      p(
        'The corporation answers to residents for its service. Among the parties, each is liable for negligence up to {liability-cap: 50%} of its yearly contribution, and without limit for intent and gross negligence. The corporation insures itself against liability for at least [amount with currency] for each event.',
      ),
    ),
    clause(
      'Term and renewal',
      p(
        'This agreement takes effect on [date], once all councils have approved it. It runs for {term-length: eight (8) years} and is then renewed for {renewal: four (4) years} at a time, unless a council decides otherwise at least {notice-period: eighteen (18) months} before.',
      ),
    ),
    clause(
      'Governing law and supervision',
      p(
        'This agreement is governed by the laws of [country], including the law on municipalities. Where a supervisory authority must approve, this agreement is in force only with its approval.',
      ),
    ),
    clause(
      'Amendment and signature',
      p(
        'Changes need the consent of all councils and the signature of all parties. They are published as this agreement is. It is signed electronically by those whom the law entitles to act for each party; the signed version is kept by every party and may be checked by anyone.',
      ),
    ),
  )
