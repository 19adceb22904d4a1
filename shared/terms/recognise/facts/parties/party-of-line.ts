import { FORM_COMMA } from './names-in-list.ts'
import { hasLegalForm } from './party-name.ts'
import type { PartySegment } from './party-segments.ts'

const LEAD = /^(?:and )?(?:the )?/i
/** Where what is told about a party begins. */
const TOLD =
  /[,;|]|\((?!\p{Lu}[\p{L} ]{1,20}\) (?:limited|ltd|llc|inc|gmbh|co\b|plc|b\.?v))|: | - | (?:hereinafter|hereafter|represented|having|whose|with (?:its|registered)|established|acting|registered|reg\.|a (?:company|charity|body)|an? [a-z]+ (?:company|corporation|body|institution)|of \d|of [^,;|]{3,40}, of the)\b|(?<!\bno\.) \d{2,}/iu
/** Words that show that a name is an organisation's. */
export const ORGANISATION =
  /\b(?:municipality|county|council|shire|borough|ward|commune|canton|territory|nation|university|hospital|region|trust|college|school|board|authority|ministry|department|agency|institute|foundation|cooperative|association|society|guild|fellowship|club|union|police|church|library|museum|province|district|city|town|parish|commission|chamber|federation|centre|center)\b/i
const SENTENCE =
  /\b(?:shall|will|are|is|was|were|has|have|hereby|agrees?|wish(?:es)?|may|must|under|pursuant|whereas)\b|\.$/i
/** The title of a clause that may follow a list without a number. */
const TITLE =
  /^(?:effective|background|introduction|recitals?|preamble|purpose|definitions?|scope|subject|article|section|whereas|general|term|duration|signed|dated?|version|any|each|other|this|contract)\b/i
/** Forms in which the line of a party gives its short name. */
const SHORT: readonly RegExp[] = [
  /(?:hereinafter|hereafter|below|in short)[,:]? (?:jointly |collectively )?(?:(?:referred to|called|known)(?: as)? ?)?(?:the )?"(?<short>[^"]{1,40})"/i,
  /(?:\((?:[^()"]{0,60} )?| - )(?:the )?"(?:the )?(?<short>[^"]{1,40})"/i,
  /(?:hereinafter|hereafter|below|in short)[,:]? (?:(?:referred to|called|known)(?: as)? ?)?(?:the )?(?<short>\p{Lu}[\p{L}\d&'-]{1,24}(?: \p{Lu}[\p{L}-]+)?)(?=[);,.]|$)/u,
  /\((?:the )?(?<short>\p{Lu}[\p{L}\d&'-]{1,24}(?: \p{Lu}[\p{L}-]+)?)\)/u,
]

/** Whether a name shows by itself, or by the short name that it has, that it is a party's. */
export const isPlainly = ({ name, shortNames }: PartySegment) =>
  shortNames.length > 0 || hasLegalForm(name) || ORGANISATION.test(name)

/** The party of a line, whose name begins at `offset`; null where it is no name. */
export function partyOfLine(line: string, offset: number, at: number): PartySegment | null {
  const lead = offset + (LEAD.exec(line.slice(offset))?.[0].length ?? 0)
  const rest = line.slice(lead)
  let end = TOLD.exec(rest)?.index ?? rest.length
  while (rest[end] === ',' && FORM_COMMA.test(rest.slice(end, end + 16))) {
    const next = TOLD.exec(rest.slice(end + 1))
    end = next ? end + 1 + next.index : rest.length
  }
  const name = rest.slice(0, end).replace(/[\s,;:]+(?:and)?$/, '')
  const shortNames = shortNameTold(rest.slice(end))
  if (!isListedName(name) || (!name.includes(' ') && shortNames.length === 0 && !hasLegalForm(name)))
    return null
  const start = at + lead
  return { name, shortNames, start, end: start + name.length }
}

/** The short name in what is told about a party behind its name; none or one. */
export const shortNameTold = (told: string): string[] =>
  SHORT.flatMap(pattern => pattern.exec(told)?.groups?.short ?? [])
    // `(A0011111)` is the number of a register.
    .filter(short => !/\d{3}/.test(short))
    .slice(0, 1)
    .map(short => short.replace(/^the /i, ''))

/** Whether a name in a list of parties can be one: no sentence, no title; organisations have small words in their names. */
export function isListedName(name: string): boolean {
  const words = name.split(' ')
  if (
    !/^\p{Lu}/u.test(name) ||
    /\d{3}/.test(name) ||
    name.length < 3 ||
    name.length > 120 ||
    words.length > 12
  )
    return false
  if (SENTENCE.test(name.replace(/\b(?:Inc|Ltd|Co|N\.V|B\.V|S\.A|S\.r\.l)\.$/i, '')) || TITLE.test(name))
    return false
  const small = words.filter(word => /^\p{Ll}{4,}/u.test(word))
  return small.length <= (ORGANISATION.test(name) ? 4 : 0)
}
