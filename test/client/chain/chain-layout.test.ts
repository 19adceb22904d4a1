import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Box, chainLayout } from '../../../client/chain/chain-layout.ts'
import { wrapText } from '../../../client/chain/wrap-text.ts'
import { serviceChain } from '../../../shared/terms/chain/service-chain.ts'
import type { Terms } from '../../../shared/terms/terms.ts'
import { completeTerms, PARTIES } from '../../shared/terms/complete-terms.ts'

const ends = fc.constantFrom(PARTIES.ada, PARTIES.ben, 'clients', null, 'party-gone')
const chains = fc
  .array(fc.record({ providerPartyId: ends, receiver: ends, handOver: fc.string({ maxLength: 120 }) }), {
    maxLength: 12,
  })
  .map(
    (steps): Terms => ({
      ...completeTerms,
      steps: steps.map((step, index) => ({
        ...step,
        id: `step-${index}`,
        blockId: `step-${index}`,
        clauseId: null,
        due: null,
      })),
    }),
  )

const overlap = (a: Box, b: Box) =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 - 1 && Math.abs(a.y - b.y) < (a.height + b.height) / 2 - 1

describe('the picture of the chain', () => {
  it.each(['LR', 'TB'] as const)(
    '%s: shows every step and party once, apart from each other and inside',
    direction => {
      fc.assert(
        fc.property(chains, terms => {
          const chain = serviceChain(terms)
          const picture = chainLayout(chain, direction)
          expect(chainLayout(chain, direction)).toEqual(picture)
          expect(picture.edges.map(({ edge }) => edge.stepId)).toEqual(terms.steps.map(step => step.id))
          for (const node of chain.nodes)
            expect(picture.nodes.filter(({ id }) => id === node.id)).toHaveLength(1)
          const nobodies = picture.nodes.filter(({ kind }) => kind === 'nobody')
          expect(nobodies).toHaveLength(
            chain.edges.reduce((sum, edge) => sum + Number(edge.from === null) + Number(edge.to === null), 0),
          )
          for (const [index, node] of picture.nodes.entries()) {
            for (const other of picture.nodes.slice(index + 1)) expect(overlap(node, other)).toBe(false)
            expect(node.x - node.width / 2).toBeGreaterThanOrEqual(0)
            expect(node.x + node.width / 2).toBeLessThanOrEqual(picture.width)
          }
          for (const { path } of picture.edges) expect(path).toMatch(/^M-?[\d.]+,-?[\d.]+ [LQ]/)
        }),
        { numRuns: 40 },
      )
    },
  )

  it('tells which arrows lead nowhere, come back, and are measured by nothing', () => {
    const [one, two] = completeTerms.steps as [Terms['steps'][number], Terms['steps'][number]]
    const terms = {
      ...completeTerms,
      kpis: [],
      steps: [one, { ...two, receiver: PARTIES.ada }, { ...two, id: 'step-3', receiver: null }],
    }
    const { edges } = chainLayout(serviceChain(terms), 'LR')
    expect(edges.map(({ marks }) => marks)).toEqual([
      ['no-kpi', 'loop'],
      ['no-kpi', 'loop'],
      ['no-receiver', 'no-kpi'],
    ])
  })
})

describe('wrapText', () => {
  it.each([
    ['', 10, 2, []],
    ['a quiet harbour at dawn', 10, 3, ['a quiet', 'harbour at', 'dawn']],
    ['a quiet harbour at dawn', 10, 2, ['a quiet', 'harbour a…']],
    ['Zusammenarbeitsvertrag', 10, 3, ['Zusammenar', 'beitsvertr', 'ag']],
  ])('%j in lines of %i', (text, width, lines, expected) => {
    expect(wrapText(text, width, lines)).toEqual(expected)
  })
})
