import type { Found, Reading } from '../reading.ts'

const KIND =
  'agreement|contract|lease|addendum|amendment|schedule|statement of work|order form|letter of intent|memorandum of understanding|terms and conditions|plan|license|deed|charter|protocol|convention'
const NOUN = new RegExp(`\\b(?:${KIND})\\b`, 'i')
/** Lines about the filing or the page, not the agreement. */
const NOT_A_TITLE =
  /^(?:agreement (?:no|number)|contract (?:no|number)|exhibit|ex-|table of contents|confidential treatment|execution (?:version|copy)|draft|page |source:|by and between|between\b|dated?\b|whereas|certain |portions|redacted|\[|the undersigned|re:|schedule [a-z0-9]\b|\d{1,2}\.|[ivx]{1,4}\.? (?!and\b)|item\b|section\b|article\b|letter\b|united states$|dear\b)/i
const HEAD = 6000
const LEADING =
  /^(?:(?:ex-[\d.]+ )?\d{1,3} \S{1,40}\.html?|[^.\n]{0,400}\b(?:omitted|redacted|excluded|filed separately)\b[^.\n]{0,400}\.(?= )|(?:exhibit|ex(?=[-. \d])|annex|appendix|schedule(?! to\b))[ .-]*(?:no\.? ?)?(?:[\d.()-]{1,8}[a-z]?(?![a-z])|[a-z]{1,2}(?:-?\d{1,2})?(?![a-z])(?<!\b(?:to|of|no)))?\*{0,4}(?![a-z])|execution (?:version|copy)|confidential(?: treatment requested)?|final|\(?\d{1,2}\)|page \d+ of \d+|published|form of|standard form(?= )|proprietary (?:and|&) confidential|version|(?:dated )?(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}, \d{4}|(?:conformed |redacted )?copy|execution copy|\d{1,2}(?= [A-Z])|\d{1,2}\.\d{1,2})[ :,*-]*/i
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
export function title({ plain }: Reading): Found[] {
  const head = plain.slice(0, HEAD)
  const opening = OPENING.exec(head)
  const line = titleLine(head, opening?.[1] ?? '')
  if (line) return [found(line, 0.93, 'first line that names a kind of agreement')]
  const run = INLINE.exec(head.slice(0, 2500))
  if (run && !/^(?:this |the |agreement$|contract$)/i.test(run[0]))
    return [found(cleaned(run.index, run[0]), 0.88, 'first run of capitals that names a kind of agreement')]
  if (opening?.[1] && /\s/.test(opening[1].trim()))
    return [
      found({ start: opening.index + 5, text: opening[1] }, 0.85, 'what the opening calls the agreement'),
    ]
  const plainest = PLAINEST.exec(head)
  return plainest
    ? [found({ start: plainest.index, text: plainest[0] }, 0.7, 'a line that names no more than its kind')]
    : []
}

/** Found where nothing names the agreement any closer. */
const PLAINEST =
  /(?<=^|\n|\n?exhibit [\d.]{1,6} )(?:AGREEMENT|CONTRACT|Agreement|Contract|GUARANTY|GUARANTEE|TERM SHEET|PROMISSORY NOTE|DEED)(?=\n)/

interface Piece {
  readonly start: number
  readonly text: string
}

function found({ start, text }: Piece, confidence: number, rule: string): Found {
  return { kind: 'title', value: { kind: 'text', text }, start, end: start + text.length, confidence, rule }
}

/**
 * Lines are paragraphs of the plain text; a title may be the start of a line that the rest of the opening follows. A later line
 * that says what the opening calls the agreement (`named`) counts more than an earlier one.
 */
function titleLine(head: string, named: string): Piece | null {
  let start = 0
  let first: Piece | null = null
  for (const line of joinedLines(head)) {
    const piece = cleaned(start, line)
    start += line.length + 1
    if (piece.text.length < 3) continue
    if (first) {
      if (named.includes(' ') && bare(piece.text) === bare(named)) return piece
      if (OPENS.test(piece.text)) return first
      continue
    }
    if (isTitle(piece.text)) {
      first = withoutThis(piece)
      continue
    }
    const opens =
      /^(.{6,140}?) (?=(?:this|whereas|recitals|between|by and between|dated|among|made|the undersigned|is)\b)/i.exec(
        piece.text,
      )?.[1]
    const opened = opens?.replace(/(?: (?:parties|recitals|background|preamble))?[ :,;(*[\]{}-]*$/i, '')
    if (opened && isTitle(opened) && looksTitled(opened))
      return withoutThis({ start: piece.start, text: opened })
    if (OPENS.test(piece.text)) return null
  }
  return first
}

function withoutThis({ start, text }: Piece): Piece {
  const length = /^this (?=\S+ \S)/i.exec(text)?.[0].length ?? 0
  return { start: start + length, text: text.slice(length) }
}

/** Lines that one title runs over are one: breaks become spaces, so that places stay what they are. */
function joinedLines(head: string): string[] {
  const lines: string[] = []
  for (const line of head.split('\n')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + line.length < 140 && runsOn(last, line))
      lines[lines.length - 1] = `${last} ${line}`
    else lines.push(line)
  }
  return lines
}

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

const isTitle = (text: string) =>
  text.length <= 150 &&
  /^[\p{L}\d]/u.test(text) &&
  !/\bThis (?:Agreement|Contract)\b/.test(text) &&
  !text.includes('"') &&
  !/^(?:this )?(?:agreement|contract|amendment)$/i.test(text) &&
  NOUN.test(text) &&
  !NOT_A_TITLE.test(text) &&
  !/\b(?:is|are|shall|will|has|was|were|been|hereby|omitted|pursuant|agree|means|entered)\b/.test(text) &&
  !/[.;]$/.test(text.replace(/\b(?:inc|no|co|corp)\.$/i, '')) &&
  looksTitled(text)

/** Most of its longer words begin with a capital. */
function looksTitled(text: string): boolean {
  const words = text.split(' ').filter(word => /^[A-Za-z]{4,}/.test(word))
  return words.filter(word => /^[A-Z]/.test(word)).length * 10 >= words.length * 7
}

/** Kinds that name the whole; others (`license`, `schedule`) may be a part of a longer name. */
const STRONG =
  /\b(?:agreement|contract|addendum|amendment|lease|deed|memorandum of understanding|letter of intent|order form)\b(?: ?(?:no\.? ?|number |# ?)?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)?/gi
/** A title goes on behind its kind to name what it changes (`Amendment No. 1 to the Supply Agreement`) or what it is for. */
const GOES_ON = /^,? ?(?:to|of|for|and|&|under|on)\b(?! between)/i
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
  for (const match of title.matchAll(STRONG)) {
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
      /^ (?!this\b|contract (?:identification|no|number|#)|the\b|is\b|between\b)(?:[A-Z][\w&]* ){0,3}(?:agreement|contract|lease)\b/i.test(
        after,
      )
    )
      continue
    end = match.index + match[0].length
    break
  }
  return { start: start + rest, text: title.slice(0, end).replace(/[ :,;(*[\]{}-]+$/, '') }
}

function cleaned(start: number, text: string): Piece {
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
