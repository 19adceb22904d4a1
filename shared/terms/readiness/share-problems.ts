import type { ShareBasis } from '../../document/node-types.ts'
import { compareDecimals, isDecimal, subtractDecimals, sumDecimals } from '../decimal.ts'
import type { ShareRowTerm, ShareTableTerm, Terms } from '../terms.ts'
import { partyName } from './party-problems.ts'
import { type Problem, type ProblemFix, problem } from './problem.ts'

/** What each kind of share is called in a sentence. */
export const BASIS_NAME: Readonly<Record<ShareBasis, string>> = {
  cost: 'cost shares',
  benefit: 'benefit shares',
  vote: 'vote shares',
  risk: 'risk shares',
  exit: 'exit shares',
}

const nameOf = (table: ShareTableTerm) => (table.basis ? BASIS_NAME[table.basis] : 'shares')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Shares that do not add up, leave a party out, or depart from their rule without a reason. */
export function shareProblems(terms: Terms): readonly Problem[] {
  return [...missingTables(terms), ...terms.shares.flatMap(table => tableProblems(terms, table))]
}

function missingTables(terms: Terms): readonly Problem[] {
  const missing = (basis: ShareBasis) => !terms.shares.some(table => table.basis === basis)
  const one = (basis: ShareBasis, severity: Problem['severity'], advice: string) =>
    missing(basis)
      ? [
          problem(`no-${basis}-shares`, null, {
            severity,
            topic: 'shares',
            message: `The ${BASIS_NAME[basis]} are not stated.`,
            advice,
            fix: { kind: 'insert-share-table', basis },
          }),
        ]
      : []
  return [
    ...one('cost', 'error', 'Add a table that says who bears which part of the cost.'),
    ...one('benefit', 'warning', 'Say who gets which part of what is earned or saved.'),
    ...one('vote', 'warning', 'Say with what weight each party votes.'),
    ...one('risk', 'warning', 'Say who bears which part of a loss.'),
    ...one('exit', 'warning', 'Say what a party that leaves takes along or pays.'),
  ]
}

function tableProblems(terms: Terms, table: ShareTableTerm): readonly Problem[] {
  return [
    ...unstated(table),
    ...sumProblem(table),
    ...amountProblem(table),
    ...table.rows.flatMap(row => rowProblems(terms, table, row)),
    ...leftOut(terms, table),
  ]
}

function unstated(table: ShareTableTerm): readonly Problem[] {
  const field = table.basis === null ? 'basis' : table.rule === null ? 'rule' : null
  if (field === null) return []
  const message =
    field === 'basis'
      ? 'A share table does not say what it divides.'
      : `The ${nameOf(table)} do not say by which rule they are divided.`
  return [
    problem(`share-${field}`, table.id, {
      severity: 'error',
      topic: 'shares',
      message,
      advice: 'Choose it at the head of the table.',
    }),
  ]
}

function sumProblem(table: ShareTableTerm): readonly Problem[] {
  if (table.percentSum === null || compareDecimals(table.percentSum, '100') === 0) return []
  return [
    problem('share-sum', table.id, {
      severity: 'error',
      topic: 'shares',
      message: `The ${nameOf(table)} add up to ${table.percentSum} %, not to 100 %.`,
      advice: 'Correct the percentages.',
      ...divideEqually(table),
    }),
  ]
}

/** Equal shares in hundredths of a percent, the first rows taking what is left over, so that they add up to exactly 100. */
function divideEqually({ rule, rows }: ShareTableTerm): { fix?: ProblemFix } {
  if (rule !== 'equal' || rows.length === 0) return {}
  const [each, over] = [Math.floor(10_000 / rows.length), 10_000 % rows.length]
  const percent = (index: number) => sumDecimals([((each + (index < over ? 1 : 0)) / 100).toFixed(2)]) ?? ''
  return {
    fix: {
      kind: 'divide-equally',
      rows: rows.map(({ id }, index) => ({ rowId: id, percent: percent(index) })),
    },
  }
}

/** What is left of 100 for the one row that says nothing yet. */
function takeTheRest(table: ShareTableTerm, row: ShareRowTerm): { fix?: ProblemFix } {
  const rest = table.percentSum === null ? null : subtractDecimals('100', table.percentSum)
  const empty = table.rows.filter(other => other.percent === null)
  if (rest === null || empty.length !== 1 || empty[0] !== row || (compareDecimals(rest, '0') ?? -1) < 0)
    return {}
  return { fix: { kind: 'set-field', blockId: row.id, name: 'percent', value: rest } }
}

function amountProblem(table: ShareTableTerm): readonly Problem[] {
  const amounts = table.rows.flatMap(row => row.amount ?? [])
  const sum = sumDecimals(amounts)
  if (
    sum === null ||
    table.total === null ||
    !isDecimal(table.total) ||
    compareDecimals(sum, table.total) === 0
  )
    return []
  return [
    problem('share-amounts', table.id, {
      severity: 'error',
      topic: 'shares',
      message: `The amounts of the ${nameOf(table)} add up to ${sum}, but the total says ${table.total}.`,
      advice: 'Correct the amounts or the total.',
    }),
  ]
}

function rowProblems(terms: Terms, table: ShareTableTerm, row: ShareRowTerm): readonly Problem[] {
  const say = (kind: string, message: string, advice: string, fix: { fix?: ProblemFix } = {}) =>
    problem(kind, row.id, { severity: 'error', topic: 'shares', message, advice, ...fix })
  const who = partyName(terms, row.partyId)
  const out: Problem[] = []
  if (row.partyId === null)
    out.push(
      say(
        'share-no-party',
        `A row of the ${nameOf(table)} names no party.`,
        'Choose the party, or remove the row.',
      ),
    )
  else if (!terms.parties.some(party => party.id === row.partyId))
    out.push(
      say(
        'share-unknown-party',
        `A row of the ${nameOf(table)} names a party that is not in the text.`,
        'Choose another party, or remove the row.',
      ),
    )
  else if (table.rows.find(other => other.partyId === row.partyId) !== row)
    out.push(say('share-twice', `${who} stands twice in the ${nameOf(table)}.`, 'Keep one of the two rows.'))
  if (row.percent === null && row.amount === null)
    out.push(
      say(
        'share-empty',
        `The ${nameOf(table)} give ${who} neither a percentage nor an amount.`,
        'Fill in one of them.',
        takeTheRest(table, row),
      ),
    )
  if (departsFromRule(table, row) && row.reason.trim() === '') {
    out.push(
      say(
        'share-reason',
        `${capital(nameOf(table))}: ${who} departs from the rule of equal shares without a reason.`,
        'Write the reason into the row, or correct the percentage.',
      ),
    )
  }
  return out
}

/**
 * Whether a row gives a party something else than its rule says. Only equal shares can be told from the table alone; a hundredth
 * of a percent is left to rounding (three parties cannot divide 100 without it).
 */
export function departsFromRule(table: ShareTableTerm, row: ShareRowTerm): boolean {
  const count = table.rows.length
  if (table.rule !== 'equal' || row.percent === null || !isDecimal(row.percent) || count === 0) return false
  return Math.abs(Number(row.percent) * count - 100) > 0.01 * count + 1e-9
}

function leftOut(terms: Terms, table: ShareTableTerm): readonly Problem[] {
  return terms.parties
    .filter(party => !table.rows.some(row => row.partyId === party.id))
    .map(party =>
      problem('share-left-out', `${table.id}:${party.id}`, {
        severity: 'error',
        topic: 'shares',
        message: `${partyName(terms, party.id)} is not in the ${nameOf(table)}.`,
        advice: 'Add a row for it, with 0 % if it has no share.',
        fix: { kind: 'add-share-row', tableId: table.id, partyId: party.id },
      }),
    )
    .map(found => ({ ...found, blockId: table.id }))
}
