import type { NodeJson } from '../../shared/document/document-json.ts'
import { settleRows } from './print-heights.ts'
import { widthOfText } from './print-line.ts'
import type { PrintBlock, PrintLine, PrintTable } from './print-types.ts'

/** Space left and right of the text in a cell, in points. */
const INSET_POINTS = 12

/** A table with more columns cannot be read in print; its rows are set as paragraphs. */
export const MAX_COLUMNS = 20

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

/** A table of ours: heads, then rows of blocks, one per column. */
export function simpleTable(
  id: string | null,
  caption: PrintLine | null,
  heads: readonly PrintLine[],
  rows: readonly (readonly (readonly PrintBlock[])[])[],
  layout: {
    weights: readonly number[]
    widths: readonly number[]
    size: number
    ends?: readonly number[]
    totalRow?: boolean
  },
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
    cell([{ kind: 'paragraph', id: null, align: null, leads: false, line }], x, 0, true),
  )
  const rowCells = rows.flatMap((row, y) => row.map((blocks, x) => cell(blocks, x, y + 1, false)))
  return {
    kind: 'table',
    id,
    caption,
    weights: layout.weights,
    ends: layout.ends ?? [],
    totalRow: layout.totalRow ?? false,
    size: layout.size,
    ...settleRows([...headCells, ...rowCells], rows.length + 1, layout),
  }
}
