import { describe, expect, it } from 'vitest'
import { knownEntry } from '../../../client/agreement/known-entry.ts'
import { entry, summary } from '../library/entries.ts'

describe('what the page takes from the list', () => {
  it('stays the same object while somebody types, which changes times and counts only', () => {
    const before = knownEntry(entry({ server: summary({}), waiting: 0 }), null)
    const typed = entry({ server: summary({}), waiting: 7, changedAt: '2026-11-23T12:00:00.000Z' })
    expect(knownEntry(typed, before)).toBe(before)
  })

  it('is a new one when the server says something new', () => {
    const before = knownEntry(entry({ server: summary({}) }), null)
    const sealed = knownEntry(entry({ server: summary({ status: 'sealed' }) }), before)
    expect(sealed).not.toBe(before)
    expect(sealed?.server?.status).toBe('sealed')
  })

  it('is nothing for what is not in the list', () => {
    expect(knownEntry(undefined, knownEntry(entry({}), null))).toBeNull()
  })
})
