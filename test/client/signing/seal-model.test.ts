import { describe, expect, it } from 'vitest'
import {
  candidatesFor,
  choiceProblems,
  firstChoices,
  keepChoices,
  sealRequest,
} from '../../../client/signing/seal-model.ts'
import { sealRefusal } from '../../../client/signing/seal-refusal.ts'
import type { Role } from '../../../shared/agreement/role.ts'

const member = (id: string, role: Role, partyId: string | null) => ({
  id,
  userId: `user-${id}`,
  name: id,
  email: `${id}@x.example`,
  role,
  partyId,
  joinedAt: '2026-11-23T10:00:00.000Z',
})
const parties = [
  { id: 'a', name: 'Nordlicht' },
  { id: 'b', name: 'Harbour' },
]
const ada = member('ada', 'convener', null)
const ben = member('ben', 'partner', 'b')
const members = [
  ada,
  ben,
  member('rob', 'reviewer', 'b'),
  member('obi', 'observer', null),
  member('cleo', 'partner', 'a'),
]

describe('who may sign for a party', () => {
  it('is who writes for it, and who acts for no party yet', () => {
    expect(candidatesFor('b', members).map(({ id }) => id)).toEqual(['ada', 'ben'])
    expect(candidatesFor('a', members).map(({ id }) => id)).toEqual(['ada', 'cleo'])
  })

  it('is filled in where a party has one person of its own, and left open where it has none or several', () => {
    expect(firstChoices(parties, members).map(({ memberId }) => memberId)).toEqual(['cleo', 'ben'])
    expect(firstChoices(parties, [...members, member('bo', 'partner', 'b')])[1]?.memberId).toBe('')
    expect(firstChoices(parties, [ada])[0]?.memberId).toBe('')
  })
})

describe('the choices', () => {
  it('follow the parties of the text while partners write on', () => {
    const chosen = [{ partyId: 'a', memberId: 'ada', capacity: 'Director' }]
    expect(keepChoices(chosen, parties, members)).toEqual([
      ...chosen,
      { partyId: 'b', memberId: 'ben', capacity: '' },
    ])
    expect(keepChoices(chosen, parties.slice(1), members)).toEqual([
      { partyId: 'b', memberId: 'ben', capacity: '' },
    ])
  })

  it('need a person and a capacity each, and one person once', () => {
    const problems = choiceProblems([
      { partyId: 'a', memberId: 'ada', capacity: 'Director' },
      { partyId: 'b', memberId: 'ada', capacity: ' ' },
      { partyId: 'b', memberId: '', capacity: 'Director' },
    ])
    expect(problems[0]).toEqual({ member: null, capacity: null })
    expect(problems[1]?.member).toContain('above already')
    expect(problems[1]?.capacity).toContain('Write in what capacity')
    expect(problems[2]?.member).toBe('Choose who signs.')
  })

  it('become a request, and say who has to act for a party first', () => {
    const { request, assign } = sealRequest(
      [
        { partyId: 'a', memberId: 'ada', capacity: ' Director ' },
        { partyId: 'b', memberId: 'ben', capacity: 'Owner' },
      ],
      members,
      [],
    )
    expect(request.signatories).toEqual([
      { partyId: 'a', memberId: 'ada', capacity: 'Director' },
      { partyId: 'b', memberId: 'ben', capacity: 'Owner' },
    ])
    expect(assign.map(({ memberId, partyId }) => [memberId, partyId])).toEqual([['ada', 'a']])
  })
})

describe('the request to seal', () => {
  it('lets stand what has a reason, and only that', () => {
    const errors = [
      { id: 'no-kpis', message: '', blockId: null, reason: 'They come later.' },
      { id: 'placeholder:b1', message: '', blockId: 'b1', reason: '' },
    ]
    expect(sealRequest([], [], errors).request.waivers).toEqual([
      { problem: 'no-kpis', reason: 'They come later.' },
    ])
  })
})

describe('a refused seal', () => {
  it('lists what the text lacks', () => {
    const details = [{ problem: 'no-parties', message: 'Add the parties.' }]
    expect(sealRefusal({ kind: 'not-ready', message: 'no', details })).toEqual({
      message: 'The text cannot be sealed yet.',
      points: [{ text: 'Add the parties.', blockId: null }],
    })
  })

  it('names each character that cannot be printed, with its place', () => {
    const details = [
      { blockId: 'block1', character: '😀', codePoint: 'U+1F600', excerpt: 'happy 😀 partners' },
      { blockId: null, character: '\u0007', codePoint: 'U+0007', excerpt: 'Title' },
    ]
    expect(sealRefusal({ kind: 'unprintable-text', message: 'no', details }).points).toEqual([
      { text: 'U+1F600 in the text: “happy 😀 partners”', blockId: 'block1' },
      { text: 'U+0007 in the title: “Title”', blockId: null },
    ])
  })

  it.each([undefined, null, 'x', [{ foo: 1 }]])('keeps its message when the details are odd: %j', details => {
    for (const kind of ['not-ready', 'unprintable-text'] as const) {
      const refusal = sealRefusal({ kind, message: 'no', details })
      expect(refusal.points).toEqual([])
      expect(refusal.message).not.toBe('')
    }
  })

  it('does not claim to know what became of it without an answer', () => {
    expect(sealRefusal({ kind: 'offline', message: '' }).message).toContain('not known')
  })
})
