import { describe, expect, it } from 'vitest'
import { sinceChanges, sinceSeq } from '../../../client/history/since-changes.ts'
import type { RecordOverview } from '../../../client/record/record-requests.ts'
import type { RedlineClause, RedlineLine } from '../../../shared/document/compare/compare-texts.ts'

/** A record of one entry for each name, a minute apart. */
const recordBy = (
  authors: readonly string[],
  clauses: ReadonlyMap<string | null, readonly number[]> = new Map(),
): RecordOverview => ({
  head: authors.length,
  sittings: [],
  clauses,
  authors,
  times: authors.map((_, index) => index * 60_000),
  clocks: new Uint8Array(),
  names: new Map(authors.map(id => [id, `${id.charAt(0).toUpperCase()}${id.slice(1)}`])),
})

const line = (change: RedlineLine['change'], seq: number | null, blockId = 'b1'): RedlineLine => ({
  key: blockId,
  blockId,
  kind: 'paragraph',
  level: 0,
  label: '',
  change,
  parts: [
    { kind: 'same', text: 'words that stayed ', seq: 1 },
    ...(change === 'same' ? [] : [{ kind: 'added' as const, text: 'words', seq }]),
  ],
})

const clause = (
  id: string | null,
  change: RedlineClause['change'],
  lines: readonly RedlineLine[],
): RedlineClause => ({
  clause: id === null ? null : { id, number: '2', level: 1, title: 'Costs' },
  change,
  lines,
  added: 1,
  removed: 0,
})

const RECORD = recordBy(['ada', 'ben', 'cleo', 'ada', 'ben'])

describe('from where the news begin', () => {
  it.each([
    ['the last visit', 3, 'dan', 3],
    ['one’s own last change, made on another device since', 3, 'ada', 4],
    ['the last visit, where one wrote before it', 5, 'ada', 5],
    ['the beginning, for somebody who was never here', 0, 'dan', 0],
    ['the last visit, without an account', 2, null, 2],
  ])('is %s', (_what, seen, userId, from) => {
    expect(sinceSeq(RECORD, seen, userId)).toBe(from)
  })
})

describe('what changed since the last visit', () => {
  const news = (
    clauses: readonly RedlineClause[],
    from = 2,
    userId: string | null = 'ada',
    record = RECORD,
  ) => sinceChanges(clauses, record, from, userId)

  it('names each clause that others changed, by whom, and where to look first', () => {
    const lines = [line('same', null, 'h1'), line('removed', 3, 'gone'), line('changed', 5, 'b7')]
    expect(news([clause('c1', 'changed', lines)])).toEqual([
      {
        key: 'c1/0',
        name: '2 Costs',
        blockId: 'b7',
        authors: ['Cleo', 'Ben'],
        added: 1,
        removed: 0,
        change: 'changed',
      },
    ])
  })

  it('is silent about clauses that are the same, and about what only oneself changed', () => {
    expect(news([clause('c1', 'same', [line('same', null)])])).toEqual([])
    expect(news([clause('c1', 'changed', [line('changed', 4)])])).toEqual([])
  })

  it('leaves oneself out of the names of a clause that others changed too', () => {
    const [change] = news([clause('c1', 'changed', [line('changed', 4), line('changed', 5)])])
    expect(change?.authors).toEqual(['Ben'])
  })

  it('leads nowhere for a clause that is gone, and to the first line for one whose lines only went', () => {
    const [gone] = news([clause('c1', 'removed', [line('removed', 3, 'b1')])])
    expect(gone?.blockId).toBeNull()
    const [shorter] = news([clause('c1', 'changed', [line('same', null, 'h1'), line('removed', 3, 'b1')])])
    expect(shorter?.blockId).toBe('h1')
  })

  it('knows who changed a field or the look of a clause, which no words tell', () => {
    const record = recordBy(['ada', 'ben', 'ben'], new Map([['c1', [1, 3]]]))
    const [change] = news([clause('c1', 'changed', [line('format', null)])], 2, 'ada', record)
    expect(change?.authors).toEqual(['Ben'])
  })

  it('is silent about what oneself did before the first clause too', () => {
    const record = recordBy(['ada', 'ben', 'ada'], new Map([[null, [1, 3]]]))
    expect(news([clause(null, 'changed', [line('format', null)])], 2, 'ada', record)).toEqual([])
  })

  it('shows a change whose author is not known rather than hide it', () => {
    const [change] = news([clause(null, 'changed', [line('changed', null)])])
    expect(change).toMatchObject({ name: 'Before the first clause', authors: [] })
  })

  it('gives every entry a key of its own, also where one clause stands twice', () => {
    const changed = clause('c1', 'changed', [line('changed', 5)])
    const keys = news([changed, changed]).map(({ key }) => key)
    expect(new Set(keys).size).toBe(2)
  })

  it('calls an account that was closed by that, not by its id', () => {
    const record = { ...recordBy(['ada', 'ben', 'eve']), names: new Map([['eve', '']]) }
    const [change] = news([clause('c1', 'changed', [line('changed', 3)])], 2, 'ada', record)
    expect(change?.authors).toEqual(['Closed account'])
  })
})
