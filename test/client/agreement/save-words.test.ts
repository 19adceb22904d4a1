import { describe, expect, it } from 'vitest'
import { isBetter, saveWords } from '../../../client/agreement/save-words.ts'
import type { SessionStatus } from '../../../client/session/session-status.ts'
import { ERROR_STATUS, type ErrorKind } from '../../../shared/protocol/errors.ts'

const WHY = Object.keys(ERROR_STATUS) as ErrorKind[]

const EVERY: readonly SessionStatus[] = [
  { kind: 'loading' },
  { kind: 'saving' },
  { kind: 'saved-on-device' },
  { kind: 'sending', waiting: 1 },
  { kind: 'saved-for-everyone' },
  { kind: 'offline', waiting: 0 },
  { kind: 'offline', waiting: 14 },
  ...WHY.flatMap(why => [0, 2].map(waiting => ({ kind: 'refused' as const, why, waiting }))),
  { kind: 'storage-failed', message: 'This device’s disk is full.' },
]

describe('where the changes are, in words', () => {
  it('says "saved" only when it is', () => {
    const saved = EVERY.filter(status => saveWords(status).short.startsWith('Saved')).map(({ kind }) => kind)
    expect(saved).toEqual(['saved-on-device', 'saved-for-everyone'])
  })

  it('says "for everyone" of no other status than that', () => {
    const all = EVERY.filter(status => /everyone/i.test(saveWords(status).short)).map(({ kind }) => kind)
    expect(all).toEqual(['saved-for-everyone'])
  })

  it('counts what waits wherever something does', () => {
    expect(saveWords({ kind: 'offline', waiting: 14 }).short).toBe('Offline, 14 changes wait')
    expect(saveWords({ kind: 'offline', waiting: 1 }).short).toBe('Offline, 1 change waits')
    for (const why of WHY)
      expect(saveWords({ kind: 'refused', why, waiting: 2 }).details).toContain('2 changes')
  })

  it('has whole sentences for every status', () => {
    for (const status of EVERY) expect(saveWords(status).details).toMatch(/^[A-Z].*\.$/s)
  })
})

describe('news', () => {
  it('is good only towards a safer place, so that bad news never waits', () => {
    expect(isBetter({ kind: 'saved-for-everyone' }, { kind: 'saving' })).toBe(true)
    expect(isBetter({ kind: 'sending', waiting: 1 }, { kind: 'saving' })).toBe(true)
    expect(isBetter({ kind: 'saving' }, { kind: 'saved-for-everyone' })).toBe(false)
    for (const status of EVERY) expect(isBetter({ kind: 'storage-failed', message: '' }, status)).toBe(false)
    expect(isBetter({ kind: 'offline', waiting: 2 }, { kind: 'offline', waiting: 1 })).toBe(false)
  })
})
