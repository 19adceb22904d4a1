import { describe, expect, it } from 'vitest'
import { MERGE_CASES } from '../../support/merge-cases/merge-cases.ts'
import { runMergeCase } from '../../support/run-merge-case.ts'

describe('merge review of', () => {
  it.each(MERGE_CASES)('$name', each => {
    const { review, lost } = runMergeCase(each, 'parley')
    const kinds = [...(review?.findings ?? []), ...(review?.terms ?? [])].map(({ kind }) => kind)
    expect(kinds.toSorted()).toEqual(each.finds.toSorted())
    expect(lost).toEqual([])
  })

  it.each(MERGE_CASES)('$name, written by the stock binding, loses no word unseen', each => {
    expect(runMergeCase(each, 'stock').lost).toEqual([])
  })
})
