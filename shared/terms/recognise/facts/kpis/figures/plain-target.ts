import { PLAIN_MEASURE } from '../kpi-words.ts'
import { unitClass } from './figure-features.ts'
import type { Figure } from './figures-in.ts'

const CALLED_SO =
  /\b(?:targets?|goals?|aims?|objective)(?: value| level)?(?: (?:for|in|by) (?:the )?(?:19|20)?\d\d| for the [a-z]+ year)?(?: of| is|:|=)? ?(?:at least |at most |below |under |above |over |[<>≤≥]=? ?|[+~] ?)?$/i
const SIGN = /[a-z]{3}[^;]*[<>≤≥]=? ?$/i
const BOUND =
  /(?:\b(?:at (?:least|most)|(?:more|less|fewer|lower|higher|longer|later|better|greater) than|below|above|under|over|exceed\w*|(?:minimum|maximum|average)(?: of)?|min\.|max\.|maximally|within|shall be|must be|is to be|will be|should be|reach\w*)|:) ?$/i
/** `kept between 2 and 8 °C` */
const RANGE =
  /\b(?:kept|held|stays?|remains?|lies?|maintained) (?:between|in the range of) [^.;]{1,20} and $/i
/** `Damage: max. 0.3 %`, `fruit: at least 35 %` */
const LABELLED =
  /^[^:]{3,90}: ?(?:at (?:least|most)|max\.?|min\.?|maximum|minimum|(?:no|not) (?:more|less|fewer|later|longer|greater|higher|lower) than|(?:more|less|fewer) than|under|below|over|above) ?$/i
/** `falls from 84 to 42` */
const CHANGED =
  /\b(?:ris|rais|increas|fall|drop|reduc|decreas|halv|doubl|cut|lower|improv|go(?:es)? (?:up|down)|comes? down|grow|climb|shrink|sink|declin|expand|shorten)\w*\b[^.;]{0,80}\bfrom [^;]{1,40} to (?:at (?:least|most) |below |under |above |over |about )?$/i
/** What is plainly measured in days: reports are not, which are due *upon availability and in any event within 30 days*. */
const IN_TIME = /\b(?:turnaround|(?:response|resolution|waiting|handling|repair|processing|cycle) times?)\b/i
const ANSWERED =
  /\b(?:respon[ds]|answer|acknowledg|resol[vu]|repair|restor|fix|attend|arriv|recover|react|wait|queue|call(?:s|ed)? back)\w*\b[^.;:]{0,70}\b(?:within|in(?: under)?|after|than) $/i
/** What is paid, threatened or allowed is never plainly a target. */
const OTHER =
  /\b(?:credits?|fees?|charges?|pa(?:y|id|yments?)|penalt\w*|notice|terminat\w*|breach\w*|interest|warrant\w*|claims?|boards?|directors|subsid\w*|equity|ownership|shares|stock|guarantee|confiden\w*|vot\w*|if|unless|may)\b/i

/**
 * Whether a figure is a target by what stands directly before it, whatever else the sentence says: it is called so, a sign bounds it,
 * a bound does of what is plainly a measure (`availability of at least`), or something is answered or repaired within it.
 */
export function isPlainTarget(sentence: string, figure: Figure): boolean {
  const part =
    sentence
      .slice(Math.max(0, figure.start - 110), figure.start)
      .split(/[;(]|\. /)
      .at(-1) ?? ''
  const kind = unitClass(figure)
  if (kind === 'money' || OTHER.test(part)) return false
  if (CALLED_SO.test(part)) return true
  if (RANGE.test(part) || CHANGED.test(part)) return true
  if (kind === 'count') return false
  if (SIGN.test(part) || LABELLED.test(part)) return true
  if (kind === 'hours' && ANSWERED.test(part)) return true
  return BOUND.test(part) && (kind === 'days' || kind === 'months' ? IN_TIME : PLAIN_MEASURE).test(part)
}
