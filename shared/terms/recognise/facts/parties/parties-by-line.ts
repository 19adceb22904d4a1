import type { PlainText } from '../../text/plain-text.ts'
import type { Stretch } from '../../text/sentences.ts'
import { hasLegalForm } from './party-name.ts'
import type { PartySegment } from './party-segments.ts'

const HEAD = 6000
const MOST = 60

/** What stands above a list in which each party has a line of its own. */
const OPENS =
  /(?:^|\n)(?:[^\n]{0,300}\b(?:between|among)(?: the)?(?: parties)?(?: hereto)?|[^\n]{0,60}\bbetween[^\n:]{0,60}(?=:\n)|between(?: the)?|(?:we, )?the undersigned|(?:\d{1,2}\.? ?§?\.? ?)?(?:the )?(?:contracting )?(?:parties|partners)(?: to (?:this|the) (?:agreement|contract))?) ?:?(?=\n)/gi
/** A line that only joins two items. */
const JOINS = /^(?:and|as well as)(?: the)?[,:]?$|^[-_ ]+$|^of the (?:one|other|first|second) part[,;]?$/i
const NUMBER = /^(?:\(?(?<number>\d{1,2}|[a-z]|[ivx]{1,4})[).]|[-•*]) (?=\S)/i
const LEAD = /^(?:and )?(?:the )?/i
const FORM_COMMA =
  /^, ?(?:inc|llc|l\.l\.c|ltd|limited|lp|llp|corp|co\b|n\. ?a\b|plc|s\.? ?a|b\.? ?v|n\.? ?v|gmbh|pte|pty|incorporated|k\.? ?k)(?![a-z])/i
const TOLD =
  /[,;|]|\((?!\p{Lu}[\p{L} ]{1,20}\) (?:limited|ltd|llc|inc|gmbh|co\b|plc|b\.?v))|: | - | (?:hereinafter|hereafter|represented|having|whose|with (?:its|registered)|established|acting|registered|reg\.|a (?:company|charity|body)|an? [a-z]+ (?:company|corporation|body|institution)|of \d|of [^,;|]{3,40}, of the)\b|(?<!\bno\.) \d{2,}/iu
const ORGANISATION =
  /\b(?:municipality|county|council|shire|borough|ward|commune|canton|territory|nation|university|hospital|region|trust|college|school|board|authority|ministry|department|agency|institute|foundation|cooperative|association|society|union|police|church|library|museum|province|district|city|town|parish|commission|chamber|federation|centre|center)\b/i
const SENTENCE =
  /\b(?:shall|will|are|is|was|were|has|have|hereby|agrees?|wish(?:es)?|may|must|under|pursuant|whereas)\b|\.$/i
/** The title of a clause that may follow a list without a number. */
const TITLE =
  /^(?:effective|background|introduction|recitals?|preamble|purpose|definitions?|scope|subject|article|section|whereas|general|term|duration|signed|dated?|version|any|each|other|this|contract)\b/i
const SHORT: readonly RegExp[] = [
  /(?:hereinafter|hereafter|below|in short)[,:]? (?:(?:referred to|called|known)(?: as)? ?)?(?:the )?"(?<short>[^"]{1,40})"/i,
  /(?:\((?:[^()"]{0,60} )?| - )(?:the )?"(?:the )?(?<short>[^"]{1,40})"/i,
  /(?:hereinafter|hereafter|below|in short)[,:]? (?:(?:referred to|called|known)(?: as)? ?)?(?:the )?(?<short>\p{Lu}[\p{L}\d&'-]{1,24}(?: \p{Lu}[\p{L}-]+)?)(?=[);,.]|$)/u,
  /\((?:the )?(?<short>\p{Lu}[\p{L}\d&'-]{1,24}(?: \p{Lu}[\p{L}-]+)?)\)/u,
]

/**
 * Parties that are listed line by line: below `between the`, `the undersigned`, a heading `Parties`, or in a table. Two or more, or
 * none. Names need no legal form here: the list says that they are parties.
 */
export function partiesByLine(text: PlainText): PartySegment[] {
  const head = text.plain.slice(0, HEAD)
  const parts = ofTheParts(head)
  if (parts.length >= 2) return parts
  for (const match of [...head.matchAll(OPENS)].slice(0, 8)) {
    const found = itemsFrom(text, match.index + match[0].length + 1)
    if (found.length >= 2) return found
  }
  return joined(text)
}

/** `A of Long Street, of the first part, B of the Quay, of the second part`. */
function ofTheParts(head: string): PartySegment[] {
  const found: PartySegment[] = []
  let from = -1
  for (const match of [...head.matchAll(OF_THE_PART)].slice(0, MOST)) {
    const told = head.slice(0, match.index)
    const start = from < 0 ? Math.max(told.lastIndexOf('\n'), told.search(BETWEEN_AT_END)) + 1 : from
    from = match.index + match[0].length
    const lead = /^[\s,;:]*(?:and )?(?:the )?/i.exec(head.slice(start))?.[0].length ?? 0
    const piece = head.slice(start + lead, match.index).split(',', 1)[0] ?? ''
    const name = /^(?<name>\S+ .+) of /.exec(piece)?.groups?.name ?? piece
    if (isName(name))
      found.push({ name, shortNames: [], start: start + lead, end: start + lead + name.length })
  }
  return found
}

const OF_THE_PART = /,? of the (?:one|other|first|second|third|fourth|fifth) part\b[,;]?/gi
const BETWEEN_AT_END = /(?<=\bbetween) [^\n]{0,160}$/i

/** Two paragraphs with nothing but an `and` between them, each of which begins with a name. */
function joined(text: PlainText): PartySegment[] {
  for (const match of text.plain.slice(0, HEAD).matchAll(/\nand,?:?(?=\n)/gi)) {
    const found = itemsFrom(text, text.plain.lastIndexOf('\n', match.index - 1) + 1)
    if (found.length >= 2 && found.every(isPlainly)) return found
  }
  return []
}

function itemsFrom(text: PlainText, from: number): PartySegment[] {
  const { plain } = text
  const found: PartySegment[] = []
  let numbered: boolean | null = null
  let columns: readonly string[] = []
  for (let at = from; at < plain.length && found.length < MOST; ) {
    const end = plain.indexOf('\n', at) < 0 ? plain.length : plain.indexOf('\n', at)
    const line = plain.slice(at, end)
    const start = at
    at = end + 1
    if (JOINS.test(line)) continue
    const cells = line.startsWith('|') ? line.split('|').map(cell => cell.trim()) : null
    if (cells && /^(?:organi[sz]ation|part(?:y|ner|ies)|names?|member)/i.test(cells[1] ?? '')) {
      columns = cells
      continue
    }
    const number = cells ? null : NUMBER.exec(line)
    if (found.length > 0 && !cells && (number !== null) !== numbered) break
    numbered = number !== null
    const several = cells ? [] : itemsOfLines(text, { start, end })
    if (several.length > 1) {
      found.push(...several)
      continue
    }
    const item = itemOf(line, cells ? line.indexOf(cells[1] ?? '') : (number?.[0].length ?? 0), start)
    if (!item) break
    const column = columns.findIndex(name => /^(?:short|abbreviat)/i.test(name))
    found.push(cells && column > 0 ? { ...item, shortNames: [cells[column] ?? ''] } : item)
  }
  return found
}

/** The parties of a paragraph that gives each a line of its own in the text as it was given; none where a line is no party. */
function itemsOfLines({ source, plain, offsets }: PlainText, paragraph: Stretch): PartySegment[] {
  const found: PartySegment[] = []
  let from = paragraph.start
  let numbered = false
  for (let at = paragraph.start + 1; at <= paragraph.end; at += 1) {
    const breaks =
      at === paragraph.end ||
      (plain[at] === ' ' && source.slice((offsets[at - 1] ?? 0) + 1, offsets[at + 1]).includes('\n'))
    if (!breaks) continue
    const line = plain.slice(from, at)
    const start = from
    from = at + 1
    if (JOINS.test(line) || HEAD_OF_TABLE.test(line)) continue
    const number = NUMBER.exec(line)?.[0].length ?? 0
    if (found.length === 0) numbered = number > 0
    const item = number > 0 === numbered ? itemOf(line, number, start) : null
    if (!item || !isPlainly(item) || (at < paragraph.end && GOES_ON.test(line)))
      return numbered && found.length > 1 ? found : []
    found.push(item)
  }
  return found
}

/** What does not end an item: a word without a capital. */
const GOES_ON = / \p{Ll}+$/u
const HEAD_OF_TABLE = /^(?:organi[sz]ation|part(?:y|ner|ies)|names?|member)(?: [A-Z]\w+(?: \w+)?){1,4}$/i
const isPlainly = ({ name, shortNames }: PartySegment) =>
  shortNames.length > 0 || hasLegalForm(name) || ORGANISATION.test(name)

/** The party of a line, whose name begins at `offset`; null where it is no name. */
function itemOf(line: string, offset: number, at: number): PartySegment | null {
  const lead = offset + (LEAD.exec(line.slice(offset))?.[0].length ?? 0)
  const rest = line.slice(lead)
  let end = TOLD.exec(rest)?.index ?? rest.length
  while (rest[end] === ',' && FORM_COMMA.test(rest.slice(end, end + 16))) {
    const next = TOLD.exec(rest.slice(end + 1))
    end = next ? end + 1 + next.index : rest.length
  }
  const name = rest.slice(0, end).replace(/[\s,;:]+(?:and)?$/, '')
  const shortNames = SHORT.flatMap(pattern => pattern.exec(rest.slice(end))?.groups?.short ?? [])
    .slice(0, 1)
    .map(short => short.replace(/^the /i, ''))
  if (!isName(name) || (!name.includes(' ') && shortNames.length === 0 && !hasLegalForm(name))) return null
  const start = at + lead
  return { name, shortNames, start, end: start + name.length }
}

function isName(name: string): boolean {
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
