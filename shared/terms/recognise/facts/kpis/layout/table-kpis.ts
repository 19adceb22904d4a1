import type { Stretch } from '../../../text/sentences.ts'
import { cadenceIn } from '../kpi-rhythm.ts'
import { cleanedName, isOther, MEASURE, PLAIN_MEASURE } from '../kpi-words.ts'
import { cellFigure } from './cell-figure.ts'
import { type ColumnRole, columnRole, NAMES_MEASURE } from './column-role.ts'
import type { Row } from './rows-in.ts'

/** A measure told by the layout of a text, at its place in the text as given. */
export interface LaidOutKpi extends Stretch {
  readonly name: string
  readonly unit: string | null
  readonly baseline: string | null
  readonly target: string
  readonly cadence: string | null
  readonly owner: string | null
  readonly rule: string
  readonly confidence: number
}

/**
 * The measures of a table by the heads of its columns: baseline, target, years of which the last is the target, unit, rhythm and
 * owner; or, where the heads are measures themselves, one in each cell (`response time` of `priority 1`). Null where the heads
 * tell neither, so that the rows may be read one by one.
 */
export function tableKpis(rows: readonly Row[]): LaidOutKpi[] | null {
  const [head, ...body] = rows
  if (!head || body.length === 0) return null
  if (head.cells.some((cell, index) => index > 0 && cellFigure(cell) && columnRole(cell) === null))
    return null
  const roles = head.cells.map(cell => columnRole(cell))
  const name = nameColumn(head.cells, roles, body)
  if (roles.includes('target') || roles.filter(role => role === 'step').length >= 2)
    return body.flatMap(row => rowKpi(head, roles, name, row) ?? [])
  const measures = head.cells.flatMap((cell, index) =>
    index !== name &&
    roles[index] !== 'other' &&
    MEASURE.test(cell) &&
    body.some(row => timed(row.cells[index]))
      ? [index]
      : [],
  )
  if (measures.length > 0) return body.flatMap(row => measures.flatMap(at => cellKpi(head, name, at, row)))
  // Prices, instalments, dates: a table of something else.
  return roles.includes('other') ? [] : null
}

const timed = (cell = '') => cellFigure(cell)?.unit != null

/** The column of the names: the one so headed, but not one of running numbers; else the first with words. */
function nameColumn(
  heads: readonly string[],
  roles: readonly (ColumnRole | null)[],
  body: readonly Row[],
): number {
  const worded = (index: number) =>
    body.some(row => /[a-z]{3}/i.test(row.cells[index] ?? '') && !cellFigure(row.cells[index] ?? ''))
  const named = (only: RegExp) =>
    roles.findIndex((role, index) => role === 'name' && worded(index) && only.test(heads[index] ?? ''))
  const headed = [named(NAMES_MEASURE), named(/./)].find(index => index >= 0) ?? -1
  if (headed >= 0) return headed
  return Math.max(
    0,
    roles.findIndex((role, index) => (role === null || role === 'target') && worded(index)),
  )
}

function rowKpi(head: Row, roles: readonly (ColumnRole | null)[], name: number, row: Row): LaidOutKpi | null {
  const cellOf = (role: ColumnRole) => {
    const at = roles.findIndex((one, index) => one === role && index !== name)
    return at < 0 ? '' : (row.cells[at] ?? '')
  }
  const figuresOf = (role: ColumnRole) =>
    roles.flatMap((one, index) =>
      one === role && index !== name ? [{ index, figure: cellFigure(row.cells[index] ?? '') }] : [],
    )
  const targets = figuresOf('target').filter(one => one.figure)
  const goal = (targets.length > 0 ? targets : figuresOf('step').filter(one => one.figure)).at(-1)
  if (!goal?.figure) return null
  const column = head.cells[goal.index] ?? ''
  const called = cleanedName(row.cells[name] ?? '')
  // A head such as `minimum availability per month` names the measure, the row what it is of.
  const measure = PLAIN_MEASURE.exec(column)?.[0]
  const baseline = figuresOf('baseline').find(one => one.figure)?.figure ?? null
  const full = measure !== undefined && !PLAIN_MEASURE.test(called) ? `${called}, ${measure}` : called
  if (full.length < 3 || /^(?:total|sum|all)$/i.test(full)) return null
  const own = cellOf('cadence')
  return {
    start: row.start,
    end: row.end,
    name: full,
    unit:
      goal.figure.unit ??
      (cellOf('unit') || bracketUnit(row.cells[name]) || bracketUnit(column)) ??
      baseline?.unit ??
      null,
    baseline: baseline?.decimal ?? null,
    target: goal.figure.decimal,
    cadence: cadenceIn(own) ?? cadenceIn(column) ?? cadenceIn(row.cells[goal.index] ?? ''),
    owner: cellOf('owner') || null,
    rule: 'row of a table with a head',
    confidence: 0.85,
  }
}

const bracketUnit = (cell = ''): string | null =>
  /\((?<unit>%|[a-zA-Z/²³]{1,6}|per cent|percent|minutes|hours|days)\)/.exec(cell)?.groups?.unit ?? null

function cellKpi(head: Row, name: number, at: number, row: Row): LaidOutKpi[] {
  const figure = cellFigure(row.cells[at] ?? '')
  const called = cleanedName(row.cells[name] ?? '')
  const measure = cleanedName(head.cells[at] ?? '')
  if (!figure || measure.length < 3 || isOther(measure)) return []
  return [
    {
      start: row.start,
      end: row.end,
      name: called === '' ? measure : `${measure}, ${called}`,
      unit: figure.unit,
      baseline: null,
      target: figure.decimal,
      cadence: cadenceIn(head.cells[at] ?? ''),
      owner: null,
      rule: 'cell of a table of measures',
      confidence: 0.75,
    },
  ]
}
