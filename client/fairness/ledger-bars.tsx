import classes from './fairness.module.css'
import type { LedgerLine } from './ledger-lines.ts'

interface LedgerBarsProps {
  readonly line: LedgerLine
  /** The value that fills the width: the same for all lines of a kind, so that bars can be compared across them. */
  readonly full: number
}

const WIDTH = 320
const NAME = 108
const ROW = 24
const BAR = WIDTH - NAME - 58

const shortened = (name: string) => ([...name].length > 15 ? `${[...name].slice(0, 14).join('')}…` : name)

/** One thing as bars, a party each, in the order of the table. For shares a line marks the equal part. */
export function LedgerBars({ line, full }: LedgerBarsProps) {
  const height = line.cells.length * ROW + 4
  const scale = (amount: number) => (full === 0 ? 0 : (Math.max(0, Math.min(amount, full)) / full) * BAR)
  const equal = line.kind === 'share' && line.cells.length > 0 ? 100 / line.cells.length : null
  return (
    <figure className={classes.multiple}>
      <figcaption>
        <span className={classes.multipleTitle}>{line.label}</span>
        <span>{line.about}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={`${line.label}: ${line.cells.map(cell => `${cell.party} ${cell.value || 'not stated'}`).join(', ')}`}
      >
        {line.cells.map((cell, index) => {
          const y = index * ROW + 2
          const middle = y + ROW / 2 + 4
          return (
            <g key={cell.partyId}>
              <text className={classes.barName} x="0" y={middle}>
                {shortened(cell.party)}
              </text>
              <rect className={classes.track} x={NAME} y={y + 5} width={BAR} height={ROW - 10} rx="2" />
              {cell.amount !== null && (
                <rect
                  className={classes.fill}
                  data-flaw={cell.flaw !== null || undefined}
                  x={NAME}
                  y={y + 5}
                  width={scale(cell.amount)}
                  height={ROW - 10}
                  rx="2"
                />
              )}
              <text className={classes.barValue} x={NAME + BAR + 8} y={middle}>
                {cell.value || '–'}
              </text>
            </g>
          )
        })}
        {equal !== null && equal <= full && (
          <line
            className={classes.equal}
            x1={NAME + scale(equal)}
            x2={NAME + scale(equal)}
            y1="0"
            y2={height}
          />
        )}
      </svg>
    </figure>
  )
}
