import type { ShareBasis } from '../../document/node-types.ts'
import type { Source, Terms } from '../terms.ts'
import { factInWords } from '../words.ts'

/** The lists of Terms, and the rows of share tables as a list of their own. */
export type EntryList =
  | 'clauses'
  | 'parties'
  | 'shares'
  | 'shareRows'
  | 'steps'
  | 'roles'
  | 'obligations'
  | 'kpis'
  | 'reviews'
  | 'facts'

/** One term as flat fields, as it is compared. Null is unset; empty text reads as null. */
export interface TermEntry extends Source {
  readonly list: EntryList
  readonly id: string
  readonly fields: Readonly<Record<string, string | null>>
  /** For a row of a share table: what the table divides, and in which currency. */
  readonly table: { readonly basis: ShareBasis | null; readonly currency: string | null } | null
}

/** Fields that hold the id of a party or a step. */
export const REFERENCES: ReadonlySet<string> = new Set([
  'partyId',
  'providerPartyId',
  'receiver',
  'ownerPartyId',
  'verifierPartyId',
  'stepId',
])

/** All terms as entries, list by list in reading order. What only says where a term stands is left out. */
export function termEntries(terms: Terms): TermEntry[] {
  return [
    ...terms.clauses.map(({ id, title }) => entry('clauses', { id, blockId: id, clauseId: id }, { title })),
    ...terms.parties.map(party =>
      entry(
        'parties',
        party,
        pick(party, ['name', 'shortName', 'kind', 'registration', 'address', 'contact']),
      ),
    ),
    ...terms.shares.map(table => entry('shares', table, pick(table, ['basis', 'rule', 'currency', 'total']))),
    ...terms.shares.flatMap(table =>
      table.rows.map(row => ({
        ...entry(
          'shareRows',
          { ...table, id: row.id },
          pick(row, ['partyId', 'percent', 'amount', 'reason']),
        ),
        table: { basis: table.basis, currency: table.currency },
      })),
    ),
    ...terms.steps.map(step =>
      entry('steps', step, pick(step, ['handOver', 'providerPartyId', 'receiver', 'due'])),
    ),
    ...terms.roles.map(role => entry('roles', role, pick(role, ['kind', 'holder', 'partyId', 'duty']))),
    ...terms.obligations.map(obligation =>
      entry('obligations', obligation, pick(obligation, ['text', 'partyId', 'due', 'recurrence'])),
    ),
    ...terms.kpis.map(kpi => entry('kpis', kpi, { ...kpi.parts, ...pick(kpi, KPI_FIELDS) })),
    ...terms.reviews.map(review =>
      entry('reviews', review, pick(review, ['scope', 'cadence', 'nextOn', 'note'])),
    ),
    ...terms.facts.map(fact =>
      entry('facts', fact, { kind: fact.kind, value: factInWords(fact.value) ?? fact.text }),
    ),
  ]
}

const KPI_FIELDS = [
  'unit',
  'direction',
  'baseline',
  'baselineDate',
  'target',
  'targetDate',
  'cadence',
  'ownerPartyId',
  'verifierPartyId',
  'maturity',
  'revisitOn',
  'stepId',
] as const

const pick = <K extends string>(
  from: Readonly<Record<NoInfer<K>, string | null>>,
  names: readonly K[],
): Record<string, string | null> => Object.fromEntries(names.map(name => [name, from[name]]))

function entry(
  list: EntryList,
  { id, blockId, clauseId }: Source & { readonly id: string },
  fields: Readonly<Record<string, string | null>>,
): TermEntry {
  const set: Record<string, string | null> = {}
  for (const name of Object.keys(fields)) set[name] = fields[name] || null
  return { list, id, blockId, clauseId, fields: set, table: null }
}
