import type { Found, Reading } from '../../reading.ts'
import { hasLegalForm } from '../parties/party-name.ts'
import { cleaned, NOUN, type Piece } from './title-core.ts'
import { partyWords, withoutParties, withoutPartiesWithin } from './title-parties.ts'

/** Lines about the filing or the page, not the agreement. */
const NOT_A_TITLE =
  /^(?:agreement (?:no|number)|contract (?:no|number)|exhibit|ex-|table of contents|confidential treatment|execution (?:version|copy)|draft|page |source:|by and between|between\b|dated?\b|whereas|certain |portions|redacted|\[|the undersigned|re:|schedule [a-z0-9]\b|\d{1,2}\.|[ivx]{1,4}\.? (?!and\b)|item\b|section\b|article\b|letter\b|united states$|dear\b)/i
const HEAD = 6000
const TITLE_WORD = "(?:[A-Z][A-Za-z'&/,-]*|[A-Z]{2,}|&|-|and|of|for|the|to|in|on|with|by|/|No\\.|#?\\d{1,2})"
const INLINE = new RegExp(
  `(?<![\\w.#-])(?:${TITLE_WORD} ){0,12}(?:AGREEMENT|CONTRACT|LEASE|ADDENDUM|AMENDMENT|LICENSE|DEED)\\b(?: (?:No\\. ?|#)\\d{1,2})?`,
)
const OPENING =
  /\bTHIS ((?:[A-Z][\w'&/,-]* |and |of |for |& |to ){0,10}(?:agreement|contract|lease|addendum|amendment|license)\b)/i

/**
 * The title: the first short line near the head that names a kind of agreement, else the first run of capitals that does, else
 * what the opening calls itself (`This Supply Agreement is made`).
 */
export function title({ plain }: Reading, parties: readonly Found[]): Found[] {
  const head = plain.slice(0, HEAD)
  const opening = OPENING.exec(head)
  const named = opening?.[1] ?? ''
  const names = partyWords(parties)
  const alone = (piece: Piece) => (bare(piece.text) === bare(named) ? piece : withoutParties(piece, names))
  const line = titleLine(plain, head, named, names)
  if (line) return [found(alone(line), 0.93, 'first line that names a kind of agreement', names)]
  const run = INLINE.exec(head.slice(0, 2500))
  if (run && !/^(?:this |the |agreement$|contract$)/i.test(run[0])) {
    const piece = alone(cleaned(run.index, run[0]))
    return [found(piece, 0.88, 'first run of capitals that names a kind of agreement')]
  }
  if (opening && /\s/.test(named.trim()))
    return [found({ start: opening.index + 5, text: named }, 0.85, 'what the opening calls the agreement')]
  const plainest = PLAINEST.exec(head)
  if (plainest)
    return [
      found({ start: plainest.index, text: plainest[0] }, 0.7, 'a line that names no more than its kind'),
    ]
  const first = cleaned(0, head.split('\n', 1)[0] ?? '')
  return isHeadline(first.text, names) ? [found(first, 0.5, 'the first line')] : []
}

/** `FILM DISTRIBUTION MANDATE`: what stands above all else names the paper, unless it names a party, a place or a day. */
const isHeadline = (line: string, names: readonly string[]): boolean =>
  line.length >= 8 &&
  line.length <= 110 &&
  line.includes(' ') &&
  looksTitled(line) &&
  !/[.;"|]|\d{3}/.test(line) &&
  !NOT_A_TITLE.test(line) &&
  !hasLegalForm(line) &&
  !names.some(name => line.toLowerCase().includes(name.toLowerCase())) &&
  !/\b(?:is|are|was|has|shall|will|we|you|i)\b/i.test(line)

/** Found where nothing names the agreement any closer. */
const PLAINEST =
  /(?<=^|\n|\n?exhibit [\d.]{1,6} )(?:AGREEMENT|CONTRACT|Agreement|Contract|GUARANTY|GUARANTEE|TERM SHEET|PROMISSORY NOTE|DEED)(?=\n| (?:[Rr]elating|[Rr]egarding|[Cc]oncerning|in respect of) [^\n.;]{3,80}(?=\n))/

function found(
  { start, text }: Piece,
  confidence: number,
  rule: string,
  names: readonly string[] = [],
): Found {
  const value = { kind: 'text' as const, text: withoutPartiesWithin(text, names) }
  return { kind: 'title', value, start, end: start + text.length, confidence, rule }
}

/** A text that begins with the end of another one: the title is the last line that can be one before its opening. */
const PROSE = 300
const ABOUT_FILING =
  /\b(?:omitted|redacted|excluded|confidential treatment|table of contents|furnish|filed)\b|\.{4}/i

/**
 * Lines are paragraphs of the plain text; a title may be the start of a line that the rest of the opening follows. A later line
 * that says what the opening calls the agreement (`named`) counts more than an earlier one.
 */
function titleLine(plain: string, head: string, named: string, names: readonly string[]): Piece | null {
  let start = 0
  let first: Piece | null = null
  let later: Piece | null = null
  let afterProse = false
  for (const line of joinedLines(head, names)) {
    const piece = cleaned(start, line)
    start += line.length + 1
    if (piece.text.length < 3) continue
    if (first) {
      if (named.includes(' ') && bare(piece.text) === bare(named)) return piece
      if (OPENS.test(line)) return later ?? first
      if (afterProse && isTitle(piece.text)) later = piece
      continue
    }
    afterProse ||= line.length > PROSE && !ABOUT_FILING.test(line)
    if ((isTitle(piece.text) || isFirstLine(line, start)) && !isFooter(plain, piece.text)) {
      first = withoutThis(piece)
      continue
    }
    const opens =
      /^(.{6,140}?) (?=(?:this|whereas|recitals|between|by and between|dated|among|made|the undersigned|is)\b|party [a-e] ?:|\d{1,2}(?:\.\d)?\.? (?:introduction|definitions|parties|background|recitals|purpose)\b)/i.exec(
        piece.text,
      )?.[1]
    const opened = opens?.replace(/(?: (?:parties|recitals|background|preamble))?[ :,;(*[\]{}-]*$/i, '')
    if (opened && isTitle(opened) && looksTitled(opened))
      return withoutThis({ start: piece.start, text: opened })
    if (OPENS.test(line)) return null
  }
  return first
}

function withoutThis({ start, text }: Piece): Piece {
  const length = /^this (?=\S+ \S)/i.exec(text)?.[0].length ?? 0
  return { start: start + length, text: text.slice(length) }
}

const FOOTER = /^(?<words>.{8,100}?) \d{1,3}(?: \d{4,8})?$/

/** A line that other pages bear too, each with its own number. */
function isFooter(plain: string, line: string): boolean {
  const words = FOOTER.exec(line)?.groups?.words
  if (words === undefined) return false
  const numbers = plain
    .split(`${words} `, 5)
    .slice(1)
    .map(rest => /^\d{1,3}\b/.exec(rest)?.[0])
  return new Set(numbers.filter(number => number !== undefined)).size > 1
}

/** Lines that one title runs over are one: breaks become spaces, so that places stay what they are. */
function joinedLines(head: string, names: readonly string[]): string[] {
  const lines: string[] = []
  for (const line of head.split('\n')) {
    let last = lines.at(-1)
    if (last !== undefined && last.length + line.length < 140 && runsOn(last, line))
      lines[lines.length - 1] = `${last} ${line}`
    else lines.push(line)
    // `STRATEGIC`, `ALLIANCE`, `AGREEMENT`, each in a line of its own.
    if (!BARE_KIND.test(line)) continue
    for (last = lines.at(-2); last !== undefined && isWordOfTitle(last, names); last = lines.at(-2))
      lines.splice(-2, 2, `${last} ${lines.at(-1)}`)
  }
  return lines
}

const BARE_KIND = /^(?:AGREEMENT|CONTRACT|LEASE|Agreement|Contract|Lease)$/
const isWordOfTitle = (line: string, names: readonly string[]) =>
  /^[A-Z][A-Za-z&/-]*(?: (?:[A-Z][A-Za-z&/-]*|and|of|for)){0,3}$/.test(line) &&
  !NOUN.test(line) &&
  !NOT_A_TITLE.test(line) &&
  !/^(?:confidential|final|private|copy|original|execution|form|annex|appendix|and|between|parties|preamble|conformed|recitals?)\b/i.test(
    line,
  ) &&
  !hasLegalForm(line) &&
  !names.some(name => line.toLowerCase().includes(name.toLowerCase()))

const UNFINISHED =
  /(?:^(?:(?:first|second|third|fourth|fifth|sixth)? ?amended and restated|first|second|third|master|exclusive|mutual|strategic)|\b(?:to|of|for|and|the|&)|[a-z],)$/i
const CONNECTS = /^(?:to|and|&)(?: |$)/i

const runsOn = (before: string, after: string): boolean =>
  looksTitled(before) &&
  looksTitled(after) &&
  !/[.;:"]$|\b(?:between|among)\b/i.test(before) &&
  !/^(?:between|by and|dated?|this|table|exhibit)\b/i.test(after) &&
  (UNFINISHED.test(before)
    ? !/^(?:and|to|of|for|the)$/i.test(before)
    : CONNECTS.test(after) && NOUN.test(before))

const OPENS =
  /^this (?:\w+ ){0,8}(?:agreement|contract|amendment)\b.{0,60}\b(?:is|made|entered|dated|between|by)\b/i
const bare = (title: string) => title.toLowerCase().replace(/[^a-z]/g, '')

/** A title in small letters is one where the text begins with it. */
const isFirstLine = (line: string, end: number) =>
  end === line.length + 1 && /^\p{Lu}/u.test(line) && namesKind(line.replace(/ \("[^"]{1,40}"\)/, ''))

const isTitle = (text: string) => namesKind(text) && looksTitled(text)

const namesKind = (text: string) =>
  text.length <= 150 &&
  /^[\p{L}\d]/u.test(text) &&
  !/\bThis (?:Agreement|Contract)\b/.test(text) &&
  !text.includes('"') &&
  !/\bparty [a-e] ?:/i.test(text) &&
  !/^(?:this )?(?:agreement|contract|amendment)$/i.test(text) &&
  NOUN.test(text) &&
  !NOT_A_TITLE.test(text) &&
  !/\b(?:is|are|shall|will|has|was|were|been|hereby|omitted|pursuant|agree|means|entered)\b/.test(text) &&
  !/[.;]$/.test(text.replace(/\b(?:inc|no|co|corp)\.$/i, ''))

/** Most of its longer words begin with a capital. */
function looksTitled(text: string): boolean {
  const words = text.split(' ').filter(word => /^[A-Za-z]{4,}/.test(word))
  return words.filter(word => /^[A-Z]/.test(word)).length * 10 >= words.length * 7
}
