import type { NodeJson } from '../../document/document-json.ts'
import { kpi } from './builder.ts'

/** The KPIs of the sample: each with a baseline that was measured, a target, and what the figure cannot show. */
export const sampleKpis: readonly NodeJson[] = [
  kpi({
    parts: {
      name: 'Orders ready by six',
      value: 'The night shift starts with a complete list, and nobody packs from memory.',
      definition:
        'A delivery day counts when the list of orders was complete in the shared log by six in the evening before. An order added later makes the day not count.',
      formula: 'delivery days with a complete list by six / delivery days × 100',
      source: 'Time stamps of the shared log.',
      limits:
        'Says nothing about mistakes in the list. Late clients may be turned away to keep the figure up; their number is shown beside it.',
    },
    unit: '%',
    direction: 'up',
    baseline: '88',
    baselineDate: '2026-10-31',
    target: '97',
    targetDate: '2028-03-31',
    every: 'P1M',
    owner: 'skarv',
    verifier: 'lindholt',
    maturity: 'agreed',
    revisitOn: '2027-10-05',
    step: 'order',
  }),
  kpi({
    parts: {
      name: 'Boxes kept cold to the depot',
      value: 'Households can eat what they get without worry.',
      definition:
        'A box counts when its log shows no more than 4 °C from packing to loading on the bike. Boxes without a log do not count as cold.',
      formula: 'boxes at or below 4 °C throughout / boxes loaded × 100',
      source: 'Temperature log of each box, read by the cold rooms every five minutes.',
      limits:
        'Does not cover the last mile. Loggers may fail; a failed logger counts against the figure, so that nobody gains by it.',
    },
    unit: '%',
    direction: 'up',
    baseline: '93.5',
    baselineDate: '2026-10-31',
    target: '99',
    targetDate: '2028-03-31',
    every: 'P1M',
    owner: 'lindholt',
    verifier: 'tre',
    maturity: 'agreed',
    revisitOn: '2027-10-05',
    step: 'cold',
  }),
  kpi({
    parts: {
      name: 'Boxes at the door by noon',
      value: 'People can plan their day and cook at midday.',
      definition:
        'A box counts when it was handed over, or left where the client asked, by twelve o’clock on the delivery day.',
      formula: 'boxes delivered by noon / boxes ordered × 100',
      source: 'Hand-over marked by the rider on the spot; ten calls to clients drawn by lot each week.',
      limits:
        'Hurry is dangerous on wet streets: days with a storm warning are left out, and accidents are reported beside the figure.',
    },
    unit: '%',
    direction: 'up',
    baseline: '91',
    baselineDate: '2026-10-31',
    target: '96',
    targetDate: '2028-03-31',
    every: 'P1M',
    owner: 'tre',
    verifier: 'skarv',
    maturity: 'agreed',
    revisitOn: '2027-10-05',
    step: 'door',
  }),
  kpi({
    parts: {
      name: 'Clients made content again',
      value: 'A mistake does not cost a client’s trust.',
      definition:
        'Of the clients who complained, those who ordered again within sixty days. Clients who moved away are left out.',
      formula: 'clients who complained and ordered again / clients who complained × 100',
      source: 'Ordering system.',
      limits:
        'Many unhappy clients never complain. A call to clients who stopped ordering is made every half-year.',
    },
    unit: '%',
    direction: 'up',
    baseline: '62',
    baselineDate: '2026-10-31',
    target: '80',
    targetDate: '2028-03-31',
    every: 'P3M',
    owner: 'skarv',
    verifier: 'tre',
    maturity: 'trial',
    revisitOn: '2027-10-05',
    step: 'after',
  }),
]
