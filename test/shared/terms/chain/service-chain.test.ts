import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MODELS } from '../../../../shared/agreement/models.ts'
import { sampleAgreement, templateFor } from '../../../../shared/agreement/templates/template-for.ts'
import { loopsIn } from '../../../../shared/terms/chain/loops-in.ts'
import { serviceChain } from '../../../../shared/terms/chain/service-chain.ts'
import { extractTerms } from '../../../../shared/terms/extract-terms.ts'
import type { StepTerm, Terms } from '../../../../shared/terms/terms.ts'
import { completeTerms, PARTIES } from '../complete-terms.ts'

const { ada, ben } = PARTIES

const withSteps = (...ways: readonly (readonly [from: string | null, to: string | null])[]): Terms => ({
  ...completeTerms,
  steps: ways.map(
    ([providerPartyId, receiver], index): StepTerm => ({
      id: `step-${index + 1}`,
      blockId: `step-${index + 1}`,
      clauseId: null,
      providerPartyId,
      receiver,
      due: 'P2D',
      handOver: 'Parcels',
    }),
  ),
})
const marks = (terms: Terms) =>
  serviceChain(terms).marks.map(({ kind, stepIds, nodeIds }) => [kind, ...stepIds, ...nodeIds].join(' '))

describe('serviceChain', () => {
  test('draws steps as arrows between parties and clients', () => {
    const { nodes, edges, marks } = serviceChain(completeTerms)
    expect(nodes.map(node => node.name)).toEqual(['Ada Cooperative', 'Ben Logistics', 'the clients'])
    expect(edges.map(({ from, to, kpiIds }) => [from, to, ...kpiIds])).toEqual([
      [ada, ben, 'kpi-1'],
      [ben, 'clients', 'kpi-2'],
    ])
    expect(marks).toEqual([])
  })

  test('says each arrow in a sentence', () => {
    expect(serviceChain(withSteps([ada, 'clients'], [null, ben])).edges.map(edge => edge.sentence)).toEqual([
      'Step 1, from Ada Cooperative to the clients, due within 2 days: Parcels',
      'Step 2, from nobody yet to Ben Logistics, due within 2 days: Parcels',
    ])
  })

  test.each([
    [
      'a step without provider',
      [
        [null, ben],
        [ada, ben],
      ],
      [`no-provider step-1 ${ben}`],
    ],
    [
      'a step to nobody',
      [
        [ada, ben],
        [ada, null],
      ],
      [`no-receiver step-2 ${ada}`],
    ],
    [
      'a step to a party that is gone',
      [
        [ada, ben],
        [ada, 'gone'],
      ],
      [`nobody-receives step-2 ${ada}`],
    ],
    [
      'a step without both',
      [
        [null, null],
        [ada, ben],
      ],
      ['no-provider step-1', 'no-receiver step-1'],
    ],
    [
      'a third step without a KPI',
      [
        [ada, ben],
        [ada, ben],
        [ada, ben],
      ],
      ['no-kpi step-3'],
    ],
    ['an idle party', [[ada, 'clients']], [`party-without-step ${ben}`]],
    [
      'a way back',
      [
        [ada, ben],
        [ben, ada],
      ],
      [`loop step-1 step-2 ${ada} ${ben}`],
    ],
    [
      'a step to itself',
      [
        [ada, ada],
        [ada, ben],
      ],
      [`loop step-1 ${ada}`],
    ],
  ] as const)('marks %s', (_, ways, expected) => {
    expect(marks(withSteps(...ways))).toEqual(expected)
  })

  test('has an arrow per step, ends only at its nodes, and marks only what is there', () => {
    const end = fc.constantFrom(ada, ben, 'clients', 'gone', null)
    fc.assert(
      fc.property(fc.array(fc.tuple(end, end), { maxLength: 8 }), ways => {
        const chain = serviceChain(withSteps(...ways))
        const nodeIds = [null, ...chain.nodes.map(node => node.id)]
        const stepIds = chain.edges.map(edge => edge.stepId)
        expect(stepIds).toHaveLength(ways.length)
        for (const edge of chain.edges) {
          expect(nodeIds).toContain(edge.from)
          expect(nodeIds).toContain(edge.to)
        }
        for (const mark of chain.marks) {
          expect(nodeIds).toEqual(expect.arrayContaining([...mark.nodeIds]))
          expect(stepIds).toEqual(expect.arrayContaining([...mark.stepIds]))
        }
      }),
    )
  })

  test.each([...MODELS.map(templateFor), sampleAgreement()])('finds no gap in $title', ({ title, body }) => {
    const kinds = serviceChain(extractTerms(body, title)).marks.map(mark => mark.kind)
    expect(kinds.filter(kind => kind !== 'loop' && kind !== 'no-kpi')).toEqual([])
  })
})

describe('loopsIn', () => {
  test.each([
    [{ a: ['b'], b: ['c'], c: [] }, []],
    [{ a: ['b'], b: ['a'], c: ['a'] }, [['a', 'b']]],
    [{ a: ['a'], b: ['c', 'd'], c: ['b'], d: ['b'] }, [['a'], ['b', 'c', 'd']]],
    [{ a: ['gone'] }, []],
  ])('finds the loops of %j', (edges, expected) => {
    expect(loopsIn(new Map(Object.entries(edges)))).toEqual(expected)
  })
})
