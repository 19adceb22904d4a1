import type { FactTerm, KpiTerm, ShareTableTerm, Terms } from '../../../shared/terms/terms.ts'

const ADA = 'party-adaaaaaaaaaaaa'
const BEN = 'party-bennnnnnnnnnnn'
export const PARTIES = { ada: ADA, ben: BEN } as const

const at = (id: string) => ({ blockId: id, clauseId: null })

const party = (id: string, name: string) => ({
  ...at(id),
  id,
  name,
  shortName: null,
  kind: null,
  registration: null,
  address: null,
  contact: null,
  mentions: 2,
})

const table = (basis: ShareTableTerm['basis']): ShareTableTerm => ({
  ...at(`table-${basis}`),
  id: `table-${basis}`,
  basis,
  rule: 'equal',
  currency: 'EUR',
  total: '1000',
  rows: [ADA, BEN].map((partyId, index) => ({
    id: `row-${basis}-${index}`,
    partyId,
    percent: '50',
    amount: '500',
    reason: '',
  })),
  percentSum: '100',
})

const kpi: KpiTerm = {
  ...at('kpi-1'),
  id: 'kpi-1',
  parts: {
    name: 'On time',
    value: 'Clients can plan',
    definition: 'Counts all',
    formula: 'deliveries in the agreed hour / all deliveries',
    source: 'Log',
    limits: 'Not quality',
  },
  unit: '%',
  direction: 'up',
  baseline: '91',
  baselineDate: '2027-01-01',
  target: '97',
  targetDate: '2028-01-01',
  cadence: 'P1M',
  ownerPartyId: ADA,
  verifierPartyId: BEN,
  maturity: 'agreed',
  revisitOn: '2028-02-01',
  stepId: 'step-1',
}

const fact = (id: string, kind: FactTerm['kind'], date: string): FactTerm => ({
  ...at(id),
  id,
  kind,
  text: date,
  sentence: date,
  value: { kind: 'date', date },
  start: 0,
  end: 10,
  state: 'confirmed',
})

/** Terms in which nothing is missing: no problem may be found in them. */
export const completeTerms: Terms = {
  format: 'parley-terms/1',
  title: 'Delivery partnership',
  clauses: ['Parties', 'Decisions', 'Costs', 'Review', 'Grievances and disputes', 'Exit'].map(
    (title, index) => ({
      id: `clause-${index}`,
      number: String(index + 1),
      level: 1,
      title,
    }),
  ),
  parties: [party(ADA, 'Ada Cooperative'), party(BEN, 'Ben Logistics')],
  shares: (['cost', 'benefit', 'vote', 'risk', 'exit'] as const).map(table),
  steps: [
    { ...at('step-1'), id: 'step-1', providerPartyId: ADA, receiver: BEN, due: null, handOver: 'Orders' },
    {
      ...at('step-2'),
      id: 'step-2',
      providerPartyId: BEN,
      receiver: 'clients',
      due: null,
      handOver: 'Parcels',
    },
  ],
  roles: [
    {
      ...at('role-1'),
      id: 'role-1',
      kind: 'commissioner',
      partyId: null,
      holder: 'Cleo Neutral',
      duty: 'Looks after the relationship',
    },
    {
      ...at('role-2'),
      id: 'role-2',
      kind: 'service-manager',
      partyId: BEN,
      holder: 'Dan',
      duty: 'Runs the service',
    },
  ],
  obligations: [
    { ...at('duty-1'), id: 'duty-1', partyId: ADA, due: null, recurrence: 'P1M', text: 'report monthly' },
  ],
  kpis: [
    kpi,
    { ...kpi, ...at('kpi-2'), id: 'kpi-2', stepId: 'step-2', ownerPartyId: BEN, verifierPartyId: ADA },
  ],
  reviews: [
    { ...at('review-1'), id: 'review-1', scope: 'agreement', cadence: 'P1Y', nextOn: '2028-03-01', note: '' },
  ],
  facts: [fact('fact-1', 'effective-date', '2027-04-01'), fact('fact-2', 'expiry', '2030-03-31')],
}
