import { SHARE_BASES } from '../document/node-types.ts'
import type { FairnessLedger, LedgerRow } from './fairness.ts'
import { csvCell } from './terms-csv.ts'

type Cell = string | null

/**
 * The ledger as one table, RFC 4180: a header, a line per party, and a line of sums, CRLF after each. Decimals are in normal
 * form; what is not stated is empty. A text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function fairnessCsv({ rows, columns }: FairnessLedger): string {
  const header = [
    'party',
    ...SHARE_BASES.flatMap(basis => [
      `${basis} %`,
      `${basis} amount`,
      `${basis} currency`,
      `${basis} departure in points`,
      `${basis} reason`,
    ]),
    ...COMPARED.map(basis => `${basis} over cost in points`),
    ...COUNTS.map(([name]) => name),
  ]
  const party = (row: LedgerRow): Cell[] => [
    row.name,
    ...SHARE_BASES.flatMap(basis => {
      const share = row.shares[basis]
      const currency = share?.amount ? (columns[basis]?.currency ?? null) : null
      return [
        share?.percent ?? null,
        share?.amount ?? null,
        currency,
        share?.departure ?? null,
        share?.reason ?? null,
      ]
    }),
    ...COMPARED.map(basis => row.comparedWithCost[basis]),
    ...COUNTS.map(([, idsOf]) => String(idsOf(row).length)),
  ]
  const sums: Cell[] = [
    'all',
    ...SHARE_BASES.flatMap(basis => {
      const column = columns[basis]
      return [
        column?.percentSum ?? null,
        column?.amountSum ?? null,
        column?.amountSum ? (column.currency ?? null) : null,
        null,
        wrongSum(column),
      ]
    }),
    ...COMPARED.map(() => null),
    ...COUNTS.map(([, idsOf]) => String(rows.reduce((sum, row) => sum + idsOf(row).length, 0))),
  ]
  return [header, ...rows.map(party), sums]
    .map(cells => `${cells.map(text => csvCell(text ?? '')).join(',')}\r\n`)
    .join('')
}

const COMPARED = ['benefit', 'vote', 'risk', 'exit'] as const

const COUNTS: readonly (readonly [name: string, idsOf: (row: LedgerRow) => readonly string[]])[] = [
  ['obligations owed', row => row.owes],
  ['hand-overs received', row => row.receives],
  ['steps provided', row => row.provides],
  ['KPIs owned', row => row.ownsKpis],
  ['KPIs verified', row => row.verifiesKpis],
]

function wrongSum(column: FairnessLedger['columns']['cost']): Cell {
  const wrong = [
    column?.isWhole === false && 'does not add up to 100 %',
    column?.meetsTotal === false && `does not add up to the total of ${column.total}`,
  ].filter(text => text !== false)
  return wrong.length === 0 ? null : wrong.join('; ')
}
