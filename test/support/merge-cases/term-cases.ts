import type { MergeCase } from './merge-case.ts'
import { line, text } from './merge-nodes.ts'
import { append, remove, replace } from './merge-steps.ts'

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

/** Words that state a term. */
export const TERM_CASES: readonly MergeCase[] = [
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
]
