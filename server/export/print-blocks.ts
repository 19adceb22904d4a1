import { blockIdAt } from '../../shared/document/block-id.ts'
import { headingLevel } from '../../shared/document/clauses.ts'
import { type NodeJson, stringAttribute, textOf } from '../../shared/document/document-json.ts'
import { NODE_ATTRIBUTES } from '../../shared/document/node-types.ts'
import { inPrintedGroups, printsAsRow } from '../../shared/document/object-rows.ts'
import { kpiDefinition, partyDefinition } from './print-definitions.ts'
import { settleRows } from './print-heights.ts'
import { inlineLine, type PrintContext } from './print-inline.ts'
import { isRightToLeft, lineOf, roomFor, textOfLine } from './print-line.ts'
import { columnsOf, columnWeights, figureColumns, MAX_COLUMNS, placeCells } from './print-table.ts'
import { rowsTable, shareTable } from './print-term-tables.ts'
import type { PrintAlign, PrintBlock } from './print-types.ts'

/** Deeper lists, quotes and tables are set at this depth: Typst lays out about 70 nested boxes, a page holds fewer. */
const MAX_DEPTH = 8
const MAX_TABLES = 2

/** A longer paragraph is not moved to the page of what it announces: it would leave too large a gap. */
const MAX_LEADING = 500

type Printer = (id: string | null, node: NodeJson, context: PrintContext) => readonly PrintBlock[]

const ALIGNS: Readonly<Record<string, PrintAlign>> = {
  left: 'left',
  center: 'center',
  right: 'right',
  justify: 'justify',
}

const paragraph: Printer = (id, node, context) => {
  const line = inlineLine(node, context)
  if (line.runs.every(run => run.text.trim() === '')) return []
  const text = textOfLine(line).trimEnd()
  const leads = text.length < MAX_LEADING && /[:：]$/.test(text)
  return [
    { kind: 'paragraph', id, line, align: ALIGNS[stringAttribute(node, 'textAlign') ?? ''] ?? null, leads },
  ]
}

const heading: Printer = (id, node, context) => {
  const number = context.numberOfHeading(node)
  const line = inlineLine(node, context)
  if (line.runs.length === 0 && number === null) return []
  return [
    { kind: 'heading', id, level: number === null ? 6 : headingLevel(node), number: number ?? '', line },
  ]
}

const NUMBERINGS: Readonly<Record<string, string>> = { a: 'a.', A: 'A.', i: 'i.', I: 'I.' }

const INDENT_POINTS = 18
const indented = (context: PrintContext): PrintContext => ({
  ...context,
  depth: context.depth + 1,
  points: context.points - INDENT_POINTS,
})

/** The children of a node; one that does not belong there, from a damaged text, is wrapped so that it is not lost. */
const childrenAs = (node: NodeJson, type: string, ...others: readonly string[]): NodeJson[] =>
  (node.content ?? []).map(child =>
    child.type === type || others.includes(child.type) ? child : { type, content: [child] },
  )

const list: Printer = (id, node, context) => {
  const inner = indented(context)
  const start = node.attrs?.start
  const rtl = isRightToLeft(textOf(node))
  const items = childrenAs(node, 'listItem').map(item => ({
    blocks: blocksOf(item.content ?? [], inner, id),
  }))
  if (items.length === 0) return []
  return [
    {
      kind: 'list',
      id,
      start: typeof start === 'number' && start >= 0 && start < 1e6 ? Math.trunc(start) : 1,
      numbering:
        node.type === 'orderedList' ? (NUMBERINGS[stringAttribute(node, 'type') ?? ''] ?? '1.') : null,
      rtl,
      items,
    },
  ]
}

const quote: Printer = (id, node, context) => {
  const inner = indented(context)
  const blocks = blocksOf(node.content ?? [], inner, id)
  return blocks.length === 0 ? [] : [{ kind: 'quote', id, rtl: isRightToLeft(textOf(node)), blocks }]
}

/** Size of code in points: its letters are wider than those of the text. */
const CODE_SIZE = 10.5

const codeBlock: Printer = (id, node, context) => [
  {
    kind: 'code',
    id,
    line: lineOf(
      [{ text: context.write(textOf(node).replaceAll('\t', '    ')) }],
      roomFor(context.points, CODE_SIZE),
    ),
  },
]

const table: Printer = (id, node, context) => {
  const rows = childrenAs(node, 'tableRow').map(row => ({
    ...row,
    content: childrenAs(row, 'tableCell', 'tableHeader'),
  }))
  const { cells, columns } = placeCells(rows)
  if (cells.length === 0) return []
  if (columns > MAX_COLUMNS || context.tables >= MAX_TABLES) {
    return rows.flatMap(row =>
      blocksOf(
        row.content.flatMap(cell => cell.content ?? []),
        context,
        id,
      ),
    )
  }
  const texts = Array.from({ length: columns }, (_, x) =>
    cells.filter(cell => cell.x === x && cell.colspan === 1).map(({ node: cell }) => textOf(cell)),
  )
  const weights = columnWeights(texts)
  const { size, widths } = columnsOf(weights, context.points)
  const printed = cells.map(cell => {
    const points = widths.slice(cell.x, cell.x + cell.colspan).reduce((sum, width) => sum + width, 0)
    const inner = { ...context, points, size, depth: context.depth + 1, tables: context.tables + 1 }
    return {
      x: cell.x,
      y: cell.y,
      colspan: cell.colspan,
      rowspan: cell.rowspan,
      head: cell.node.type === 'tableHeader',
      blocks: blocksOf(cell.node.content ?? [], inner, id),
    }
  })
  const bodyTexts = Array.from({ length: columns }, (_, x) =>
    cells
      .filter(cell => cell.x === x && cell.node.type !== 'tableHeader')
      .map(({ node: cell }) => textOf(cell)),
  )
  return [
    {
      kind: 'table',
      id,
      caption: null,
      weights,
      ends: figureColumns(bodyTexts),
      totalRow: false,
      size,
      ...settleRows(printed, rows.length, { widths, size }),
    },
  ]
}

const PRINTERS: Readonly<Record<string, Printer>> = {
  paragraph,
  heading,
  bulletList: list,
  orderedList: list,
  blockquote: quote,
  codeBlock,
  horizontalRule: id => [{ kind: 'rule', id }],
  table,
  party: (id, node, context) => [partyDefinition(id, node, context)],
  shareTable: (id, node, context) => [
    shareTable(id, node, context),
    ...blocksOf(
      (node.content ?? []).filter(child => child.type !== 'shareRow'),
      context,
      id,
    ),
  ],
  kpi: (id, node, context) => [kpiDefinition(id, node, context)],
}

const INLINE = new Set(['text', 'hardBreak', 'partyRef'])
const holdsText = (node: NodeJson) => (node.content ?? []).some(child => INLINE.has(child.type))

/** A node of a later version, or out of place: its text in reading order, or its name in brackets where it has none. */
const unknown: Printer = (id, node, context) => {
  if (node.content?.length && !holdsText(node)) return blocksOf(node.content, context, id)
  const content = node.content?.length || node.text !== undefined ? node : { ...node, content: [node] }
  return paragraph(id, node.text === undefined ? content : { type: 'paragraph', content: [node] }, context)
}

const holdsBlocks = (node: NodeJson) =>
  !Object.hasOwn(NODE_ATTRIBUTES, node.type) && node.content?.length !== undefined && !holdsText(node)

/** The innermost blocks of a node that is nested deeper than can be laid out. */
function leavesOf(node: NodeJson): NodeJson[] {
  const leaves: NodeJson[] = []
  const open = [node]
  for (let next = open.pop(); next; next = open.pop()) {
    if (holdsBlocks(next)) open.push(...[...(next.content ?? [])].reverse())
    else leaves.push(next)
  }
  return leaves
}

/**
 * Blocks as they are laid out, in reading order. `parentId` is the id that a block without one is known by. Every text
 * reaches the page, however odd the nesting.
 */
export function blocksOf(
  nodes: readonly NodeJson[],
  context: PrintContext,
  parentId: string | null,
): PrintBlock[] {
  const printed: PrintBlock[] = []
  let at = 0
  for (const group of inPrintedGroups(nodes)) {
    const [node] = group
    if (!node) continue
    const id = parentId === null ? blockIdAt(node, [at]) : (stringAttribute(node, 'id') ?? parentId)
    at += group.length
    if (printsAsRow(node)) printed.push(rowsTable(id, group, context))
    else if (context.depth >= MAX_DEPTH && holdsBlocks(node))
      printed.push(...blocksOf(leavesOf(node), context, id))
    else printed.push(...printerOf(node)(id, node, context))
  }
  return printed
}

const printerOf = (node: NodeJson): Printer =>
  Object.hasOwn(PRINTERS, node.type) ? (PRINTERS[node.type] ?? unknown) : unknown
