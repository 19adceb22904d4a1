import type { NodeJson } from '../../document/document-json.ts'
import { kpi } from './builder.ts'

/** What a consortium may measure first: promises kept, clean hand-overs, clients who would come back. */
export const consortiumKpis: readonly NodeJson[] = [
  kpi({
    parts: {
      name: 'Requests solved at the first promise',
      value: 'Clients can plan: what was promised at the first contact is what they get.',
      definition:
        'A request counts as solved when the client confirms, within ten days, that it received what was promised, at the time and price first promised. Requests that the client withdraws do not count.',
      formula: 'requests solved at the first promise / requests completed × 100',
      source: 'Planning system, with the confirmation of the client stored for each request.',
      limits: 'Can be raised by promising less. Read it together with the number of requests turned down.',
    },
    unit: '%',
    direction: 'up',
    baseline: '[baseline]',
    target: '[target]',
    every: 'P1M',
    owner: 'lead',
    verifier: 'third',
    maturity: 'trial',
    step: 'intake',
  }),
  kpi({
    parts: {
      name: 'Hand-overs that needed no question',
      value: 'The parties spend their time on the client, and not on repairing each other’s work.',
      definition:
        'A hand-over counts when the receiving party could go on without asking for anything that should have come with it.',
      formula: 'hand-overs without a question / all hand-overs between parties × 100',
      source: 'A mark set by the receiving party in the planning system for each hand-over.',
      limits:
        'Says nothing about the quality of the work itself. People may stop asking in order to keep the figure up.',
    },
    unit: '%',
    direction: 'up',
    baseline: '[baseline]',
    target: '[target]',
    every: 'P1M',
    owner: 'second',
    verifier: 'lead',
    maturity: 'draft',
    step: 'delivery',
  }),
  kpi({
    parts: {
      name: 'Clients who would choose us again',
      value: 'The service is worth its price to those who pay for it.',
      definition:
        'Share of clients who answer “yes” to one question, asked thirty days after completion by a person who did not do the work: would you choose us again?',
      formula: 'clients who answer yes / clients who answer × 100',
      source: 'Follow-up conversations; the answers are kept in the words of the client.',
      limits:
        'Unhappy clients may not answer. The number of those who did not answer is always reported beside it.',
    },
    unit: '%',
    direction: 'up',
    baseline: '[baseline]',
    target: '[target]',
    every: 'P3M',
    owner: 'lead',
    verifier: 'second',
    maturity: 'draft',
    step: 'followup',
  }),
]
