import type { NodeJson } from '../../shared/document/document-json.ts'
import { widthOfText } from './print-line.ts'
import type { PrintBlock, PrintCell, PrintLine, PrintTable } from './print-types.ts'

/** Space left and right of the text in a cell, in points. */
const INSET_POINTS = 12

/** A table with more columns cannot be read in print; its rows are set as paragraphs. */
export const MAX_COLUMNS = 20

/** Longer headings are not repeated on each page: they could fill it. */
const MAX_REPEATED_HEAD = 600

/** A cell as placed in the grid of its table. */
interface PlacedCell {
  readonly node: NodeJson
  readonly x: number
  readonly y: number
  readonly colspan: number
  readonly rowspan: number
}

const span = (value: unknown, most: number) =>
  typeof value === 'number' && value > 1 ? Math.min(Math.trunc(value), most) : 1

/** Gives each cell its place, as a browser does. Spans are cut to the table and to what is still free. */
export function placeCells(rows: readonly NodeJson[]): { cells: PlacedCell[]; columns: number } {
  const taken = new Set<string>()
  const cells: PlacedCell[] = []
  let columns = 1
  // A cell that claims more columns than any row has cells would only push its neighbours off the table.
  const widest = Math.max(1, ...rows.map(row => row.content?.length ?? 0))
  rows.forEach((row, y) => {
    let x = 0
    for (const node of row.content ?? []) {
      while (taken.has(`${x},${y}`)) x++
      let colspan = 1
      const wide = span(node.attrs?.colspan, widest)
      while (colspan < wide && !taken.has(`${x + colspan},${y}`)) colspan++
      const rowspan = span(node.attrs?.rowspan, rows.length - y)
      for (let dy = 0; dy < rowspan; dy++) {
        for (let dx = 0; dx < colspan; dx++) taken.add(`${x + dx},${y + dy}`)
      }
      cells.push({ node, x, y, colspan, rowspan })
      columns = Math.max(columns, x + 1)
      x += colspan
    }
  })
  // Columns in which no cell begins are not seen.
  return {
    cells: cells.map(cell => ({ ...cell, colspan: Math.min(cell.colspan, columns - cell.x) })),
    columns,
  }
}

const textSize = (columns: number) => (columns < 6 ? 9 : columns < 10 ? 8 : columns < 14 ? 7 : 6)

/** Weights of columns by what stands in them: room for the longest word, then for long text. */
export function columnWeights(texts: readonly (readonly string[])[]): number[] {
  return texts.map(column => {
    const words = column.flatMap(text => text.split(/[\s-]+/))
    const longestWord = Math.max(
      0,
      ...words.slice(0, 2000).map(word => Math.min(widthOfText(word.slice(0, 20)), 18)),
    )
    const length =
      column.reduce((sum, text) => sum + Math.min(text.length, 400), 0) / Math.max(1, column.length)
    return Math.round(Math.min(34, Math.max(5, longestWord * 1.15 + 1, Math.sqrt(length) * 3.2)) * 10) / 10
  })
}

/** Size of text and widths of columns, in points, of a table with these weights. */
export function columnsOf(weights: readonly number[], points: number): { size: number; widths: number[] } {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return {
    size: textSize(weights.length),
    widths: weights.map(weight => (points * weight) / all - INSET_POINTS),
  }
}

const FIGURES = /^[\s\d.,'’%€$£¥()+−–-]*\d[\s\d.,'’%€$£¥()+−–-]*$/

/** Columns in which all cells below the head are figures. */
export const figureColumns = (texts: readonly (readonly string[])[]): number[] =>
  texts.flatMap((column, index) => {
    const filled = column.filter(text => text.trim() !== '')
    return filled.length > 0 && filled.every(text => FIGURES.test(text)) ? [index] : []
  })

/** A row with more characters than this in a cell may be divided between pages. */
const MAX_WHOLE = 500

const lengthOf = (block: PrintBlock): number => {
  if ('line' in block) return block.line.runs.reduce((sum, run) => sum + run.text.length, 0)
  return block.kind === 'rule' ? 0 : MAX_WHOLE
}

const lengthOfAll = (blocks: readonly PrintBlock[]) => blocks.reduce((sum, block) => sum + lengthOf(block), 0)

/** How many rows at the top consist of heading cells alone and are short enough to be repeated on each page. */
export function headRowsOf(cells: readonly PrintCell[], rows: number): number {
  let head = 0
  let length = 0
  while (head < Math.min(rows - 1, 3)) {
    const row = cells.filter(cell => cell.y === head)
    length += row.reduce((sum, cell) => sum + lengthOfAll(cell.blocks), 0)
    if (row.length === 0 || length > MAX_REPEATED_HEAD || !row.every(cell => cell.head)) break
    head++
  }
  // A heading cell that reaches into the rows below would be torn off by the repeated head.
  return cells.some(cell => cell.y < head && cell.y + cell.rowspan > head) ? 0 : head
}

/** Marks the cells of rows that are short enough to stay on one page. */
export function keepShortRows(cells: readonly Omit<PrintCell, 'whole'>[]): PrintCell[] {
  const long = new Set<number>()
  for (const { y, rowspan, blocks } of cells) {
    if (rowspan === 1 && lengthOfAll(blocks) < MAX_WHOLE) continue
    for (let row = y; row < y + rowspan; row++) long.add(row)
  }
  return cells.map(cell => ({ ...cell, whole: !long.has(cell.y) }))
}

/** A table of ours: heads, then rows of blocks, one per column. */
export function simpleTable(
  id: string | null,
  caption: PrintLine | null,
  heads: readonly PrintLine[],
  rows: readonly (readonly (readonly PrintBlock[])[])[],
  layout: { weights: readonly number[]; size: number; ends?: readonly number[]; totalRow?: boolean },
): PrintTable {
  const cell = (blocks: readonly PrintBlock[], x: number, y: number, head: boolean) => ({
    x,
    y,
    colspan: 1,
    rowspan: 1,
    head,
    blocks,
  })
  const headCells = heads.map((line, x) =>
    cell([{ kind: 'paragraph', id: null, align: null, line }], x, 0, true),
  )
  return {
    kind: 'table',
    id,
    caption,
    weights: layout.weights,
    ends: layout.ends ?? [],
    headRows: 1,
    totalRow: layout.totalRow ?? false,
    size: layout.size,
    cells: keepShortRows([
      ...headCells,
      ...rows.flatMap((row, y) => row.map((blocks, x) => cell(blocks, x, y + 1, false))),
    ]),
  }
}
