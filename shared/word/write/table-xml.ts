import { stampsOfBlock } from '../../document/changes/change-marks.ts'
import type { NodeJson } from '../../document/document-json.ts'
import { HEADER_FILL } from '../tags.ts'
import { trackedSign } from './revision-xml.ts'
import type { WriteState } from './write-state.ts'
import { val, xml } from './xml-write.ts'

/** Between the margins of an A4 page, in twentieths of a point. */
export const TEXT_WIDTH = 9026

type WriteBlocks = (blocks: readonly NodeJson[], state: WriteState) => string

interface Placed {
  readonly cell: NodeJson
  readonly column: number
  readonly colspan: number
  /** Rows further up in which the cell begins; 0 in its own row. */
  readonly down: number
}

const MAX_SPAN = 63

/** A table of the text. Word has no spans over rows, but cells that go on in the row below. */
export function tableXml(table: NodeJson, state: WriteState, writeBlocks: WriteBlocks): string {
  const rows = placedRows(table)
  const columns = Math.max(
    0,
    ...rows.flatMap(({ cells }) => cells.map(({ column, colspan }) => column + colspan)),
  )
  if (columns === 0) return ''
  const widths = columnWidths(rows, columns)
  const written = rows
    .filter(({ cells }) => cells.length > 0)
    .map(({ row, cells }) => rowXml(row, cells, widths, state, writeBlocks))
    .join('')
  return framedTable(widths, written)
}

/** A table with our lines around it; `rows` is XML already. */
export const framedTable = (widths: readonly number[], rows: string): string =>
  xml(
    'w:tbl',
    {},
    xml(
      'w:tblPr',
      {},
      val('w:tblStyle', 'TableGrid'),
      xml('w:tblW', { 'w:w': widths.reduce((sum, width) => sum + width, 0), 'w:type': 'dxa' }),
      val('w:tblLayout', 'fixed').replace('w:val', 'w:type'),
    ),
    xml('w:tblGrid', {}, ...widths.map(width => xml('w:gridCol', { 'w:w': width }))),
    rows,
  )

function rowXml(
  row: NodeJson,
  cells: readonly Placed[],
  widths: readonly number[],
  state: WriteState,
  writeBlocks: WriteBlocks,
): string {
  const isHeader = cells.every(({ cell }) => cell.type === 'tableHeader')
  const before = cells[0]?.column ?? 0
  const end = Math.max(...cells.map(({ column, colspan }) => column + colspan))
  const properties = [
    before > 0 ? val('w:gridBefore', before) : '',
    end < widths.length ? val('w:gridAfter', widths.length - end) : '',
    isHeader ? xml('w:tblHeader') : '',
    ...stampsOfBlock(row).map(stamp => trackedSign(stamp, state)),
  ].join('')
  return xml(
    'w:tr',
    {},
    properties && xml('w:trPr', {}, properties),
    ...cells.map(placed => cellXml(placed, widths, state, writeBlocks)),
  )
}

function cellXml(
  { cell, column, colspan, down }: Placed,
  widths: readonly number[],
  state: WriteState,
  writeBlocks: WriteBlocks,
): string {
  const width = widths.slice(column, column + colspan).reduce((sum, value) => sum + value, 0)
  const rowspan = spanOf(cell, 'rowspan')
  const properties = [
    xml('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
    colspan > 1 ? val('w:gridSpan', colspan) : '',
    down > 0 ? xml('w:vMerge') : rowspan > 1 ? val('w:vMerge', 'restart') : '',
    cell.type === 'tableHeader'
      ? xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': HEADER_FILL })
      : '',
  ].join('')
  return xml(
    'w:tc',
    {},
    xml('w:tcPr', {}, properties),
    writeBlocks(down > 0 ? [] : (cell.content ?? []), state),
  )
}

/** Every row with its cells and those that reach into it from above, from left to right. */
function placedRows(
  table: NodeJson,
): readonly { readonly row: NodeJson; readonly cells: readonly Placed[] }[] {
  let reaching: (Placed & { readonly left: number })[] = []
  return (table.content ?? []).map(row => {
    const cells: Placed[] = reaching.map(({ cell, column, colspan, down }) => ({
      cell,
      column,
      colspan,
      down: down + 1,
    }))
    const taken = new Set(cells.flatMap(({ column, colspan }) => range(column, colspan)))
    const next = reaching
      .filter(({ left }) => left > 1)
      .map(placed => ({ ...placed, down: placed.down + 1, left: placed.left - 1 }))
    let column = 0
    for (const cell of row.content ?? []) {
      const colspan = spanOf(cell, 'colspan')
      while (range(column, colspan).some(at => taken.has(at))) column += 1
      const placed = { cell, column, colspan, down: 0 }
      cells.push(placed)
      const rowspan = spanOf(cell, 'rowspan')
      if (rowspan > 1) next.push({ ...placed, left: rowspan - 1 })
      column += colspan
    }
    reaching = next
    return { row, cells: cells.sort((a, b) => a.column - b.column) }
  })
}

const range = (start: number, length: number) => Array.from({ length }, (_, index) => start + index)

function spanOf(cell: NodeJson, name: 'colspan' | 'rowspan'): number {
  const span = cell.attrs?.[name]
  return typeof span === 'number' && Number.isSafeInteger(span) ? Math.min(MAX_SPAN, Math.max(1, span)) : 1
}

/** As the widths on screen stand to each other; columns without one share what is left alike. */
function columnWidths(
  rows: readonly { readonly cells: readonly Placed[] }[],
  columns: number,
): readonly number[] {
  const stated = new Array<number>(columns).fill(0)
  for (const { cells } of rows)
    for (const { cell, column, colspan } of cells) {
      const widths = cell.attrs?.colwidth
      if (!Array.isArray(widths) || widths.length !== colspan) continue
      for (const [index, width] of widths.entries())
        if (typeof width === 'number' && width > 0) stated[column + index] ||= width
    }
  const known = stated.filter(width => width > 0)
  const usual = known.length > 0 ? known.reduce((sum, width) => sum + width, 0) / known.length : 1
  const full = stated.map(width => width || usual)
  const total = full.reduce((sum, width) => sum + width, 0)
  return full.map(width => Math.max(200, Math.floor((width / total) * TEXT_WIDTH)))
}
