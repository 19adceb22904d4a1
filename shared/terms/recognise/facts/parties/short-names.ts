import { matchesOf } from '../../text/matches-of.ts'
import { isRole } from '../somebody.ts'

/** Where a list of parties gives a short name, in brackets or behind `hereinafter called`. */
export const SHORT_NAME =
  /\((?<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)|(?:hereinafter|hereafter|herein)[^"(]{0,50}"(?<bare>[^"]{1,60})"(?: or "[^"]{1,60}")?|(?:hereinafter|hereafter)(?: (?:referred to|called|known|designated|collectively))*(?: as)? (?:the )?(?<called>[A-Z][A-Za-z&-]{2,24}(?: [A-Z][a-z]+)?)(?=[,;.)\n]| and\b| of the\b)|\[(?:the )?"(?<square>[^"\]]{1,40})"\]|(?<=, )(?:the )?"(?<beside>[A-Z][^"]{1,40}?),?"(?=[,;.]| and\b)/gi
const QUOTED =
  /"(?<name>[^"]{1,70}?),?"|^(?:the )?"(?<open>[A-Z][\w&. -]{1,40})$|(?:hereinafter|hereafter|referred to (?:herein )?as|called) (?:as )?(?:the )?'?(?<called>[A-Z][\w&.' -]{1,40}?)'?(?=$|[,;)])|'(?<single>[A-Z][^']{1,40})'/gi
const NOT_SHORT =
  /^(?:part(?:y|ies)|agreement|this agreement|effective date|term|closing|affiliates|contract|amendment|execution date|signing date|the parties|.*\b(?:date|agreement|products?|sec|slcma|attachments?|services?|shares|territory|program|documents?|bond|meeting|milestone|fees?|deliverables?|software|materials?|property|marks?|purpose|terms|page|system|project|event|business|equipment|information|technology|patents?|securities|stock|notes?|premises|site|website|effective time)|[ivx]+)$/i

/** A role in brackets without quotes: `Northern Gas Company (Transporter)`. */
const BARE = /^ ?(?:the )?(?<bare>[A-Z][A-Za-z&-]{2,24}(?: [A-Z][a-z]+)?) ?$/
const PLACE =
  /^(?:BVI|USA|U\.?S\.?A?\.?|UK|PRC|HK|Hong Kong|China|International|Cayman|Canada|Ireland|Israel|Europe|Asia|Pacific|America|India|Japan|Germany|France|Spain|Singapore|Beijing|Shanghai|Holdings?|Group|Registered|Bermuda|Jersey|Australia|Redacted|Omitted)/i

/** A word in brackets without quotes is a short name when the text goes on to use it. */
const isUsed = (plain: string, name: string) => plain.split(name, 6).length > (isRole(name) ? 2 : 5)

/** The short names that a match of `SHORT_NAME` gives; none where its brackets say something else. */
export function shortNamesOf(match: RegExpExecArray, plain: string): string[] {
  const plainly = match.groups?.bare ?? match.groups?.called ?? match.groups?.square ?? match.groups?.beside
  const inside = match.groups?.inside ?? (plainly ? `"${plainly}"` : '')
  const bare = BARE.exec(inside)?.groups?.bare
  const after = match.input.slice(match.index + match[0].length, match.index + match[0].length + 6)
  if (
    bare &&
    /^(?: ?[,.;:\n]| and\b| AND\b|$)/.test(after) &&
    !NOT_SHORT.test(bare) &&
    !PLACE.test(bare) &&
    isUsed(plain, bare)
  )
    return [bare]
  return matchesOf(inside.slice(0, 400), QUOTED).flatMap(({ groups = {} }) => {
    const name = (groups.name ?? groups.open ?? groups.called ?? groups.single ?? '')
      .replace(/^(?:individually )?(?:referred to|called|known)(?: herein)?(?: as)? '?/i, '')
      .replace(/^(?:the|a) /i, '')
      .replace(/[,;:.]+$/, '')
      .trim()
    return name === '' || NOT_SHORT.test(name) || /\b(?:hereinafter|referred)\b/i.test(name) ? [] : [name]
  })
}
