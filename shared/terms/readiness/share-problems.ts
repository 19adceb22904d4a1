import type { ShareBasis } from '../../document/node-types.ts'
import { compareDecimals, isDecimal, sumDecimals } from '../decimal.ts'
import type { ShareRowTerm, ShareTableTerm, Terms } from '../terms.ts'
import { partyName } from './party-problems.ts'
import { type Problem, problem } from './problem.ts'

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
    }),
  ]
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
  const say = (kind: string, message: string, advice: string) =>
    problem(kind, row.id, { severity: 'error', topic: 'shares', message, advice })
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
