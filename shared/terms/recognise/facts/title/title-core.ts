import { matchesOf } from '../../text/matches-of.ts'

const KIND =
  'agreement|contract|lease|addendum|amendment|schedule|statement of work|term sheet|heads of (?:terms|agreement|arrangement)|memorandum of cooperation|concordat|compact|undertaking|understanding|arrangement|mandate|letter of award|sub-?licen[cs]e|licence|order form|purchase order|letter of intent|memorandum of understanding|terms and conditions|plan|license|deed|charter|protocol|convention'
/** What names a kind of agreement. */
export const NOUN = new RegExp(`\\b(?:${KIND})\\b`, 'i')
const LEADING =
  /^(?:(?:ex-[\d.]+ )?\d{1,3} \S{1,40}\.html?|[^.\n]{0,400}\b(?:omitted|redacted|excluded|filed separately)\b[^.\n]{0,400}\.(?= )|(?:exhibit|ex(?=[-. \d])|annex|appendix|schedule(?! to\b))[ .-]*(?:no\.? ?)?(?:[\d.()-]{1,8}[a-z]?(?![a-z])|[a-z]{1,2}(?:-?\d{1,2})?(?![a-z])(?<!\b(?:to|of|no)))?\*{0,4}(?![a-z])|execution (?:version|copy)|confidential(?: treatment requested)?|final|\(?\d{1,2}\)|page \d+ of \d+|published|form of|standard form(?= )|proprietary (?:and|&) confidential|version|(?:dated )?(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}, \d{4}|(?:conformed |redacted )?copy|execution copy|\d{1,2}(?= [A-Z])|\d{1,2}\.\d{1,2})[ :,*-]*/i
/** A stretch of text and where it begins. */
export interface Piece {
  readonly start: number
  readonly text: string
}

/** Kinds that name the whole; others (`license`, `schedule`) may be a part of a longer name. */
const STRONG =
  /\b(?:agreement|contract|addendum|amendment|lease|deed|memorandum of understanding|letter of intent|order form)\b(?: ?(?:no\.? ?|number |# ?)?(?:\d{1,3}(?![.\d])|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)?/gi
/** A title goes on behind its kind to name what it changes (`Amendment No. 1 to the Supply Agreement`) or what it is for. */
const GOES_ON = /^,? ?-? ?(?:to|of|for|and|&|under|on)\b(?! between)/i
/** The names of parties, up to the last legal form before a capital. */
const FORM_BEFORE =
  /^.{0,110}\b(?:[Ii]nc|INC|[Ii]ncorporated|INCORPORATED|LLC|L\.L\.C|Ltd|LTD|Limited|LIMITED|Corp|CORP|Corporation|CORPORATION|Company|COMPANY|L\.P|LP|plc|PLC|GmbH|GMBH|S\.A)\b\.?,? +(?:(?:and|AND) +)?(?=[A-Z])/
/** So far behind the names the title must name its kind. */
const NEAR = 90

/** The title alone: without the names of parties before it and without what follows its kind. */
function core({ start, text }: Piece): Piece {
  const names = FORM_BEFORE.exec(text)?.[0] ?? ''
  const named = NOUN.test(text.slice(names.length, names.length + NEAR)) && names.search(STRONG) < 0
  const rest = named ? names.length : 0
  const title = text.slice(rest)
  let end = title.search(/,? (?:by and )?(?:between|among)(?: [A-Z:]|:?$)/i)
  if (end < 0) end = title.length
  for (const match of matchesOf(title, STRONG)) {
    const after = title.slice(match.index + match[0].length)
    if (
      match.index === 0 &&
      !/^(?:amendment|addendum|contract|agreement|lease|deed)\b.{0,30}\b(?:to|of|for|on)\b/i.test(title) &&
      after.search(STRONG) >= 0
    )
      continue
    if (
      GOES_ON.test(after) &&
      !/^,? ?(?:and|of|for) (?:[A-Z][a-z]+ )?(?:\w+,? ){0,4}(?:inc|llc|ltd|corp)\b/i.test(after)
    )
      continue
    if (
      /^ (?!this\b|(?:contract|agreement) (?:identification|no\b|number|#|id\b)|the\b|is\b|between\b)(?:[A-Z][\w&]* ){0,3}(?:agreement|contract|lease)\b/i.test(
        after,
      )
    )
      continue
    end = match.index + match[0].length
    break
  }
  return { start: start + rest, text: title.slice(0, end).replace(/[ :,;(*[\]{}-]+$/, '') }
}

/** A line without what stands before its title (numbers of exhibits, marks of drafts, names of parties) and behind it. */
export function cleaned(start: number, text: string): Piece {
  return core(unnumbered(start, text))
}

function unnumbered(start: number, text: string): Piece {
  let from = 0
  for (let again = true; again; ) {
    const match = LEADING.exec(text.slice(from))
    again = match !== null && match[0] !== ''
    if (match) from += match[0].length
    while (text[from] === ' ') {
      from += 1
      again = true
    }
    if (from >= text.length) again = false
  }
  return { start: start + from, text: text.slice(from).replace(/[ :,;(*[\]{}-]+$/, '') }
}
