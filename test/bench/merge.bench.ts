import { MERGE_CASES } from '../support/merge-cases/merge-cases.ts'
import type { WriterKind } from '../support/merge-writers.ts'
import { type MergeAccount, randomMerge } from '../support/random-merge.ts'
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

function* random(kind: WriterKind) {
  for (let seed = 1; seed <= ROUNDS; seed++) yield randomMerge(seed, kind)
}

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
  [`Parley, ${ROUNDS} random merges`, ours(sumOf(random('parley')))],
  ['plain TipTap collaboration, the same', plain(sumOf(random('stock')))],
]

process.stdout.write(
  '| | words written | not whole in the merged text | shown by merge review | lost unseen |\n',
)
process.stdout.write('| --- | ---: | ---: | ---: | ---: |\n')
for (const [name, figures] of rows) process.stdout.write(`| ${name} | ${figures.join(' | ')} |\n`)
