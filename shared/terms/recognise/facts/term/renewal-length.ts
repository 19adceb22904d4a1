import type { Found } from '../../reading.ts'
import { type PeriodIn, periodsIn } from '../../values/periods-in.ts'
import { formRow } from '../form-row.ts'
import { isNoticePeriod } from './renewal-notice.ts'
import { lengthFound, type RenewalSentence } from './renewal-sentence.ts'

const ANOTHER =
  /\b(?:additional|successive|further|consecutive|renewal|subsequent|another|like|succeeding|extended|extension|renew\w*|extend\w*|prolong\w*|roll\w* over|from one|option)\b[^.;]{0,70}$/i
const ONE_MORE = /^\w+ (?:\(\d+\) )?(?:further|more|extra|additional)\b/i
/** `shall extend until the fourth anniversary`, `extend no later than`: how long something lasts, not for how long it is renewed. */
const LASTS_UNTIL =
  /\bextend\w*(?: (?:the|this|its) (?:[\w-]+ ){0,4}| )?(?:until|through|beyond|(?:any |no )?later|past|to (?:a|the) date)\b[^.;]{0,40}$/i

/** What a sentence says of the length of a renewal: a length of time, from year to year, or without an end. */
export function renewalLengths(told: RenewalSentence): Found[] {
  if (!told.isRenewal) return []
  const { sentence, weight } = told
  const row = formRow(sentence)
  if (row && LABEL.test(row.label)) {
    const period = periodsIn(sentence).find(({ start }) => start >= row.value)
    if (period && IN_ROW.test(sentence.slice(row.value, period.start)))
      return [lengthFound('renewal-term', period, 0.8, 'a line of a form')]
  }
  const lengths = periodsIn(sentence)
    .filter(period => isLength(told, period))
    .map(period => lengthFound('renewal-term', period, weight, 'length of a renewal'))
  return [...lengths, ...byTurns(sentence, weight), ...withoutEnd(sentence, weight)]
}

const LABEL = /^(?:(?:further|renewal|extended|extension) (?:terms?|periods?)|extension|renewal|option)\b/i
/** What may stand in a row before the length: `Charterers' option 2 x 12 months`. */
const IN_ROW = /^(?:[\w' ]{0,30}? )?(?:\d ?x ?)?$/i

function isLength({ sentence, before: context }: RenewalSentence, period: PeriodIn): boolean {
  if (period.business && period.count < 5) return false
  if (period.unit === 'day' && period.count < 28) return false
  const before = sentence.slice(Math.max(0, period.start - 150), period.start)
  const after = sentence.slice(period.end, period.end + 140)
  if (isNoticePeriod(sentence, context, period) !== null) return false
  const isAnother =
    ANOTHER.test(before) ||
    ONE_MORE.test(sentence.slice(period.start, period.end)) ||
    /^(?:\W|\w+ ){0,2}(?:renewal|extension|increments)\b/i.test(after)
  return (
    isAnother &&
    !/\b(?:at least|within|not less than|no later than|prior|after)\b[^.;]{0,20}$/i.test(before) &&
    !/^\W{0,3}(?:before|prior|in advance|ahead)\b/i.test(after) &&
    !LASTS_UNTIL.test(before)
  )
}

const BY_TURNS =
  /\b(?:(?<unit>year|month)(?:[ -]to[ -]| by )\k<unit>|annually|yearly|anniversary (?:date )?(?:each|of each)|each (?:successive )?year)\b/i

function byTurns(sentence: string, weight: number): Found[] {
  const match = BY_TURNS.exec(sentence)
  if (!match || weight < 0.7 || !/renew|extend|continue|thereafter/i.test(sentence)) return []
  return [
    {
      kind: 'renewal-term',
      value: { kind: 'duration', duration: /^month/i.test(match[0]) ? 'P1M' : 'P1Y' },
      start: match.index,
      end: match.index + match[0].length,
      confidence: Math.min(weight, 0.75),
      rule: 'renewal from year to year or month to month',
    },
  ]
}

const WITHOUT_END =
  /\b(?:thereafter|after(?:wards| (?:that|this|which|the (?:first|initial|fixed|minimum) [^.;,]{0,30}))|at the end of (?:that|this) (?:time|period)|then|if (?:neither|no|it is not)\b[^.;]{10,140},)[^.;]{0,60}?\b(?:(?:shall |will )?(?:automatically )?(?:continue|remain|run|go on|goes on|become|is renewed|is extended|is prolonged|renew))\w*\b[^.;]{0,60}?(?<end>\bindefinitely|\buntil further notice|\b(?:for|of) (?:an )?(?:indefinite|unlimited|undetermined) (?:term|period|duration)(?: of time)?|\bwithout (?:a |any )?(?:fixed )?(?:term|end|limit)\b|\buntil (?:it is |so )?(?:terminated|ended|cancell?ed|either party|one of the parties|any party|a party))/i

/** `Thereafter it continues until further notice` */
function withoutEnd(sentence: string, weight: number): Found[] {
  const match = WITHOUT_END.exec(sentence)
  const end = match?.groups?.end
  if (!match || !end || BY_TURNS.test(sentence)) return []
  const to = match.index + match[0].length
  return [
    {
      kind: 'renewal-term',
      value: { kind: 'open-ended' },
      start: to - end.length,
      end: to,
      confidence: Math.max(0.7, weight),
      rule: 'goes on without an end',
    },
  ]
}
