import type { ClauseKind } from '../clauses/clause-kind.ts'
import type { FindingKind, FindingValue } from '../finding.ts'
import type { Found, Reading } from '../reading.ts'
import type { Stretch } from '../text/sentences.ts'
import { amountsIn } from '../values/amounts-in.ts'
import { periodsIn } from '../values/periods-in.ts'
import { rateRows, SHARED, sharesIn } from './share-values.ts'

interface Value extends Stretch {
  readonly value: FindingValue
}

const amounts = (sentence: string): Value[] =>
  amountsIn(sentence).map(({ amount, currency, start, end }) => ({
    value: { kind: 'money', amount, currency },
    start,
    end,
  }))
const periods = (sentence: string): Value[] =>
  periodsIn(sentence).map(({ iso, start, end }) => ({
    value: { kind: 'duration', duration: iso },
    start,
    end,
  }))

/** What lets a party end an agreement without a reason. */
const AT_WILL =
  /\b(?:may|right|option|terminable|able|entitled|terminated by)\b.{0,120}\bterminat\w*\b[^.;]{0,160}\b(?:upon|by|with|on|giving|providing|at any time)\b[^.;]{0,80}\b(?:days|months?|weeks|year)\b[^.;]{0,40}\bnotice|\bterminable\b|\bterminat\w*\b.{0,200}\b(?:without cause|for (?:its |their |his )?convenience|for any reason|with or without cause|for any or no reason|without penalty|at will)\b|\b(?:without cause|for any (?:or no )?reason|at any time|for (?:its )?convenience)\b.{0,160}\bterminat\w*\b.{0,160}\bnotice|\bmay be terminated\b[^.;]{0,80}\b(?:either|any|each) party\b[^.;]{0,60}\bnotice|\bterminated by (?:either|any|each)\b[^.;]{0,80}\bnotice|\b(?:terminat\w*|cancel)\b[^.;]{0,120}\b(?:at any time|at the option of)\b[^.;]{0,60}\b(?:upon|within|by|on|with)\b[^.;]{0,60}\bnotice/i
const WITHOUT_REASON =
  /\b(?:without cause|for (?:its |their |his )?convenience|for any (?:or no )?reason|for no reason|with or without cause|at any time|without penalty|at will)\b/i
const FOR_A_REASON =
  /\b(?:breach\w*|default\w*|insolven\w*|bankrupt\w*|cure[ds]?|fail(?:s|ed|ure)?|force majeure|for cause|change (?:of|in) control|violat\w*|remed(?:y|ied))\b/i
const ON_CONDITION =
  /\b(?:unless|in the event|if|in case|should|non-?renew\w*|not (?:to )?renew|intention|upon (?:the )?occurrence|such (?:condition|failure|event))\b/i
/** What makes a notice one for a reason when it follows: `notice to the Company in the event of …`, `notice of breach`. */
const CONDITION_BEHIND = /\b(?:in the event|if|upon (?:the )?occurrence|only (?:in|if|after)|should)\b/i
/** A condition may open a long sentence. */
const LONG = 400

/** Lengths of time that are the notice of ending without a reason; those of a breach, a condition or a deadline are not. */
function noticePeriods(sentence: string): Value[] {
  return periods(sentence).filter(({ start, end }) => {
    const before = sentence.slice(Math.max(0, start - 150), start)
    const after = sentence.slice(end, end + 130)
    if (!/\b(?:notice|notif\w*|in writing)\b/i.test(`${before.slice(-110)} ${after.slice(0, 90)}`))
      return false
    if (
      (/\bwithin\b[^.;]{0,18}$/i.test(before) && !/^ notice/i.test(after)) ||
      /^\W{0,4}(?:after|following) (?:the )?(?:date|receipt|notice)/i.test(after)
    )
      return false
    const atWill = WITHOUT_REASON.test(before) || WITHOUT_REASON.test(after)
    if (FOR_A_REASON.test(before) || FOR_A_REASON.test(after.slice(0, 60))) return false
    return (
      atWill ||
      !(
        ON_CONDITION.test(sentence.slice(Math.max(0, start - LONG), start)) ||
        CONDITION_BEHIND.test(after.split('. ', 1)[0] ?? '')
      )
    )
  })
}

interface Reader {
  readonly kind: FindingKind
  readonly clause: ClauseKind
  readonly values: (sentence: string) => Value[]
  /** What stands around a value that counts; `null` where every value of the clause does. */
  readonly around: RegExp | null
  /** What shows without the model that a sentence is of the clause; values there count also. */
  readonly plainly: ((sentence: string) => boolean) | null
  readonly never: RegExp | null
}

const INSURED =
  /\b(?:insurance|insured|coverage|umbrella|liability limits?|policy|policies)\b.{0,300}(?:\b(?:limits?|per occurrence|each occurrence|aggregate|coverage|minimum|combined single|per claim|in (?:the|an) amount)\b)|\b(?:per|each) (?:occurrence|accident)\b|\bcombined single limit\b|\bgeneral aggregate\b/i
// Every such sentence has one of these, which take a quarter of the time to seek.
const ENDED = /termina|cancel/i
const PART = /%|per ?cent/i

const READERS: readonly Reader[] = [
  {
    kind: 'insurance',
    clause: 'insurance',
    values: amounts,
    around: null,
    plainly: sentence => INSURED.test(sentence),
    never: /\b(?:purchase price|damages shall not exceed|FDIC|title insurance|deposit insurance)\b/i,
  },
  {
    kind: 'convenience-notice',
    clause: 'termination_for_convenience',
    values: noticePeriods,
    around: null,
    plainly: sentence => ENDED.test(sentence) && AT_WILL.test(sentence),
    never: null,
  },
  {
    kind: 'share',
    clause: 'revenue_profit_sharing',
    values: sentence =>
      sharesIn(sentence).map(({ percent, start, end }) => ({
        value: { kind: 'percent', percent },
        start,
        end,
      })),
    around: null,
    plainly: sentence => PART.test(sentence) && SHARED.test(sentence),
    never:
      /\b(?:interest (?:rate|at|of)|per annum|late payment|discrepanc|underpa|overpa|underst|voting|outstanding shares|discount|tax rate|less than \w+ percent)/i,
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

/** The clauses that a sentence is plainly of, without the model. */
export const plainlyOf = (sentence: string): readonly ClauseKind[] =>
  READERS.flatMap(({ clause, plainly }) => (plainly?.(sentence) ? [clause] : []))

/** Amounts, shares and lengths of time that stand in the sentences of a clause, by what the clause is about. `plain`: what `plainlyOf` gave for each sentence. */
export function clauseValues(
  { sentences, words }: Reading,
  clauses: readonly Found[],
  plain: readonly (readonly ClauseKind[])[],
): Found[] {
  return READERS.flatMap(({ kind, clause, values, around, never }) => {
    const inClause = new Map(
      clauses.flatMap(found =>
        found.value.kind === 'clause' && found.value.clause === clause
          ? [[found.start, found.confidence] as const]
          : [],
      ),
    )
    const rows = kind === 'share' ? rateRows(words) : null
    return sentences.flatMap(({ start }, index) => {
      const sentence = words[index] ?? ''
      const chance = inClause.get(start)
      if (chance === undefined && !plain[index]?.includes(clause) && !rows?.has(index)) return []
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
                rule: ruleOf(chance, rows?.has(index) === true),
              },
            ],
      )
    })
  })
}

const ruleOf = (chance: number | undefined, isRow: boolean) =>
  chance !== undefined
    ? 'value in a sentence of the clause'
    : isRow
      ? 'row of a table of rates'
      : 'turn of phrase of the clause'
