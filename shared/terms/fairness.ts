import { SHARE_BASES, type ShareBasis, type ShareRule } from '../document/node-types.ts'
import { compareDecimals, isDecimal, subtractDecimals, sumDecimals } from './decimal.ts'
import { departsFromRule } from './readiness/share-problems.ts'
import type { ShareRowTerm, ShareTableTerm, Terms } from './terms.ts'

/** A party's share of one kind. Decimal strings as the row states them. */
export interface LedgerShare {
  readonly rowId: string
  readonly percent: string | null
  readonly amount: string | null
  /**
   * Percentage points above (or below, negative) the table's rule, null where the row keeps to it. Only equal shares can be told
   * from the table; the party's equal part is rounded to hundredths.
   */
  readonly departure: string | null
  /** Why, in the words of the row; empty where nothing is written. */
  readonly reason: string
  /** It departs from its rule and nothing says why. */
  readonly lacksReason: boolean
}

/** The kinds of share that are set beside the share of cost. */
export type ComparedBasis = Exclude<ShareBasis, 'cost'>

/** What one party gives, gets and answers for, side by side. Nothing here is added up into one score. */
export interface LedgerRow {
  readonly partyId: string
  readonly name: string
  readonly shares: Readonly<Record<ShareBasis, LedgerShare | null>>
  /** Percentage points by which a share lies above (or below, negative) the party's share of cost; null where one is not stated. */
  readonly comparedWithCost: Readonly<Record<ComparedBasis, string | null>>
  /** Ids of the obligations that it has to fulfil. */
  readonly owes: readonly string[]
  /** Ids of the steps whose hand-over it is owed. */
  readonly receives: readonly string[]
  /** Ids of the steps that it provides. */
  readonly provides: readonly string[]
  /** Ids of the KPIs that it answers for, and of those that it verifies. */
  readonly ownsKpis: readonly string[]
  readonly verifiesKpis: readonly string[]
}

/** What holds for a kind of share as a whole. A check is null where there is nothing to check. */
export interface LedgerColumn {
  readonly tableId: string
  readonly rule: ShareRule | null
  readonly currency: string | null
  readonly total: string | null
  readonly percentSum: string | null
  readonly amountSum: string | null
  /** The percentages add up to exactly 100. */
  readonly isWhole: boolean | null
  /** The amounts add up to exactly the stated total. */
  readonly meetsTotal: boolean | null
  /** Percentages of rows that belong to no party of the ledger, or name one a second time; null when there are none. */
  readonly unassigned: string | null
  /** Percentage points between the highest and the lowest share of a party. */
  readonly spread: string | null
  /** Further tables of the same kind, which the ledger leaves out. */
  readonly otherTableIds: readonly string[]
}

/** The ledger of all parties in the order of the text. A column is null for a kind of share that no table states. */
export interface FairnessLedger {
  readonly rows: readonly LedgerRow[]
  readonly columns: Readonly<Record<ShareBasis, LedgerColumn | null>>
}

/**
 * What each party gives, gets and answers for. Where a kind of share has several tables, or a party several rows in one, the
 * first counts and the rest is named in the column.
 */
export function fairnessLedger(terms: Terms): FairnessLedger {
  const partyIds = new Set(terms.parties.map(party => party.id))
  return {
    rows: terms.parties.map(party => ledgerRow(terms, party)),
    columns: perBasis(basis => {
      const [table, ...others] = terms.shares.filter(candidate => candidate.basis === basis)
      return table ? column(table, partyIds, others) : null
    }),
  }
}

const perBasis = <T>(of: (basis: ShareBasis) => T) =>
  Object.fromEntries(SHARE_BASES.map(basis => [basis, of(basis)])) as Record<ShareBasis, T>

function ledgerRow(terms: Terms, party: Terms['parties'][number]): LedgerRow {
  const shares = perBasis(basis => {
    const table = terms.shares.find(candidate => candidate.basis === basis)
    const row = table?.rows.find(candidate => candidate.partyId === party.id)
    return table && row ? ledgerShare(table, row) : null
  })
  const overCost = (basis: ComparedBasis) => {
    const [share, cost] = [shares[basis]?.percent, shares.cost?.percent]
    return share && cost ? subtractDecimals(share, cost) : null
  }
  return {
    partyId: party.id,
    name: party.shortName || party.name,
    shares,
    comparedWithCost: {
      benefit: overCost('benefit'),
      vote: overCost('vote'),
      risk: overCost('risk'),
      exit: overCost('exit'),
    },
    owes: idsOf(terms.obligations, obligation => obligation.partyId === party.id),
    receives: idsOf(terms.steps, step => step.receiver === party.id),
    provides: idsOf(terms.steps, step => step.providerPartyId === party.id),
    ownsKpis: idsOf(terms.kpis, kpi => kpi.ownerPartyId === party.id),
    verifiesKpis: idsOf(terms.kpis, kpi => kpi.verifierPartyId === party.id),
  }
}

const idsOf = <T extends { readonly id: string }>(items: readonly T[], test: (item: T) => boolean) =>
  items.filter(test).map(item => item.id)

function ledgerShare(table: ShareTableTerm, row: ShareRowTerm): LedgerShare {
  const departs = departsFromRule(table, row)
  const reason = row.reason.trim()
  return {
    rowId: row.id,
    percent: row.percent,
    amount: row.amount,
    departure: departs ? subtractDecimals(row.percent ?? '', equalPart(table.rows.length)) : null,
    reason,
    lacksReason: departs && reason === '',
  }
}

/** The part of each of `count` parties in hundredths of a percent. */
const equalPart = (count: number) => (Math.round(10_000 / count) / 100).toFixed(2)

function column(
  table: ShareTableTerm,
  partyIds: ReadonlySet<string>,
  others: readonly ShareTableTerm[],
): LedgerColumn {
  const isShown = (row: ShareRowTerm) =>
    row.partyId !== null &&
    partyIds.has(row.partyId) &&
    table.rows.find(other => other.partyId === row.partyId) === row
  const percents = (rows: readonly ShareRowTerm[]) => rows.flatMap(row => row.percent ?? [])
  const amountSum = sumDecimals(table.rows.flatMap(row => row.amount ?? []))
  const checksTotal = amountSum !== null && table.total !== null && isDecimal(table.total)
  return {
    tableId: table.id,
    rule: table.rule,
    currency: table.currency,
    total: table.total,
    percentSum: table.percentSum,
    amountSum,
    isWhole: table.percentSum === null ? null : compareDecimals(table.percentSum, '100') === 0,
    meetsTotal: checksTotal ? compareDecimals(amountSum, table.total ?? '') === 0 : null,
    unassigned: sumDecimals(percents(table.rows.filter(row => !isShown(row)))),
    spread: spread(percents(table.rows.filter(isShown))),
    otherTableIds: others.map(other => other.id),
  }
}

function spread(percents: readonly string[]): string | null {
  const sorted = percents.toSorted((a, b) => compareDecimals(a, b) ?? 0)
  const [lowest, highest] = [sorted[0], sorted.at(-1)]
  return lowest === undefined || highest === undefined ? null : subtractDecimals(highest, lowest)
}
