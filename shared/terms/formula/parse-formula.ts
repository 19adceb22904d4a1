import { err, ok, type Result } from '../../result.ts'
import type { Formula, FormulaOperator, FormulaPlace, FormulaSyntaxProblem } from './formula.ts'
import { type FormulaToken, formulaTokens } from './formula-tokens.ts'

/** A formula and where each of its parts stands in the text. Each part of the formula is a key of its own. */
export interface ParsedFormula {
  readonly formula: Formula
  readonly places: ReadonlyMap<Formula, FormulaPlace>
}

/** A formula is a line of text; both bounds keep a hostile one from costing time or the stack. */
const MAX_LENGTH = 2000
const MAX_DEPTH = 40

/**
 * Reads a formula such as `on-time deliveries / all deliveries × 100`. Names are words; numbers, `%`, `+ - * / x × ÷`,
 * parentheses, `{name of another KPI}`, and words before parentheses (`median of (…)`). Multiplication binds stronger than
 * addition, and equals are taken from the left. The first thing that cannot be read is the problem.
 */
export function parseFormula(text: string): Result<ParsedFormula, FormulaSyntaxProblem> {
  if (text.trim() === '') return err(syntaxProblem('empty', { start: 0, end: text.length }))
  if (text.length > MAX_LENGTH) return err(syntaxProblem('too-long', { start: MAX_LENGTH, end: text.length }))
  const tokens = formulaTokens(text)
  const unknown = tokens.find(token => token.kind === 'unknown')
  if (unknown) return err(syntaxProblem('unknown-syntax', unknown, unknown.text))
  const reader = new FormulaReader(tokens, text.trimEnd().length)
  try {
    return ok({ formula: reader.whole(), places: reader.places })
  } catch (thrown) {
    if (thrown instanceof Unreadable) return err(thrown.problem)
    throw thrown
  }
}

/** Leaves the descent at the first problem; never leaves this file. */
class Unreadable extends Error {
  readonly problem: FormulaSyntaxProblem
  constructor(problem: FormulaSyntaxProblem) {
    super(problem.kind)
    this.problem = problem
  }
}

const MESSAGES: Readonly<Record<FormulaSyntaxProblem['kind'], (text: string) => string>> = {
  empty: () => 'The formula is empty.',
  'too-long': () =>
    `A formula has at most ${MAX_LENGTH} characters and ${MAX_DEPTH} parentheses in each other.`,
  'unknown-syntax': text =>
    `“${text}” cannot be read here. A formula has names, numbers, + − × / and parentheses.`,
  'missing-part': text =>
    text === ''
      ? 'The formula ends where a name or a number is expected.'
      : `A name or a number is missing before “${text}”.`,
  'missing-operator': text => `Write + − × or / before “${text}”.`,
  unclosed: () => 'This parenthesis is never closed.',
}

function syntaxProblem(
  kind: FormulaSyntaxProblem['kind'],
  place: FormulaPlace,
  text = '',
): FormulaSyntaxProblem {
  return { kind, start: place.start, end: place.end, message: MESSAGES[kind](text) }
}

class FormulaReader {
  readonly places = new Map<Formula, FormulaPlace>()
  readonly #tokens: readonly FormulaToken[]
  readonly #end: number
  #at = 0
  #depth = 0

  constructor(tokens: readonly FormulaToken[], end: number) {
    this.#tokens = tokens
    this.#end = end
  }

  whole(): Formula {
    const formula = this.#sum()
    const rest = this.#tokens[this.#at]
    if (!rest) return formula
    const kind = rest.kind === 'close' || rest.kind === 'percent' ? 'unknown-syntax' : 'missing-operator'
    throw new Unreadable(syntaxProblem(kind, rest, rest.text))
  }

  #sum = (): Formula => this.#chain(['+', '-'], this.#product)
  #product = (): Formula => this.#chain(['*', '/'], this.#part)

  #chain(operators: readonly FormulaOperator[], next: () => Formula): Formula {
    let left = next()
    for (;;) {
      const operator = operators.find(known => known === operatorOf(this.#tokens[this.#at]))
      if (!operator) return left
      this.#at += 1
      const right = next()
      const [start, end] = [this.#placeOf(left).start, this.#placeOf(right).end]
      left = this.#placed({ kind: 'operation', operator, left, right }, { start, end })
    }
  }

  #part = (): Formula => {
    const token = this.#tokens[this.#at]
    if (!token) throw new Unreadable(syntaxProblem('missing-part', { start: this.#end, end: this.#end }))
    if (token.kind === 'open') return this.#inParentheses()
    if (token.kind === 'kpi') {
      this.#at += 1
      return this.#placed({ kind: 'kpi', name: token.text }, token)
    }
    if (token.kind === 'word') return this.#name()
    if (token.kind === 'number')
      return continuesName(this.#tokens[this.#at + 1]) ? this.#name() : this.#number()
    throw new Unreadable(syntaxProblem('missing-part', token, token.text))
  }

  #number(): Formula {
    const token = this.#take()
    const percent = this.#tokens[this.#at]?.kind === 'percent' ? this.#take() : null
    const place = { start: token.start, end: (percent ?? token).end }
    return this.#placed({ kind: 'number', value: token.text, percent: percent !== null }, place)
  }

  /** Words and numbers up to the next operator; the first word may be `x`, any other multiplies. */
  #name(): Formula {
    const tokens = [this.#take()]
    while (continuesName(this.#tokens[this.#at]) || this.#tokens[this.#at]?.kind === 'number')
      tokens.push(this.#take())
    const name = tokens.map(token => token.text).join(' ')
    const start = tokens[0]?.start ?? 0
    if (this.#tokens[this.#at]?.kind !== 'open')
      return this.#placed({ kind: 'name', name }, { start, end: tokens.at(-1)?.end ?? start })
    const part = this.#inParentheses()
    return this.#placed({ kind: 'of', name, part }, { start, end: this.#tokens[this.#at - 1]?.end ?? start })
  }

  #inParentheses(): Formula {
    const open = this.#take()
    this.#depth += 1
    if (this.#depth > MAX_DEPTH) throw new Unreadable(syntaxProblem('too-long', open))
    const inner = this.#sum()
    this.#depth -= 1
    const close = this.#tokens[this.#at]
    if (!close) throw new Unreadable(syntaxProblem('unclosed', open))
    if (close.kind !== 'close')
      throw new Unreadable(
        syntaxProblem(close.kind === 'percent' ? 'unknown-syntax' : 'missing-operator', close, close.text),
      )
    this.#at += 1
    return inner
  }

  #take(): FormulaToken {
    const token = this.#tokens[this.#at]
    if (!token) throw new Error('Defect: read past the end of a formula')
    this.#at += 1
    return token
  }

  #placed<T extends Formula>(formula: T, { start, end }: FormulaPlace): T {
    this.places.set(formula, { start, end })
    return formula
  }

  #placeOf(formula: Formula): FormulaPlace {
    return this.places.get(formula) ?? { start: 0, end: 0 }
  }
}

const operatorOf = (token: FormulaToken | undefined): string | null => {
  if (token?.kind === 'operator') return token.text
  return token?.kind === 'word' && token.text === 'x' ? '*' : null
}

const continuesName = (token: FormulaToken | undefined) => token?.kind === 'word' && token.text !== 'x'
