import { unreachable } from '../../shared/result.ts'
import {
  PROBLEM_TOPICS,
  type Problem,
  type ProblemFix,
  type ProblemTopic,
} from '../../shared/terms/readiness/problem.ts'
import { waiverKey } from '../../shared/terms/readiness/waiver-key.ts'

/** Reasons for which errors are let stand, by `waiverKey`. */
export type Reasons = Readonly<Record<string, string>>

/** The problems of one subject, in the order in which readiness lists them. */
export interface TopicGroup {
  readonly topic: ProblemTopic
  readonly problems: readonly Problem[]
}

/** What the panel shows: what keeps the text from being sealed, what is worth a look, and what is let stand with a reason. */
export interface ReadinessGroups {
  readonly errors: readonly TopicGroup[]
  readonly warnings: readonly TopicGroup[]
  readonly waived: readonly Problem[]
}

export function readinessGroups(problems: readonly Problem[], reasons: Reasons): ReadinessGroups {
  const isWaived = (problem: Problem) => problem.severity === 'error' && reasonFor(problem, reasons) !== ''
  const open = problems.filter(problem => !isWaived(problem))
  const byTopic = (severity: Problem['severity']) =>
    PROBLEM_TOPICS.map(topic => ({
      topic,
      problems: open.filter(problem => problem.topic === topic && problem.severity === severity),
    })).filter(group => group.problems.length > 0)
  return { errors: byTopic('error'), warnings: byTopic('warning'), waived: problems.filter(isWaived) }
}

/** Why the error may stand as it is now; empty while nobody said so. */
export const reasonFor = (problem: Problem, reasons: Reasons): string =>
  (reasons[waiverKey(problem)] ?? '').trim()

export const countOf = (groups: readonly TopicGroup[]): number =>
  groups.reduce((sum, group) => sum + group.problems.length, 0)

/** What each subject is called. */
export const TOPIC_WORDS: Readonly<Record<ProblemTopic, string>> = {
  parties: 'Parties',
  shares: 'Shares',
  service: 'Chain of service',
  roles: 'Roles',
  obligations: 'Obligations',
  kpis: 'KPIs',
  clauses: 'Clauses',
  dates: 'Dates and facts',
  text: 'Gaps in the text',
}

/** What a press of the button does. */
export function fixWords(fix: ProblemFix): string {
  switch (fix.kind) {
    case 'insert-share-table':
      return 'Add the table'
    case 'insert-role':
      return 'Add the role'
    case 'insert-review':
      return 'Add a review'
    case 'insert-kpi':
      return 'Add a KPI'
    case 'insert-clause':
      return 'Add the clause'
    case 'add-share-row':
      return 'Add its row'
    case 'divide-equally':
      return 'Divide equally'
    case 'set-field':
      return fix.name === 'percent' ? `Fill in ${fix.value}%` : 'Make it neutral'
    default:
      return unreachable(fix)
  }
}
