import { compareDecimals } from '../decimal.ts'
import type { Terms } from '../terms.ts'
import { type EntryList, REFERENCES, type TermEntry, termEntries } from './term-entries.ts'

/** A field that has another value. The ids of parties and steps that `before` holds are those of the terms after. */
export interface FieldChange {
  readonly name: string
  readonly before: string | null
  readonly after: string | null
}

/** What became of one term, or of the title. `fields` is never empty. */
export type TermChange =
  | { readonly kind: 'title'; readonly before: string; readonly after: string }
  | { readonly kind: 'added'; readonly entry: TermEntry }
  | { readonly kind: 'removed'; readonly entry: TermEntry }
  | {
      readonly kind: 'changed'
      readonly before: TermEntry
      readonly after: TermEntry
      readonly fields: readonly FieldChange[]
    }

/**
 * What changed from one state of the terms to another: the title, then list by list what is there after, in its reading order,
 * then what is gone. Terms are the same when they have the same id, else when they say the same, else when they are about the
 * same (a share of the same party, a KPI of the same name); so a text that was imported anew is not all new. Moving a term is no
 * change, and `40` is `40.0`.
 */
export function diffTerms(before: Terms, after: Terms): readonly TermChange[] {
  const old = byList(termEntries(before))
  const now = byList(termEntries(after))
  const found: TermChange[] =
    before.title === after.title ? [] : [{ kind: 'title', before: before.title, after: after.title }]
  const renamed = new Map<string, string>()
  for (const list of LISTS) {
    const olds = (old.get(list) ?? []).map(each => withIds(each, renamed))
    const nows = now.get(list) ?? []
    const pairs = pairsOf(olds, nows)
    for (const [each, other] of pairs) if (each.id !== other.id) renamed.set(each.id, other.id)
    found.push(...listChanges(olds, nows, pairs))
  }
  return found
}

function byList(entries: readonly TermEntry[]): ReadonlyMap<EntryList, readonly TermEntry[]> {
  const lists = new Map<EntryList, TermEntry[]>()
  for (const entry of entries) {
    const known = lists.get(entry.list)
    if (known) known.push(entry)
    else lists.set(entry.list, [entry])
  }
  return lists
}

/** Parties and steps first: the others refer to them. */
const LISTS: readonly EntryList[] = [
  'parties',
  'clauses',
  'shares',
  'shareRows',
  'steps',
  'roles',
  'obligations',
  'kpis',
  'reviews',
  'facts',
]

type Pairs = ReadonlyMap<TermEntry, TermEntry>

function withIds(entry: TermEntry, renamed: ReadonlyMap<string, string>): TermEntry {
  if (renamed.size === 0) return entry
  const fields = Object.entries(entry.fields).map(([name, value]) => [
    name,
    value !== null && REFERENCES.has(name) ? (renamed.get(value) ?? value) : value,
  ])
  return { ...entry, fields: Object.fromEntries(fields) }
}

function listChanges(olds: readonly TermEntry[], nows: readonly TermEntry[], pairs: Pairs): TermChange[] {
  const oldOf = new Map([...pairs].map(([each, other]) => [other, each]))
  return [
    ...nows.flatMap((after): TermChange[] => {
      const before = oldOf.get(after)
      if (!before) return [{ kind: 'added', entry: after }]
      const fields = changedFields(before, after)
      return fields.length === 0 ? [] : [{ kind: 'changed', before, after, fields }]
    }),
    ...olds.filter(each => !pairs.has(each)).map((entry): TermChange => ({ kind: 'removed', entry })),
  ]
}

function changedFields(before: TermEntry, after: TermEntry): FieldChange[] {
  const changes: FieldChange[] = []
  for (const name of Object.keys(after.fields)) {
    const a = before.fields[name] ?? null
    const b = after.fields[name] ?? null
    if (a !== b && (a === null || b === null || compareDecimals(a, b) !== 0))
      changes.push({ name, before: a, after: b })
  }
  return changes
}

/** What a term is about, by which it is found again when its id is new. */
const ABOUT: Readonly<Record<EntryList, readonly string[]>> = {
  clauses: ['title'],
  parties: ['name'],
  shares: ['basis'],
  shareRows: ['partyId'],
  steps: ['handOver'],
  roles: ['kind', 'holder'],
  obligations: ['text'],
  kpis: ['name'],
  reviews: ['scope'],
  facts: ['kind'],
}

/** Each old entry with the one that it is now: by id, then by all it says, then by what it is about. */
function pairsOf(olds: readonly TermEntry[], nows: readonly TermEntry[]): Pairs {
  const pairs = new Map<TermEntry, TermEntry>()
  const taken = new Set<TermEntry>()
  for (const keyOf of [idOf, contentOf, aboutOf]) {
    if (pairs.size === olds.length) break
    const free = new Map<string, TermEntry[]>()
    for (const each of nows) {
      const key = taken.has(each) ? null : keyOf(each)
      if (key === null) continue
      const known = free.get(key)
      if (known) known.push(each)
      else free.set(key, [each])
    }
    for (const each of olds) {
      const key = pairs.has(each) ? null : keyOf(each)
      const match = key === null ? undefined : free.get(key)?.shift()
      if (!match) continue
      pairs.set(each, match)
      taken.add(match)
    }
  }
  return pairs
}

const idOf = (entry: TermEntry) => entry.id

const contentOf = (entry: TermEntry) => JSON.stringify([entry.table?.basis, Object.entries(entry.fields)])

/** Of these an agreement has many: two of them are not the same for being of one kind. */
const MANY: ReadonlySet<string | null | undefined> = new Set(['amount', 'definition'])

/** Nothing is known of a term that says nothing about itself. */
function aboutOf(entry: TermEntry): string | null {
  if (entry.list === 'facts' && MANY.has(entry.fields.kind)) return null
  const values = ABOUT[entry.list].map(name => entry.fields[name]?.toLowerCase() ?? null)
  return values.every(value => value === null) ? null : JSON.stringify([entry.table?.basis, values])
}
