/** `error`: sealing needs it fixed or waived with a reason. `warning`: worth a look, and no more. */
export type Severity = 'error' | 'warning'

/** The parts of an agreement by which a panel groups problems, in the order of the panel. */
export const PROBLEM_TOPICS = [
  'parties',
  'shares',
  'service',
  'roles',
  'obligations',
  'kpis',
  'clauses',
  'dates',
  'text',
] as const
export type ProblemTopic = (typeof PROBLEM_TOPICS)[number]

/** A fix that the editor can carry out: insert an object or a clause that is missing, or set one field of a block. */
export type ProblemFix =
  | { readonly kind: 'insert-share-table'; readonly basis: 'cost' | 'benefit' | 'vote' | 'risk' | 'exit' }
  | { readonly kind: 'insert-role'; readonly duty: 'commissioner' | 'service-manager' }
  | { readonly kind: 'insert-review' }
  | { readonly kind: 'insert-kpi' }
  | { readonly kind: 'insert-clause'; readonly title: string }
  | { readonly kind: 'add-share-row'; readonly tableId: string; readonly partyId: string }
  | {
      readonly kind: 'divide-equally'
      /** What each row gets, in the order of the table, so that all add up to exactly 100. */
      readonly rows: readonly { readonly rowId: string; readonly percent: string }[]
    }
  | {
      readonly kind: 'set-field'
      readonly blockId: string
      readonly name: string
      readonly value: string | null
    }

/**
 * Something that is missing, contradictory or unfair. `id` is the same for the same problem in the same place, whoever finds
 * it and whenever. `message` says what is wrong, `advice` what to do.
 */
export interface Problem {
  readonly id: string
  /** What is wrong, without the place: `share-sum`. */
  readonly kind: string
  readonly severity: Severity
  readonly topic: ProblemTopic
  readonly blockId: string | null
  /** The clause that the block stands in; null before the first heading, and where it was not asked for (`readinessOf` does). */
  readonly clauseId: string | null
  readonly message: string
  readonly advice: string
  readonly fix: ProblemFix | null
}

/** A problem of one kind in one place; without a place it is about the agreement as a whole. */
export function problem(
  kind: string,
  place: string | null,
  rest: Omit<Problem, 'id' | 'kind' | 'blockId' | 'clauseId' | 'fix'> & { readonly fix?: ProblemFix },
): Problem {
  const { severity, topic, message, advice, fix = null } = rest
  return {
    id: place === null ? kind : `${kind}:${place}`,
    kind,
    blockId: place,
    clauseId: null,
    severity,
    topic,
    message,
    advice,
    fix,
  }
}
