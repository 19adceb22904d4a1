import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readBodyUpdate } from '../../../server/terms/read-body-update.ts'
import { countUnreviewed, settlementKey } from '../../../shared/record/merge/merge-count.ts'
import { keepMerge, keptMerges, settle, unsettle } from '../../../shared/record/merge/merge-rooms.ts'
import { MERGE_CASES } from '../../support/merge-cases/merge-cases.ts'
import { runMergeCase } from '../../support/run-merge-case.ts'

const by = { id: 'ada', name: 'Ada' }

function merged(name: string) {
  const each = MERGE_CASES.find(other => other.name === name)
  const account = each && runMergeCase(each, 'parley')
  if (!account?.ranges || !account.review) throw new Error(`no merge: ${name}`)
  const discussion = new Y.Doc()
  keepMerge(discussion, account.ranges, 'ben', 1)
  return { ...account, ranges: account.ranges, review: account.review, discussion }
}

describe('what nobody has settled', () => {
  it('is counted by everybody alike, also by the server, and goes down as points are settled', () => {
    const { doc, discussion, review } = merged('both set one share')
    const [key] = keptMerges(discussion).map(merge => merge.key)
    expect(countUnreviewed(doc, discussion)).toBe(2)
    const state = Y.encodeStateAsUpdate(doc)
    expect(readBodyUpdate(state, Y.encodeStateAsUpdate(discussion)).unreviewed).toBe(2)
    expect(readBodyUpdate(state, null).unreviewed).toBe(0)

    const findingId = settlementKey(key ?? '', review.findings[0]?.id ?? '')
    settle(discussion, findingId, { how: 'picked', by, at: '2026-11-25T20:00:00.000Z' })
    expect(countUnreviewed(doc, discussion)).toBe(1)
    unsettle(discussion, findingId)
    expect(countUnreviewed(doc, discussion)).toBe(2)
  })

  it('stays the same whatever is written after the merge', () => {
    const { doc, discussion, review } = merged('one writes in a KPI, the other removes it')
    const before = countUnreviewed(doc, discussion)
    expect(before).toBe(review.findings.length + review.terms.length)
    const body = doc.getXmlFragment('body')
    body.delete(0, 2)
    body.insert(0, [new Y.XmlElement('paragraph')])
    expect(countUnreviewed(doc, discussion)).toBe(before)
  })

  it('leaves out merges of which this text lacks a part, and entries that are none', () => {
    const { doc, discussion } = merged('both set one share')
    discussion.getMap('merges').set('odd', { base: 'x', by: 'eve', at: 2 })
    discussion.getMap('mergeReviews').set('odd', { how: 'whatever' })
    expect(countUnreviewed(doc, discussion)).toBe(2)
    expect(countUnreviewed(new Y.Doc({ gc: false }), discussion)).toBe(0)
  })
})
