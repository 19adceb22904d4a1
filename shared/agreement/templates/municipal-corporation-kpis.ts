import type { NodeJson } from '../../document/document-json.ts'
import { kpi } from './builder.ts'

/** What residents may expect of a joint corporation: the same service everywhere, answers, and a fair cost. */
export const municipalKpis: readonly NodeJson[] = [
  kpi({
    parts: {
      name: 'Gap between the best and the worst served place',
      value: 'Residents are served alike, wherever they live.',
      definition:
        'For each place the share of services that met the service standard in the quarter is counted. The figure is the difference between the highest and the lowest place with at least twenty services.',
      formula: 'share of the best served place − share of the worst served place',
      source: 'Order system of the corporation, checked by samples on the spot.',
      limits:
        'Could be closed by serving the best place worse. Read it together with the share over all places.',
    },
    unit: 'percentage points',
    direction: 'down',
    baseline: '[baseline]',
    target: '[target]',
    every: 'P3M',
    owner: 'corporation',
    verifier: 'third',
    maturity: 'trial',
    step: 'service',
  }),
  kpi({
    parts: {
      name: 'Complaints answered within ten days',
      value: 'Residents are heard, and know what happens with what they said.',
      definition:
        'A complaint counts as answered when the resident has a reply that says what will be done or why nothing can be. A note that the complaint arrived is no answer.',
      formula: 'complaints answered within ten days / complaints received × 100',
      source: 'Registers of the three town halls and of the corporation.',
      limits:
        'Says nothing about whether the answer helped. Fewer complaints may also mean that people gave up.',
    },
    unit: '%',
    direction: 'up',
    baseline: '[baseline]',
    target: '[target]',
    every: 'P3M',
    owner: 'first',
    verifier: 'second',
    maturity: 'trial',
    step: 'request',
  }),
  kpi({
    parts: {
      name: 'Requests passed on within one day',
      value: 'It does not matter at which door a resident knocks.',
      definition:
        'Requests that reached a town hall and were with the corporation, complete, by the end of the next working day.',
      formula: 'requests passed on complete within one working day / requests that reached a town hall × 100',
      source: 'Time stamps of the shared request form.',
      limits: 'Requests by telephone are only counted if they are written down.',
    },
    unit: '%',
    direction: 'up',
    baseline: '[baseline]',
    target: '[target]',
    every: 'P1M',
    owner: 'second',
    verifier: 'corporation',
    maturity: 'draft',
    step: 'requestsecond',
  }),
  kpi({
    parts: {
      name: 'Cost of the service per resident',
      value: 'Residents pay no more than the service needs.',
      definition:
        'Operating cost of the year before fees, divided by the population of the territory; corrected for the change of consumer prices since the base year.',
      formula: 'operating cost / population of the territory',
      source: 'Audited accounts; figures of the national office of statistics.',
      limits:
        'Can be lowered by serving less. Never shown without the share of services that met the standard.',
    },
    unit: '[currency] per resident',
    direction: 'hold',
    baseline: '[baseline]',
    target: '[target]',
    every: 'P1Y',
    owner: 'corporation',
    verifier: 'first',
    maturity: 'draft',
    step: 'report',
  }),
]
