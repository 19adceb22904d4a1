import { partyNames } from '../readable-text.ts'
import type { Terms } from '../terms.ts'
import {
  amountInWords,
  cadenceInWords,
  DIRECTION_WORDS,
  DUTY_WORDS,
  MATURITY_WORDS,
  REVIEW_SCOPE_WORDS,
  SHARE_BASIS_WORDS,
  SHARE_RULE_WORDS,
  TERM_KIND_WORDS,
  whenInWords,
} from '../words.ts'
import type { TermEntry } from './term-entries.ts'

/** What parties (and the clients) and steps are called. */
export interface Names {
  readonly party: (partyId: string) => string
  readonly step: (stepId: string) => string
}

/** Names of parties and steps in several states of the terms, as the first one that knows them says. */
export function namesOf(all: readonly Terms[]): Names {
  const parties = partyNames(all.flatMap(terms => terms.parties))
  const steps = new Map<string, string>()
  for (const { id, handOver } of all.flatMap(terms => terms.steps)) {
    if (!steps.has(id)) steps.set(id, whole(handOver) || 'a step')
  }
  return {
    party: id => (id === 'clients' ? 'the clients' : parties(id)),
    step: id => steps.get(id) ?? '[step]',
  }
}

const MAX_LENGTH = 160

/** A text short enough for a sentence about it, marked by `…` where it was cut. */
export const whole = (text: string, most = MAX_LENGTH): string =>
  text.length <= most ? text : `${[...text.slice(0, most)].slice(0, -1).join('').trimEnd()}…`

/** A name that holds a comma is closed by one, so that the sentence can go on. */
export const withComma = (name: string): string => (name.includes(', ') ? `${name},` : name)

const quoted = (text: string | null | undefined, most = MAX_LENGTH) =>
  text ? `“${whole(text, most)}”` : 'without words'
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const pick = (words: Readonly<Record<string, string>>, key: string | null | undefined): string | null =>
  key && Object.hasOwn(words, key) ? (words[key] ?? null) : null

/** A term in the middle of a sentence: `the KPI “On time”`, `the notice period`, `the party Ada`. */
export function entryName({ list, fields, table }: TermEntry, names: Names): string {
  const by = (id: string | null | undefined) => (id ? names.party(id) : 'nobody yet')
  switch (list) {
    case 'clauses':
      return `the clause ${quoted(fields.title)}`
    case 'parties':
      return `the party ${fields.shortName ?? fields.name ?? 'without a name'}`
    case 'shares':
      return `the ${lower(pick(SHARE_BASIS_WORDS, fields.basis) ?? 'shares')}`
    case 'shareRows':
      return `the share of ${by(fields.partyId)} in the ${lower(pick(SHARE_BASIS_WORDS, table?.basis) ?? 'shares')}`
    case 'steps':
      return `the step from ${by(fields.providerPartyId)} to ${by(fields.receiver)}, ${quoted(fields.handOver?.replace(/\.$/, ''))}`
    case 'roles':
      return `the role ${lower(pick(DUTY_WORDS, fields.kind) ?? 'role')}, held by ${fields.holder ?? 'nobody yet'}`
    case 'obligations':
      return `the obligation of ${by(fields.partyId)}, ${quoted(fields.text?.replace(/\.$/, ''))}`
    case 'kpis':
      return `the KPI ${quoted(fields.name)}`
    case 'reviews':
      return `the review of ${lower(pick(REVIEW_SCOPE_WORDS, fields.scope) ?? 'something not stated')}`
    case 'facts': {
      const kind = lower(pick(TERM_KIND_WORDS, fields.kind) ?? 'term')
      return fields.value ? `the ${kind}, ${whole(fields.value)}` : `the ${kind}`
    }
  }
}

const CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  basis: SHARE_BASIS_WORDS,
  rule: SHARE_RULE_WORDS,
  direction: DIRECTION_WORDS,
  maturity: MATURITY_WORDS,
  scope: REVIEW_SCOPE_WORDS,
  'roles.kind': DUTY_WORDS,
  'facts.kind': TERM_KIND_WORDS,
}
const DAYS = new Set(['due', 'baselineDate', 'targetDate', 'revisitOn', 'nextOn'])
/** Fields that hold prose rather than a value. */
export const PROSE: ReadonlySet<string> = new Set([
  'title',
  'handOver',
  'duty',
  'text',
  'reason',
  'note',
  'definition',
  'formula',
  'source',
  'limits',
])

/** The value of a field as a person writes it, cut to `most` characters: what a sentence can hold, unless all of it is to be read. */
export function valueInWords(
  entry: TermEntry,
  field: string,
  value: string,
  names: Names,
  most = MAX_LENGTH,
): string {
  const { list, fields, table } = entry
  const choice = pick(CHOICES[field] ?? CHOICES[`${list}.${field}`] ?? {}, value)
  if (choice) return lower(choice)
  if (field === 'stepId') return quoted(names.step(value))
  if (/partyid$/i.test(field) || field === 'receiver') return names.party(value)
  if (field === 'percent') return `${value} %`
  if (field === 'amount' || field === 'total') {
    const currency = field === 'total' ? fields.currency : table?.currency
    return [currency, amountInWords(value)].filter(Boolean).join(' ')
  }
  if (field === 'baseline' || field === 'target') return [value, fields.unit].filter(Boolean).join(' ')
  if (DAYS.has(field)) return whenInWords(value)
  if (field === 'cadence' || field === 'recurrence') return cadenceInWords(value)
  return PROSE.has(field) || (list === 'kpis' && (field === 'name' || field === 'value'))
    ? quoted(value, most)
    : whole(value, most)
}
