import type { Found, Reading } from '../../../reading.ts'
import type { PlainText } from '../../../text/plain-text.ts'
import { lineCellTables } from './line-cells.ts'
import { loneRow } from './lone-row.ts'
import { linesOf, type Row, tablesIn } from './rows-in.ts'
import { type LaidOutKpi, tableKpis } from './table-kpis.ts'

/** Measures told by tables, and the stretches of the plain text that these tables fill: nothing else is to be found there. */
export interface LaidOut {
  readonly found: readonly Found[]
  readonly filled: readonly { readonly start: number; readonly end: number }[]
}

const HEAD_OF_LINES = /^[ \t]*(?:targets?|goals?|aim|threshold|minimum|end value)\b[^.:;,|\t\n]{0,30}$/im

/** Looks at the text as given, as the plain text keeps neither tabs nor lines. */
export function laidOutKpis({ text }: Reading): LaidOut {
  const { source } = text
  const tables = tablesIn(source)
  const lined = HEAD_OF_LINES.test(source) ? lineCellTables(linesOf(source)) : []
  const found: Found[] = []
  const filled: { start: number; end: number }[] = []
  for (const rows of [...tables, ...lined]) {
    const kpis = tableKpis(rows) ?? (rows.some(hasStroke) ? null : loneRows(rows))
    if (kpis === null) continue
    filled.push(stretchOf(text, rows))
    found.push(...kpis.map(kpi => foundOf(text, kpi)))
  }
  return { found, filled }
}

/** Rows between strokes are sentences of the plain text and read there one by one; rows between tabs are not. */
const hasStroke = ({ stroke }: Row) => stroke
function loneRows(rows: readonly Row[]): LaidOutKpi[] | null {
  const kpis = rows.flatMap(row => {
    const kpi = loneRow(row.cells)
    return kpi ? [{ ...kpi, start: row.start, end: row.end }] : []
  })
  return kpis.length > 0 ? kpis : null
}

function stretchOf(text: PlainText, rows: readonly Row[]) {
  return {
    start: text.places.firstFrom(rows[0]?.start ?? 0),
    end: text.places.firstFrom(rows.at(-1)?.end ?? 0),
  }
}

function foundOf({ places }: PlainText, { start, end, rule, confidence, ...kpi }: LaidOutKpi): Found {
  return {
    kind: 'kpi',
    value: { kind: 'kpi', ...kpi },
    start: places.firstFrom(start),
    end: places.firstFrom(end),
    confidence,
    rule,
  }
}
