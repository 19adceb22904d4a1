import { describe, expect, it } from 'vitest'
import { initials } from '../../../client/shell/people.tsx'
import { exactTime, relativeTime } from '../../../client/shell/relative-time.ts'
import { statusWords } from '../../../client/shell/status-words.ts'

describe('times as people say them', () => {
  const now = Date.parse('2026-11-23T12:00:00Z')
  it.each([
    ['2026-11-23T11:59:31Z', 'just now'],
    ['2026-11-23T12:05:00Z', 'just now'],
    ['2026-11-23T11:58:00Z', '2 minutes ago'],
    ['2026-11-23T09:00:00Z', '3 hours ago'],
    ['2026-11-22T11:00:00Z', 'yesterday'],
    ['2026-11-12T12:00:00Z', 'last week'],
    ['2024-10-01T12:00:00Z', '2 years ago'],
    ['not a time', 'at an unknown time'],
  ])('%s is %s', (iso, words) => {
    expect(relativeTime(iso, now)).toBe(words)
  })

  it('names the zone of an exact time, because partners may sit in different ones', () => {
    const zone = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' })
      .formatToParts(Date.parse('2026-11-23T12:05:00Z'))
      .find(({ type }) => type === 'timeZoneName')?.value
    expect(exactTime('2026-11-23T12:05:00Z')).toMatch(/^2[234] November 2026 at \d\d:05 \S+$/)
    expect(exactTime('2026-11-23T12:05:00Z').endsWith(` ${zone}`)).toBe(true)
  })

  it('gives an odd time back as it is', () => {
    expect(exactTime('not a time')).toBe('not a time')
  })
})

describe('initials', () => {
  it.each([
    ['Ada Lund', 'AL'],
    ['  ada   von  lund ', 'AL'],
    ['Ada', 'A'],
    ['😀 Smile', '😀S'],
    ['', '?'],
  ])('of %j are %s', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })
})

describe('the status in words', () => {
  it('counts the signatures of a sealed version', () => {
    expect(statusWords('draft', null)).toBe('Draft')
    expect(statusWords('sealed', { number: 1, signed: 1, signatories: 3 })).toBe('Sealed: 1 of 3 signed')
    expect(statusWords('sealed', null)).toBe('Sealed')
    expect(statusWords('signed', { number: 1, signed: 3, signatories: 3 })).toBe('Signed')
  })
})
