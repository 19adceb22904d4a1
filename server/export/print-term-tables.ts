import { type NodeJson, stringAttribute } from '../../shared/document/document-json.ts'
import { isDecimal, sumDecimals } from '../../shared/terms/decimal.ts'
import { attribute, type Field, lookup, partyOf } from './print-fields.ts'
import { inlineLine, type PrintContext, valueLine } from './print-inline.ts'
import { plainLine, roomFor } from './print-line.ts'
import { columnsOf, simpleTable } from './print-table.ts'
import type { PrintBlock, PrintLine, PrintTable } from './print-types.ts'
import * as words from './print-words.ts'

interface Column extends Field {
  readonly head: string
  readonly weight: number
  readonly end?: true
}

const prose: Field = { line: inlineLine }

/** What stands in a row of each kind of block that prints as one. Blocks of a kind that follow each other share a table. */
const ROWS: Readonly<Record<string, readonly Column[]>> = {
  serviceStep: [
    {
      head: 'Step',
      weight: 7,
      line: (node, context) => plainLine(context.numberOfStep(node) ?? ''),
    },
    { head: 'From', weight: 13, ...partyOf('providerPartyId') },
    { head: 'To', weight: 13, ...partyOf('receiver') },
    { head: 'What is handed over', weight: 38, ...prose },
    { head: 'When', weight: 14, ...attribute('due', words.whenInWords) },
  ],
  obligation: [
    { head: 'Party', weight: 14, ...partyOf('partyId') },
    { head: 'Obligation', weight: 44, ...prose },
    { head: 'By', weight: 15, ...attribute('due', words.whenInWords) },
    { head: 'How often', weight: 16, ...attribute('recurrence', words.cadenceInWords) },
  ],
  role: [
    { head: 'Role', weight: 17, ...attribute('kind', lookup(words.DUTY_WORDS)) },
    {
      head: 'Held by',
      weight: 18,
      line: (node, context) => {
        const holder = stringAttribute(node, 'holder')
        const party = context.nameOfParty(stringAttribute(node, 'partyId') ?? '')
        return valueLine(
          party === null
            ? [holder, '(neutral)'].filter(Boolean).join(' ')
            : [holder, party].filter(Boolean).join(', '),
          context,
        )
      },
    },
    { head: 'Duty', weight: 46, ...prose },
  ],
  review: [
    { head: 'Looked at again', weight: 18, ...attribute('scope', lookup(words.REVIEW_SCOPE_WORDS)) },
    { head: 'How often', weight: 16, ...attribute('cadence', words.cadenceInWords) },
    { head: 'Next on', weight: 16, ...attribute('nextOn', words.dateInWords) },
    { head: 'Note', weight: 38, ...prose },
  ],
}

/** Whether a block prints as a row of a table with its neighbours of the same kind. */
export const printsAsRow = (node: NodeJson): boolean => Object.hasOwn(ROWS, node.type)

/** A table of blocks as rows. A column that none of them fills is left out. */
function tableOf(
  id: string | null,
  caption: PrintLine | null,
  nodes: readonly NodeJson[],
  columns: readonly Column[],
  context: PrintContext,
  total: readonly (string | null)[] | null = null,
): PrintTable {
  const used = columns.filter(
    (column, index) =>
      index === 0 ||
      total?.[index] ||
      nodes.some(node => column.line(node, context).runs.some(run => run.text.trim() !== '')),
  )
  const weights = used.map(column => column.weight)
  const { size, widths } = columnsOf(weights, context.points)
  const rows = nodes.map(node =>
    used.map((column, x): readonly PrintBlock[] => {
      const line = column.line(node, { ...context, size, points: widths[x] ?? context.points })
      return [{ kind: 'paragraph', id: stringAttribute(node, 'id') ?? id, align: null, leads: false, line }]
    }),
  )
  const totals = used.map((column): readonly PrintBlock[] => {
    const line = plainLine(total?.[columns.indexOf(column)] ?? '')
    return [{ kind: 'paragraph', id, align: null, leads: false, line }]
  })
  return simpleTable(
    id,
    caption,
    used.map((column, x) => plainLine(column.head, roomFor(widths[x] ?? 0, size))),
    total ? [...rows, totals] : rows,
    {
      weights,
      widths,
      size,
      ends: used.flatMap((column, x) => (column.end ? [x] : [])),
      totalRow: total !== null,
    },
  )
}

/** Neighbouring blocks of one kind as one table. */
export const rowsTable = (id: string | null, nodes: readonly NodeJson[], context: PrintContext): PrintTable =>
  tableOf(id, null, nodes, ROWS[nodes[0]?.type ?? ''] ?? [], context)

/** The exact sum with as many places as the most exact of its parts, so that the points stand below each other. */
function totalOf(decimals: readonly string[]): string | null {
  const sum = sumDecimals(decimals)
  if (sum === null) return null
  const places = Math.max(...decimals.map(text => (isDecimal(text) ? (text.split('.')[1] ?? '').length : 0)))
  const [whole, fraction = ''] = sum.split('.')
  return places === 0 ? sum : `${whole}.${fraction.padEnd(places, '0')}`
}

/** A share table with the exact sum of its rows; a total that the table states beside it is shown where it differs. */
export function shareTable(id: string | null, node: NodeJson, context: PrintContext): PrintTable {
  const rows = (node.content ?? []).filter(row => row.type === 'shareRow')
  const valuesOf = (name: string) => rows.flatMap(row => stringAttribute(row, name) ?? [])
  const currency = stringAttribute(node, 'currency') ?? ''
  const stated = stringAttribute(node, 'total')
  const percents = totalOf(valuesOf('percent'))
  const amounts = totalOf(valuesOf('amount'))
  const caption = [
    lookup(words.SHARE_BASIS_WORDS)(stringAttribute(node, 'basis') ?? '') || 'Shares',
    lookup(words.SHARE_RULE_WORDS)(stringAttribute(node, 'rule') ?? ''),
    stated === null ? '' : `of ${currency} ${words.decimalInGroups(stated)}`.replace('  ', ' '),
  ]
  const columns: readonly Column[] = [
    { head: 'Party', weight: 22, ...partyOf('partyId') },
    {
      head: 'Share',
      weight: 10,
      end: true,
      ...attribute('percent', text => `${words.decimalInGroups(text)} %`),
    },
    {
      head: currency === '' ? 'Amount' : `Amount (${context.write(currency)})`,
      weight: 16,
      end: true,
      ...attribute('amount', words.decimalInGroups),
    },
    { head: 'Reason', weight: 34, ...prose },
  ]
  const total =
    percents === null && amounts === null
      ? null
      : [
          'Total',
          percents === null ? '' : `${words.decimalInGroups(percents)} %`,
          amounts && words.decimalInGroups(amounts),
          '',
        ]
  return tableOf(
    id,
    valueLine(caption.filter(part => part !== '').join(', '), context),
    rows,
    columns,
    context,
    total,
  )
}
