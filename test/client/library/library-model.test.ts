import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  byLastChange,
  copyTitle,
  lastChange,
  matchesFilter,
  NO_FILTER,
  partyWords,
  statusOf,
  waitingWords,
} from '../../../client/library/library-model.ts'
import { removalLoss } from '../../../client/library/removal-loss.ts'
import { mayRename } from '../../../client/library/row-menu.tsx'
import { entry, summary } from './entries.ts'

describe('a line of the library', () => {
  it('is a draft until the server has said otherwise', () => {
    expect(statusOf(entry({ server: null }))).toBe('draft')
    expect(statusOf(entry({ server: summary({ status: 'signed' }) }))).toBe('signed')
  })

  it('says when and by whom it was changed last, whichever of device and server is later', () => {
    const server = summary({ changedAt: '2026-11-02T00:00:00.000Z', changedBy: 'Ben Mori' })
    const earlier = '2026-11-01T00:00:00.000Z'
    const later = '2026-11-03T00:00:00.000Z'
    expect(lastChange(entry({ server, changedAt: earlier, waiting: 2 }))).toEqual({
      at: server.changedAt,
      by: 'Ben Mori',
    })
    expect(lastChange(entry({ server, changedAt: later, waiting: 2 }))).toEqual({ at: later, by: 'you' })
    expect(lastChange(entry({ server: null, changedAt: later }))).toEqual({ at: later, by: null })
  })

  it('does not take a copy that was merely fetched later for a change of its reader', () => {
    const server = summary({ changedAt: '2026-11-02T00:00:00.000Z', changedBy: 'Ben Mori' })
    const fetched = entry({ server, changedAt: '2026-11-03T00:00:00.000Z', waiting: 0 })
    expect(lastChange(fetched).by).toBe('Ben Mori')
  })

  it.each([
    [[], 'No parties named yet'],
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B and C'],
    [['A', 'B', 'C', 'D'], 'A, B and 2 more'],
  ])('names the parties %j as %s', (names, words) => {
    expect(partyWords(names)).toBe(words)
  })

  it.each([
    [0, null],
    [1, '1 change waits on this device'],
    [7, '7 changes wait on this device'],
  ])('says of %i waiting changes: %s', (count, words) => {
    expect(waitingWords(count)).toBe(words)
  })

  it('lets rename only those who may write the title, which is part of the text', () => {
    expect(mayRename(entry({ server: null }))).toBe(true)
    expect(mayRename(entry({ server: summary({ role: 'partner' }) }))).toBe(true)
    expect(mayRename(entry({ server: summary({ role: 'observer' }) }))).toBe(false)
    expect(mayRename(entry({ server: summary({ role: 'partner' }), left: true }))).toBe(false)
    expect(mayRename(entry({ server: summary({ role: 'convener', status: 'sealed' }) }))).toBe(false)
  })
})

describe('the filter', () => {
  const harbour = entry({
    title: 'Küstendienste im Verbund',
    parties: [{ id: 'party-0000000000000', name: 'Gemeinde Nordhafen' }],
  })

  it.each(['', 'kusten', 'NORDHAFEN verbund', '  gemeinde  ', 'küsten'])('finds it by %j', text => {
    expect(matchesFilter(harbour, { text, status: 'all' })).toBe(true)
  })

  it.each(['südhafen', 'verbund xyz', '.*'])('does not find it by %j', text => {
    expect(matchesFilter(harbour, { text, status: 'all' })).toBe(false)
  })

  it('keeps those of one status', () => {
    const signed = entry({ server: summary({ status: 'signed' }) })
    expect(matchesFilter(signed, { text: '', status: 'signed' })).toBe(true)
    expect(matchesFilter(harbour, { text: '', status: 'signed' })).toBe(false)
  })

  it('hides nothing when nothing is asked', () => {
    fc.assert(
      fc.property(fc.string(), title => {
        expect(matchesFilter(entry({ title }), NO_FILTER)).toBe(true)
      }),
    )
  })

  it('finds every agreement by its whole title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), title => {
        expect(matchesFilter(entry({ title }), { text: title, status: 'all' })).toBe(true)
      }),
    )
  })
})

describe('the order of the list', () => {
  it('is last changed first, and the same for the same times', () => {
    const a = entry({ id: 'a-00000000000000000', changedAt: '2026-01-01T00:00:00.000Z' })
    const b = entry({ id: 'b-00000000000000000', changedAt: '2026-03-01T00:00:00.000Z' })
    const c = entry({ id: 'c-00000000000000000', changedAt: '2026-03-01T00:00:00.000Z' })
    const ids = (list: (typeof a)[]) => list.sort(byLastChange).map(({ id }) => id[0])
    expect(ids([a, b, c])).toEqual(['b', 'c', 'a'])
    expect(ids([c, b, a])).toEqual(['b', 'c', 'a'])
  })
})

describe('removing from this device', () => {
  it('is final for what is only here, and says so', () => {
    expect(removalLoss(entry({ server: null }))).toMatchObject({
      final: true,
      what: expect.stringContaining('gone for good'),
    })
  })

  it('is final for changes that nobody else has, and counts them', () => {
    const loss = removalLoss(entry({ server: summary({}), waiting: 3 }))
    expect(loss.final).toBe(true)
    expect(loss.what).toContain('3 changes have not reached the others')
  })

  it('is final for somebody who no longer belongs to it', () => {
    expect(removalLoss(entry({ server: summary({}), left: true })).final).toBe(true)
  })

  it('loses nothing when the server has everything', () => {
    expect(removalLoss(entry({ server: summary({}), waiting: 0 })).final).toBe(false)
  })
})

describe('the title of a copy', () => {
  it.each([
    ['Harbour', [], 'Harbour (copy)'],
    ['Harbour', ['Harbour (copy)'], 'Harbour (copy 2)'],
    ['Harbour (copy)', ['Harbour', 'Harbour (copy)'], 'Harbour (copy 2)'],
    ['Harbour (copy 2)', ['Harbour (copy)', 'Harbour (copy 2)'], 'Harbour (copy 3)'],
    ['The copy', [], 'The copy (copy)'],
  ])('of %j beside %j is %j', (title, taken, copy) => {
    expect(copyTitle(title, taken)).toBe(copy)
  })
})
