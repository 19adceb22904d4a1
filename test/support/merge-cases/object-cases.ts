import type { MergeCase } from './merge-case.ts'
import { box, FEES, line } from './merge-nodes.ts'
import { add, all, at, move, remove, set, type } from './merge-steps.ts'

const KPI = box(
  'kpi',
  'k1',
  [
    line('kpiPart', 'k1n', 'On time delivery', { part: 'name' }),
    line('kpiPart', 'k1d', 'Share of deliveries within the promised hour', { part: 'definition' }),
  ],
  { unit: '%', target: '90', baseline: '80' },
)
const SHARES = box(
  'shareTable',
  's1',
  [
    line('shareRow', 'r1', 'by usage', { partyId: 'ada', percent: '60' }),
    line('shareRow', 'r2', 'the rest', { partyId: 'ben', percent: '40' }),
  ],
  { basis: 'cost', rule: 'usage' },
)

const OBJECTS: readonly {
  readonly node: object
  readonly words: string
  readonly id: string
  readonly field: readonly [string, string, string]
}[] = [
  {
    node: line('party', 'o1', 'It carries out the transport', { name: 'Ashby' }),
    words: 'transport',
    id: 'o1',
    field: ['address', 'North Road 1', 'South Road 2'],
  },
  {
    node: line('serviceStep', 'o1', 'Goods are handed over sorted', {}),
    words: 'sorted',
    id: 'o1',
    field: ['due', '2027-01-01', '2027-02-01'],
  },
  {
    node: line('role', 'o1', 'Watches over the relationship', { kind: 'commissioner' }),
    words: 'relationship',
    id: 'o1',
    field: ['holder', 'Mrs Ash', 'Mr Birch'],
  },
  {
    node: line('obligation', 'o1', 'Shall insure all goods', { partyId: 'ada' }),
    words: 'goods',
    id: 'o1',
    field: ['recurrence', 'P1M', 'P3M'],
  },
  {
    node: line('review', 'o1', 'The costs are looked at again', { scope: 'costs' }),
    words: 'costs',
    id: 'o1',
    field: ['cadence', 'P6M', 'P1Y'],
  },
]

const objectCases = OBJECTS.flatMap(({ node, words, id, field: [name, a, b] }): MergeCase[] => {
  const kind = (node as { type: string }).type
  return [
    {
      name: `${kind}: one writes in it, the other removes it`,
      start: [...FEES, node],
      mine: type(words, 'MINE1'),
      theirs: remove(id),
      finds: ['swallowed', 'term'],
    },
    {
      name: `${kind}: one sets a field, the other removes it`,
      start: [...FEES, node],
      mine: remove(id),
      theirs: set(id, name, b),
      finds: ['swallowed-field', 'term'],
    },
    {
      name: `${kind}: both set one field`,
      start: [...FEES, node],
      mine: set(id, name, a),
      theirs: set(id, name, b),
      finds: ['field', 'term'],
    },
    {
      name: `${kind}: one sets a field, the other writes in it`,
      start: [...FEES, node],
      mine: set(id, name, a),
      theirs: type(words, 'THEIRS1'),
      finds: ['term'],
    },
  ]
})

/** Objects of the schema and their fields. */
export const OBJECT_CASES: readonly MergeCase[] = [
  {
    name: 'each takes one of two shares out',
    start: [...FEES, SHARES],
    mine: remove('r1'),
    theirs: remove('r2'),
    finds: ['emptied', 'term', 'term'],
  },
  {
    name: 'one adds a share, the other removes the table',
    start: [...FEES, SHARES],
    mine: add('s1', line('shareRow', 'r3', '', { partyId: 'cyd', percent: '10' })),
    theirs: remove('s1'),
    finds: ['swallowed-block', 'term', 'term', 'term'],
  },
  {
    name: 'both set one share',
    start: [...FEES, SHARES],
    mine: set('r1', 'percent', '70'),
    theirs: set('r1', 'percent', '50'),
    finds: ['field', 'term'],
  },
  {
    name: 'each sets another share',
    start: [...FEES, SHARES],
    mine: set('r1', 'percent', '55'),
    theirs: set('r2', 'percent', '45'),
    finds: ['term', 'term'],
  },
  {
    name: 'both set one field of a KPI',
    start: [...FEES, KPI],
    mine: set('k1', 'target', '95'),
    theirs: set('k1', 'target', '99'),
    finds: ['field', 'term'],
  },
  {
    name: 'each sets another field of a KPI',
    start: [...FEES, KPI],
    mine: set('k1', 'target', '95'),
    theirs: set('k1', 'baseline', '85'),
    finds: ['term', 'term'],
  },
  {
    name: 'one writes in a KPI, the other removes it',
    start: [...FEES, KPI],
    mine: type('promised', 'MINE1'),
    theirs: remove('k1'),
    finds: ['swallowed', 'term'],
  },
  {
    name: 'one sets a field of a KPI, the other removes it',
    start: [...FEES, KPI],
    mine: set('k1', 'target', '99'),
    theirs: remove('k1'),
    finds: ['swallowed-field', 'term'],
  },
  {
    name: 'one refers to a party in a paragraph that the other removes',
    start: FEES,
    mine: writer => {
      const reference = writer.node.type.schema.node('partyRef', { partyId: 'ada' })
      writer.edit(tr => tr.insert(at(writer, 'party may'), reference))
    },
    theirs: remove('p2'),
    finds: ['swallowed'],
  },
  {
    name: 'one removes a KPI, the other moves it',
    start: [...FEES, KPI],
    mine: remove('k1'),
    theirs: move('k1', 0),
    finds: ['returned'],
  },
  {
    name: 'one moves a KPI, the other writes in it and sets its target',
    start: [...FEES, KPI],
    mine: move('k1', 0),
    theirs: all(type('promised', 'THEIRS1'), set('k1', 'target', '99')),
    finds: ['swallowed', 'swallowed-field', 'term'],
  },
  ...objectCases,
]
