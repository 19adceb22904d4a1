import type { ShareBasis } from '../../document/node-types.ts'
import { entryName, type Names, withComma } from './entry-words.ts'
import type { TermEntry } from './term-entries.ts'

/** What a share is a share of, in the middle of a sentence. */
const SHARE_OF: Readonly<Record<ShareBasis, string>> = {
  cost: 'share of cost',
  benefit: 'share of benefit',
  vote: 'share of votes',
  risk: 'share of risk',
  exit: 'share on exit',
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  title: 'the title',
  name: 'the name',
  shortName: 'the short name',
  registration: 'the registration',
  address: 'the address',
  contact: 'the contact',
  rule: 'the rule',
  basis: 'the subject',
  currency: 'the currency',
  total: 'the total',
  handOver: 'the hand-over',
  providerPartyId: 'the provider',
  receiver: 'the receiver',
  due: 'the due date',
  holder: 'the holder',
  duty: 'the duty',
  text: 'the wording',
  recurrence: 'the interval',
  value: 'the value served',
  definition: 'the definition',
  formula: 'the formula',
  source: 'the source of data',
  limits: 'the limits',
  unit: 'the unit',
  direction: 'the direction',
  baseline: 'the baseline',
  baselineDate: 'the date of the baseline',
  target: 'the target',
  targetDate: 'the date of the target',
  cadence: 'the interval',
  ownerPartyId: 'the owner',
  verifierPartyId: 'the verifying party',
  maturity: 'the standing',
  revisitOn: 'the revisit date',
  stepId: 'the step',
  scope: 'the subject',
  nextOn: 'the next date',
  note: 'the note',
}

/** Words that mean another thing in one list. */
const IN_LIST: Readonly<Record<string, string>> = {
  'parties.kind': 'the kind of organisation',
  'roles.kind': 'the kind of role',
  'roles.partyId': 'the party of the holder',
  'obligations.partyId': 'the owing party',
  'kpis.cadence': 'the measuring interval',
}

/** Attributes that are said by the figures of a row and never by themselves elsewhere. */
const MORE_FIELDS: Readonly<Record<string, string>> = {
  percent: 'the share in per cent',
  amount: 'the amount',
  partyId: 'the party',
  ownerPartyId: 'the owner',
  verifierPartyId: 'the verifying party',
  kind: 'the kind',
  level: 'the level',
  textAlign: 'the alignment',
}

/** A field of an object in the middle of a sentence: “the target”. One that has no word is named as it is written. */
export const fieldInWords = (field: string): string =>
  FIELD_WORDS[field] ?? MORE_FIELDS[field] ?? `the field “${field}”`

/** What a field of a term is called, to begin or follow in a sentence: “Lindholt’s share of cost”, “the target of the KPI “On time””. */
export function subjectOf(entry: TermEntry, field: string, names: Names): string {
  if (entry.list === 'facts') return entryName({ ...entry, fields: { ...entry.fields, value: null } }, names)
  if (entry.list === 'shareRows') {
    const party = entry.fields.partyId ? names.party(entry.fields.partyId) : 'Nobody'
    const share = entry.table?.basis ? SHARE_OF[entry.table.basis] : 'share'
    if (field === 'percent') return `${party}’s ${share}`
    if (field === 'amount') return `the amount of ${party}’s ${share}`
    return field === 'reason' ? `the reason for ${party}’s ${share}` : `the party of a ${share}`
  }
  const { partyId, providerPartyId, receiver } = entry.fields
  const by = (id: string | null | undefined) => (id ? names.party(id) : 'nobody yet')
  // Prose that names its term is the change itself and is not said twice.
  if (field === 'text') return `the wording of an obligation of ${by(partyId)}`
  if (field === 'handOver') return `the hand-over of a step from ${by(providerPartyId)} to ${by(receiver)}`
  const called = IN_LIST[`${entry.list}.${field}`] ?? FIELD_WORDS[field] ?? field
  return `${called} of ${withComma(entryName(entry, names))}`
}
