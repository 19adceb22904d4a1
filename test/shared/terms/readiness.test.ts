import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleAgreement } from '../../../shared/agreement/templates/template-for.ts'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'
import { findProblems } from '../../../shared/terms/readiness/find-problems.ts'
import { readinessOf } from '../../../shared/terms/readiness/readiness.ts'
import type { Terms } from '../../../shared/terms/terms.ts'
import { completeTerms as complete, PARTIES } from './complete-terms.ts'

type Change = (terms: Terms) => Terms

const first = <T extends object>(list: readonly T[], change: Partial<T>): T[] =>
  list.map((item, index) => (index === 0 ? { ...item, ...change } : item))
const shares =
  (change: Partial<Terms['shares'][number]>): Change =>
  terms => ({ ...terms, shares: first(terms.shares, change) })
const row =
  (change: Partial<Terms['shares'][number]['rows'][number]>): Change =>
  terms =>
    shares({ rows: first(terms.shares[0]?.rows ?? [], change) })(terms)
const kpi =
  (change: Partial<Terms['kpis'][number]>): Change =>
  terms => ({ ...terms, kpis: first(terms.kpis, change) })
const parts =
  (change: Partial<Terms['kpis'][number]['parts']>): Change =>
  terms =>
    kpi({ parts: { ...(terms.kpis[0]?.parts as Terms['kpis'][number]['parts']), ...change } })(terms)
const step =
  (change: Partial<Terms['steps'][number]>): Change =>
  terms => ({ ...terms, steps: first(terms.steps, change) })
const role =
  (change: Partial<Terms['roles'][number]>): Change =>
  terms => ({ ...terms, roles: first(terms.roles, change) })
const fact =
  (change: Partial<Terms['facts'][number]>): Change =>
  terms => ({
    ...terms,
    facts: [
      ...terms.facts,
      { ...(terms.facts[0] as Terms['facts'][number]), id: 'fact-9', blockId: 'fact-9', ...change },
    ],
  })
const withoutClause =
  (title: string, change: Change = terms => terms): Change =>
  terms => ({ ...change(terms), clauses: terms.clauses.filter(clause => clause.title !== title) })
const withoutTable =
  (basis: string): Change =>
  terms => ({ ...terms, shares: terms.shares.filter(table => table.basis !== basis) })

const CASES: readonly (readonly [flaw: string, change: Change, ids: readonly string[]])[] = [
  [
    'no parties',
    terms => ({ ...terms, parties: [], shares: [], steps: [], roles: [], obligations: [], kpis: [] }),
    [
      'too-few-parties',
      'no-cost-shares',
      'no-benefit-shares',
      'no-vote-shares',
      'no-risk-shares',
      'no-exit-shares',
      'no-steps',
      'no-commissioner',
      'no-service-manager',
      'no-kpis',
    ],
  ],
  [
    'a party without a name',
    terms => ({ ...terms, parties: first(terms.parties, { name: ' ' }) }),
    [`party-unnamed:${PARTIES.ada}`],
  ],
  [
    'one name for two parties',
    terms => ({ ...terms, parties: first(terms.parties, { name: 'BEN Logistics ' }) }),
    [`party-twice:${PARTIES.ben}`],
  ],
  [
    'a party that nothing mentions',
    terms => ({
      ...terms,
      parties: [
        ...terms.parties,
        {
          ...(terms.parties[0] as Terms['parties'][number]),
          id: 'party-c',
          blockId: 'party-c',
          name: 'C',
          mentions: 0,
        },
      ],
      shares: [],
    }),
    [
      'party-unmentioned:party-c',
      'no-cost-shares',
      'no-benefit-shares',
      'no-vote-shares',
      'no-risk-shares',
      'no-exit-shares',
      'party-without-step:party-c',
    ],
  ],
  ['no table of costs', withoutTable('cost'), ['no-cost-shares']],
  ['shares of 99.99 %', shares({ percentSum: '99.99' }), ['share-sum:table-cost']],
  ['shares of 100.00 %', shares({ percentSum: '100.00' }), []],
  ['amounts beside the total', shares({ total: '1001' }), ['share-amounts:table-cost']],
  ['a table without a rule', shares({ rule: null }), ['share-rule:table-cost']],
  [
    'a row without a party',
    row({ partyId: null }),
    ['share-no-party:row-cost-0', `share-left-out:table-cost:${PARTIES.ada}`],
  ],
  [
    'a row of a stranger',
    row({ partyId: 'party-x' }),
    ['share-unknown-party:row-cost-0', `share-left-out:table-cost:${PARTIES.ada}`],
  ],
  [
    'a row without a share',
    row({ percent: null, amount: null }),
    ['share-amounts:table-cost', 'share-empty:row-cost-0'],
  ],
  ['a departure from equal shares without a reason', row({ percent: '60' }), ['share-reason:row-cost-0']],
  ['a departure with a reason', row({ percent: '60', reason: 'uses the depot more' }), []],
  [
    'a step without provider',
    step({ providerPartyId: null }),
    ['step-provider:step-1', `party-without-step:${PARTIES.ada}`],
  ],
  ['a hand-over that nobody receives', step({ receiver: 'party-x' }), ['step-receiver:step-1']],
  ['a step that hands over nothing', step({ handOver: '' }), ['step-hand-over:step-1']],
  ['a step without a KPI', kpi({ stepId: null }), ['step-kpi:step-1']],
  ['a commissioner of a party', role({ partyId: PARTIES.ada }), ['commissioner-of-a-party:role-1']],
  ['a commissioner without a name', role({ holder: '' }), ['role-vacant:role-1']],
  ['no commissioner', terms => ({ ...terms, roles: terms.roles.slice(1) }), ['no-commissioner']],
  [
    'an obligation without a date',
    terms => ({ ...terms, obligations: first(terms.obligations, { recurrence: null }) }),
    ['obligation-date:duty-1'],
  ],
  [
    'an obligation of nobody',
    terms => ({ ...terms, obligations: first(terms.obligations, { partyId: null }) }),
    ['obligation-party:duty-1'],
  ],
  ['a KPI without a value', parts({ value: ' ' }), ['kpi-value:kpi-1']],
  ['a KPI without a baseline', kpi({ baseline: null }), ['kpi-baseline:kpi-1']],
  ['a KPI without an owner', kpi({ ownerPartyId: null }), ['kpi-owner:kpi-1']],
  ['a KPI that a stranger verifies', kpi({ verifierPartyId: 'party-x' }), ['kpi-verifier:kpi-1']],
  [
    'a role of a stranger',
    role({ kind: 'chair', partyId: 'party-x' }),
    ['no-commissioner', 'role-unknown-party:role-1'],
  ],
  ['a formula of an unknown KPI', parts({ formula: '{Late} / all' }), ['formula-unknown-kpi:kpi-1']],
  ['a formula that needs itself', parts({ formula: '{On time} / all' }), ['formula-refers-to-itself:kpi-1']],
  ['a KPI that its owner verifies', kpi({ verifierPartyId: PARTIES.ada }), ['kpi-self-verified:kpi-1']],
  [
    'a retired KPI without anything',
    terms => kpi({ maturity: 'retired', ownerPartyId: null, baseline: null })(terms),
    [],
  ],
  [
    'no clause on grievances',
    withoutClause('Grievances and disputes'),
    ['no-clause-grievances-and-disputes'],
  ],
  ['no clause on exit, but exit shares', withoutClause('Exit'), []],
  [
    'no word on exit at all',
    withoutClause('Exit', withoutTable('exit')),
    ['no-exit-shares', 'no-clause-exit'],
  ],
  [
    'two effective dates',
    fact({ kind: 'effective-date', value: { kind: 'date', date: '2027-05-01' } }),
    ['contradiction:fact-9'],
  ],
  ['one effective date stated twice', fact({ kind: 'effective-date' }), []],
  [
    'an end before the start',
    terms => ({
      ...terms,
      facts: terms.facts.map(f =>
        f.kind === 'expiry' ? { ...f, value: { kind: 'date', date: '2027-04-01' } } : f,
      ),
    }),
    ['ends-before-start:fact-2'],
  ],
  [
    'an expiry beside the length of the term',
    fact({ kind: 'term-length', value: { kind: 'duration', duration: 'P2Y' } }),
    ['term-and-expiry:fact-2'],
  ],
  [
    'an unreadable fact',
    fact({ kind: 'amount', value: { kind: 'unreadable' }, start: 7 }),
    ['unreadable-fact:fact-9:7'],
  ],
  [
    'a review without a date',
    terms => ({ ...terms, reviews: first(terms.reviews, { nextOn: null, cadence: null }) }),
    ['review-date:review-1'],
  ],
]

const idsOf = (terms: Terms, placeholders: Parameters<typeof findProblems>[1] = []) =>
  findProblems(terms, placeholders).map(found => found.id)

describe('readiness', () => {
  it('finds nothing in terms that are complete', () => {
    expect(idsOf(complete)).toEqual([])
  })

  it.each(CASES)('finds %s, and nothing else', (_flaw, change, ids) => {
    expect(idsOf(change(complete)).toSorted()).toEqual([...ids].toSorted())
  })

  it('names each placeholder of a block, so that waiving one does not waive the next', () => {
    const left = [
      { text: '[date]', blockId: 'b1' },
      { text: '[name]', blockId: 'b1' },
    ]
    expect(idsOf(complete, left)).toEqual(['placeholder:b1', 'placeholder:b1#2'])
  })

  it('offers the rest of 100 to the one row that is empty, and equal parts where the rule says so', () => {
    const fixes = (change: Change) =>
      findProblems(change(complete), []).flatMap(found => (found.fix ? [found.fix] : []))
    const rows = (percents: readonly (string | null)[]) => {
      const [one] = complete.shares[0]?.rows ?? []
      return percents.map((percent, index) => ({
        ...(one as Terms['shares'][number]['rows'][number]),
        id: `row-${index}`,
        partyId: index === 0 ? PARTIES.ada : PARTIES.ben,
        percent,
        amount: null,
      }))
    }
    expect(fixes(shares({ rule: 'usage', rows: rows(['62.5', null]), percentSum: '62.5' }))).toEqual([
      { kind: 'set-field', blockId: 'row-1', name: 'percent', value: '37.5' },
    ])
    expect(fixes(shares({ rule: 'usage', rows: rows(['120', null]), percentSum: '120' }))).toEqual([])
    const equal = fixes(shares({ rows: rows(['50', '20', '20']), percentSum: '90' }))
    expect(equal).toContainEqual({
      kind: 'divide-equally',
      rows: [
        { rowId: 'row-0', percent: '33.34' },
        { rowId: 'row-1', percent: '33.33' },
        { rowId: 'row-2', percent: '33.33' },
      ],
    })
  })

  it('notices a reference to a party that was taken out of the text', () => {
    const { title, body } = sampleAgreement()
    const [party] = extractTerms(body, title).parties
    const without = { ...body, content: body.content?.filter(({ attrs }) => attrs?.id !== party?.id) ?? [] }
    const terms = extractTerms(without, title)
    expect(readinessOf(body, extractTerms(body, title)).map(({ id }) => id)).toEqual([])
    const found = readinessOf(without, terms).filter(({ kind }) => kind === 'reference-to-nobody')
    expect(found.length).toBe(party?.mentions)
  })

  it('finds the same problems in whatever order the objects stand', () => {
    const flawed = CASES.reduce((terms, [, change]) => change(terms), complete)
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...flawed.kpis], { minLength: flawed.kpis.length }),
        fc.shuffledSubarray([...flawed.shares], { minLength: flawed.shares.length }),
        (kpis, tables) => {
          expect(idsOf({ ...flawed, kpis, shares: tables }).toSorted()).toEqual(idsOf(flawed).toSorted())
        },
      ),
    )
  })
})
