import { cadenceIn } from '../kpi-rhythm.ts'
import { cleanedName, MEASURE, NO_MEASURE } from '../kpi-words.ts'
import { cellFigure } from './cell-figure.ts'
import type { LaidOutKpi } from './table-kpis.ts'

/** A row of a table whose heads tell nothing: a measure in its first cell, then a figure, or a baseline and a target. */
export function loneRow(line: string): Omit<LaidOutKpi, 'start' | 'end'> | null {
  const cells = line
    .split('|')
    .map(cell => cell.trim())
    .filter(cell => cell !== '')
  const name = cleanedName(cells[0] ?? '')
  const figures = cells.slice(1).flatMap(cell => cellFigure(cell) ?? [])
  const [first, second] = figures
  const target = second ?? first
  if (!first || !target || !MEASURE.test(name) || NO_MEASURE.test(name)) return null
  return {
    name,
    unit: target.unit ?? first.unit,
    baseline: second ? first.decimal : null,
    target: target.decimal,
    cadence: cadenceIn(cells.at(-1) ?? ''),
    owner: null,
    rule: 'row of a table',
    confidence: 0.75,
  }
}
