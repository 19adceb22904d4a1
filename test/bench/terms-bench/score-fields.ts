import type { Finding, FindingKind } from '../../../shared/terms/recognise/finding.ts'
import { barePlace, sameName, sameTitle, shortDuration, words } from './compare.ts'
import type { GoldContract, GoldParty } from './gold.ts'
import type { Miss, Tally } from './tally.ts'

/** Adds the outcome of one contract to the tally of a field. */
export type Count = (field: string, outcome: Partial<Tally>, miss?: Omit<Miss, 'id' | 'field'>) => void

/** Fields with one value per contract: label, kind of finding, and how the value of a finding reads in the labels. */
const SINGLE: readonly (readonly [field: string, kind: FindingKind, gold: string])[] = [
  ['agreement date', 'agreement-date', 'agreement_date'],
  ['effective date', 'effective-date', 'effective_date'],
  ['initial term', 'initial-term', 'initial_term'],
  ['renewal term', 'renewal-term', 'renewal_term'],
  ['notice to stop renewal', 'renewal-notice', 'renewal_notice'],
  ['governing law', 'governing-law', 'governing_law'],
]

/** Fields with a set of values per contract. */
const SETS: readonly (readonly [field: string, kind: FindingKind, gold: string])[] = [
  ['insurance amounts', 'insurance', 'insurance_amounts'],
  ['notice for convenience', 'convenience-notice', 'convenience_notice'],
  ['revenue share', 'share', 'revenue_share_percents'],
  ['warranty period', 'warranty-period', 'warranty_durations'],
  ['liability cap', 'liability-cap', 'liability_cap_amounts'],
]

export function scoreFields(gold: GoldContract, findings: readonly Finding[], count: Count): void {
  scoreTitle(gold, findings, count)
  if (gold.parties.status === 'value') scoreParties(gold.parties.value ?? [], findings, count)
  for (const [field, kind, name] of SINGLE) {
    const label = gold.fields[name]
    const got = valuesOf(findings, kind)
    const wanted = label?.value?.map(value => (kind === 'governing-law' ? barePlace(value) : value)) ?? []
    if (!label || label.status === 'unknown' || wanted.some(value => value.includes('?'))) continue
    scoreSingle(field, wanted, got, count)
  }
  scoreExpiry(gold, findings, count)
  for (const [field, kind, name] of SETS) {
    const wanted = new Set((gold.values[name] ?? []).map(String))
    const got = new Set(valuesOf(findings, kind))
    const hits = [...got].filter(value => wanted.has(value)).length
    count(
      field,
      { hits, wrong: got.size - hits, missed: wanted.size - hits },
      { wanted: [...wanted].join(' '), got: [...got].join(' ') },
    )
  }
}

function scoreSingle(field: string, wanted: readonly string[], got: readonly string[], count: Count) {
  const miss = { wanted: wanted.join(' | ') || 'none', got: got.join(' | ') || 'none' }
  if (wanted.length === 0) {
    if (got.length > 0) count(field, { wrong: 1 }, miss)
  } else if (got.length === 0) count(field, { missed: 1 }, miss)
  else if (got.some(value => wanted.includes(value))) count(field, { hits: 1 })
  else count(field, { wrong: 1, missed: 1 }, miss)
}

function scoreExpiry(gold: GoldContract, findings: readonly Finding[], count: Count) {
  const label = gold.fields.expiration_date
  if (!label || label.status === 'unknown' || label.value?.some(value => value.includes('?'))) return
  const wanted = label.value ?? []
  const got = valuesOf(findings, 'expiry')
  const open = wanted.includes('perpetual')
  const dated = wanted.filter(value => value !== 'perpetual')
  if (!open || dated.length > 0)
    scoreSingle(
      'dated expiry',
      dated,
      got.filter(value => value !== 'perpetual'),
      count,
    )
  if (dated.length === 0)
    scoreSingle(
      'open-ended expiry',
      wanted,
      got.filter(value => value === 'perpetual'),
      count,
    )
}

/** Values of the findings of a kind, as the labels write them. */
function valuesOf(findings: readonly Finding[], kind: FindingKind): string[] {
  return findings.flatMap(({ kind: found, value }) => {
    if (found !== kind) return []
    if (value.kind === 'date') return [value.date]
    if (value.kind === 'duration') return [shortDuration(value.duration)]
    if (value.kind === 'open-ended') return ['perpetual']
    if (value.kind === 'money') return [`${value.currency} ${value.amount}`]
    if (value.kind === 'percent') return [value.percent]
    return value.kind === 'text' ? [barePlace(value.text)] : []
  })
}

function scoreTitle(gold: GoldContract, findings: readonly Finding[], count: Count) {
  const { status, value = '', alt = [] } = gold.title
  if (status === 'unknown') return
  const title = findings.find(finding => finding.kind === 'title')?.value
  const got = title?.kind === 'text' ? title.text : ''
  const miss = { wanted: [value, ...alt].join(' | '), got: got || 'none' }
  if (got === '') count('title', { missed: 1 }, miss)
  else if ([value, ...alt].some(variant => sameTitle(variant, got))) count('title', { hits: 1 })
  else count('title', { wrong: 1, missed: 1 }, miss)
}

function scoreParties(labels: readonly GoldParty[], findings: readonly Finding[], count: Count) {
  const found = findings.flatMap(({ value }) => (value.kind === 'party' ? [value] : []))
  const wanted = labels.filter(label => !label.optional)
  const matches = (label: GoldParty, name: string) =>
    [label.name, ...label.alt].some(variant => sameName(variant, name))
  const missed = wanted.filter(label => !found.some(({ name }) => matches(label, name)))
  const wrong = found.filter(({ name }) => !labels.some(label => matches(label, name)))
  const got = found.map(({ name, shortNames }) => `${name} [${shortNames.join(', ')}]`).join(' | ')
  const told = labels
    .map(({ name, aliases, optional }) => `${name}${optional ? '?' : ''} [${aliases.join(', ')}]`)
    .join(' | ')
  const miss = { wanted: told, got }
  count('parties', { hits: wanted.length - missed.length, wrong: wrong.length, missed: missed.length }, miss)

  const shortNames = [...new Set(found.flatMap(party => party.shortNames))]
  const same = (a: string, b: string) => bareShort(a) === bareShort(b)
  const known = labels.flatMap(({ name, alt, aliases }) => [name, ...alt, ...aliases])
  const named = wanted.filter(label => label.aliases.length > 0)
  const hits = named.filter(({ aliases }) =>
    aliases.some(alias => shortNames.some(short => same(alias, short))),
  ).length
  const strange = shortNames.filter(short => !known.some(name => same(name, short)))
  count('short names', { hits, wrong: strange.length, missed: named.length - hits }, miss)
}

const bareShort = (name: string) =>
  words(name)
    .filter(word => word !== 'the')
    .join('')
