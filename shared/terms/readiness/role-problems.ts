import type { DutyTerm, Terms } from '../terms.ts'
import { partyName } from './party-problems.ts'
import { type Problem, problem } from './problem.ts'

/** A commissioner who is missing or not neutral, and duties without anyone to hold them. */
export function roleProblems(terms: Terms): readonly Problem[] {
  return [
    ...absent(
      terms,
      'commissioner',
      'Nobody is named as collaboration commissioner.',
      'Name a neutral person who looks after the relationship.',
    ),
    ...absent(
      terms,
      'service-manager',
      'Nobody is named as service manager.',
      'Name who looks after the service from day to day.',
    ),
    ...terms.roles.flatMap(role => [...partisan(terms, role), ...vacant(role), ...strange(terms, role)]),
  ]
}

function absent(
  terms: Terms,
  duty: 'commissioner' | 'service-manager',
  message: string,
  advice: string,
): readonly Problem[] {
  if (terms.roles.some(role => role.kind === duty)) return []
  return [
    problem(`no-${duty}`, null, {
      severity: 'error',
      topic: 'roles',
      message,
      advice,
      fix: { kind: 'insert-role', duty },
    }),
  ]
}

function partisan(terms: Terms, { id, kind, partyId }: DutyTerm): readonly Problem[] {
  if (kind !== 'commissioner' || partyId === null) return []
  return [
    problem('commissioner-of-a-party', id, {
      severity: 'error',
      topic: 'roles',
      message: `The collaboration commissioner belongs to ${partyName(terms, partyId)}.`,
      advice:
        'Choose someone neutral: a commissioner who belongs to a party cannot settle between the parties.',
      fix: { kind: 'set-field', blockId: id, name: 'partyId', value: null },
    }),
  ]
}

function vacant({ id, kind, holder, partyId }: DutyTerm): readonly Problem[] {
  if (holder?.trim() || (kind !== 'commissioner' && partyId !== null)) return []
  return [
    problem('role-vacant', id, {
      severity: 'error',
      topic: 'roles',
      message: 'A role is named that nobody holds.',
      advice: 'Write the name of the person or organisation that holds it.',
    }),
  ]
}

function strange({ parties }: Terms, { id, partyId }: DutyTerm): readonly Problem[] {
  if (partyId === null || parties.some(party => party.id === partyId)) return []
  return [
    problem('role-unknown-party', id, {
      severity: 'error',
      topic: 'roles',
      message: 'A role belongs to a party that is not in the text.',
      advice: 'Choose another party, or none for a neutral person.',
    }),
  ]
}
