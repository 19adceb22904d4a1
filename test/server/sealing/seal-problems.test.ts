import { describe, expect, it } from 'vitest'
import { type MemberPerson, sealProblems } from '../../../server/sealing/seal-problems.ts'
import type { Role } from '../../../shared/agreement/role.ts'
import type { DocumentJson, NodeJson } from '../../../shared/document/document-json.ts'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'

const A = 'party-a-000000000001'
const B = 'party-b-000000000001'

const member = (name: string, role: Role, partyId: string | null = null): MemberPerson => ({
  member: { id: name, agreementId: 'agreement', userId: name, role, partyId, joinedAt: '' },
  person: { id: name, name, email: `${name}@example.org` },
})

const MEMBERS = [
  member('ada', 'convener'),
  member('ben', 'partner', B),
  member('rita', 'reviewer', A),
  member('omar', 'observer'),
]

const party = (id: string, name: string): NodeJson => ({ type: 'party', attrs: { id, name } })
const PARAGRAPH: NodeJson = { type: 'paragraph', content: [{ type: 'text', text: 'We work together.' }] }
const PARTIES = [party(A, 'Alpha'), party(B, 'Beta')]

const sign = (memberId: string, partyId: string) => ({ memberId, partyId, capacity: 'Director' })
const BOTH = [sign('ada', A), sign('ben', B)]

const problemsOf = (
  content: readonly NodeJson[],
  signatories = BOTH,
  title = 'Valley transport',
): readonly string[] => {
  const body: DocumentJson = { type: 'doc', content }
  const read = { title, body, terms: extractTerms(body, title) }
  return sealProblems(read, signatories, MEMBERS).map(({ problem }) => problem)
}

describe('what keeps an agreement from being sealed', () => {
  it('is nothing when the text names its parties and each has a signatory', () => {
    expect(problemsOf([...PARTIES, PARAGRAPH])).toEqual([])
  })

  it.each([
    ['no title', '', ['title']],
    ['a blank title', '  ', ['title']],
    ['a title with a blank at its end', 'Valley ', []],
    ['a title that is too long with its blanks', `${' '.repeat(301)}x`, ['title']],
    ['a title of two lines', 'a\nb', ['title']],
    ['a title that is too long', 'x'.repeat(301), ['title']],
    ['the longest title', 'x'.repeat(300), []],
  ])('is %s', (_, title, expected) => {
    expect(problemsOf([...PARTIES, PARAGRAPH], BOTH, title)).toEqual(expected)
  })

  it.each([
    ['an empty text', [], ['empty-text', 'no-parties', 'unknown-party', 'unknown-party']],
    ['parties alone', PARTIES, ['empty-text']],
    [
      'blank lines',
      [...PARTIES, { type: 'paragraph', content: [{ type: 'text', text: ' \n ' }] }],
      ['empty-text'],
    ],
    ['a party without a name', [party(A, ' '), party(B, 'Beta'), PARAGRAPH], ['party-without-name']],
    [
      'a name that is too long',
      [party(A, 'x'.repeat(301)), party(B, 'B'), PARAGRAPH],
      ['party-without-name'],
    ],
    ['a copied party', [...PARTIES, party(A, 'Alpha'), PARAGRAPH], ['party-twice']],
    ['a third party', [...PARTIES, party('party-c', 'Gamma'), PARAGRAPH], ['party-without-signatory']],
  ])('is %s', (_, content, expected) => {
    expect(problemsOf(content)).toEqual(expected)
  })

  it.each([
    ['a stranger', [sign('eve', A), sign('ben', B)], ['not-a-member']],
    ['a reviewer', [sign('rita', A), sign('ben', B)], ['may-not-sign']],
    ['an observer', [sign('omar', A), sign('ben', B)], ['may-not-sign']],
    [
      'a partner of another party',
      [sign('ada', A), sign('ada', B), sign('ben', A)],
      ['signatory-twice', 'acts-for-another-party'],
    ],
    ['a party that is not in the text', [...BOTH, sign('ben', 'gone')], ['signatory-twice']],
    [
      'a party that was removed',
      [sign('ada', 'gone'), sign('ben', B)],
      ['party-without-signatory', 'unknown-party'],
    ],
    ['nobody', [], ['party-without-signatory', 'party-without-signatory']],
  ])('is %s among the signatories', (_, signatories, expected) => {
    expect(problemsOf([...PARTIES, PARAGRAPH], signatories)).toEqual(expected)
  })
})
