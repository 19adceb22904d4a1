import type { NodeJson } from '../../document/document-json.ts'
import { kpi } from './builder.ts'

/** What people who are served by several organisations may gain: being heard once, not being lost, a change that they name themselves. */
export const allianceKpis: readonly NodeJson[] = [
  kpi({
    parts: {
      name: 'Clients who got what they came for',
      value: 'People get the change that they themselves wanted, and not the one that we had on offer.',
      definition:
        'At the welcome the client says in their own words what should change. Three months after the last step the client is asked whether it has: yes, partly, or no. Yes counts as one and partly as a half.',
      formula: '(answers “yes” + answers “partly” / 2) / clients asked × 100',
      source: 'Conversation of aftercare, held by a person who was not part of the case.',
      limits:
        'Wishes differ in size. Clients who cannot be reached are reported beside the figure, never left out in silence.',
    },
    unit: '%',
    direction: 'up',
    baseline: '[baseline]',
    target: '[target]',
    every: 'P6M',
    owner: 'host',
    verifier: 'specialist',
    maturity: 'trial',
    step: 'aftercare',
  }),
  kpi({
    parts: {
      name: 'Stories told once',
      value: 'Nobody has to tell a painful story again at every door.',
      definition:
        'A client counts when, asked at the end of the second step, the client says that nobody asked again for what was already told and agreed to be shared.',
      formula: 'clients who did not have to repeat themselves / clients asked × 100',
      source: 'One question by the specialist at the end of its first meeting.',
      limits:
        'Asking again can be right, for instance after a long pause. It must not keep staff from listening.',
    },
    unit: '%',
    direction: 'up',
    baseline: '[baseline]',
    target: '[target]',
    every: 'P3M',
    owner: 'specialist',
    verifier: 'host',
    maturity: 'trial',
    step: 'welcome',
  }),
  kpi({
    parts: {
      name: 'Clients lost between two parties',
      value: 'Nobody falls through the gap between our organisations.',
      definition:
        'Clients for whom a hand-over was begun and with whom the next party had no contact within fourteen days, unless the client said no.',
      formula: 'hand-overs without contact within fourteen days / hand-overs begun × 100',
      source: 'Shared record: date of hand-over and date of first contact.',
      limits: 'A short contact can hide a long wait. The median wait is shown with it.',
    },
    unit: '%',
    direction: 'down',
    baseline: '[baseline]',
    target: '[target]',
    every: 'P1M',
    owner: 'agency',
    verifier: 'specialist',
    maturity: 'draft',
    step: 'support',
  }),
  kpi({
    parts: {
      name: 'Days from the first talk to a decision',
      value: 'People can plan their lives because they know where they stand.',
      definition:
        'Calendar days from the welcome to the day on which the decision on entitlement was explained to the client; the figure is the middle value of all cases decided in the quarter.',
      formula: 'median of (day of explanation − day of welcome)',
      source: 'Shared record and register of the public body.',
      limits:
        'Quick refusals lower the figure. The share of refusals that were changed on appeal is shown with it.',
    },
    unit: 'days',
    direction: 'down',
    baseline: '[baseline]',
    target: '[target]',
    every: 'P3M',
    owner: 'agency',
    verifier: 'host',
    maturity: 'draft',
    step: 'entitlement',
  }),
]
