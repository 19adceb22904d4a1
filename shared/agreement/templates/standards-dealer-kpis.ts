import type { NodeJson } from '../../document/document-json.ts'
import { kpi } from './builder.ts'

/** What a client may expect of a standard, and dealers of the one who sets it. */
export const dealerKpis: readonly NodeJson[] = [
  kpi({
    parts: {
      name: 'Deliveries that met the standard',
      value: 'A client who knows the name gets what the name promises, everywhere.',
      definition:
        'A delivery meets the standard when all points of the manual marked as essential are met in an audit of deliveries drawn by lot. Points not marked do not count.',
      formula: 'audited deliveries that met all essential points / audited deliveries × 100',
      source: 'Audit reports, drawn by lot from all deliveries of the quarter.',
      limits:
        'Small numbers at small dealers: below ten audits only the yearly figure is used. Essential points may become too few.',
    },
    unit: '%',
    direction: 'up',
    baseline: '[baseline]',
    target: '[target]',
    every: 'P3M',
    owner: 'north',
    verifier: 'owner',
    maturity: 'trial',
    step: 'deliverynorth',
  }),
  kpi({
    parts: {
      name: 'Clients who would recommend the dealer',
      value: 'Clients are served well as people, beyond the manual.',
      definition:
        'Share of clients who, asked one week after delivery, say that they would recommend the dealer to a friend. The question is put by an outside service in the same words everywhere.',
      formula: 'clients who would recommend / clients who answered × 100',
      source: 'Outside survey service; the dealer sees answers without names.',
      limits: 'Depends on who answers. Not used for comparing regions with different kinds of clients.',
    },
    unit: '%',
    direction: 'up',
    baseline: '[baseline]',
    target: '[target]',
    every: 'P3M',
    owner: 'south',
    verifier: 'owner',
    maturity: 'draft',
    step: 'deliverysouth',
  }),
  kpi({
    parts: {
      name: 'Proposals of dealers answered with reasons',
      value: 'The standard learns from those who live by it.',
      definition:
        'Proposals that received, within ninety days, a written answer that says what will be done and why. “Noted” is no answer.',
      formula: 'proposals answered with reasons within ninety days / proposals made × 100',
      source: 'Register of proposals, open to all dealers.',
      limits: 'Says nothing about how many proposals are taken up; that number is shown beside it.',
    },
    unit: '%',
    direction: 'up',
    baseline: '[baseline]',
    target: '[target]',
    every: 'P6M',
    owner: 'owner',
    verifier: 'north',
    maturity: 'trial',
    step: 'learning',
  }),
  kpi({
    parts: {
      name: 'Help within two working days',
      value: 'A dealer in trouble is not left alone, and its clients do not suffer.',
      definition:
        'Requests for help marked as urgent by a dealer to which the owner sent a person who could help, on site or by call, by the end of the second working day.',
      formula: 'urgent requests helped in time / urgent requests × 100',
      source: 'Register of requests; whether it helped is marked by the dealer.',
      limits:
        'Everything may be marked as urgent. The standards board looks at ten requests drawn by lot each half-year.',
    },
    unit: '%',
    direction: 'up',
    baseline: '[baseline]',
    target: '[target]',
    every: 'P3M',
    owner: 'owner',
    verifier: 'south',
    maturity: 'draft',
    step: 'training',
  }),
]
