import type { Found } from '../../reading.ts'
import { type PeriodIn, periodsIn } from '../../values/periods-in.ts'
import { formRow } from '../form-row.ts'
import { lengthFound, type RenewalSentence } from './renewal-sentence.ts'

const NOTICE =
  /\bnoti(?:ce|fy|fies|fied|fication)|\bdenounc\w*|\b(?:registered|certified) (?:letter|mail)|\bin writing\b|\belects?\b|\badvise|\binform/i
/** `unless it is cancelled ninety days before`, not `unless it was terminated earlier`. */
const IF_NOT_ENDED =
  /\b(?:not|unless)\b (?:(?!earlier|sooner|previously)[\w']+ ){0,5}?(?:terminated|cancell?ed)\b(?! (?:earlier|sooner))[^.;]{0,120}$/i
const STOPS =
  /\b(?:unless|not (?:to )?renew|non-?renew\w*|terminat\w*|cancel\w*|desires? not|intent\w*|(?<!would )otherwise|elects? not|does not (?:wish|want)|not (?:been )?given|contrary|declin\w*|denounc\w*|opts? out|object\w*)\b/i
const BEFORE_END =
  /^(?:(?!\b(?:unless|if|provided)\b|\d)[^.;]){0,60}?\b(?:prior|before|in advance|preceding|of (?:the )?(?:expir|end)|advance|notice)\b/i
const OF_A_BREACH =
  /\b(?:breach\w*|default\w*|deficienc\w*|convenience|for cause|any time|any (?:or no )?reason|no reason|insurer|insurance|cured?)\b/i
/** What is said behind another length of time is said of that one. */
const ANOTHER_LENGTH = /\b(?:no|not) (?:less|later|fewer|more) than\b|\bat least\b/i
/** `at least ninety (90) days, but not more than 180 days, prior to`: the second one only bounds the first. */
const AT_MOST =
  /^\W{0,3}(?:but |and |nor |or )(?:no|not) (?:more|earlier) than [^.;]{0,50}?\b(?:days?|months?)\b\W{0,3}/i

/**
 * Whether a length of time in a sentence about a renewal is one of a notice: `stops` where it stops the renewal, `other` where it
 * does something else, null where it is none. `context` is what was said right before.
 */
export function isNoticePeriod(
  sentence: string,
  context: string,
  period: PeriodIn,
): 'stops' | 'other' | null {
  const after = sentence.slice(period.end, period.end + 200).replace(AT_MOST, ' ')
  const own = after.slice(0, 140).split(ANOTHER_LENGTH, 1)[0] ?? ''
  const isNotice =
    (NOTICE.test(sentence) || IF_NOT_ENDED.test(sentence.slice(0, period.start))) &&
    !/^[ -](?:additional |successive |renewal )?(?:periods?|terms?|extensions?)\b/i.test(after) &&
    BEFORE_END.test(own.slice(0, 80)) &&
    (/\b(?:prior|before|in advance|preceding|advance)\b/i.test(own.slice(0, 90)) ||
      /^\W{0,3}(?:written )?notice|^ of (?:the |such )?(?:end|expir)/i.test(own))
  if (!isNotice) return null
  const around = sentence.slice(Math.max(0, period.start - 120), period.end + 60)
  return STOPS.test(context + sentence) && !OF_A_BREACH.test(around) ? 'stops' : 'other'
}

/** The notices that stop a renewal, as a sentence says them. */
export function renewalNotices({ sentence, before, weight, isRenewal }: RenewalSentence): Found[] {
  const row = formRow(sentence)
  if (row && LABEL.test(row.label)) {
    const period = periodsIn(sentence).find(({ start }) => start >= row.value)
    if (period) return [lengthFound('renewal-notice', period, 0.75, 'a line of a form')]
  }
  const said =
    isRenewal || before !== ''
      ? periodsIn(sentence)
          .filter(period => !(period.business && period.count < 5))
          .filter(period => isNoticePeriod(sentence, before, period) === 'stops')
          .map(period => lengthFound('renewal-notice', period, weight + 0.05, 'notice to stop a renewal'))
      : []
  return [...said, ...atEnd(sentence)]
}

const LABEL =
  /^(?:notice(?: period)? (?:before (?:the )?(?:end|expiry|renewal|extension)|(?:to|of|against) (?:stop|prevent|non-?renew|renewal))|(?:non-?renewal|renewal) notice)\b/i

/** An agreement that goes on until somebody ends it says so of the end of a term: `may cancel at the end of the initial term`. */
const AT_END =
  /\b(?:terminat|cancel)\w*\b[^.;]{0,80}\b(?:at|as of|effective (?:at|on|as of)|upon) the (?:end|expiration|expiry|conclusion) of (?:the |any |each |such |its )?(?:then[- ]current |initial |first |original |renewal |current )?(?:\w+ )?(?:term|year)\b/i

function atEnd(sentence: string): Found[] {
  if (!AT_END.test(sentence) || !NOTICE.test(sentence)) return []
  const period = periodsIn(sentence).find(
    ({ start, end, unit, count }) =>
      (unit !== 'day' || count >= 15) &&
      /\b(?:upon|with|by|giving|on|least|than)\b[^.;]{0,50}$/i.test(
        sentence.slice(Math.max(0, start - 60), start),
      ) &&
      /^[^.;]{0,30}\bnotice\b/i.test(sentence.slice(end, end + 50)),
  )
  return period ? [lengthFound('renewal-notice', period, 0.65, 'notice to end at the end of a term')] : []
}
