import type { NodeJson } from '../../shared/document/document-json.ts'
import { stringAttribute } from '../../shared/document/document-json.ts'
import { type ObjectCell, objectColumns } from '../../shared/document/object-rows.ts'
import { objectView } from '../../shared/document/object-view.ts'
import { inlineLine, type PrintContext, valueLine } from './print-inline.ts'
import { plainLine, roomFor } from './print-line.ts'
import { columnsOf, simpleTable } from './print-table.ts'
import type { PrintBlock, PrintLine, PrintTable } from './print-types.ts'

interface Column {
  readonly head: string
  readonly weight: number
  readonly end?: true
}

interface Row {
  /** Of the block that it stands for. */
  readonly id: string | null
  readonly cells: readonly ObjectCell[]
}

const cellLine = (cell: ObjectCell, context: PrintContext): PrintLine =>
  typeof cell === 'string' ? valueLine(cell, context) : inlineLine({ type: 'cell', content: cell }, context)

function tableOf(
  id: string | null,
  caption: PrintLine | null,
  columns: readonly Column[],
  rows: readonly Row[],
  context: PrintContext,
  totalRow = false,
): PrintTable {
  const weights = columns.map(column => column.weight)
  const { size, widths } = columnsOf(weights, context.points)
  const paragraphs = rows.map(row =>
    row.cells.map((cell, x): readonly PrintBlock[] => {
      const line = cellLine(cell, { ...context, size, points: widths[x] ?? context.points })
      return [{ kind: 'paragraph', id: row.id, align: null, leads: false, line }]
    }),
  )
  const heads = columns.map((column, x) =>
    plainLine(context.write(column.head), roomFor(widths[x] ?? 0, size)),
  )
  const ends = columns.flatMap((column, x) => (column.end ? [x] : []))
  return simpleTable(id, caption, heads, paragraphs, { weights, widths, size, ends, totalRow })
}

/** Neighbouring blocks of one kind as one table. */
export function rowsTable(id: string | null, nodes: readonly NodeJson[], context: PrintContext): PrintTable {
  const columns = objectColumns(nodes, context.names)
  const rows = nodes.map(node => ({
    id: stringAttribute(node, 'id') ?? id,
    cells: columns.map(column => column.cell(node, context.names)),
  }))
  return tableOf(id, null, columns, rows, context)
}

/** A share table with the exact sums of its rows. */
export function shareTable(id: string | null, node: NodeJson, context: PrintContext): PrintTable {
  const nodes = (node.content ?? []).filter(row => row.type === 'shareRow')
  const view = objectView({ ...node, content: nodes }, context.names)
  const { amountLabel = null, rows = [], percentSum = '', amountSum = '' } = view?.shares ?? {}
  const hasReasons = rows.some(row => row.reason.length > 0)
  const line = (party: string, percent: string, amount: string, reason: ObjectCell) => [
    party,
    percent,
    ...(amountLabel === null ? [] : [amount]),
    ...(hasReasons ? [reason] : []),
  ]
  const columns: readonly Column[] = [
    { head: 'Party', weight: 22 },
    { head: 'Share', weight: 10, end: true },
    ...(amountLabel === null ? [] : [{ head: amountLabel, weight: 16, end: true } as const]),
    ...(hasReasons ? [{ head: 'Reason', weight: 34 }] : []),
  ]
  const printed = rows.map((row, index) => ({
    id: stringAttribute(nodes[index] ?? node, 'id') ?? id,
    cells: line(row.party, row.percent, row.amount, row.reason),
  }))
  const total = { id, cells: line('Together', percentSum, amountSum, '') }
  const hasTotal = percentSum !== '' || amountSum !== ''
  const caption = valueLine(view?.label ?? '', context)
  return tableOf(id, caption, columns, hasTotal ? [...printed, total] : printed, context, hasTotal)
}
