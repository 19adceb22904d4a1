import { type Figure, figuresIn } from '../figures/figures-in.ts'

const LONGEST = 60
/** What may stand with the figure of a cell: a bound, a sign, a year in brackets. */
const BESIDE =
  /\b(?:at least|at most|(?:no|not) (?:more|less|fewer|later|longer) than|(?:more|less|fewer) than|max(?:imum|\.)?|min(?:imum|\.)?|up to|under|over|below|above|within|or (?:less|more|better|higher|lower|above|below|fewer)|about|approx\.?|on average|per (?:day|week|month|quarter|year)|a (?:day|week|month|year)|of|cases|by|in|(?:19|20)\d\d)\b|[<>≤≥=~+()\s.,:;-]/gi

/** The figure that a cell consists of, or null where it says anything else. */
export function cellFigure(cell: string): Figure | null {
  if (cell.length > LONGEST) return null
  // A bare number at the end of a sentence counts lines; in a cell it is the cell.
  const figures = figuresIn(`${cell} |`).filter(one => !one.money)
  const [figure] = figures
  if (!figure) return null
  const [before, behind] = [cell.slice(0, figure.start), cell.slice(figure.after)]
  const alone = before.replace(BESIDE, '') === '' && behind.replace(BESIDE, '').length <= 12
  return alone && figures.length <= 2 ? figure : null
}
