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
import { consortiumKpis } from './consortium-kpis.ts'

/** Independent businesses that deliver one service together. What it turns on: one front door, open books, equal votes, a fair way out. */
export const consortium = (): DocumentJson =>
  compose(
    'consortium-agreement',
    clause(
      'Purpose',
      p(
        '{@lead}, {@second} and {@third} deliver [the service] together, so that a client deals with one provider and gets the skills of all of them.',
      ),
      p(
        'They measure success by what the service is worth to the clients, and not by the turnover of any one party. Where this agreement is silent, it is read so as to serve that purpose and to treat the parties fairly.',
      ),
    ),
    clause(
      'Parties',
      p('This agreement is made between:'),
      party(
        'lead',
        {
          name: '[Lead partner]',
          shortName: '[Lead]',
          kind: 'business',
          registration: '[registration number]',
          address: '[address]',
          contact: '[contact]',
        },
        'It speaks for the consortium towards clients within the limits set under Governance and decisions.',
      ),
      party(
        'second',
        {
          name: '[Second partner]',
          shortName: '[Second]',
          kind: 'business',
          registration: '[registration number]',
          address: '[address]',
          contact: '[contact]',
        },
        'It carries out [its part of the service].',
      ),
      party(
        'third',
        {
          name: '[Third partner]',
          shortName: '[Third]',
          kind: 'business',
          registration: '[registration number]',
          address: '[address]',
          contact: '[contact]',
        },
        'It carries out [its part of the service].',
      ),
      p(
        'Each party remains an independent business. Nothing here makes one of them the agent, employee or partner in law of another, and none may bind another unless this agreement says so. This agreement does not keep any party from competing outside the service.',
      ),
    ),
    clause(
      'Definitions',
      bullets(
        '{definition: Service} means everything that the consortium promises to a client, from the first request to the last follow-up.',
        '{definition: Client contract} means a contract with a client for the service, or for a part of it.',
        '{definition: Joint costs} means costs that a party bears for the consortium under the yearly budget, and that it can show by its books.',
        '{definition: Joint account} means the account, kept apart from every party’s own money, through which joint income and joint costs run.',
        '{definition: Background} means what a party knew, owned or had licensed before this agreement, or creates outside it.',
      ),
    ),
    clause(
      'Chain of service',
      p(
        'The service runs in the following steps. A step is complete only when the party that receives it has what it needs to go on. A party that sees that a step ahead will fail says so at once, and is not blamed for saying so.',
      ),
      step(
        'intake',
        { from: 'lead', to: 'second', due: 'P1D' },
        'A complete request: who the client is, what it needs, by when, and what was promised to it.',
      ),
      step(
        'delivery',
        { from: 'second', to: 'third', due: 'P5D' },
        'The work prepared to the agreed standard, with all that is needed to finish it.',
      ),
      step(
        'completion',
        { from: 'third', due: 'P2D' },
        'The finished service, explained to the client, with the name of a person to turn to.',
      ),
      step(
        'followup',
        { from: 'lead', due: 'P30D' },
        'A conversation with the client on what the service was worth, whose result every party may read.',
      ),
    ),
    clause(
      'Roles',
      p(
        'Two roles belong to the consortium and not to a party. Their holders are chosen and dismissed by a decision of all parties.',
      ),
      role(
        'commissioner',
        { holder: '[name of a neutral person]' },
        'Looks after the relationship between the parties: listens to each of them, raises what is left unsaid, leads the first step of every grievance, and reports once a quarter on how the parties work together. Takes no instructions from a single party and has no interest in any of them.',
      ),
      role(
        'service-manager',
        { holder: '[name]', party: 'lead' },
        'Looks after the service from day to day: plans the work, watches the hand-overs, keeps the KPI figures and reports them to all parties at the same time.',
      ),
      role(
        'custom',
        { holder: '[name]', party: 'second' },
        'Treasurer: keeps the joint account, opens its books to every party at any time, and pays out only under the approved budget.',
      ),
      p('The parties pay the commissioner together in equal parts, whatever the shares of cost.'),
    ),
    clause(
      'Governance and decisions',
      p(
        'The parties decide together in a board to which each of them sends one person. The board meets at least once a quarter, and whenever a party asks for it with ten days’ notice.',
      ),
      shares('vote', 'equal', [
        ['lead', '33.34', 'One party, one vote; the odd hundredth is rounding and carries no weight.'],
        ['second', '33.33', 'One party, one vote.'],
        ['third', '33.33', 'One party, one vote.'],
      ]),
      subheading('Majorities'),
      bullets(
        'Daily matters within the budget: the service manager, who informs the board.',
        'Ordinary matters, such as prices for a client contract or the plan of work: more than half of the votes.',
        'Weighty matters: all votes. Weighty are the budget, any change of shares, new parties, the choice of commissioner or service manager, debts in the name of the consortium, and changes of this agreement.',
      ),
      p(
        'A party that would be bound to new costs by a decision may ask once for a second discussion, which is held within fourteen days. A party with an interest of its own in a decision says so before the vote.',
      ),
    ),
    clause(
      'Shares of cost',
      p(
        'Joint costs are borne in these shares, which follow the use that each party makes of the common means in the yearly budget:',
      ),
      shares('cost', 'usage', [
        ['lead', '40', 'Bears the front door, the planning system and the follow-up with clients.'],
        ['second', '35', 'Bears the larger part of equipment and staff on call.'],
        ['third', '25', 'Bears completion, which needs least of the common means.'],
      ]),
      p(
        'A party that pays joint costs in advance is repaid from the joint account within {payment-term: thirty (30) days} of showing the receipt. The shares are worked out anew each year from the use that was measured; a change of more than five percentage points in one year needs the consent of all parties.',
      ),
      obligation(
        'second',
        { every: 'P3M' },
        'Sends all parties the accounts of the joint account with the costs of each step.',
      ),
    ),
    clause(
      'Shares of earnings and of losses',
      p(
        'What remains of the joint income after joint costs, after a reserve of [number] months of joint costs, is divided in these shares, by the value that each step adds for the clients:',
      ),
      shares('benefit', 'value', [
        ['lead', '36', 'Wins the clients and answers to them.'],
        ['second', '34', 'Adds the skilled core of the service.'],
        ['third', '30', 'Makes the result usable for the client, and carries the smallest risk.'],
      ]),
      p(
        'No party is paid from the earnings while the baseline of a KPI with the standing “agreed” is missed for two quarters in a row; the money stays in the reserve until the board has decided on a remedy.',
      ),
      p(
        'A loss that the reserve cannot bear is borne in these shares, up to [amount with currency] in one year; above that the board decides whether the service goes on:',
      ),
      shares('risk', 'agreed', [
        ['lead', '40', 'Promises the result to the clients, and chooses which requests are taken.'],
        ['second', '35', 'Most of what can go wrong is in its step, and it can prevent it.'],
        ['third', '25', 'Depends on the work of the others when it completes a request.'],
      ]),
    ),
    clause(
      'Key performance indicators',
      p(
        'The KPIs show whether the service is worth what it promises. They are used to learn and to improve. They are not used to judge single employees, and no party may change how a figure is counted on its own.',
      ),
      ...consortiumKpis,
    ),
    clause(
      'Data and confidentiality',
      p(
        'Each party shares with the others what they need for their steps and for checking costs and KPIs, and no more. Personal data is handled only as the law allows; the parties set out who answers for it in a separate record before the first client is served.',
      ),
      p(
        'What a party learns of another party’s business stays confidential during this agreement and for {confidentiality-period: three (3) years} after it ends. This does not cover what is public, what a party knew before, and what a court or authority may demand.',
      ),
      p(
        'Background stays with the party that brought it; the others may use it for the service without charge while this agreement runs. What the parties create together belongs to all of them, and each may use it after the end as well.',
      ),
    ),
    clause(
      'Review of this agreement',
      review('costs', { every: 'P1Y' }, 'The shares of cost are compared with the use that was measured.'),
      review(
        'kpis',
        { every: 'P6M' },
        'Each KPI is asked whether it still serves its value; one that does not is changed or retired.',
      ),
      review(
        'agreement',
        { every: 'P1Y' },
        'The parties and the commissioner read the whole agreement together and note what each of them finds unfair.',
      ),
    ),
    clause(
      'Grievances and disputes',
      p(
        'A party that feels treated unfairly says so early. Raising a grievance is never held against a party. The following steps are taken in turn:',
      ),
      numbered(
        'The parties concerned talk, with the commissioner if one of them wishes, within seven days.',
        'The managing directors meet within fourteen days after that.',
        'A mediator, chosen by the parties or else by [mediation body], works with them for up to thirty days.',
        'After that, the courts of [place] decide.',
      ),
      p(
        'The service to clients goes on unchanged meanwhile. Urgent protection by a court may be sought at any time.',
      ),
    ),
    clause(
      'Exit and its consequences',
      p(
        'A party may leave at the end of a quarter with {notice-period: six (6) months} notice in writing. The others may exclude a party by a decision of all of them if it breaks this agreement seriously and does not put it right within thirty days of being told in writing what is wrong.',
      ),
      p(
        'A party that leaves hands over open work in good order, and takes part in the chain of service until its notice has run out. The reserve and what was bought from the joint account are divided in these shares, valued at the day of leaving:',
      ),
      shares('exit', 'agreed', [
        ['lead', '38', 'The mean of its shares of cost and earnings.'],
        ['second', '34.5', 'The mean of its shares of cost and earnings.'],
        ['third', '27.5', 'The mean of its shares of cost and earnings.'],
      ]),
      p(
        'Clients are told together, in a letter that all parties have agreed. A client may stay with the consortium or go with the party that leaves; nobody presses it.',
      ),
    ),
    clause(
      'Liability and insurance',
      p(
        'Towards a client each party answers for its own step. Among themselves the parties are liable for damage that they cause by negligence, each up to {liability-cap: 100%} of its share of cost for the year in which the damage arose. The limit does not apply to intent, gross negligence, injury to persons or breach of confidentiality.',
      ),
      p(
        'Each party keeps a liability insurance that fits its step, of at least [amount with currency] for each event, and shows the policy once a year.',
      ),
      obligation(
        'lead',
        { due: 'P30D', every: 'P1Y' },
        'Collects the insurance policies of all parties and confirms to them that they are in force.',
      ),
    ),
    clause(
      'Term and renewal',
      p(
        'This agreement takes effect on [date]. It runs for {term-length: three (3) years}. It is then renewed for {renewal: one (1) year} at a time unless a party objects in writing at least {notice-period: three (3) months} before.',
      ),
    ),
    clause(
      'Governing law',
      p(
        'This agreement is governed by the laws of [country]. A part that turns out to be void is replaced by what the parties would fairly have agreed; the rest stays in force.',
      ),
    ),
    clause(
      'Amendment and signature',
      p(
        'Changes are valid only in writing and signed by all parties; this holds for a change of this sentence too. Each party signs electronically on its own device, and each keeps the signed version, which can be checked without any other party’s help.',
      ),
    ),
  )
