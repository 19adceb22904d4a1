import type { Found, Reading } from '../reading.ts'
import { type DateIn, datesIn } from '../values/dates-in.ts'

const HEAD = 9000
const MADE = /\b(?:made|entered|executed|dated?|signed|as of|effective|this|on|is)\b[^.]{0,60}$/i
const OTHER =
  /\b(?:patent|application|filed|filing|prior|original|as (?:further |previously |subsequently )?amended|amended (?:on|by|as of|effective)|previous|previously|amends|pursuant to|incorporated|registered|certain|prospectus|that certain|supersed\w*|replac(?:es|ing)|statement)\b[^.]{0,90}$/i

/**
 * The date of the agreement: the best placed date of the opening (`made as of`, `dated`, beside `this Agreement`), else the
 * latest date beside a signature.
 */
export function agreementDate({ plain }: Reading): Found[] {
  const head = plain.slice(0, HEAD)
  const labelled = signatureDates(plain)
  const ranked = datesIn(head)
    .filter(date => !labelled.some(other => other.start === date.start))
    .map(date => ({ date, rank: rankOf(head, date) }))
    .filter(({ rank }) => rank >= 2)
    .sort((a, b) => b.rank - a.rank || a.date.start - b.date.start)
  const best = ranked[0]
  if (best) return [found(best.date, 0, Math.min(0.97, 0.7 + best.rank * 0.04), 'date of the opening')]
  const witnessed = testimoniumDate(plain)
  if (witnessed) return [found(witnessed, 0, 0.7, 'date of the words of signing')]
  const signed = labelled.length > 0 ? labelled : datesUnderSignatures(plain)
  const last = signed.toSorted((a, b) => (a.date < b.date ? 1 : -1))[0]
  return last ? [found(last, 0, 0.6, 'latest date beside a signature')] : []
}

function rankOf(head: string, date: DateIn): number {
  const before = head.slice(Math.max(0, date.start - 300), date.start)
  const after = head.slice(date.end, date.end + 300)
  let rank = 0
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
  if (OTHER.test(before.slice(-110))) rank -= 3
  if (RECITAL.test(before)) rank -= 4
  if (ANOTHER.test(before) || THAT_ONE.test(before) || DEFINED.test(before)) rank -= 5
  // `made as of March 14 but effective as of March 1`: the date that it is made on is the other one.
  if (/\d{4}[^.]{0,40}\b(?:but|and|to be|with an?)\b[^.]{0,20}\beffective\b[^.]{0,24}$/i.test(before))
    rank -= 6
  if (IS_CHANGED.test(after)) rank -= 9
  if (/^[^a-z]{0,140}dated?:? (?:as of )?$/i.test(before) && date.start < 400) rank += 2
  if (/\b(?:source|filed|page)\b[^.]{0,60}$/i.test(before)) rank -= 4
  if (IN_A_PLACE.test(before.slice(-60))) rank += 2
  if (isLine(head, date) && date.start < LINE_WITHIN) rank += 2
  if (CHANGED.test(before) && NAMED_AGREEMENT.test(after)) rank -= 4
  if (date.start > 3000) rank -= 1
  if (date.start > 5500) rank -= 4
  if (!date.sure) rank -= 1
  return rank
}

/** `In Madrid, on the 21st day of …` */
const IN_A_PLACE = /(?:^|\n)(?:in|at) (?:the city of )?[A-Z][\w .,-]{2,40}, (?:on |this )(?:the )?$/i

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

/** What an amendment changes: `Amendment to the Supply Agreement dated … ("Supply Agreement")`. */
const CHANGED =
  /\b(?:amend\w*|addendum|supplement\w*|change order)\b[^.]{0,160}\b(?:to|amends|of) (?:the|that|a|an|certain)\b[^.]*$/i
/** `The Agreement between A and B dated … is hereby amended as follows` */
const IS_CHANGED =
  /^[^.]{0,60}\b(?:is|are) (?:hereby |further )*(?:amended|modified|supplemented|extended|terminated)\b/i
const NAMED_AGREEMENT = /^[^.()]{0,80}\((?!this\b)[^)"]{0,40}"[^"]*\b(?:agreement|contract|lease)"/i

/** Another agreement that the opening speaks of: `entered into a Development Agreement on …`. */
const ANOTHER =
  /\b(?:(?:(?:are|were|is|being) (?:the )?part(?:y|ies) to|enter(?:ed)? (?:into )?) ?(?:an?|that|certain)|assignment|reference is|pursuant to (?:an?|the|that)|under (?:an?|that)) [^.]{0,160}$/i

/** `to that Service Agreement, by and between A, Inc. and B, dated …`, `the following contracts: Service Agreement dated …`. */
const THAT_ONE =
  /\b(?:that(?: certain)?|following [^.;]{0,24}:) (?:[A-Z][\w&',-]* |and |of ){1,9}(?:Agreement|Contract|Lease|Addendum)\b[^;]{0,220}\bdated (?:as of )?$/

/** What a recital tells came before the agreement. */
const RECITAL = /\bwhereas\b(?:(?!\bthis (?:\w+ ){0,3}(?:agreement|amendment|contract))[^;])*$/i

/** A definition that names another agreement: `"Services Agreement" means the agreement executed on …`. */
const DEFINED =
  /(?<!\()(?<!\((?:the|this) )"[A-Z][^"]{3,60} (?:Agreement|Contract|Deed)"? (?:means|shall mean|has|the agreement|is)\b[^.]{0,240}$/i

/** The date in `In witness whereof ... on this 1st day of June, 2027`. */
function testimoniumDate(plain: string): DateIn | null {
  const openings =
    /(?<=[.\n] ?)(?:(?:agreed|accepted|signed|sealed|executed|delivered)(?:,| and|,? (?:and )?(?=[a-z]+ed\b))* ?){1,4}(?:by the parties )?(?:as of|effective as of|at|on|this)\b|\b(?:in witness (?:whereof|thereof)|in evidence whereof|executed (?:this|on)|signed (?:and effective )?(?:this|on)|have (?:duly )?executed)\b/gi
  for (const match of plain.matchAll(openings)) {
    // Behind a signature stands the day of that signature.
    const words = plain.slice(match.index, match.index + 180).split(/\/s\/|\b(?:By|Name):/)[0] ?? ''
    const date = datesIn(words)[0]
    if (date) return { ...date, start: date.start + match.index, end: date.end + match.index }
  }
  return null
}

/** Dates that stand beside `Date:` where signatures are: near a line to sign, past the opening of the text. */
export function signatureDates(plain: string): DateIn[] {
  const from = Math.min(1500, Math.floor(plain.length / 4))
  const body = plain.slice(from)
  const marks = [...body.matchAll(/\bdate(?:d|s)?(?: signed| of signature)? ?[:_ -]{1,6}/gi)]
  return marks.slice(-60).flatMap(mark => {
    const at = mark.index + mark[0].length
    // `the Supply Agreement dated …` speaks of another paper.
    if (
      /\b(?:agreement|contract|letter|lease|amendment|order|note)\W{0,4}$/i.test(
        body.slice(Math.max(0, mark.index - 14), mark.index),
      )
    )
      return []
    const near = body.slice(Math.max(0, mark.index - 500), at + 300)
    if (!/\b(?:by|name|title|signature|signed) ?:|\/?s\/ ?\w/i.test(near)) return []
    // Two columns of signatures in one line: `Date: Date: 3-29-2027 3-31-2027`.
    let last = 0
    return datesIn(body.slice(at, at + 60)).flatMap(date => {
      if (date.start - last > (last === 0 ? 12 : 3)) return []
      last = date.end
      return [{ ...date, start: from + at + date.start, end: from + at + date.end }]
    })
  })
}

const SIGNED = /\/s\/|\\s\\|_{8,}|-{12,}/g
const TAIL = 6000

/** Dates that stand alone beside a signature or the line for it, in the last part of a text. */
function datesUnderSignatures(plain: string): DateIn[] {
  const from = Math.max(Math.floor(plain.length / 2), plain.length - TAIL)
  const tail = plain.slice(from)
  const marks = [...tail.matchAll(SIGNED)].map(mark => mark.index)
  return datesIn(tail)
    .filter(({ start, end }) => marks.some(mark => mark > start - 120 && mark < end + 30))
    .filter(
      ({ start }) =>
        !/\b(?:source|filed|of|by|until|from|dated)\b[^.\n]{0,40}$/i.test(
          tail.slice(Math.max(0, start - 50), start),
        ),
    )
    .map(date => ({ ...date, start: from + date.start, end: from + date.end }))
}

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
