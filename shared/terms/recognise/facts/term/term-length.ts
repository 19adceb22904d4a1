import { anniversaryIn } from '../../values/anniversaries-in.ts'
import { monthsOf, type PeriodIn, periodsIn } from '../../values/periods-in.ts'
import { isTermHeading, isTermRow } from './speaks-of-term.ts'

/** A length of time that a sentence gives as the term; `score` is how plainly. */
export interface TermLength {
  readonly period: PeriodIn
  readonly score: number
  readonly rule: string
}

const BEFORE_PERIOD =
  /(?:\b(?:for|of|be|is|period|term|lasting|continue|through|until|expires?|terminates?|valid|duration|to|on|initial|with|a|an|the|end of|ends?|ending|lasts?|runs?|:)\b ?|[:("|] ?|\b(?:later|earlier) of:? \([a-z1]\) ?)(?:the |an? |an initial |period of |term of |initial |first |up to |fixed |minimum |maximum |total |at least |approximately |about |in )*$/i
const AFTER_PERIOD =
  /^(?:\)|,|'s?|"| |-)*(?:\||anniversary|term|period|from|following|after|commencing|beginning|thereafter|\(|,|\.|;|and|unless|initial|starting|subject|with|which|that|$|or|as|in|of|hereafter|hence|later|at|until|ending|to|\/|-)/i
const RENEWS =
  /\b(?:renew\w*|extend\w*|extension|successive|additional|roll ?over|option|further|thereafter|subsequent)\b/i

/** Lengths of time that are no term, by what stands before them. */
const NOT_A_TERM =
  /\b(?:notice|prior|within|less than|not later|every|each|successive|additional|further|renew\w*)\b[^.]{0,45}$|\bat least (?:\w+ )?$/i

/** The lengths of time in a sentence that may be the term of the agreement. `weight` is how plainly the sentence speaks of it. */
export function termLengths(sentence: string, heading: string, weight: number): TermLength[] {
  const found = periodsIn(sentence).flatMap(period => {
    const score = scoreOf(sentence, heading, period)
    return score === null ? [] : [{ period, score: weight + score, rule: 'how long the agreement lasts' }]
  })
  const anniversary = anniversaryIn(sentence)
  return anniversary
    ? [...found, { period: anniversary, score: weight + 0.1, rule: 'until an anniversary' }]
    : found
}

function scoreOf(sentence: string, heading: string, period: PeriodIn): number | null {
  if (period.business || ((monthsOf(period) ?? 0) === 0 && period.count < 60)) return null
  const before = sentence.slice(Math.max(0, period.start - 90), period.start)
  const after = sentence.slice(period.end, period.end + 60)
  const first = period.start === 0 && isTermHeading(heading)
  if (!(first || BEFORE_PERIOD.test(before)) || !AFTER_PERIOD.test(after)) return null
  if (NOT_A_TERM.test(before) || isExtension(before)) return null
  if (IS_NOTICE.test(after) && !isTermRow(sentence)) return null
  const near = before.slice(-30) + after.slice(0, 20)
  const renews = RENEWS.test(before.replace(/\bextends? (?:until|through)\b/i, ''))
  return (first ? 0.2 : 0) + (PLAIN.test(near) ? 0.1 : 0) - (renews ? 0.15 : 0)
}

const PLAIN = /initial|term of|period of|anniversary|\bvalid|\bexpires?\b|\blasts? for|fixed/i
const IS_NOTICE =
  /^(?:\W{0,3})(?:prior|before|advance|written|notice|renewal|extension)|^\)? ?(?:after|following|from) (?:such|any|each|an?|(?:the )?(?:receipt|notice|termination|expiration|expiry|end|delivery)(?: of)?)\b/i

const isExtension = (before: string) =>
  /\bextend\w*\b(?! (?:until|through)\b)[^.]{0,45}$/i.test(before) &&
  !/\binitial (?:term|period)\b|\bcommenc/i.test(before)
