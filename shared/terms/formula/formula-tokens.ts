import type { FormulaOperator, FormulaPlace } from './formula.ts'

/** `x` alone is a word here; whether it multiplies is for the parser to say. `unknown` is what no formula holds. */
export interface FormulaToken extends FormulaPlace {
  readonly kind: 'number' | 'word' | 'kpi' | 'operator' | 'open' | 'close' | 'percent' | 'unknown'
  /** A number without grouping, a word as written, the name between braces, the operator. */
  readonly text: string
}

const OPERATORS: Readonly<Record<string, FormulaOperator>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '–': '-',
  '*': '*',
  '×': '*',
  '·': '*',
  '/': '/',
  '÷': '/',
  ':': '/',
}

const LETTER = String.raw`[\p{L}\p{N}\p{M}_°.'’‘“”"„&#€$£§]`
/** A hyphen between letters is part of a word (`on-time`); between numbers, or with space beside it, it subtracts. */
const TOKEN = new RegExp(
  [
    String.raw`(?<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?!${LETTER}|-\p{L}|,\d)`,
    String.raw`\{(?<kpi>[^{}]*)\}`,
    `(?<word>${LETTER}+(?:-${LETTER}+)*)`,
    '(?<operator>[-+−–*×·/÷:])',
    '(?<open>[([])',
    String.raw`(?<close>[)\]])`,
    '(?<percent>%)',
    String.raw`(?<unknown>\S)`,
  ].join('|'),
  'gu',
)

/** The tokens of a text, every character but white space in one of them. */
export function formulaTokens(text: string): FormulaToken[] {
  return [...text.matchAll(TOKEN)].map(match => {
    const place = { start: match.index, end: match.index + match[0].length }
    const { number, kpi, word, operator, open, close, percent } = match.groups ?? {}
    if (number !== undefined) return { ...place, kind: 'number', text: plainNumber(number) }
    if (kpi !== undefined) {
      const name = kpi.replace(/\s+/g, ' ').trim()
      return { ...place, kind: name === '' ? 'unknown' : 'kpi', text: name === '' ? match[0] : name }
    }
    if (word !== undefined) return { ...place, kind: 'word', text: word }
    if (operator !== undefined) return { ...place, kind: 'operator', text: OPERATORS[operator] ?? operator }
    if (open !== undefined) return { ...place, kind: 'open', text: open }
    if (close !== undefined) return { ...place, kind: 'close', text: close }
    if (percent !== undefined) return { ...place, kind: 'percent', text: percent }
    return { ...place, kind: 'unknown', text: match[0] }
  })
}

const plainNumber = (text: string) => text.replace(/,/g, '').replace(/^0+(?=\d)/, '')
