import { widthOfText } from './print-line.ts'
import type { PrintBlock, PrintCell, PrintLine } from './print-types.ts'

/** A taller row may be divided between pages: kept whole, it could run off one and be lost. */
const MAX_WHOLE_ROW = 240
/** A taller table may be divided. */
const MAX_WHOLE_TABLE = 220
/** A taller head is not repeated on each page: it could leave no room for the rows. */
const MAX_REPEATED_HEAD = 120
const MAX_HEAD_ROWS = 3

const LINE_HEIGHT = 1.35
const BLOCK_SPACE = 8
/** Lines are not filled to their ends; in a narrow column a third of each may stay empty. */
const UNFILLED = 1.4

/** Roughly how tall a line is in a column, in points, rather too much than too little. */
export function heightOfLine(line: PrintLine, points: number, size: number): number {
  const text = line.runs.map(run => run.text).join('')
  const perLine = Math.max(1, points / (size * 0.48))
  const lines = text
    .split('\n')
    .reduce((sum, part) => sum + Math.max(1, Math.ceil((widthOfText(part) * UNFILLED) / perLine)), 0)
  return lines * size * LINE_HEIGHT
}

function heightOf(block: PrintBlock, points: number, size: number): number {
  if (block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'code') {
    return heightOfLine(block.line, points, size) + BLOCK_SPACE
  }
  const inner = (blocks: readonly PrintBlock[]) => heightOfAll(blocks, points - 18, size)
  if (block.kind === 'list') return block.items.reduce((sum, item) => sum + inner(item.blocks), 0)
  if (block.kind === 'quote') return inner(block.blocks)
  return block.kind === 'rule' ? 4 * BLOCK_SPACE : MAX_WHOLE_ROW
}

const heightOfAll = (blocks: readonly PrintBlock[], points: number, size: number): number =>
  blocks.reduce((sum, block) => sum + heightOf(block, points, size), 0)

/** Decides whether a table and which of its rows stay whole, and how many at its top are a head that each page repeats. */
export function settleRows(
  cells: readonly Omit<PrintCell, 'whole'>[],
  rows: number,
  { widths, size }: { readonly widths: readonly number[]; readonly size: number },
): { cells: PrintCell[]; headRows: number; whole: boolean } {
  const heights = new Array<number>(rows).fill(0)
  for (const { x, y, colspan, rowspan, blocks } of cells) {
    const points = widths.slice(x, x + colspan).reduce((sum, width) => sum + width, 0)
    const height = rowspan === 1 ? heightOfAll(blocks, points, size) : MAX_WHOLE_ROW
    for (let row = y; row < y + rowspan; row++) heights[row] = Math.max(heights[row] ?? 0, height)
  }
  let headRows = 0
  let height = 0
  while (headRows < Math.min(rows - 1, MAX_HEAD_ROWS)) {
    const row = cells.filter(cell => cell.y === headRows)
    height += heights[headRows] ?? 0
    if (row.length === 0 || height > MAX_REPEATED_HEAD || !row.every(cell => cell.head)) break
    headRows++
  }
  return {
    cells: cells.map(cell => ({ ...cell, whole: (heights[cell.y] ?? 0) < MAX_WHOLE_ROW })),
    headRows,
    whole: heights.reduce((sum, row) => sum + row, 0) < MAX_WHOLE_TABLE,
  }
}
