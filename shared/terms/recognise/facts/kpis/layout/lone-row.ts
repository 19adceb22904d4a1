import { cadenceIn } from '../kpi-rhythm.ts'
import { cleanedName, isOther, MEASURE } from '../kpi-words.ts'
import { cellFigure } from './cell-figure.ts'
import type { LaidOutKpi } from './table-kpis.ts'

/** A row of a table whose heads tell nothing: a measure in its first cell, then a figure, or a baseline and a target. */
export function loneRow(cells: readonly string[]): Omit<LaidOutKpi, 'start' | 'end'> | null {
  const name = cleanedName(cells[0] ?? '')
  const figures = cells.slice(1).flatMap(cell => cellFigure(cell) ?? [])
  const [first, second] = figures
  const target = second ?? first
  const cadence = cells.slice(1).map(cadenceIn)
  const rhythm = cadence.findIndex(one => one !== null)
  if (!first || !target || name.length < 3 || isOther(name)) return null
  if (!MEASURE.test(name) && rhythm < 0) return null
  // Who looks after it stands behind how often.
  const owner = rhythm < 0 ? '' : (cells[rhythm + 2] ?? '')
  return {
    name,
    unit: target.unit ?? first.unit,
    baseline: second ? first.decimal : null,
    target: target.decimal,
    cadence: cadence[rhythm] ?? null,
    owner: /^[A-Z][A-Za-z &]{2,40}$/.test(owner) ? owner : null,
    rule: 'row of a table',
    confidence: 0.75,
  }
}
