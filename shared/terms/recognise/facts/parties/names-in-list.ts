import { matchesOf } from '../../text/matches-of.ts'
import type { Stretch } from '../../text/sentences.ts'
import { hasLegalForm } from './party-name.ts'

/** Where a name ends and what is told about it begins. */
const AFTER_NAME =
  /(?:,? (?:an?|one|being|both|each|all)|, the) (?:\w[\w.'-]*,? ){0,9}?(?:corporation|company|partnership|organi[sz]ation|trust|bank|association|entity|individual|person|university|subsidiary|affiliate|institution|firm|resident|society|limited|l\.?l\.?c|body|foundation|business|division|sole|joint|citizen|corp|federal|public|private|national|nonprofit|non-profit|municipal|proprietorship|cooperative|holding|professional|successor|unit|legal)\b|,? (?:having|with|whose|located|organi[sz]ed|incorporated|existing|acting|duly|established|formed|registered|residing|doing business|operating|hereinafter|hereafter|herein|referred|represented|on behalf|as (?:the |of )|for itself|through|solely|in its|and (?:its|their|his|her|the other|all)|at \d|at the|of \d|of the (?:other|first|second)|c\/o|which|who|Room \d|Suite|Floor|company (?:no|number|registration)|reg(?:istration|istered)?\.? no|\(?address|located at|principal|a [A-Z]|an [A-Z]|at [A-Z])|[;:([{]|,? \d{2,}|,? (?:P\.?O\.? Box|Suite)|\.(?= [A-Z][a-z]+ [a-z])| - /
/** A comma with a legal form behind it, which does not end a name. */
export const FORM_COMMA =
  /^, ?(?:inc|llc|l\.l\.c|ltd|limited|lp|l\.p|llp|corp|co\b|n\.? ?a\b|plc|s\.? ?a|s\.? ?p\.? ?a|b\.? ?v|gmbh|pte|pty|incorporated|p\.? ?c|jr|sr|s\.? ?r\.? ?[lo]|n\.? ?v|ag|k\.? ?k|s\.? ?l|d\.o\.o|f\.s\.b|m\.?d|ph\.?d|i{2,3}|iv|esq)(?![a-z])/i
const LEADING =
  /^(?:[\s,;:.\-*)"]|and\b|And\b|AND\b|or\b|by\b|between\b|among\b|(?:its|their) (?:[\w-]+ )?(?:subsidiary|affiliate|parent|division)\b|in favou?r of\b|on (?:the )?one hand\b|on the other(?: hand)?\b|(?:the )?part(?:y|ies) of the (?:first|second|third|other) part\b|\(?(?:[a-h]|i{1,3}|iv|v|\d{1,2})[).](?=[ A-Z])(?!\w\.)|of the (?:one|first|second|third|fourth|other) part\b|the undersigned\b|individually\b|each of\b|as well as\b|together with\b|including\b|also\b|with\b)+/i

/** The names of parties in a stretch of a list without short names: the head of each piece between `and`s that begins with a capital. */
export function namesIn(text: string, from: number, to: number): Stretch[] {
  const names: Stretch[] = []
  const pieces =
    /(?:,? and,? |; ?|\n|, (?=\((?:[a-z]|[ivx]{1,4}|\d)\) [A-Z])|,? in favou?r of |,? (?:hereby )?(?:confirms?|agrees?)\b[^,;()]{0,40} with |(?<=\b(?:inc|llc|ltd|limited|l\.?p|corp|corporation|company|partnership|trust|plc|gmbh)\b\.?), (?!(?:N\. ?A|Inc|INC|LLC|L\.L|Ltd|LTD|L\.P|LP|S\.A|plc|PLC|Limited|LIMITED|Co)\b))(?=(?:\(?[a-z\d]{1,3}[).] ?)?(?:the )?[A-Z[_])/gi
  let start = from
  for (const match of matchesOf(text.slice(from, to), pieces)) {
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
    if (
      /^[\s,;]*(?:(?:herein |duly |legally |lawfully |hereby )*(?:acting|represented|signing|appearing) (?:in this act |herein |hereby |for this purpose |hereunder )?(?:by|through)|through|by its)\b/.test(
        text.slice(begin, end),
      )
    )
      return
    let lead = LEADING.exec(text.slice(begin, end))?.[0].length ?? 0
    // `professional golfer, Jo Smith`: what somebody is may stand before the name.
    lead +=
      /^(?!an? |[^,A-Z]*\b(?:offices?|place|address|seat|located|in|at|of) )(?:the )?[a-z]{3,}(?: [a-z]+){0,4},? (?:the )?(?=[A-Z])(?!(?:Inc|LLC|Ltd|Corp|Co|PLC|GmbH|Limited|Incorporated)\b)/.exec(
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
  /^(?:(?:Sons|Brothers|Daughters|SONS|BROTHERS)\b|(?:[A-Z][\w&'-]*,? ){1,2}(?:company|corporation|limited|ltd|co\b|trust|sons|associates|association|partners|llc|l\.p|lp\b|inc))/i.test(
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

/** Where the name that begins at `from` ends, before what is told about it. */
export function endOfName(text: string, from: number, to: number): number {
  const piece = text.slice(from, Math.min(to, from + 400)).replace(PLACE_WITHIN, '\u2039')
  const firm = FIRM.exec(piece)
  if (firm) return from + firm[0].length
  const told = AFTER_NAME.exec(piece.slice(1))
  let end = told ? told.index + 1 : piece.length
  for (let at = piece.indexOf(','); at >= 0 && at < end; at = piece.indexOf(',', at + 1)) {
    if (!FORM_COMMA.test(piece.slice(at, at + 16))) end = at
  }
  const form = BEHIND_FORM.exec(piece.slice(0, end))
  if (form) end = form.index + form[0].length
  const name = piece
    .slice(0, end)
    .replace(/[\s,;:'"-]+$/, '')
    .replace(JOINING, '')
  return from + (ABBREVIATED.test(name) ? name : name.replace(/\.$/, '')).length
}

/** A legal form that ends a name with an address or the next name right behind it: `Acme GmbH Long Street 4`. */
const BEHIND_FORM =
  /^.{2,80}?\b(?:Inc\.|INC\.|Incorporated|LLC|L\.L\.C\.|Ltd\.?|LTD\.?|GmbH|GMBH|ASA|plc|PLC|N\.V\.|B\.V\.|S\.p\.A\.|LLP|L\.P\.|S\.A\.|Pty\.? Ltd\.?|S\.r\.l\.)(?= (?!of\b|and\b|for\b|&|d\/b\/a|f\/|a\/k|\(|LLC|L\.?L|Inc|INC|Ltd|LTD|Co\b|CO\b|Corp|CORP|LP\b|L\.P|Limited|LIMITED|plc|PLC|Holdings?\b|Trust\b)[A-Z\d])/
const ABBREVIATED = /\b(?:inc|ltd|co|corp|bros|jr|sr|esq|[a-z]|m\.d|ph\.d|pty|pte|assn|[a-z]\.[a-z]{1,2})\.$/i
/** Partners in the name of a firm: `Berg, Holm & Lind, Inc.` */
const FIRM =
  /^[A-Z][\w'-]*(?:, [A-Z][\w'-]*){1,4},? (?:&|and) [A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2},? (?:Inc\.?|INC\.?|LLC|L\.L\.C\.|Ltd\.?|LTD\.?|Limited|LIMITED|LLP|L\.L\.P\.|P\.C\.|Co\.|Company|Corp\.?|Corporation)(?![\w.])/
/** Words that join a name to what comes next. */
export const JOINING = /(?:[\s,;]+(?:and|AND|or|of|OF|the|for|by|to|with|in|an?))+$/
