import type { MergeCase } from './merge-case.ts'
import { FEES, para } from './merge-nodes.ts'
import { all, append, at, erase, join, remove, replace, retype, split, type } from './merge-steps.ts'

/** Two or three who write, divide, join, move and format words. */
export const TEXT_CASES: readonly MergeCase[] = [
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
    name: 'one divides a paragraph, the other removes it',
    start: FEES,
    mine: split('end this'),
    theirs: remove('p2'),
    finds: ['returned'],
  },
  {
    name: 'one removes a few words, the other makes their paragraph a heading',
    start: FEES,
    mine: erase('three months notice'),
    theirs: retype('p2', 'heading'),
    finds: ['returned'],
  },
  {
    name: 'one removes a paragraph, the other joins it with the one before',
    start: [...FEES, para('p3', 'Words of a third clause.')],
    mine: remove('p3'),
    theirs: join('p3'),
    finds: ['returned'],
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
    name: 'two of the others divide and write where the one who comes back writes',
    start: FEES,
    mine: type('account', 'MINE1'),
    theirs: split('by bank'),
    third: type('transfer', 'THIRD1'),
    finds: ['both-touched'],
  },
]
