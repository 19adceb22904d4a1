import { describe, expect, it } from 'vitest'
import { invitationRefusal } from '../../../client/members/invitation-refusal.ts'
import {
  expiryWords,
  partyName,
  partyOptions,
  roleAndParty,
  roleTitle,
  timeLeft,
} from '../../../client/members/member-words.ts'
import { ROLES } from '../../../shared/agreement/role.ts'
import { ERROR_STATUS, type ErrorKind } from '../../../shared/protocol/errors.ts'

const parties = [
  { id: 'party-a-00000000000', name: 'Nordlicht' },
  { id: 'party-b-00000000000', name: ' ' },
]

describe('roles and parties in words', () => {
  it('writes every role with spaces and one capital', () => {
    expect(ROLES.map(roleTitle)).toEqual([
      'Convener',
      'Partner',
      'Reviewer',
      'Commissioner',
      'Service manager',
      'Observer',
    ])
  })

  it('names the party only for roles that act for one', () => {
    expect(roleAndParty('partner', 'party-a-00000000000', parties)).toBe('Partner for Nordlicht')
    expect(roleAndParty('partner', null, parties)).toBe('Partner')
    expect(roleAndParty('commissioner', 'party-a-00000000000', parties)).toBe('Commissioner')
  })

  it('has words for a party without a name and for one that the text lost', () => {
    expect(partyName('party-b-00000000000', parties)).toBe('A party without a name')
    expect(partyName('party-x-00000000000', parties)).toBe('A party that is no longer in the text')
    expect(partyName(null, parties)).toBeNull()
  })

  it('keeps a chosen party among the choices when the text lost it', () => {
    const values = (chosen: string | null) => partyOptions(parties, chosen).map(option => option.value)
    expect(values(null)).toEqual(['', 'party-a-00000000000', 'party-b-00000000000'])
    expect(values('party-x-00000000000')).toContain('party-x-00000000000')
    expect(values('party-a-00000000000')).toHaveLength(3)
  })
})

describe('how long a link works', () => {
  const now = Date.parse('2026-11-23T12:00:00Z')
  it.each([
    ['2026-11-23T13:00:00Z', 'expires today'],
    ['2026-11-24T13:00:00Z', 'expires tomorrow'],
    ['2026-12-07T13:00:00Z', 'expires in 14 days'],
    ['2026-11-23T11:00:00Z', 'expired'],
    ['soon', 'until an unknown day'],
  ])('says of %s: %s', (at, words) => {
    expect(timeLeft(at, now)).toBe(words)
  })

  it('names the day, and does not fail on an odd one', () => {
    expect(expiryWords('2026-12-07T12:00:00Z')).toBe('7 December 2026')
    expect(expiryWords('soon')).toBe('an unknown day')
  })
})

describe('an invitation that lets nobody in', () => {
  it('says for every refusal what happened and what to do', () => {
    const kinds = [...(Object.keys(ERROR_STATUS) as ErrorKind[]), 'offline' as const]
    for (const kind of kinds) {
      const words = invitationRefusal({ kind, message: 'Ask again in a minute.' })
      expect(words.title.length).toBeGreaterThan(10)
      expect(words.text.length).toBeGreaterThan(10)
    }
  })

  it('offers to try again only where that can help', () => {
    expect(invitationRefusal({ kind: 'offline', message: '' }).retry).toBe(true)
    expect(invitationRefusal({ kind: 'unavailable', message: '' }).retry).toBe(true)
    expect(invitationRefusal({ kind: 'invitation-expired', message: '' }).retry).toBe(false)
    expect(invitationRefusal({ kind: 'invitation-used', message: '' }).retry).toBe(false)
  })
})
