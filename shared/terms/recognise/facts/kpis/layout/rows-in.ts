import type { Stretch } from '../../../text/sentences.ts'

/** A row of a table in the text as given: its cells, trimmed, and where it stands. */
export interface Row extends Stretch {
  readonly cells: readonly string[]
  /** Begins with an upright stroke, as a table in Markdown does. */
  readonly stroke: boolean
}

const RULE = /^[\s|:+=-]+$/
const MOST_CELLS = 12
const LONGEST = 1000

/** Groups of lines that are rows of one table: cells between upright strokes, or between tabs. Linear in the text. */
export function tablesIn(source: string): Row[][] {
  const tables: Row[][] = []
  if (!/[|\t]/.test(source)) return tables
  let current: Row[] = []
  let kind = ''
  const finish = () => {
    if (current.length >= 2) tables.push(current)
    current = []
    kind = ''
  }
  for (let at = 0; at <= source.length; ) {
    const found = source.indexOf('\n', at)
    const end = found < 0 ? source.length : found
    const line = end - at <= LONGEST ? source.slice(at, end) : ''
    const separator = line.includes('|') ? '|' : line.trim().includes('\t') ? '\t' : ''
    if (separator === '' || (kind !== '' && separator !== kind)) finish()
    if (separator !== '' && !RULE.test(line)) {
      const cells = cellsOf(line, separator)
      if (cells.length >= 2 && cells.length <= MOST_CELLS) {
        kind = separator
        current.push({ start: at, end, cells, stroke: line.trimStart().startsWith('|') })
      }
    }
    at = end + 1
  }
  finish()
  return tables
}

function cellsOf(line: string, separator: string): string[] {
  const inner = separator === '|' ? line.trim().replace(/^\||\|$/g, '') : line
  return inner.split(separator).map(cell => cell.replace(/\*\*/g, '').replace(/ +/g, ' ').trim())
}

/** A line of the text as given, trimmed. */
export interface Line extends Stretch {
  readonly text: string
}

export function linesOf(source: string): Line[] {
  const lines: Line[] = []
  for (let at = 0; at <= source.length; ) {
    const found = source.indexOf('\n', at)
    const end = found < 0 ? source.length : found
    const text = source.slice(at, Math.min(end, at + LONGEST)).trim()
    if (text !== '') lines.push({ start: at, end, text })
    at = end + 1
  }
  return lines
}
