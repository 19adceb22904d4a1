import type { MergeCase } from './merge-case.ts'
import { box, FEES, para } from './merge-nodes.ts'
import { add, all, blockWith, move, remove, retype, split, type, wrapIn } from './merge-steps.ts'

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

/** Clauses and headings, lists, quotes and tables: one changes what the other writes in. */
export const STRUCTURE_CASES: readonly MergeCase[] = [
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
    name: 'one removes a paragraph, the other moves it',
    start: [...FEES, para('p3', 'Words of a third clause.')],
    mine: remove('p2'),
    theirs: move('p2', 1),
    finds: ['returned'],
  },
  {
    name: 'one makes a paragraph a heading, the other removes it',
    start: FEES,
    mine: retype('p2', 'heading'),
    theirs: remove('p2'),
    finds: ['returned'],
  },
  {
    name: 'one removes a paragraph, the other makes it a list',
    start: FEES,
    mine: remove('p2'),
    theirs: wrapIn('p2', 'bulletList', 'listItem'),
    finds: ['returned'],
  },
  {
    name: 'each takes one of two rows of a table out',
    start: [...FEES, TABLE],
    mine: remove('w1'),
    theirs: remove('w2'),
    finds: ['emptied'],
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
]
