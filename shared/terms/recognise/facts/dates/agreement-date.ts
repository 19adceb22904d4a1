import type { Found, Reading } from '../../reading.ts'
import { type DateIn, datesIn } from '../../values/dates-in.ts'
import { paperOf } from './date-of-paper.ts'
import { closingDates, lastSigned, latest, signatureDates, testimoniumDate } from './signature-dates.ts'

const HEAD = 9000
/** The rank of a date that the opening gives as its own. */
const CLEAR = 6
const MADE = /\b(?:made|entered|executed|dated?|signed|as of|effective|this|on|is)\b[^.]{0,60}$/i
const OTHER =
  /\b(?:patent|application|filed|filing|prior|original|as (?:further |previously |subsequently )?amended|amended (?:on|by|as of|effective)|previous|previously|amends|pursuant to|incorporated|registered|certain|prospectus|that certain|supersed\w*|replac(?:es|ing)|statement|approved|adopted|resolved|resolutions?|purchased|met)\b[^.]{0,90}$/i

/**
 * The date of the agreement: the best placed date of the opening (`made as of`, `dated`, beside `this Agreement`), else the
 * latest date beside a signature.
 */
export function agreementDate({ plain }: Reading): Found[] {
  const head = plain.slice(0, HEAD)
  const closing = closingDates(plain)
  const atEnd = new Set([...signatureDates(plain), ...closing].map(({ start }) => start))
  const ranked = datesIn(head)
    .filter(({ start }) => !atEnd.has(start))
    .map(date => ({ date, rank: rankOf(head, date) }))
    .filter(({ rank }) => rank >= 2)
    .sort((a, b) => b.rank - a.rank || a.date.start - b.date.start)
  const best = ranked[0]
  const last = AS_SIGNED.test(head) ? lastSigned(plain) : undefined
  if (last && (best?.rank ?? 0) < 8) return [found(last, 0, 0.8, 'the opening points to the signatures')]
  // A date that hangs on little tells less than one with its place at the end.
  const closed = (best?.rank ?? 0) < CLEAR ? latest(closing, plain) : undefined
  if (closed) return [found(closed, 0, 0.75, 'place and date at the end')]
  if (best) return [found(best.date, 0, Math.min(0.97, 0.7 + best.rank * 0.04), 'date of the opening')]
  const witnessed = testimoniumDate(plain)
  if (witnessed) return [found(witnessed, 0, 0.7, 'date of the words of signing')]
  const signed = last ?? lastSigned(plain)
  return signed ? [found(signed, 0, 0.6, 'latest date beside a signature')] : []
}

/** `This Agreement is made as of the date of the last signature below`. */
const AS_SIGNED =
  /\bthis (?:[\w&'/,-]+ ){0,8}(?:agreement|contract|amendment|addendum|lease|schedule|order|statement of work)\b[^.]{0,140}\b(?:made|entered|effective|executed|dated|as of|effect)\b[^.]{0,40}?\b(?:(?:later|latest|last) (?:date|of the (?:dates|signatures|two))|date (?:on which (?:it|this \w+) (?:is|has been) (?:last )?(?:signed|executed)|(?:on|by) which (?:the )?(?:last|both|all)|of (?:the )?(?:last|latest|final) (?:party |of the )?(?:to sign|signature|signatory|execution)|(?:last |later )?(?:signed|executed) by|(?:set forth|written|stated|indicated|shown|appearing|specified|signed)(?: below| herein)?,? (?:on|in|by|at|beside|below|under|next)\b[^.]{0,30}\b(?:sign|execution)))/i

function rankOf(head: string, date: DateIn): number {
  const before = head.slice(Math.max(0, date.start - 300), date.start)
  const after = head.slice(date.end, date.end + 300)
  let rank = 0
  const paper = paperOf(before)
  if (paper === 'other') rank -= 5
  if (paper === 'this') rank += 1
  if (
    /\b(?:this|the)\b[^.]{0,160}\b(?:agreement|contract|amendment|addendum|lease|schedule|order|license)\b/i.test(
      before,
    )
  )
    rank += 2
  if (/\b(?:made|entered into|executed|dated|signed)\b[^.]{0,90}$/i.test(before)) rank += 2
  if (MADE.test(before)) rank += 1
  if (/\bas of (?:the )?(?:this )?(?:the )?$/i.test(before)) rank += 1
  if (/\bdated?:? ?(?:as of )?(?:this )?$/i.test(before)) rank += 1
  if (
    /\b(?:agreement|contract|lease|amendment|addendum)(?: (?:no|number)\.? ?\d+)? $/i.test(
      before.replace(/\n/g, ' '),
    )
  )
    rank += 1
  if (/^[^.]{0,60}\b(?:between|among)\b/i.test(after)) rank += 2
  if (/^[ ,]*\((?:the )?"(?:effective|execution|agreement|signing|commencement|start) ?date"/i.test(after))
    rank += 2
  if (/\b(?:between|among)\b[^.]{0,260}$/i.test(before)) rank += 1
  if (/\beffective (?:date)?[^.]{0,20}$/i.test(before)) rank -= 1
  if (/\b(?:until|through|terminat\w*|expir\w*|ending|commencing|beginning)\b[^.]{0,20}$/i.test(before))
    rank -= 4
  if (/\b(?:effective|commencement|start) date ?: ?$/i.test(before)) rank -= 2
  if (/\bmade\b[^.]{0,40}$/i.test(before)) rank += 1
  if (/\bagree\b[^.]{0,40} (?:on|this) $/i.test(before)) rank += 2
  if (OTHER.test(before.slice(-110))) rank -= 3
  if (RECITAL.test(before)) rank -= 4
  if (PAPER_OF.test(before)) rank -= 4
  if (ANOTHER.test(before) || THAT_ONE.test(before)) rank -= 5
  // `made as of March 14 but effective as of March 1`: the date that it is made on is the other one.
  if (
    /\d{4}[^.]{0,40}(?:\b(?:but|and|to be|with an?)\b[^.]{0,20}\beffective\b|\bwith effect\b)[^.]{0,24}$/i.test(
      before,
    )
  )
    rank -= 6
  if (IS_CHANGED.test(after)) rank -= 9
  if (/^[^a-z]{0,140}dated?:? (?:as of )?$/i.test(before) && date.start < 400) rank += 2
  if (/\b(?:source|filed|page)\b[^.]{0,60}$/i.test(before)) rank -= 4
  if (IN_A_PLACE.test(before.slice(-60))) rank += 2
  if (isLine(head, date) && date.start < LINE_WITHIN) rank += SALUTED.test(after) ? 6 : 2
  if (LABELLED.test(before)) rank += 4
  if (date.start > 3000) rank -= 1
  if (date.start > 5500) rank -= 4
  if (!date.sure) rank -= 1
  return rank
}

/** `In Madrid, on the 21st day of …`, and `Be it known that on this 21st day of …` before a notary. */
const IN_A_PLACE =
  /\bbe it (?:known|remembered),? that,? (?:on )?(?:this )?$|(?:^|\n)(?:in|at) (?:the city of )?[A-Z][\w .,-]{2,40}, (?:on |this )(?:the )?$/i

/** The date of a letter stands above whom it is to. */
const SALUTED =
  /^[^.]{0,20}(?:[^\n]|\n(?!this\b)){0,280}(?:\bdear\b|\bladies\b|\bgentlemen\b|\bto whom it may concern)/i
/** A line of a form: `Date of Agreement: …`. */
const LABELLED =
  /(?<!\b(?:the|this|such|each|an?) )\b(?:(?:agreement|contract|execution|signing|signature|issue|order) date|(?:place and date|date and place)(?: of (?:the )?(?:contract|agreement|signing|signature))?[ :]{1,4}[^\n:\d]{0,40}|date of (?:the |this )?(?:agreement|contract|execution|signing|signature|issue|order|amendment))"? ?[:=-]? ?$/i

/** A date that stands alone in a line, or behind `dated`, belongs to the title page where it stands so near the beginning. */
const LINE_WITHIN = 2000

function isLine(head: string, { start, end }: DateIn): boolean {
  const before = head.slice(head.lastIndexOf('\n', start - 1) + 1, start)
  const after = head.slice(end, end + 40).split('\n')[0] ?? ''
  return (
    /^(?:[a-z]{2,12} |(?:[a-z][\w.'-]+ ){0,2}[a-z]\w+, )?(?:dated?:?(?: as of)? ?)?$/i.test(before) &&
    /^\.?$/.test(after)
  )
}

/** `The Agreement between A and B dated … is hereby amended as follows` */
const IS_CHANGED =
  /^[^.]{0,60}\b(?:is|are) (?:hereby |further )*(?:amended|modified|supplemented|extended|terminated)\b/i
/** Another agreement that the opening speaks of: `entered into a Development Agreement on …`. */
const ANOTHER =
  /\b(?:(?:(?:are|were|is|being) (?:the )?part(?:y|ies) to|enter(?:ed)? (?:into )?) ?(?:an?|that|certain)|assignment|reference is|pursuant to (?:an?|the|that)|under (?:an?|that)) [^.]{0,160}$/i

/** `to that Service Agreement, by and between A, Inc. and B, dated …`, `the following contracts: Service Agreement dated …`. */
const THAT_ONE =
  /\b(?:that(?: certain)?|following [^.;]{0,24}:) (?:[A-Z][\w&',-]* |and |of ){1,9}(?:Agreement|Contract|Lease|Addendum)\b[^;]{0,220}\bdated (?:as of )?$/

/** `the confidentiality agreement of 3 May`, `the resolution of`: a paper that is known by its day. */
const PAPER_OF =
  /(?<!\bdate of (?:this |the )?(?:\w+ ){0,2})\b(?:agreement|contract|lease|addendum|letter|memorandum|policy|plan|report|resolution|decision|specification|quotation|act|party|list|offer|terms|tariff|version|circular|clinic|intent) of (?:the )?$/i

/** What a recital tells came before the agreement. */
const RECITAL = /\bwhereas\b(?:(?!\bthis (?:\w+ ){0,3}(?:agreement|amendment|contract))[^;])*$/i

function found(date: DateIn, offset: number, confidence: number, rule: string): Found {
  return {
    kind: 'agreement-date',
    value: { kind: 'date', date: date.date },
    start: offset + date.start,
    end: offset + date.end,
    confidence: date.sure ? confidence : confidence - 0.15,
    rule,
  }
}
