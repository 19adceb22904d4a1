import { decideAccess } from '../../shared/agreement/access.ts'
import { textOf } from '../../shared/document/document-json.ts'
import { type SealRequest, titleSchema } from '../../shared/protocol/api.ts'
import { LIMITS } from '../../shared/protocol/wire.ts'
import type { Person } from '../accounts.ts'
import type { Member } from '../store/agreement-store.ts'
import type { ReadBody } from '../terms/body-reader.ts'

/** One thing that keeps an agreement from being sealed: a stable name, whom or what it is about, and what to do. */
export interface SealProblem {
  readonly problem:
    | 'title'
    | 'empty-text'
    | 'no-parties'
    | 'party-without-name'
    | 'party-twice'
    | 'party-without-signatory'
    | 'unknown-party'
    | 'not-a-member'
    | 'may-not-sign'
    | 'acts-for-another-party'
    | 'signatory-twice'
    | 'not-settled'
  readonly message: string
  /** The block that it is about. */
  readonly blockId?: string
  readonly partyId?: string
  readonly memberId?: string
  /** For `not-settled`: the error of readiness, as a waiver has to name it. */
  readonly waiver?: string
}

/** A member with the person behind it. */
export interface MemberPerson {
  readonly member: Member
  readonly person: Person
}

const PARTY_NAME_CHARACTERS = 300

/** Everything that is missing, in the order in which one would look for it; empty when the text can be sealed. */
export function sealProblems(
  { title, body, terms }: Pick<ReadBody, 'title' | 'body' | 'terms'>,
  signatories: SealRequest['signatories'],
  members: readonly MemberPerson[],
): readonly SealProblem[] {
  return [
    ...textProblems(title, textOf(body)),
    ...partyProblems(terms.parties, signatories),
    ...signatoryProblems(terms.parties, signatories, members),
  ]
}

function textProblems(title: string, text: string): SealProblem[] {
  // A blank at either end does no harm here, but it counts: the title is sealed as it was typed.
  const valid = titleSchema.safeParse(title).success && title.length <= LIMITS.titleCharacters
  return [
    ...(valid
      ? []
      : [
          {
            problem: 'title' as const,
            message: 'Give the agreement a title of one line and at most 300 characters.',
          },
        ]),
    ...(text.trim() === ''
      ? [{ problem: 'empty-text' as const, message: 'The agreement has no text yet. Write it, then seal.' }]
      : []),
  ]
}

type Parties = ReadBody['terms']['parties']

function partyProblems(parties: Parties, signatories: SealRequest['signatories']): SealProblem[] {
  if (parties.length === 0)
    return [{ problem: 'no-parties', message: 'Add the parties to the text: each of them has to sign.' }]
  return parties.flatMap((party, index): SealProblem[] => {
    const about = { partyId: party.id, blockId: party.blockId }
    if (parties.findIndex(({ id }) => id === party.id) < index)
      return [
        {
          ...about,
          problem: 'party-twice',
          message: `“${party.name}” is a copy of another party. Remove it and add it anew.`,
        },
      ]
    if (party.name.trim() === '' || party.name.length > PARTY_NAME_CHARACTERS)
      return [
        {
          ...about,
          problem: 'party-without-name',
          message: `Party ${index + 1} needs a name of at most ${PARTY_NAME_CHARACTERS} characters.`,
        },
      ]
    if (!signatories.some(({ partyId }) => partyId === party.id))
      return [
        {
          ...about,
          problem: 'party-without-signatory',
          message: `Name somebody to sign for ${party.name}.`,
        },
      ]
    return []
  })
}

function signatoryProblems(
  parties: Parties,
  signatories: SealRequest['signatories'],
  members: readonly MemberPerson[],
): SealProblem[] {
  return signatories.flatMap(({ memberId, partyId }, index): SealProblem[] => {
    const about = { memberId, partyId }
    const found = members.find(({ member }) => member.id === memberId)
    if (!found)
      return [
        {
          ...about,
          problem: 'not-a-member',
          message: 'One of the signatories no longer belongs to this agreement. Choose somebody else.',
        },
      ]
    const { member, person } = found
    if (signatories.findIndex(other => other.memberId === memberId) < index)
      return [
        { ...about, problem: 'signatory-twice', message: `${person.name} can sign for one party only.` },
      ]
    if (!parties.some(({ id }) => id === partyId))
      return [
        {
          ...about,
          problem: 'unknown-party',
          message: `The party that ${person.name} is to sign for is no longer in the text.`,
        },
      ]
    if (!decideAccess({ role: member.role, partyId }, 'sign', 'sealed').ok)
      return [
        {
          ...about,
          problem: 'may-not-sign',
          message: `${person.name} is no partner on this agreement and cannot sign it.`,
        },
      ]
    if (member.partyId !== null && member.partyId !== partyId)
      return [
        {
          ...about,
          problem: 'acts-for-another-party',
          message: `${person.name} acts for another party and cannot sign for this one.`,
        },
      ]
    return []
  })
}
