import type { Terms } from '../terms.ts'
import { type Problem, problem } from './problem.ts'

/** A subject that an agreement needs, how its heading may be worded, and what else in the text settles it. */
interface NeededClause {
  readonly subject: string
  readonly title: string
  readonly heading: RegExp
  readonly settledBy: (terms: Terms) => boolean
}

const NEEDED: readonly NeededClause[] = [
  {
    subject: 'what happens when a party leaves',
    title: 'Exit',
    heading: /\b(exit|leav|withdraw|terminat|end of (the|this) agreement)/i,
    settledBy: terms => terms.shares.some(table => table.basis === 'exit'),
  },
  {
    subject: 'how a grievance is raised and settled',
    title: 'Grievances and disputes',
    heading: /\b(grievance|dispute|complaint|conflict|disagreement|mediation)/i,
    settledBy: () => false,
  },
  {
    subject: 'when the agreement is reviewed',
    title: 'Review',
    heading: /\breview/i,
    settledBy: terms => terms.reviews.length > 0,
  },
  {
    subject: 'who bears the cost',
    title: 'Costs',
    heading: /\b(cost|contribution|fee|payment|financ|charge|budget)/i,
    settledBy: terms => terms.shares.some(table => table.basis === 'cost'),
  },
  {
    subject: 'how decisions are made',
    title: 'Decisions',
    heading: /\b(decision|voting|vote|governance|steering)/i,
    settledBy: terms => terms.shares.some(table => table.basis === 'vote'),
  },
]

/** Subjects on which collaborations break when the agreement is silent. */
export function clauseProblems(terms: Terms): readonly Problem[] {
  return NEEDED.filter(
    ({ heading, settledBy }) =>
      !settledBy(terms) && !terms.clauses.some(clause => heading.test(clause.title)),
  ).map(({ subject, title }) =>
    problem(`no-clause-${title.toLowerCase().replace(/[^a-z]+/g, '-')}`, null, {
      severity: 'error',
      topic: 'clauses',
      message: `No clause says ${subject}.`,
      advice: `Add a clause “${title}”.`,
      fix: title === 'Review' ? { kind: 'insert-review' } : { kind: 'insert-clause', title },
    }),
  )
}
