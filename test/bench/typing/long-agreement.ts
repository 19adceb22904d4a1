import type { NodeJson } from '../../../shared/document/document-json.ts'
import { KPI_PARTS } from '../../../shared/document/node-types.ts'
import { SeededRandom } from '../../support/seeded-random.ts'

const CLAUSES = 2000

const random = new SeededRandom(7)
const WORDS =
  'the party shall deliver notice within days of receipt and bear its share of cost under this clause'.split(
    ' ',
  )
const words = (count: number) => Array.from({ length: count }, () => random.pick(WORDS)).join(' ')
const id = (kind: string, index: number) => `${kind}-${String(index).padStart(16, '0')}`
const paragraph = (index: number): NodeJson => ({
  type: 'paragraph',
  attrs: { id: id('p', index) },
  content: [
    { type: 'text', text: `${words(11)} ` },
    ...(index % 8 === 0 ? [{ type: 'partyRef', attrs: { partyId: id('party', index % 6) } }] : []),
    { type: 'text', text: ` ${words(11)}` },
  ],
})
const kpi = (index: number): NodeJson => ({
  type: 'kpi',
  attrs: { id: id('kpi', index), unit: '%', target: '97', ownerPartyId: id('party', index % 6) },
  content: KPI_PARTS.map(part => ({
    type: 'kpiPart',
    attrs: { id: id(part, index), part },
    content: [{ type: 'text', text: words(8) }],
  })),
})
const shares = (index: number): NodeJson => ({
  type: 'shareTable',
  attrs: { id: id('shares', index), basis: 'cost' },
  content: Array.from({ length: 6 }, (_, row) => ({
    type: 'shareRow',
    attrs: { id: id(`row${row}`, index), partyId: id('party', row), percent: '16.6' },
    content: [{ type: 'text', text: words(4) }],
  })),
})

/** 50,000 words with parties, KPIs and shares among them: the same each time. */
export function longAgreement(): readonly NodeJson[] {
  const parties = Array.from({ length: 6 }, (_, index) => ({
    type: 'party',
    attrs: { id: id('party', index), name: `Party ${index}` },
  }))
  const clauses = Array.from({ length: CLAUSES }, (_, index): NodeJson[] => [
    {
      type: 'heading',
      attrs: { id: id('h', index), level: 1 + (index % 3) },
      content: [{ type: 'text', text: words(3) }],
    },
    paragraph(index),
    ...(index % 50 === 0 ? [kpi(index)] : []),
    ...(index % 250 === 0 ? [shares(index)] : []),
  ])
  return [...parties, ...clauses.flat()]
}

export const countWords = (node: NodeJson): number =>
  (node.text?.split(/\s+/).filter(word => word !== '').length ?? 0) +
  (node.content ?? []).reduce((sum, child) => sum + countWords(child), 0)
