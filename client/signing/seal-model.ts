import { decideAccess } from '../../shared/agreement/access.ts'
import type { MemberView, SealRequest } from '../../shared/protocol/api.ts'
import type { OpenError } from './open-error.ts'

export interface PartyToSign {
  readonly id: string
  readonly name: string
}

/** One line of the form: somebody who is to sign for a party. `memberId` is empty until a person is chosen. */
export interface SignatoryChoice {
  readonly partyId: string
  readonly memberId: string
  readonly capacity: string
}

/** Members who may sign for the party: its own, and those who act for none yet and would act for it from then on. */
export const candidatesFor = (partyId: string, members: readonly MemberView[]): readonly MemberView[] =>
  members.filter(
    member =>
      decideAccess({ role: member.role, partyId }, 'sign', 'sealed').ok &&
      (member.partyId === partyId || member.partyId === null),
  )

/** One line per party, with the person filled in where a party has exactly one of its own. */
export const firstChoices = (
  parties: readonly PartyToSign[],
  members: readonly MemberView[],
): readonly SignatoryChoice[] =>
  parties.map(({ id }) => {
    const own = candidatesFor(id, members).filter(member => member.partyId === id)
    return { partyId: id, memberId: own.length === 1 ? (own[0]?.id ?? '') : '', capacity: '' }
  })

/**
 * The choices for the parties as the text has them now: a party that came gets a line, one that went loses its lines. Partners
 * go on writing while the dialog is open.
 */
export const keepChoices = (
  choices: readonly SignatoryChoice[],
  parties: readonly PartyToSign[],
  members: readonly MemberView[],
): readonly SignatoryChoice[] =>
  parties.flatMap(party => {
    const kept = choices.filter(({ partyId }) => partyId === party.id)
    return kept.length > 0 ? kept : firstChoices([party], members)
  })

/** What is wrong with a line, for each of its fields; null where nothing is. */
export interface ChoiceProblem {
  readonly member: string | null
  readonly capacity: string | null
}

/** The problems of each line, in their order; all null when the form can be sent. */
export const choiceProblems = (choices: readonly SignatoryChoice[]): readonly ChoiceProblem[] =>
  choices.map(({ memberId, capacity }, index) => ({
    member:
      memberId === ''
        ? 'Choose who signs.'
        : choices.findIndex(other => other.memberId === memberId) < index
          ? 'This person is chosen above already. One person signs once.'
          : null,
    capacity: capacity.trim() === '' ? 'Write in what capacity, such as “Managing director”.' : null,
  }))

/** The request, and who has to be made to act for a party before it: a signature binds the party that its signatory acts for. */
export function sealRequest(
  choices: readonly SignatoryChoice[],
  members: readonly MemberView[],
  errors: readonly OpenError[],
): {
  readonly request: SealRequest
  readonly assign: readonly { readonly memberId: string; readonly partyId: string }[]
} {
  const unassigned = new Set(members.filter(({ partyId }) => partyId === null).map(({ id }) => id))
  return {
    request: {
      signatories: choices.map(({ memberId, partyId, capacity }) => ({
        memberId,
        partyId,
        capacity: capacity.trim(),
      })),
      waivers: errors
        .filter(({ reason }) => reason !== '')
        .map(({ id, reason }) => ({ problem: id, reason })),
    },
    assign: choices.filter(({ memberId }) => unassigned.has(memberId)),
  }
}
