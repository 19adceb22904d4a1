import { type ChartPoint, type KpiFigures, kpiChart, kpiChartInWords } from './kpi-chart-model.ts'
import classes from './workshop.module.css'

const WIDTH = 560
const HEIGHT = 176
const EDGE = { left: 16, right: 16, top: 34, bottom: 46 }

const xOf = (x: number) => EDGE.left + x * (WIDTH - EDGE.left - EDGE.right)
const yOf = (y: number) => HEIGHT - EDGE.bottom - y * (HEIGHT - EDGE.top - EDGE.bottom)

/** Baseline and target of a KPI over time. What it shows stands below it in words. */
export function KpiChart({ figures, today }: { readonly figures: KpiFigures; readonly today: string }) {
  const model = kpiChart(figures, today)
  const words = kpiChartInWords(figures)
  if (!model) return <p className={classes.noChart}>A picture appears with a baseline or a target.</p>
  const [first, second] = model.points
  return (
    <figure className={classes.chart}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words}>
        <line className={classes.axis} x1={0} x2={WIDTH} y1={HEIGHT - 30} y2={HEIGHT - 30} />
        {model.days.map(({ kind, x, label }) => (
          <g key={kind} data-day={kind} className={classes.day}>
            <line x1={xOf(x)} x2={xOf(x)} y1={14} y2={HEIGHT - 30} />
            <text x={xOf(x)} y={10} textAnchor={anchorOf(x)}>
              {label}
            </text>
          </g>
        ))}
        {first && second && (
          <line
            className={classes.way}
            x1={xOf(first.x)}
            y1={yOf(first.y)}
            x2={xOf(second.x)}
            y2={yOf(second.y)}
          />
        )}
        {model.points.map(point => (
          <Point key={point.kind} point={point} />
        ))}
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  )
}

const anchorOf = (x: number) => (x < 0.15 ? 'start' : x > 0.85 ? 'end' : 'middle')

const Point = ({ point: { kind, x, y, figure, date } }: { readonly point: ChartPoint }) => (
  <g className={classes.point} data-point={kind}>
    <circle cx={xOf(x)} cy={yOf(y)} r={5} />
    <text x={xOf(x)} y={yOf(y) - 12} textAnchor={anchorOf(x)} className={classes.figure}>
      {figure}
    </text>
    <text x={xOf(x)} y={HEIGHT - 12} textAnchor={anchorOf(x)}>
      {date ?? (kind === 'baseline' ? 'baseline' : 'target')}
    </text>
  </g>
)
