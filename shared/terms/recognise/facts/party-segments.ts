import type { Stretch } from '../text/sentences.ts'
import { hasLegalForm, isPartyName } from './party-name.ts'

/** A party as its segment of the opening names it. */
export interface PartySegment extends Stretch {
  readonly name: string
  readonly shortNames: readonly string[]
}

const GROUP =
  /\((?<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)|(?:hereinafter|hereafter|herein)[^"(]{0,50}"(?<bare>[^"]{1,60})"(?: or "[^"]{1,60}")?/gi
const QUOTED =
  /"(?<name>[^"]{1,70}?),?"|^(?:the )?"(?<open>[A-Z][\w&. -]{1,40})$|(?:hereinafter|hereafter|referred to (?:herein )?as|called) (?:as )?(?:the )?'?(?<called>[A-Z][\w&.' -]{1,40}?)'?(?=$|[,;)])|'(?<single>[A-Z][^']{1,40})'/gi
const COLLECTIVE = /\b(?:collectively|together|each|both|jointly)\b/i
const NOT_SHORT =
  /^(?:part(?:y|ies)|agreement|this agreement|effective date|term|closing|affiliates?|contract|amendment|execution date|signing date|the parties|.*\b(?:date|agreement|products?|sec|slcma|attachments?|services?|shares|territory|program|documents?|bond|meeting|milestone|fees?)|[ivx]+)$/i

/** Where a name ends and what is told about it begins. */
const AFTER_NAME =
  /(?:,? (?:an?|one|being|both|each|all)|, the) (?:\w[\w.'-]*,? ){0,9}?(?:corporation|company|partnership|organi[sz]ation|trust|bank|association|entity|individual|person|university|subsidiary|affiliate|institution|firm|resident|society|limited|l\.?l\.?c|body|foundation|business|division|sole|joint|citizen|corp|federal|public|private|national|nonprofit|non-profit|municipal|proprietorship|cooperative|holding|professional|successor|unit|legal)\b|,? (?:having|with|whose|located|organi[sz]ed|incorporated|existing|acting|duly|established|formed|registered|residing|doing business|operating|hereinafter|hereafter|herein|referred|represented|on behalf|as (?:the |of )|for itself|through|solely|in its|and (?:its|their|his|her|the other|all)|at \d|at the|of \d|of the (?:other|first|second)|c\/o|which|who|Room \d|Suite|Floor|company (?:no|number|registration)|reg(?:istration|istered)?\.? no|\(?address|located at|principal|a [A-Z]|an [A-Z]|at [A-Z])|[;:([{]|,? \d{2,}|,? (?:P\.?O\.? Box|Suite)|\.(?= [A-Z][a-z]+ [a-z])| - /
const FORM_COMMA =
  /^, ?(?:inc|llc|l\.l\.c|ltd|limited|lp|l\.p|llp|corp|co\b|n\.? ?a\b|plc|s\.? ?a|s\.? ?p\.? ?a|b\.? ?v|gmbh|pte|pty|incorporated|p\.? ?c|jr|sr|s\.? ?r\.? ?[lo]|n\.? ?v|ag|k\.? ?k|s\.? ?l|d\.o\.o|f\.s\.b|m\.?d|ph\.?d|i{2,3}|iv|esq)(?![a-z])/i
const LEADING =
  /^(?:[\s,;:.\-*)"]|and\b|And\b|AND\b|or\b|by\b|between\b|among\b|(?:its|their) (?:[\w-]+ )?(?:subsidiary|affiliate|parent|division)\b|in favou?r of\b|on (?:the )?one hand\b|on the other(?: hand)?\b|(?:the )?part(?:y|ies) of the (?:first|second|third|other) part\b|\(?(?:[a-h]|i{1,3}|iv|v|\d{1,2})[).](?=[ A-Z])(?!\w\.)|individually\b|each of\b|as well as\b|together with\b|including\b|also\b|with\b)+/i

/** Splits a list of parties at the short names in brackets, and at `and` where a name has none. */
export function segmentsOf(plain: string, region: Stretch): PartySegment[] {
  const text = plain.slice(region.start, region.end)
  const segments: PartySegment[] = []
  let from = 0
  for (const match of text.matchAll(GROUP)) {
    const shortNames = shortNamesOf(match, plain)
    const last = segments.at(-1)
    if (shortNames.length === 0) continue
    const before = text.slice(from, match.index)
    // A second bracket right behind the first names the same party again.
    if (last && /^[\s,;]*(?:or|and)?[\s,;]*$/.test(before)) {
      if (!COLLECTIVE.test(match[0]))
        segments[segments.length - 1] = { ...last, shortNames: [...last.shortNames, ...shortNames] }
      from = match.index + match[0].length
      continue
    }
    const named = namesIn(text, from, match.index).filter(({ start, end }) =>
      isPartyName(text.slice(start, end)),
    )
    // A place or an address behind the last organisation is told about it: the short name is the organisation's.
    const formed = named.findLastIndex(({ start, end }) => hasLegalForm(text.slice(start, end)))
    const blank = named.findIndex(({ start, end }) => /^[_[\]*●• .]+$/.test(text.slice(start, end)))
    const final = named.at(-1)
    const joined = named.length > 1 && final && /^,? and $/i.test(text.slice(named.at(-2)?.end, final.start))
    const ownIndex = blank >= 0 ? blank : joined ? named.length - 1 : Math.max(0, formed)
    const own = named[ownIndex]
    for (const other of named.slice(0, ownIndex)) segments.push(at(other, []))
    if (own) segments.push(at(own, shortNames))
    from = match.index + match[0].length
  }
  const rest = text.slice(from)
  const goesOn = segments.length === 0 || /^[\s,;]*and\b/i.test(rest)
  for (const named of namesIn(text, from, text.length))
    if (goesOn || hasLegalForm(text.slice(named.start, named.end))) segments.push(at(named, []))
  return segments.filter(({ name }) => name.length > 1 && name.length < 160)

  function at(named: Stretch, shortNames: readonly string[]): PartySegment {
    return {
      name: text.slice(named.start, named.end),
      shortNames: [...new Set(shortNames)],
      start: region.start + named.start,
      end: region.start + named.end,
    }
  }
}

/** A role in brackets without quotes: `Northern Gas Company (Transporter)`. */
const BARE = /^ ?(?:the )?(?<bare>[A-Z][A-Za-z&-]{2,24}(?: [A-Z][a-z]+)?) ?$/
const PLACE =
  /^(?:BVI|USA|U\.?S\.?A?\.?|UK|PRC|HK|Hong Kong|China|International|Cayman|Canada|Ireland|Israel|Europe|Asia|Pacific|America|India|Japan|Germany|France|Spain|Singapore|Beijing|Shanghai|Holdings?|Group|Registered|Bermuda|Jersey|Australia|Redacted|Omitted)/i

/** A word in brackets without quotes is a short name when the text goes on to use it. */
const isUsed = (plain: string, name: string) => plain.split(name, 6).length > 5

function shortNamesOf(match: RegExpExecArray, plain: string): string[] {
  const inside = match.groups?.inside ?? (match.groups?.bare ? `"${match.groups.bare}"` : '')
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
  return [...inside.slice(0, 400).matchAll(QUOTED)].flatMap(({ groups = {} }) => {
    const name = (groups.name ?? groups.open ?? groups.called ?? groups.single ?? '')
      .replace(/^(?:individually )?(?:referred to|called|known)(?: herein)?(?: as)? '?/i, '')
      .replace(/^(?:the|a) /i, '')
      .replace(/[,;:.]+$/, '')
      .trim()
    return name === '' || NOT_SHORT.test(name) || /\b(?:hereinafter|referred)\b/i.test(name) ? [] : [name]
  })
}

/** The names in a stretch without short names: the head of each piece between `and`s that begins with a capital. */
function namesIn(text: string, from: number, to: number): Stretch[] {
  const names: Stretch[] = []
  const pieces =
    /(?:,? and,? |; ?|\n|, (?=\((?:[a-z]|[ivx]{1,4}|\d)\) [A-Z])|,? in favou?r of |(?<=\b(?:inc|llc|ltd|limited|l\.?p|corp|corporation|plc|gmbh)\b\.?), )(?=(?:\(?[a-z\d]{1,3}[).] ?)?(?:the )?[A-Z[_])/gi
  let start = from
  for (const match of text.slice(from, to).matchAll(pieces)) {
    const at = from + match.index
    // `Smith and Sons, Inc.` is one name: a piece on its own has been told something about, or a legal form.
    if (match[0] !== '\n' && !isWhole(text.slice(start, at))) continue
    if (
      /^ and $/i.test(match[0]) &&
      goesOnAsName(text.slice(start, at), text.slice(at + match[0].length, to))
    )
      continue
    if (
      !/^(?:\(?[a-z\d]{1,3}[).] ?)?(?:[Tt]he |THE )?(?:[A-Z[_]|[a-z][\w-]*\.(?:com|net|org)\b)/.test(
        text.slice(at + match[0].length),
      )
    )
      continue
    add(start, at)
    start = at + match[0].length
  }
  add(start, to)
  return names

  function add(begin: number, end: number) {
    if (/^[\s,;]*(?:acting |represented )?(?:through|by its)\b/.test(text.slice(begin, end))) return
    let lead = LEADING.exec(text.slice(begin, end))?.[0].length ?? 0
    // `professional golfer, Jo Smith`: what somebody is may stand before the name.
    lead +=
      /^(?!an? )(?:the )?[a-z]{3,}(?: [a-z]+){0,4},? (?:the )?(?=[A-Z])(?!(?:Inc|LLC|Ltd|Corp|Co|PLC|GmbH|Limited|Incorporated)\b)/.exec(
        text.slice(begin + lead, end),
      )?.[0].length ?? 0
    const nameEnd = endOfName(text, begin + lead, end)
    if (
      nameEnd > begin + lead &&
      (/^(?:the |[a-z]{0,3}|[a-z]\.)?[A-Z"[_\d]|^[a-z][\w-]*\.(?:com|net|org|[a-z]\.)/.test(
        text.slice(begin + lead, nameEnd),
      ) ||
        LOWER_CASE.test(text.slice(begin + lead, nameEnd)))
    )
      names.push({ start: begin + lead, end: nameEnd })
  }
}

/** `bluebird bio, Inc.`, `interTouch Corp`: a name in lower case with a legal form right behind it. */
const LOWER_CASE =
  /^[a-z][\w-]{2,20}(?: [a-z][\w-]{1,20}| [A-Z]\w+)?,? (?:Inc|LLC|Ltd|Corp|Corporation|Limited|Incorporated|inc|llc|ltd|plc|PLC|GmbH)\b/

/** `Louisville Gas and Electric Company`: words without a legal form go on, behind an `and`, to a short end that is only a form. */
const goesOnAsName = (piece: string, rest: string) =>
  !hasLegalForm(piece) &&
  !AFTER_NAME.test(piece) &&
  /^(?:[A-Z][\w&'-]*,? ){1,2}(?:company|corporation|co\b|trust|sons|associates|association|partners|llc|l\.p|lp\b|inc)/i.test(
    rest,
  )

const isWhole = (piece: string) =>
  AFTER_NAME.test(piece) ||
  /\b(?:inc|llc|l\.l\.c|ltd|limited|lp|l\.p|corp|corporation|company|co|n\.a|plc|gmbh|s\.a|b\.v|ag|university|bank|incorporated|international|group)\.?$/i.test(
    piece.trim(),
  ) ||
  piece.split(' ').length >= 2

/** `Acme (Hong Kong) Co., Ltd.`: a bracket with a legal form behind it is part of the name. */
const PLACE_WITHIN =
  /\((?=[A-Z][A-Za-z .]{1,20}\) (?:Co\b|Company|Ltd|Limited|LIMITED|LTD|Inc|LLC|Corp|Holdings?|Pte|Pty|Group|PLC|plc))/g

function endOfName(text: string, from: number, to: number): number {
  const piece = text.slice(from, Math.min(to, from + 400)).replace(PLACE_WITHIN, '\u2039')
  const told = AFTER_NAME.exec(piece.slice(1))
  let end = told ? told.index + 1 : piece.length
  for (let at = piece.indexOf(','); at >= 0 && at < end; at = piece.indexOf(',', at + 1)) {
    if (!FORM_COMMA.test(piece.slice(at, at + 16))) end = at
  }
  const name = piece.slice(0, end).replace(/[\s,;:'"-]+$/, '')
  return from + name.length
}
