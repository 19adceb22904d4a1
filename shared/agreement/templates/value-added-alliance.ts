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
import { allianceKpis } from './value-added-alliance-kpis.ts'

/** Non-profits and public bodies that link their services. What it turns on: the person served, warm hand-overs, consent, credit where it is due. */
export const valueAddedAlliance = (): DocumentJson =>
  compose(
    'value-alliance',
    clause(
      'Why we work together',
      p(
        '{@host}, {@specialist} and {@agency} each help [the people we serve]. Each of us does a part well. People need the parts to fit together: they should tell their story once, wait once, and leave with more than any of us could give alone.',
      ),
      p(
        'This agreement links our services for that value. It does not merge our organisations, and it asks none of them to give up its own mission.',
      ),
    ),
    clause(
      'Parties',
      party(
        'host',
        {
          name: '[Coordinating organisation]',
          shortName: '[Host]',
          kind: 'non-profit',
          registration: '[registration number]',
          address: '[address]',
          contact: '[contact]',
        },
        'It keeps the common door open and coordinates the alliance.',
      ),
      party(
        'specialist',
        {
          name: '[Specialist organisation]',
          shortName: '[Specialist]',
          kind: 'non-profit',
          registration: '[registration number]',
          address: '[address]',
          contact: '[contact]',
        },
        'It brings [its speciality].',
      ),
      party(
        'agency',
        {
          name: '[Public body]',
          shortName: '[Agency]',
          kind: 'public body',
          registration: '[registration number]',
          address: '[address]',
          contact: '[contact]',
        },
        'It brings the rights and benefits that only a public body can give, and stays bound by public law.',
      ),
    ),
    clause(
      'Words we use',
      bullets(
        '{definition: Client} means a person, a family or a group that at least one party serves, and that has agreed to be served jointly.',
        '{definition: Warm hand-over} means that the client is brought to the next party by a person who knows the case, and that the next party has said when it will begin.',
        '{definition: Contribution} means money, hours, rooms or goods that a party gives to the alliance, valued by the list that all parties have agreed.',
        '{definition: Shared record} means the few facts that the parties need in order to serve a client together, kept with the client’s consent.',
      ),
    ),
    clause(
      'What each of us promises the client',
      p(
        'The client decides. We explain what we offer together, ask for consent in plain words, and accept a no without any disadvantage for the client. Services that were free before stay free.',
      ),
      p(
        'No client is sent from one of us to the other without a warm hand-over. If none of us can help, we say so and name who can.',
      ),
    ),
    clause(
      'Chain of service',
      step(
        'welcome',
        { from: 'host', to: 'specialist', due: 'P3D' },
        'A client who was heard, with the consent given and the shared record begun: what the client wants to change, in the client’s own words.',
      ),
      step(
        'support',
        { from: 'specialist', to: 'agency', due: 'P20D' },
        'The plan that was made with the client, what was tried, and what only the public body can decide.',
      ),
      step(
        'entitlement',
        { from: 'agency', to: 'host', due: 'P10D' },
        'The decision on what the client is entitled to, with the reasons explained to the client by a person.',
      ),
      step(
        'aftercare',
        { from: 'host', due: 'P90D' },
        'A conversation three months later: what has changed for the client, what is missing, what we should do differently.',
      ),
    ),
    clause(
      'Roles',
      role(
        'commissioner',
        { holder: '[name of a neutral person]' },
        'Belongs to none of us and is paid from the common fund. Keeps watch that small partners are heard, talks to each partner in confidence, helps with doubts before they become grievances, and tells all of us once a quarter, openly, how we treat each other.',
      ),
      role(
        'service-manager',
        { holder: '[name]', party: 'host' },
        'Knows every open case of the alliance, sees that no client waits without knowing why, and calls a case meeting when one is stuck.',
      ),
      role(
        'custom',
        { holder: '[name]', party: 'specialist' },
        'Voice of the clients: brings two people who have been served to every meeting of the circle and sees that they can take part.',
      ),
    ),
    clause(
      'How we decide',
      p(
        'We meet in a circle with one person from each party, every month in the first year and every two months after that. We look for a decision that nobody has a serious, reasoned objection to. Only when two meetings have not found one do we vote:',
      ),
      shares('vote', 'equal', [
        ['host', '33.34', 'One voice each; the odd hundredth is rounding.'],
        ['specialist', '33.33', 'One voice each.'],
        ['agency', '33.33', 'One voice each; it cannot be outvoted on what public law requires of it.'],
      ]),
      subheading('What needs all of us'),
      bullets(
        'Joint applications for grants, and who answers for them to the funder.',
        'A new member of the alliance.',
        'Any new use of data of clients.',
        'Changes of this agreement.',
      ),
    ),
    clause(
      'Contributions and shares of cost',
      p(
        'The alliance has a common fund for the commissioner, the common door, interpreters and what clients need at once. Contributions may be money or kind; hours count by the agreed list and are worth the same whoever works them. The shares are:',
      ),
      shares('cost', 'agreed', [
        ['host', '30', 'Mostly rooms and hours at the common door.'],
        ['specialist', '20', 'The smallest budget of the three; gives hours of its specialists.'],
        ['agency', '50', 'The largest budget, and the body that saves most when people are helped early.'],
      ]),
      p(
        'Contributions in money are paid within {payment-term: thirty (30) days} of the call by the host. Nobody has to give more than was agreed for the year.',
      ),
      obligation(
        'host',
        { every: 'P6M' },
        'Shows all parties what each of them has given, in money and in kind, and what it was used for.',
      ),
      obligation(
        'agency',
        { every: 'P1Y', due: 'P60D' },
        'Confirms by the end of February what it contributes in the year.',
      ),
    ),
    clause(
      'Benefits, grants and credit',
      p(
        'Value for clients comes first and belongs to them. What the alliance gains as such (grants won together, savings that a funder pays back, fees for advice to others) is used in these shares:',
      ),
      shares('benefit', 'value', [
        ['host', '35', 'Adds the common door and the follow-up.'],
        [
          'specialist',
          '40',
          'Adds the part that clients say helped most, and needs the money to keep it up.',
        ],
        ['agency', '25', 'Has its own budget; its part goes into prevention.'],
      ]),
      p(
        'When results are published, all parties are named, and each may speak of them as a result of the alliance. No party claims a result for itself alone.',
      ),
      p(
        'If a grant has to be paid back, the party whose part was not carried out pays; where that cannot be told, the risk is borne in these shares:',
      ),
      shares('risk', 'agreed', [
        ['host', '30', 'As for cost.'],
        ['specialist', '10', 'Could not survive a larger share.'],
        ['agency', '60', 'Takes over what the specialist cannot bear.'],
      ]),
    ),
    clause(
      'Key performance indicators',
      p(
        'We measure what clients gain. Figures are looked at together, with the stories behind them, and are never used to rank staff or to turn away clients with difficult needs.',
      ),
      ...allianceKpis,
    ),
    clause(
      'Consent, data and confidentiality',
      p(
        'The shared record holds only what the client has agreed to, and the client may read it, correct it and end the consent at any time. Each party names one person who answers for data protection. Notes of counselling are never part of the shared record.',
      ),
      p(
        'What we learn of clients stays confidential without limit in time. What we learn of each other’s organisations stays confidential for {confidentiality-period: two (2) years} after the end of this agreement.',
      ),
    ),
    clause(
      'Review',
      review('kpis', { every: 'P6M' }, 'With clients at the table: does the figure show what helped you?'),
      review('costs', { every: 'P1Y' }, 'Are the contributions still fair, seen from each party’s budget?'),
      review(
        'agreement',
        { every: 'P1Y' },
        'Led by the commissioner. Each party first says what it values in the others.',
      ),
    ),
    clause(
      'Doubts, grievances and disputes',
      p(
        'A doubt may be told to the commissioner in confidence at any time. A grievance is written down in a few sentences and goes through these steps:',
      ),
      numbered(
        'A talk between the people concerned within one week, with the commissioner.',
        'A meeting of the heads of the organisations within three weeks.',
        'Mediation within two months, paid from the common fund.',
        'Only then the courts of [place].',
      ),
      p('Clients notice nothing of it: their services go on.'),
    ),
    clause(
      'Leaving the alliance',
      p(
        'Each party may leave with {notice-period: three (3) months} notice and tells the others its reasons. It may ask the others to leave out what it no longer can do, before it gives notice. A party that seriously harms clients or breaks confidentiality may be excluded by the others together, after hearing the commissioner.',
      ),
      p(
        'No open case ends with the alliance: every client gets a warm hand-over. What is left in the common fund after open promises are kept is divided in these shares:',
      ),
      shares('exit', 'agreed', [
        ['host', '30', 'As it was given.'],
        ['specialist', '20', 'As it was given.'],
        ['agency', '50', 'As it was given; grants go back to the funder where their terms say so.'],
      ]),
    ),
    clause(
      'Liability and insurance',
      p(
        'Each party answers for its own work and its own staff and volunteers. Among the parties, liability for simple negligence is limited to {liability-cap: 100%} of the party’s contribution for the year. Volunteers are not liable to the other parties. Each party insures itself and its volunteers against liability.',
      ),
    ),
    clause(
      'Term and renewal',
      p(
        'This agreement takes effect on [date] and runs for {term-length: two (2) years}. It goes on for {renewal: one (1) year} at a time if, after the review, all parties say that they wish it.',
      ),
    ),
    clause(
      'Governing law',
      p(
        'The laws of [country] govern this agreement. Duties that public law sets for {@agency} come first; if they change, the parties adapt this agreement so that its value for clients is kept.',
      ),
    ),
    clause(
      'Changes and signature',
      p(
        'Changes are made in writing and signed by all parties. Before signing, each party’s board has read this agreement. It is signed electronically; a version in easy language is given to every client who asks.',
      ),
    ),
  )
