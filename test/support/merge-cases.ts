import type { Node } from '@tiptap/pm/model'
import type { MergeFinding } from '../../shared/record/merge/merge-finding.ts'
import { moveTo, sizeBefore } from './merge-moves.ts'
import type { Writer } from './merge-writers.ts'

/** What two or three people do apart, and what merge review says of it when our own binding wrote it. */
export interface MergeCase {
  readonly name: string
  readonly start: readonly object[]
  readonly mine: (writer: Writer) => void
  readonly theirs: (writer: Writer) => void
  /** A third person, also on the others' side. */
  readonly third?: (writer: Writer) => void
  readonly finds: readonly MergeFinding['kind'][]
}

const text = (words: string, marks?: readonly object[]) => ({
  type: 'text',
  text: words,
  ...(marks && { marks }),
})
const line = (type: string, id: string, words: string, attrs: object = {}) => ({
  type,
  attrs: { id, ...attrs },
  ...(words === '' ? {} : { content: [text(words)] }),
})
const para = (id: string, words: string) => line('paragraph', id, words)
const box = (type: string, id: string, content: readonly object[], attrs: object = {}) => ({
  type,
  attrs: { id, ...attrs },
  content,
})

const FEES = [
  line('heading', 'h1', 'Fees', { level: 1 }),
  para('p1', 'The fee is due monthly in arrears by bank transfer to the account of the lead partner.'),
  line('heading', 'h2', 'Notice', { level: 1 }),
  para('p2', 'Either party may end this agreement with three months notice in writing.'),
]

/** Where the words begin in the writer's text. */
function at(writer: Writer, words: string): number {
  let found = -1
  writer.node.descendants((node, pos) => {
    const place = node.isText ? (node.text ?? '').indexOf(words) : -1
    if (place >= 0 && found < 0) found = pos + place
  })
  if (found < 0) throw new Error(`The text does not hold “${words}”`)
  return found
}

function blockWith(writer: Writer, id: string): { readonly node: Node; readonly pos: number } {
  let found: { node: Node; pos: number } | null = null
  writer.node.descendants((node, pos) => {
    if (node.attrs.id === id) found ??= { node, pos }
    return true
  })
  if (!found) throw new Error(`The text has no block ${id}`)
  return found
}

const type = (before: string, words: string) => (writer: Writer) => {
  const { schema } = writer.node.type
  writer.edit(tr => tr.insert(at(writer, before), schema.text(`${words} `)))
}
const replace = (words: string, by: string) => (writer: Writer) => {
  const { schema } = writer.node.type
  const from = at(writer, words)
  const marks = writer.node.resolve(from + 1).marks()
  writer.edit(tr => tr.replaceWith(from, from + words.length, schema.text(by, marks)))
}
const erase = (words: string) => (writer: Writer) => {
  const from = at(writer, words)
  writer.edit(tr => tr.delete(from, from + words.length))
}
const remove = (id: string) => (writer: Writer) => {
  const { node, pos } = blockWith(writer, id)
  writer.edit(tr => tr.delete(pos, pos + node.nodeSize))
}
const split = (before: string) => (writer: Writer) => {
  writer.edit(tr => tr.split(at(writer, before)))
}
const join = (id: string) => (writer: Writer) => {
  writer.edit(tr => tr.join(blockWith(writer, id).pos))
}
const set = (id: string, name: string, value: string) => (writer: Writer) => {
  writer.edit(tr =>
    tr.setNodeMarkup(blockWith(writer, id).pos, null, { ...blockWith(writer, id).node.attrs, [name]: value }),
  )
}
const retype = (id: string, to: string) => (writer: Writer) => {
  const { node, pos } = blockWith(writer, id)
  const target = writer.node.type.schema.nodes[to]
  if (target) writer.edit(tr => tr.setBlockType(pos, pos + node.nodeSize, target, { id, level: 2 }))
}
const wrapIn =
  (id: string, ...wrappers: readonly string[]) =>
  (writer: Writer) => {
    const { node, pos } = blockWith(writer, id)
    const { schema } = writer.node.type
    writer.edit(tr =>
      tr.replaceWith(
        pos,
        pos + node.nodeSize,
        wrappers.reduceRight(
          (inner: Node, name) =>
            schema.node(name, { id: `${name}-of-${id}-${writer.doc.clientID}` }, [inner]),
          node,
        ),
      ),
    )
  }
const add = (parent: string, child: object) => (writer: Writer) => {
  const { node, pos } = blockWith(writer, parent)
  writer.edit(tr => tr.insert(pos + node.nodeSize - 1, writer.node.type.schema.nodeFromJSON(child)))
}
const move = (id: string, before: number) => (writer: Writer) => {
  const index = writer.node.content.content.findIndex(node => node.attrs.id === id)
  writer.edit(tr => moveTo(tr, index, before))
}
const append = (words: string) => (writer: Writer) => {
  const { schema } = writer.node.type
  const paragraph = schema.node('paragraph', { id: `new-${words}` }, schema.text(words))
  writer.edit(tr => tr.insert(sizeBefore(writer.node, writer.node.childCount), paragraph))
}
const all =
  (...steps: readonly ((writer: Writer) => void)[]) =>
  (writer: Writer) => {
    for (const step of steps) step(writer)
  }

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
const LIST = box('bulletList', 'u1', [
  box('listItem', 'i1', [para('l1', 'Deliver the goods on the day that was agreed')]),
  box('listItem', 'i2', [para('l2', 'Report each failed delivery within one day')]),
])
const TABLE = box('table', 't1', [
  box('tableRow', 'w1', [box('tableCell', 'c1', [para('x1', 'North district')])]),
  box('tableRow', 'w2', [box('tableCell', 'c2', [para('x2', 'South district')])]),
])
const row = (id: string, words: string) =>
  box('tableRow', id, [box('tableCell', `${id}c`, [para(`${id}p`, words)])])
const LIABILITY = [
  line('heading', 'h1', 'Liability', { level: 1 }),
  {
    type: 'paragraph',
    attrs: { id: 'p1' },
    content: [
      text('Liability is limited to '),
      text('EUR 10,000', [{ type: 'term', attrs: { kind: 'liability-cap', id: 'cap' } }]),
      text(' in each year.'),
    ],
  },
]

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

export const MERGE_CASES: readonly MergeCase[] = [
  {
    name: 'each writes in a clause of their own',
    start: FEES,
    mine: type('monthly', 'MINE1'),
    theirs: type('three', 'THEIRS1'),
    finds: [],
  },
  {
    name: 'both write in one paragraph',
    start: FEES,
    mine: type('monthly', 'MINE1'),
    theirs: type('transfer', 'THEIRS1'),
    finds: ['both-touched'],
  },
  {
    name: 'both replace one word',
    start: FEES,
    mine: replace('monthly', 'MINEyearly'),
    theirs: replace('monthly', 'THEIRSweekly'),
    finds: ['both-touched'],
  },
  {
    name: 'both write the same words',
    start: FEES,
    mine: type('monthly', 'always'),
    theirs: type('monthly', 'always'),
    finds: ['both-touched', 'duplicate'],
  },
  {
    name: 'one divides a paragraph, the other writes in its second half',
    start: FEES,
    mine: split('by bank'),
    theirs: type('account', 'THEIRS1'),
    finds: ['both-touched'],
  },
  {
    name: 'one divides a paragraph near its end, the other writes in its first half',
    start: FEES,
    mine: split('lead partner'),
    theirs: type('monthly', 'THEIRS1'),
    finds: ['both-touched'],
  },
  {
    name: 'one divides a paragraph near its beginning, the other writes behind',
    start: FEES,
    mine: split('is due'),
    theirs: type('transfer', 'THEIRS1'),
    finds: ['both-touched'],
  },
  {
    name: 'both divide one paragraph at one place',
    start: FEES,
    mine: split('by bank'),
    theirs: split('by bank'),
    finds: ['duplicate', 'both-touched'],
  },
  {
    name: 'one joins two paragraphs, the other writes in the second',
    start: [para('a', 'Short.'), para('b', 'The second paragraph is much longer than the first one.')],
    mine: join('b'),
    theirs: type('longer', 'THEIRS1'),
    finds: ['both-touched'],
  },
  {
    name: 'one joins two paragraphs, the other writes in the first',
    start: [para('a', 'The first paragraph is much longer than the second one.'), para('b', 'Short.')],
    mine: join('b'),
    theirs: type('longer', 'THEIRS1'),
    finds: ['both-touched'],
  },
  {
    name: 'one removes a clause, the other writes in it',
    start: FEES,
    mine: all(remove('h2'), remove('p2')),
    theirs: type('three', 'THEIRS1'),
    finds: ['swallowed'],
  },
  {
    name: 'one moves a long clause up past a heading, the other writes in it',
    start: FEES,
    mine: move('p1', 0),
    theirs: type('monthly', 'THEIRS1'),
    finds: [],
  },
  {
    name: 'one moves a paragraph to another clause, the other writes in it',
    start: [...FEES, para('p3', 'Words of a third clause.')],
    mine: move('p2', 1),
    theirs: type('three', 'THEIRS1'),
    finds: ['swallowed'],
  },
  {
    name: 'both move one paragraph',
    start: [...FEES, para('p3', 'Words of a third clause, some more of them.')],
    mine: move('p3', 0),
    theirs: move('p3', 1),
    finds: ['duplicate'],
  },
  {
    name: 'one makes a paragraph a heading, the other writes in it',
    start: FEES,
    mine: retype('p2', 'heading'),
    theirs: type('three', 'THEIRS1'),
    finds: ['swallowed'],
  },
  {
    name: 'one makes a paragraph a list, the other writes in it',
    start: FEES,
    mine: wrapIn('p2', 'bulletList', 'listItem'),
    theirs: type('three', 'THEIRS1'),
    finds: ['swallowed'],
  },
  {
    name: 'one quotes a paragraph, the other writes in it',
    start: FEES,
    mine: wrapIn('p2', 'blockquote'),
    theirs: type('three', 'THEIRS1'),
    finds: ['swallowed'],
  },
  {
    name: 'one rewrites a sentence here and there, the other writes between',
    start: FEES,
    mine: replace(
      'The fee is due monthly in arrears by bank transfer',
      'The MINEprice is due yearly in arrears by bank order',
    ),
    theirs: type('arrears', 'THEIRS1'),
    finds: ['both-touched'],
  },
  {
    name: 'each takes half of a paragraph out',
    start: FEES,
    mine: erase('The fee is due monthly in arrears by bank'),
    theirs: erase(' transfer to the account of the lead partner.'),
    finds: ['emptied', 'both-touched'],
  },
  {
    name: 'each takes one of two rows of a table out',
    start: [...FEES, TABLE],
    mine: remove('w1'),
    theirs: remove('w2'),
    finds: ['emptied'],
  },
  {
    name: 'each takes one of two shares out',
    start: [...FEES, SHARES],
    mine: remove('r1'),
    theirs: remove('r2'),
    finds: ['emptied', 'term', 'term'],
  },
  {
    name: 'each takes one of two items of a list out',
    start: [...FEES, LIST],
    mine: remove('i1'),
    theirs: remove('i2'),
    finds: ['emptied'],
  },
  {
    name: 'one writes in a cell, the other removes its row',
    start: [...FEES, TABLE],
    mine: type('district', 'MINE1'),
    theirs: remove('w1'),
    finds: ['swallowed'],
  },
  {
    name: 'one writes in a list item, the other removes the list',
    start: [...FEES, LIST],
    mine: type('goods', 'MINE1'),
    theirs: remove('u1'),
    finds: ['swallowed'],
  },
  {
    name: 'one divides a list item, the other writes behind',
    start: [...FEES, LIST],
    mine: split('on the day'),
    theirs: type('agreed', 'THEIRS1'),
    finds: ['both-touched'],
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
    name: 'both replace one amount',
    start: LIABILITY,
    mine: replace('10,000', '20,000'),
    theirs: replace('10,000', '50,000'),
    finds: ['both-touched', 'term'],
  },
  {
    name: 'one replaces an amount',
    start: LIABILITY,
    mine: append('MINE1'),
    theirs: replace('10,000', '50,000'),
    finds: ['term'],
  },
  {
    name: 'one removes a clause that states a term',
    start: LIABILITY,
    mine: append('MINE1'),
    theirs: remove('p1'),
    finds: ['term'],
  },
  {
    name: 'two of the others write in what the one who comes back removes',
    start: FEES,
    mine: remove('p1'),
    theirs: type('monthly', 'THEIRS1'),
    third: type('transfer', 'THIRD1'),
    finds: ['swallowed', 'swallowed'],
  },
  {
    name: 'one comes back with a clause for others that divided and removed',
    start: FEES,
    mine: all(type('monthly', 'MINE1'), append('MINE2')),
    theirs: split('by bank'),
    third: all(remove('p2'), append('THIRD1')),
    finds: ['stranded', 'both-touched'],
  },
  {
    name: 'each adds a row to one table',
    start: [...FEES, TABLE],
    mine: add('t1', row('w3', 'MINE1 district')),
    theirs: add('t1', row('w4', 'THEIRS1 district')),
    finds: [],
  },
  {
    name: 'each adds an item to one list',
    start: [...FEES, LIST],
    mine: add('u1', box('listItem', 'i3', [para('l3', 'MINE1 is delivered too')])),
    theirs: add('u1', box('listItem', 'i4', [para('l4', 'THEIRS1 is reported too')])),
    finds: [],
  },
  {
    name: 'both write in one cell',
    start: [...FEES, TABLE],
    mine: type('North', 'MINE1'),
    theirs: type('district', 'THEIRS1'),
    finds: ['both-touched'],
  },
  {
    name: 'one removes the table, the other adds a row to it',
    start: [...FEES, TABLE],
    mine: remove('t1'),
    theirs: add('t1', row('w3', 'THEIRS1 district')),
    finds: ['swallowed'],
  },
  {
    name: 'one removes the heading of a clause, the other writes in the clause',
    start: FEES,
    mine: remove('h2'),
    theirs: type('three', 'THEIRS1'),
    finds: [],
  },
  {
    name: 'one removes the heading of a clause, the other renames it',
    start: FEES,
    mine: remove('h2'),
    theirs: type('Notice', 'THEIRS1'),
    finds: ['swallowed'],
  },
  {
    name: 'both set the level of a heading',
    start: FEES,
    mine: writer => writer.edit(tr => tr.setNodeAttribute(blockWith(writer, 'h2').pos, 'level', 2)),
    theirs: writer => writer.edit(tr => tr.setNodeAttribute(blockWith(writer, 'h2').pos, 'level', 3)),
    finds: ['field'],
  },
  {
    name: 'both make one paragraph a list',
    start: FEES,
    mine: wrapIn('p2', 'bulletList', 'listItem'),
    theirs: wrapIn('p2', 'orderedList', 'listItem'),
    finds: ['duplicate'],
  },
  {
    name: 'one divides a paragraph, the other joins it with the one before',
    start: [
      para('a', 'The first paragraph is about fees.'),
      para('b', 'The second one is about notice and its form.'),
    ],
    mine: split('and its form'),
    theirs: join('b'),
    finds: ['both-touched'],
  },
  {
    name: 'one puts words in bold, the other writes between them',
    start: FEES,
    mine: writer => {
      const from = at(writer, 'monthly in arrears')
      writer.edit(tr => tr.addMark(from, from + 18, writer.node.type.schema.mark('bold')))
    },
    theirs: type('arrears', 'THEIRS1'),
    finds: [],
  },
  {
    name: 'one drags words to another clause, the other writes in them',
    start: FEES,
    mine: writer => {
      const from = at(writer, 'by bank transfer')
      const words = writer.node.slice(from, from + 16).content
      writer.edit(tr => tr.delete(from, from + 16).insert(tr.mapping.map(at(writer, 'may end')), words))
    },
    theirs: type('transfer', 'THEIRS1'),
    finds: ['both-touched', 'stranded'],
  },
  {
    name: 'one moves a KPI, the other writes in it and sets its target',
    start: [...FEES, KPI],
    mine: move('k1', 0),
    theirs: all(type('promised', 'THEIRS1'), set('k1', 'target', '99')),
    finds: ['swallowed', 'swallowed-field', 'term'],
  },
  {
    name: 'two of the others divide and write where the one who comes back writes',
    start: FEES,
    mine: type('account', 'MINE1'),
    theirs: split('by bank'),
    third: type('transfer', 'THIRD1'),
    finds: ['both-touched'],
  },
  ...objectCases,
]
