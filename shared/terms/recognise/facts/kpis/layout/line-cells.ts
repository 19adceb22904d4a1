import { cellFigure } from './cell-figure.ts'
import { columnRole } from './column-role.ts'
import type { Line, Row } from './rows-in.ts'

const LONGEST_HEAD = 40
const LONGEST_CELL = 120
const MOST_COLUMNS = 9

/** Tables whose cells stand on lines of their own, as text copied from a page has them: heads first, then row after row. */
export function lineCellTables(lines: readonly Line[]): Row[][] {
  const tables: Row[][] = []
  for (let at = 0; at < lines.length; at += 1) {
    const width = headWidth(lines, at)
    if (width < 3) continue
    const rows: Row[] = [rowAt(lines, at, width)]
    const target = rows[0]?.cells.findIndex(cell => columnRole(cell) === 'target') ?? -1
    let next = at + width
    while (next + width <= lines.length) {
      const row = rowAt(lines, next, width)
      if (!cellFigure(row.cells[target] ?? '') || row.cells.some(cell => cell.length > LONGEST_CELL)) break
      rows.push(row)
      next += width
    }
    if (rows.length < 2) continue
    tables.push(rows)
    at = next - 1
  }
  return tables
}

/** How many lines from here on are heads of columns: short, of known and different roles, a target among them. */
function headWidth(lines: readonly Line[], at: number): number {
  const roles: string[] = []
  for (let index = at; index < lines.length && roles.length < MOST_COLUMNS; index += 1) {
    const text = lines[index]?.text ?? ''
    const role = text.length <= LONGEST_HEAD && !/[.:;,|\t]/.test(text) ? columnRole(text) : null
    if (role === null || (roles.includes(role) && role !== 'step' && role !== 'other')) break
    roles.push(role)
  }
  if (roles[0] !== 'name' || !(roles.includes('target') || roles.includes('step'))) return 0
  return roles.length
}

function rowAt(lines: readonly Line[], at: number, width: number): Row {
  const some = lines.slice(at, at + width)
  return {
    start: some[0]?.start ?? 0,
    end: some.at(-1)?.end ?? 0,
    cells: some.map(line => line.text),
    stroke: false,
  }
}
