import type { Terms } from '../terms.ts'
import { type Problem, problem } from './problem.ts'

/** How a party is called in a message. */
export const partyName = (terms: Terms, partyId: string | null): string => {
  const party = terms.parties.find(({ id }) => id === partyId)
  return party?.shortName || party?.name || 'a party that is not in the text'
}

/** Parties that are too few, unnamed, named twice, or named and then never heard of. */
export function partyProblems(terms: Terms): readonly Problem[] {
  const { parties } = terms
  return [
    ...tooFew(terms),
    ...parties.flatMap(party => [...unnamed(party), ...unmentioned(terms, party)]),
    ...sameName(terms),
  ]
}

function tooFew({ parties }: Terms): readonly Problem[] {
  if (parties.length >= 2) return []
  const message = parties.length === 0 ? 'No party is named.' : 'Only one party is named.'
  return [
    problem('too-few-parties', null, {
      severity: 'error',
      topic: 'parties',
      message,
      advice: 'Add each organisation that will sign as a party.',
    }),
  ]
}

function unnamed({ id, name }: Terms['parties'][number]): readonly Problem[] {
  if (name.trim() !== '') return []
  return [
    problem('party-unnamed', id, {
      severity: 'error',
      topic: 'parties',
      message: 'A party has no name.',
      advice: 'Write the full name of the organisation.',
    }),
  ]
}

function unmentioned(terms: Terms, party: Terms['parties'][number]): readonly Problem[] {
  const inObjects = [
    ...terms.shares.flatMap(table => table.rows.map(row => row.partyId)),
    ...terms.steps.flatMap(step => [step.providerPartyId, step.receiver]),
    ...terms.roles.map(role => role.partyId),
    ...terms.obligations.map(obligation => obligation.partyId),
    ...terms.kpis.flatMap(kpi => [kpi.ownerPartyId, kpi.verifierPartyId]),
  ]
  if (party.mentions > 0 || inObjects.includes(party.id)) return []
  return [
    problem('party-unmentioned', party.id, {
      severity: 'warning',
      topic: 'parties',
      message: `${partyName(terms, party.id)} is named as a party and never mentioned again.`,
      advice: 'Say what it gives and gets, or take it out.',
    }),
  ]
}

function sameName({ parties }: Terms): readonly Problem[] {
  const key = (name: string) => name.trim().toLowerCase()
  return parties
    .filter(
      (party, index) =>
        key(party.name) !== '' && parties.findIndex(other => key(other.name) === key(party.name)) < index,
    )
    .map(party =>
      problem('party-twice', party.id, {
        severity: 'error',
        topic: 'parties',
        message: `${party.name} is named as a party twice.`,
        advice: 'Keep one of the two.',
      }),
    )
}
