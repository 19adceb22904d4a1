import { isDecimal } from '../../../shared/terms/decimal.ts'
import { DIRECTION_WORDS, dateInWords, figureInWords } from '../../../shared/terms/words.ts'

/** What the chart is drawn from; dates are ISO, figures decimal strings, null where unset. */
export interface KpiFigures {
  readonly unit: string | null
  readonly direction: string | null
  readonly baseline: string | null
  readonly baselineDate: string | null
  readonly target: string | null
  readonly targetDate: string | null
  readonly revisitOn: string | null
}

export interface ChartPoint {
  readonly kind: 'baseline' | 'target'
  /** From 0 (first day) to 1 (last day). */
  readonly x: number
  /** From 0 (lowest) to 1 (highest). */
  readonly y: number
  readonly figure: string
  readonly date: string | null
}

export interface ChartDay {
  readonly kind: 'today' | 'revisit'
  readonly x: number
  readonly label: string
}

export interface KpiChartModel {
  readonly points: readonly ChartPoint[]
  /** Days within the time that the chart shows. */
  readonly days: readonly ChartDay[]
}

/** The chart of a KPI, or null while neither baseline nor target can be drawn. `today` is an ISO date. */
export function kpiChart(figures: KpiFigures, today: string): KpiChartModel | null {
  const given = [
    { kind: 'baseline', text: figures.baseline, date: figures.baselineDate, otherwise: 0 },
    { kind: 'target', text: figures.target, date: figures.targetDate, otherwise: 1 },
  ] as const
  const drawn = given.flatMap(({ kind, text, date, otherwise }) =>
    text !== null && isDecimal(text)
      ? [{ kind, value: Number(text), figure: withUnit(text, figures.unit), date, otherwise }]
      : [],
  )
  if (drawn.length === 0) return null
  const revisit = dayOf(figures.revisitOn)
  const days = [...drawn.map(point => dayOf(point.date)), revisit].filter(day => day !== null)
  // Without two different dates time has no scale: baseline to the left, target to the right.
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const hasScale = days.length > 1 && last > first && drawn.every(point => dayOf(point.date) !== null)
  const at = (day: number) => (day - first) / (last - first)
  const values = drawn.map(point => point.value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const marks = [
    { kind: 'revisit', day: revisit, label: 'looked at again' },
    { kind: 'today', day: dayOf(today), label: 'today' },
  ] as const
  return {
    points: drawn.map(({ kind, value, figure, date, otherwise }) => ({
      kind,
      figure,
      date: date === null ? null : dateInWords(date),
      x: hasScale ? at(dayOf(date) ?? first) : otherwise,
      y: high === low ? 0.5 : (value - low) / (high - low),
    })),
    days: hasScale
      ? marks.flatMap(({ kind, day, label }) =>
          day !== null && day >= first && day <= last ? [{ kind, x: at(day), label }] : [],
        )
      : [],
  }
}

/** What the chart says, for those who do not see it. */
export function kpiChartInWords(figures: KpiFigures): string {
  const { unit, baseline, baselineDate, target, targetDate, direction, revisitOn } = figures
  const directions: Readonly<Record<string, string>> = DIRECTION_WORDS
  const parts = [
    baseline &&
      `baseline ${withUnit(baseline, unit)}${baselineDate ? ` on ${dateInWords(baselineDate)}` : ''}`,
    target && `target ${withUnit(target, unit)}${targetDate ? ` by ${dateInWords(targetDate)}` : ''}`,
    direction && Object.hasOwn(directions, direction) ? directions[direction] : null,
    revisitOn && `looked at again on ${dateInWords(revisitOn)}`,
  ].filter(part => part)
  const text = parts.join('; ')
  return text === '' ? 'Neither baseline nor target is set.' : `${text[0]?.toUpperCase()}${text.slice(1)}.`
}

const withUnit = (figure: string, unit: string | null) =>
  [figureInWords(figure), unit].filter(Boolean).join(' ')

function dayOf(date: string | null): number | null {
  if (date === null || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const time = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(time) ? null : time / 86_400_000
}
