/** What joins two parts of a formula. */
export type FormulaOperator = '+' | '-' | '*' | '/'

/**
 * The formula of a KPI. `name` is something that is counted or measured, in plain words; `kpi` names another KPI in braces;
 * `of` applies what words say to a part in parentheses (`median of (…)`). Numbers are decimal strings without grouping.
 */
export type Formula =
  | { readonly kind: 'number'; readonly value: string; readonly percent: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'kpi'; readonly name: string }
  | { readonly kind: 'of'; readonly name: string; readonly part: Formula }
  | {
      readonly kind: 'operation'
      readonly operator: FormulaOperator
      readonly left: Formula
      readonly right: Formula
    }

/** A stretch of the text of a formula, in UTF-16 offsets. */
export interface FormulaPlace {
  readonly start: number
  readonly end: number
}

/** Why a text is no formula, and where. `message` is a sentence for its author. */
export interface FormulaSyntaxProblem extends FormulaPlace {
  readonly kind: 'empty' | 'too-long' | 'unknown-syntax' | 'missing-part' | 'missing-operator' | 'unclosed'
  readonly message: string
}

const SIGN: Readonly<Record<FormulaOperator, string>> = { '+': '+', '-': '−', '*': '×', '/': '/' }
const isWeak = (operator: FormulaOperator) => operator === '+' || operator === '-'

/** The formula as text, with no more parentheses than it needs; `parseFormula` gives the same formula back. */
export function printFormula(formula: Formula): string {
  switch (formula.kind) {
    case 'number':
      return formula.percent ? `${formula.value} %` : formula.value
    case 'name':
      return formula.name
    case 'kpi':
      return `{${formula.name}}`
    case 'of':
      return `${formula.name} (${printFormula(formula.part)})`
    case 'operation': {
      const { operator, left, right } = formula
      const inLeft = left.kind === 'operation' && isWeak(left.operator) && !isWeak(operator)
      const inRight = right.kind === 'operation' && (isWeak(right.operator) || !isWeak(operator))
      return `${wrapped(left, inLeft)} ${SIGN[operator]} ${wrapped(right, inRight)}`
    }
  }
}

const wrapped = (formula: Formula, inParentheses: boolean) =>
  inParentheses ? `(${printFormula(formula)})` : printFormula(formula)
