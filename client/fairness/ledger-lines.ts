import { SHARE_BASES, type ShareBasis } from '../../shared/document/node-types.ts'
import type { ComparedBasis, FairnessLedger, LedgerColumn, LedgerRow } from '../../shared/terms/fairness.ts'
import { amountInWords, SHARE_BASIS_WORDS, SHARE_RULE_WORDS } from '../../shared/terms/words.ts'

/** What one party has of one thing. */
export interface LedgerCell {
  readonly partyId: string
  readonly party: string
  /** As it is written: `30%`, `4`; empty where nothing is stated. */
  readonly value: string
  /** The same as a number for the picture; null where nothing is stated. */
  readonly amount: number | null
  /** What is to be known about it, in the order in which one would say it. */
  readonly notes: readonly string[]
  /** What is missing: a reason for a departure from the rule. */
  readonly flaw: string | null
  /** The block that states it; null for a count, which several state. */
  readonly blockId: string | null
}

/** One thing, for all parties side by side. */
export interface LedgerLine {
  readonly id: string
  readonly label: string
  readonly kind: 'share' | 'count'
  /** By which rule it is divided, or what is counted. */
  readonly about: string
  readonly cells: readonly LedgerCell[]
  readonly together: string
  /** Why the sum cannot be right; empty when it is. */
  readonly wrong: readonly string[]
  readonly blockId: string | null
}

/** The ledger line by line, shares first. Differences are told, nothing is blended. */
export const ledgerLines = (ledger: FairnessLedger): readonly LedgerLine[] => [
  ...SHARE_BASES.map(basis => shareLine(ledger, basis)),
  ...COUNTS.map(count => countLine(ledger, count)),
]

function shareLine({ rows, columns }: FairnessLedger, basis: ShareBasis): LedgerLine {
  const column = columns[basis]
  return {
    id: basis,
    label: SHARE_BASIS_WORDS[basis],
    kind: 'share',
    about: column === null ? 'not stated' : column.rule ? SHARE_RULE_WORDS[column.rule] : 'no rule is named',
    cells: rows.map(row => shareCell(row, basis, column)),
    together: column?.percentSum ? `${column.percentSum}%` : '',
    wrong: column === null ? [] : wrongSums(column),
    blockId: column?.tableId ?? null,
  }
}

function shareCell(row: LedgerRow, basis: ShareBasis, column: LedgerColumn | null): LedgerCell {
  const share = row.shares[basis]
  const amount = share?.amount
    ? [column?.currency, amountInWords(share.amount)].filter(Boolean).join(' ')
    : null
  const overCost = basis === 'cost' ? null : row.comparedWithCost[basis satisfies ComparedBasis]
  return {
    partyId: row.partyId,
    party: row.name,
    value: share?.percent ? `${share.percent}%` : (amount ?? ''),
    amount: share?.percent ? Number(share.percent) : null,
    notes: [
      share?.percent ? amount : null,
      overCost === null ? null : besideCost(overCost),
      share?.departure ? `${signed(share.departure)} to the equal part` : null,
      share?.reason ? share.reason : null,
    ].filter(note => note !== null),
    flaw: share?.lacksReason ? 'Departs from the rule, and no reason is written.' : null,
    blockId: share?.rowId ?? null,
  }
}

const points = (text: string) => (text === '1' || text === '-1' ? 'point' : 'points')
const signed = (text: string) => `${text.startsWith('-') ? `−${text.slice(1)}` : `+${text}`} ${points(text)}`
const besideCost = (text: string) => (text === '0' ? 'as its cost' : `${signed(text)} to its cost`)

function wrongSums(column: LedgerColumn): readonly string[] {
  return [
    column.isWhole === false && `The shares add up to ${column.percentSum}%, not to 100%.`,
    column.meetsTotal === false &&
      `The amounts add up to ${amountInWords(column.amountSum ?? '')}, the total says ${amountInWords(column.total ?? '')}.`,
    column.unassigned !== null && `${column.unassigned}% belong to no party of the text.`,
    column.otherTableIds.length > 0 && 'Another table of the same kind is left out here.',
  ].filter(text => text !== false)
}

interface Count {
  readonly id: string
  readonly label: string
  readonly about: string
  readonly of: (row: LedgerRow) => readonly string[]
}

const COUNTS: readonly Count[] = [
  { id: 'provides', label: 'Steps it provides', about: 'of the chain of service', of: row => row.provides },
  {
    id: 'receives',
    label: 'Hand-overs it is owed',
    about: 'by the steps before it',
    of: row => row.receives,
  },
  { id: 'owes', label: 'Obligations it holds', about: 'to be fulfilled by it', of: row => row.owes },
  { id: 'kpis', label: 'KPIs it answers for', about: 'as owner', of: row => row.ownsKpis },
  { id: 'verifies', label: 'KPIs it verifies', about: 'of another party’s', of: row => row.verifiesKpis },
]

const countLine = ({ rows }: FairnessLedger, { id, label, about, of }: Count): LedgerLine => ({
  id,
  label,
  kind: 'count',
  about,
  cells: rows.map(row => ({
    partyId: row.partyId,
    party: row.name,
    value: String(of(row).length),
    amount: of(row).length,
    notes: [],
    flaw: null,
    blockId: of(row)[0] ?? null,
  })),
  together: String(rows.reduce((sum, row) => sum + of(row).length, 0)),
  wrong: [],
  blockId: null,
})
