import { MERGE_CASES } from '../support/merge-cases/merge-cases.ts'
import type { WriterKind } from '../support/merge-writers.ts'
import { type MergeAccount, type RandomMerge, randomMerge } from '../support/random-merge.ts'
import { runMergeCase } from '../support/run-merge-case.ts'

/**
 * The same merges written by our binding and by the stock one, and what becomes of the words that people wrote: whole in the merged
 * text, told by merge review, or neither. Without a review all that is not in the text is lost unseen.
 */
const ROUNDS = Number(process.env.BENCH_MERGES ?? 1000)

interface Sum {
  written: number
  inText: number
  inReview: number
  lost: number
}

function sumOf(accounts: Iterable<MergeAccount>): Sum {
  const sum = { written: 0, inText: 0, inReview: 0, lost: 0 }
  for (const { written, inText, inReview, lost } of accounts) {
    sum.written += written.length
    sum.inText += inText.length
    sum.inReview += inReview.length
    sum.lost += lost.length
  }
  return sum
}

const random = (kind: WriterKind): readonly RandomMerge[] =>
  Array.from({ length: ROUNDS }, (_, index) => randomMerge(index + 1, kind))
const merges = { parley: random('parley'), stock: random('stock') }

const ours = (sum: Sum) => [sum.written, sum.written - sum.inText, sum.inReview, sum.lost]
/** Plain collaboration has no review: nobody is told of what is not in the text. */
const plain = (sum: Sum) => [sum.written, sum.written - sum.inText, 0, sum.written - sum.inText]

const rows: readonly (readonly [string, readonly number[]])[] = [
  [
    `Parley, ${MERGE_CASES.length} scripted merges`,
    ours(sumOf(MERGE_CASES.map(each => runMergeCase(each, 'parley')))),
  ],
  [
    'plain TipTap collaboration, the same',
    plain(sumOf(MERGE_CASES.map(each => runMergeCase(each, 'stock')))),
  ],
  [`Parley, ${ROUNDS} random merges`, ours(sumOf(merges.parley))],
  ['plain TipTap collaboration, the same', plain(sumOf(merges.stock))],
]

process.stdout.write(
  '| | words written | not whole in the merged text | shown by merge review | lost unseen |\n',
)
process.stdout.write('| --- | ---: | ---: | ---: | ---: |\n')
for (const [name, figures] of rows) process.stdout.write(`| ${name} | ${figures.join(' | ')} |\n`)

const count = (all: readonly RandomMerge[], which: 'returned' | 'untold') =>
  all.reduce((sum, merge) => sum + merge[which].length, 0)
process.stdout.write(
  `\nRemoved by one and standing again, since the other had moved or remade it: ${count(merges.parley, 'returned')} words in the random merges, ` +
    `${count(merges.parley, 'untold')} of them told by nothing. In plain collaboration: ${count(merges.stock, 'returned')}, told by nothing.\n`,
)
