import { describe, expect, it } from 'vitest'
import { acceptRestInWords, openFindings } from '../../../client/review/accept-rest.ts'
import { answersInWords, type ReviewNames } from '../../../client/review/review-words.ts'
import { settlementKey } from '../../../shared/record/merge/merge-count.ts'
import type { BlockFinding } from '../../../shared/record/merge/merge-finding.ts'

const block = { key: '1:2', id: 'p', type: 'paragraph' }
const NOTHING = { inserted: '', deleted: '' }
const both = (id: string): BlockFinding => ({
  kind: 'both-touched',
  id,
  block,
  mine: NOTHING,
  theirs: NOTHING,
})
const swallowed = (
  text: string,
  restoreAt: { blockKey: string; after: number } | null = null,
): BlockFinding => ({
  kind: 'swallowed',
  id: `swallowed:${text}`,
  block,
  by: 'mine',
  text,
  words: text,
  before: '',
  after: '',
  restoreAt,
  lost: null,
})
const returned = (id: string): BlockFinding => ({ kind: 'returned', id, block, by: 'mine', text: 'x' })
const names: ReviewNames = { side: side => side, value: (_field, value) => `“${value}”` }

describe('accepting all that is open in a merge', () => {
  it('leaves out what somebody has settled already', () => {
    const settled = new Map([
      [
        settlementKey('m', 'a'),
        { how: 'accepted', by: { id: 'ada', name: 'Ada' }, at: '2026-11-26T09:00:00Z' } as const,
      ],
      [
        settlementKey('other', 'b'),
        { how: 'accepted', by: { id: 'ada', name: 'Ada' }, at: '2026-11-26T09:00:00Z' } as const,
      ],
    ])
    const open = openFindings({ key: 'm', review: { findings: [both('a'), both('b')] } }, settled)
    expect(open.map(({ id }) => id)).toEqual(['b'])
  })

  it.each([
    [[both('a'), both('b')], /^2 points are settled .* for everybody\. Each point can be opened again\.$/],
    [[both('a'), swallowed('x')], /One of them is something that somebody wrote and that is not in the text/],
    [[swallowed('x'), swallowed('y'), both('a')], /^3 points .* 2 of them are things that somebody wrote/],
    [
      [both('a'), returned('b')],
      /One of them is something that somebody removed and that stands again: it stays in/,
    ],
  ])('says before what it means (%#)', (findings, words) => {
    expect(acceptRestInWords(findings, 0)).toMatch(words)
  })

  it('says that changed terms are not among them', () => {
    expect(acceptRestInWords([both('a'), both('b')], 3)).toContain('3 changed terms stay open')
    expect(acceptRestInWords([both('a'), both('b')], 1)).toContain('One changed term stays open')
  })
})

describe('the answers to swallowed words', () => {
  it.each([
    [
      'words with a place',
      swallowed('lost', { blockKey: '1:2', after: 3 }),
      ['Put it back', 'Put it in a new paragraph'],
    ],
    ['words whose surroundings are gone too', swallowed('lost'), ['Put it in a new paragraph']],
    ['an object in a line', swallowed('\uFFFC', { blockKey: '1:2', after: 3 }), ['Put it back']],
    ['words that both changed', both('a'), []],
  ])('of %s', (_what, finding, labels) => {
    expect(answersInWords(finding, names).map(({ label }) => label)).toEqual(labels)
  })
})
