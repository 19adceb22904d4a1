import type { ClauseKind } from '../clauses/clause-kind.ts'
import type { FindingKind, FindingValue } from '../finding.ts'
import type { Found, Reading } from '../reading.ts'
import type { Stretch } from '../text/sentences.ts'
import { amountsIn, percentsIn } from '../values/amounts-in.ts'
import { periodsIn } from '../values/periods-in.ts'

interface Value extends Stretch {
  readonly value: FindingValue
}

const amounts = (sentence: string): Value[] =>
  amountsIn(sentence).map(({ amount, currency, start, end }) => ({
    value: { kind: 'money', amount, currency },
    start,
    end,
  }))
const percents = (sentence: string): Value[] =>
  percentsIn(sentence).map(({ percent, start, end }) => ({ value: { kind: 'percent', percent }, start, end }))
const periods = (sentence: string): Value[] =>
  periodsIn(sentence).map(({ iso, start, end }) => ({
    value: { kind: 'duration', duration: iso },
    start,
    end,
  }))

interface Reader {
  readonly kind: FindingKind
  readonly clause: ClauseKind
  readonly values: (sentence: string) => Value[]
  /** What stands around a value that counts; `null` where every value of the clause does. */
  readonly around: RegExp | null
  /** What shows without the model that a sentence is of the clause; values there count also. */
  readonly plainly: RegExp | null
  readonly never: RegExp | null
}

const READERS: readonly Reader[] = [
  {
    kind: 'insurance',
    clause: 'insurance',
    values: amounts,
    around: null,
    plainly:
      /\b(?:insurance|insured|coverage|umbrella|liability limits?|policy|policies)\b.{0,300}(?:\b(?:limits?|per occurrence|each occurrence|aggregate|coverage|minimum|combined single|per claim|in (?:the|an) amount)\b)|\b(?:per|each) (?:occurrence|accident)\b|\bcombined single limit\b|\bgeneral aggregate\b/i,
    never: /\b(?:purchase price|damages shall not exceed|FDIC|title insurance|deposit insurance)\b/i,
  },
  {
    kind: 'convenience-notice',
    clause: 'termination_for_convenience',
    values: periods,
    around: /\b(?:notice|prior|advance|notif\w*|in writing)\b/i,
    plainly:
      /\b(?:may|right|option|terminable|able|entitled)\b.{0,120}\bterminat\w*\b[^.;]{0,160}\b(?:upon|by|with|on|giving|providing|at any time)\b[^.;]{0,60}\b(?:days|months?|weeks|year)\b[^.;]{0,40}\bnotice|\bterminat\w*\b.{0,160}\b(?:without cause|for convenience|for any reason|with or without cause|for any or no reason|without penalty)\b|\b(?:without cause|for any reason|at any time)\b.{0,120}\bterminat\w*\b.{0,160}\bnotice/i,
    never:
      /\b(?:breach\w*|default\w*|insolven\w*|bankrupt\w*|cure[ds]?|fail(?:s|ed|ure)?|force majeure|for cause|renew\w*|unless|in the event|if)\b/i,
  },
  {
    kind: 'share',
    clause: 'revenue_profit_sharing',
    values: percents,
    around: null,
    plainly: null,
    never:
      /\b(?:interest (?:rate|at|of)|per annum|late payment|discrepanc|underpa|voting|outstanding shares)/i,
  },
  {
    kind: 'warranty-period',
    clause: 'warranty_duration',
    values: periods,
    around: null,
    plainly: null,
    never: null,
  },
  {
    kind: 'liability-cap',
    clause: 'cap_on_liability',
    values: amounts,
    around: /\b(?:exceed|limited|liab|maximum|cap)/i,
    plainly: null,
    never: null,
  },
]

/** Amounts, shares and lengths of time that stand in the sentences of a clause, by what the clause is about. */
export function clauseValues({ sentences, words }: Reading, clauses: readonly Found[]): Found[] {
  return READERS.flatMap(({ kind, clause, values, around, plainly, never }) => {
    const inClause = new Map(
      clauses.flatMap(found =>
        found.value.kind === 'clause' && found.value.clause === clause
          ? [[found.start, found.confidence] as const]
          : [],
      ),
    )
    return sentences.flatMap(({ start }, index) => {
      const sentence = words[index] ?? ''
      const chance = inClause.get(start)
      if (chance === undefined && !plainly?.test(sentence)) return []
      if (never?.test(sentence) && (chance ?? 0) < 0.9) return []
      return values(sentence).flatMap(({ value, start: from, end }) =>
        around && !around.test(sentence.slice(Math.max(0, from - 120), end + 120))
          ? []
          : [
              {
                kind,
                value,
                start: start + from,
                end: start + end,
                confidence: Math.max(0.6, chance ?? 0.6),
                rule:
                  chance === undefined ? 'turn of phrase of the clause' : 'value in a sentence of the clause',
              },
            ],
      )
    })
  })
}
