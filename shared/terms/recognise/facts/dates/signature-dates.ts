import { matchesOf } from '../../text/matches-of.ts'
import { type DateIn, datesIn, moved } from '../../values/dates-in.ts'
import { dayFirst, writesDayFirst } from './date-order.ts'

const OPENINGS =
  /(?<=[.\n] ?)(?:(?:agreed|accepted|done|signed|sealed|executed|delivered)(?:,| to| and|,? (?:and )?(?=[a-z]+ed\b))* ?){1,4}(?:by the parties )?(?:as of|effective as of|at|in|on|this)\b|\b(?:in witness (?:whereof|thereof)|in evidence whereof|executed (?:this|on)|(?:was|were|is|are) (?:executed|signed) (?:at|in|on|this)|signed (?:and effective )?(?:this|on)|have (?:duly )?executed)\b/gi

/** The date in `In witness whereof ... on this 1st day of June, 2027`. */
export function testimoniumDate(plain: string): DateIn | null {
  for (const match of plain.matchAll(OPENINGS)) {
    // Behind a signature stands the day of that signature.
    const words = plain.slice(match.index, match.index + 180).split(/\/s\/|\b(?:By|Name):/)[0] ?? ''
    const date = datesIn(words)[0]
    if (date) return moved(date, match.index)
  }
  return null
}

/** `Utrecht, 7 June 2027` and `Signed in two originals, Bergen, 7 June 2027` near the end. */
export function closingDates(plain: string): DateIn[] {
  const from = Math.max(Math.floor(plain.length / 2), plain.length - CLOSING)
  const tail = plain.slice(from)
  return datesIn(tail)
    .filter(({ start }) => {
      const before = tail.slice(Math.max(0, start - 90), start)
      return PLACE_AND_DATE.test(before) || SIGNED_ON.test(before)
    })
    .map(date => moved(date, from))
}

const CLOSING = 1600
const PLACE_AND_DATE =
  /(?:^|\n|\d |, )\p{Lu}[\p{L}'-]{1,20}(?: \p{Lu}[\p{L}'-]{1,20}){0,2}, (?:on |the |this )?$/u
const SIGNED_ON =
  /(?:^|[\n.] ?)(?:done|signed|given|drawn up|present when|affixed)\b[^.\n]{0,70} (?:at|in|on) [^.\n]{0,40}$/i

/** Dates that stand beside `Date:` where signatures are: near a line to sign, past the opening of the text. */
export function signatureDates(plain: string): DateIn[] {
  const from = Math.min(1500, Math.floor(plain.length / 4))
  const body = plain.slice(from)
  const marks = matchesOf(body, /\bdate(?:d|s)?(?: signed| of signature)? ?[:_ -]{1,6}/gi)
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

const SIGNED =
  /\/s\/|\bsigned (?:digitally|electronically)|\b(?:digitally|electronically) signed|\\s\\|_{8,}|-{12,}|\((?:signature|sign(?:ed)?|seal|stamp|chop)\)/gi
const TAIL = 6000

/** Dates that stand alone beside a signature or the line for it, in the last part of a text. */
function datesUnderSignatures(plain: string): DateIn[] {
  const from = Math.max(Math.floor(plain.length / 2), plain.length - TAIL)
  const tail = plain.slice(from)
  const marks = matchesOf(tail, SIGNED).map(mark => mark.index)
  return datesIn(tail)
    .filter(({ start, end }) => marks.some(mark => mark > start - 120 && mark < end + 30))
    .filter(
      ({ start }) =>
        !/\b(?:source|filed|until|from|dated|agreement)\b[^.\n:]{0,40}$|\b(?:of|by) (?:the )?$/i.test(
          tail.slice(Math.max(0, start - 50), start),
        ),
    )
    .map(date => moved(date, from))
}

/** The latest day on which somebody signed, where signatures are dated. */
export function lastSigned(plain: string): DateIn | undefined {
  const labelled = signatureDates(plain)
  const signed = labelled.length > 0 ? labelled : datesUnderSignatures(plain)
  return latest(signed, plain)
}

/** The latest of some dates of a text. */
export function latest(dates: readonly DateIn[], plain: string): DateIn | undefined {
  const order = writesDayFirst(plain)
  const day = (one: DateIn) => (order ? dayFirst(one.date, plain.slice(one.start, one.end)) : one.date)
  return dates.toSorted((a, b) => (day(a) < day(b) ? 1 : -1))[0]
}
