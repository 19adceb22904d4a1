import { matchesOf } from '../../text/matches-of.ts'
import type { Stretch } from '../../text/sentences.ts'

/** A stretch in which the parties are listed, best first. */
export interface PartyRegion extends Stretch {
  readonly rule: string
  /** Whether names without a short name and without a legal form count. */
  readonly sure: boolean
  readonly last: boolean
}

const HEAD = 14_000
const LONGEST = 3200
/** A list in which many have got their short names by then goes on. */
const LONGEST_OF_MANY = 9000
const MANY = 4
const UNCLOSED = 900
const OPENER =
  /\b(?:by and (?:between|among(?:st)?)|by and (?:between|among),? and|between and among|by and between|by, between and among|between|among(?:st)?|by)\b(?: and (?:among|between))?(?: the following(?: parties)?)?[ :,-]*\n?/gi
/** What ends the list of parties. */
const CLOSER =
  /\b(?:WHEREAS|RECITALS?|W ?I ?T ?N ?E ?S ?S ?E ?T ?H|BACKGROUND|PREAMBLE|NOW,? THEREFORE|IN CONSIDERATION|INTRODUCTION|the parties (?:hereto |hereby )*agree|(?:hereby )?agree(?:s|d)? (?:as follows|that|to)|desires? to|Article 1\b|ARTICLE I\b|1\. [A-Z]|\n1 [A-Z])|\b(?:each|both)(?: of them| individually)?,? (?:(?:may be )?(?:individually )?(?:referred to (?:herein )?as )?)?(?:an? |the )"?'?part(?:y|ies)|\beach of (?:which|whom|them)\b[^.;"]{0,60}"party"|\bcollectively,? (?:(?:hereinafter )?referred to[^"]{0,24})?(?:the )?"?'?parties|\bthe "Parties"|\bWitnesses? That|\bin accordance with|\bwith respect to|\bfor the purpose/i

/** An opening that names the parties without `between`: `This Agreement is made as of ... (the "Effective Date") A ("B"), ...`. */
const UNOPENED =
  /\bthis (?:[\w-]+ ){0,6}(?:agreement|contract)\b[^.]{0,60}\b(?:entered|made|dated|effective)\b[^.]{0,160}?(?:\(the "[^"]{3,20} Date"\)|\d{4})[ ,:]*(?=[A-Z])/i

/** `Acme Corp. ("Acme") and Beta LLC, a Nevada company, ("Agency"), agree as follows`: a list without an opener. */
const AGREEING =
  /(?:^|[\n.] ?|\bwhereas,? |\bthat )(?<list>(?:the )?[A-Z](?:[^.\n]|\.(?= ?[,(]| [A-Za-z]+,? ?\()){5,700}?\([^()]{0,80}\)[^.\n]{0,40} and [A-Z][^\n]{5,400}?\([^()]{0,90}\))(?=,?[^.]{0,120}\b(?:agree|each a "?party|parties))/gi

/** A heading above the list of parties. */
const HEADED =
  /(?:^|\n)(?:1\.? )?(?:THE )?(?:PARTIES|Parties)(?: TO THIS AGREEMENT)?[:.]? ?\n(?=\(?[1aA(]|[A-Z])/g
/** A line that lists them: `Parties: Acme Ltd ("Supplier") and …`. */
const NAMED = /(?:^|\n)(?:the )?parties: (?=[A-Z])/i
/** `Acme GmbH, Long Street 4, Hamburg - hereinafter called "Acme" - and …`, with no opener before it. */
const CALLED =
  /[,(-] ?(?:hereinafter|hereafter)[^"\n]{0,50}"[A-Z][^"]{1,40}"[ )-]*\n?(?:and|AND|,? ?(?:hereby |does hereby )?(?:agrees|engages|appoints|grants|undertakes|sells|provides))\b/
const CALLS = /(?:hereinafter|hereafter)[^"\n]{0,50}"[A-Z][^"]{1,40}"/g
const CALLED_WITHIN = 2500
const CALLED_NEXT = 900

/** Places in the head of a plain text that open a list of parties, those with `agreement` close before them first. */
export function partyRegions(plain: string): PartyRegion[] {
  const head = plain.slice(0, HEAD)
  const found = matchesOf(head, OPENER)
    .slice(0, 40)
    .map(match => {
      const start = match.index + match[0].length
      const before = head.slice(Math.max(0, match.index - 260), match.index)
      const end = atSentenceEnd(head, start, pastBracket(head, start, closedAt(head, start)))
      const text = head.slice(start, end)
      return { start, end, rank: rankOf(start, match[0], before, text) }
    })
  for (const match of matchesOf(head, HEADED).slice(0, 2)) {
    const start = match.index + match[0].length
    found.push({ start, end: closedAt(head, start), rank: 5 })
  }
  const named = NAMED.exec(head.slice(0, 3000))
  if (named) {
    const start = named.index + named[0].length
    found.push({ start, end: closedAt(head, start), rank: 5 })
  }
  const called = CALLED.exec(head)
  if (called && called.index < CALLED_WITHIN) {
    const start = head.lastIndexOf('\n', Math.max(0, head.lastIndexOf('\n', called.index) - 1)) + 1
    const last = matchesOf(head.slice(start, called.index + CALLED_NEXT), CALLS).at(-1)
    found.push({ start, end: start + (last ? last.index + last[0].length : 0), rank: 3 })
  }
  const unopened = UNOPENED.exec(head)
  if (unopened) {
    const start = unopened.index + unopened[0].length
    found.push({ start, end: closedAt(head, start), rank: 3 })
  }
  for (const match of matchesOf(head.slice(0, 4000), AGREEING).slice(0, 3)) {
    const start = match.index + (match[0].length - (match.groups?.list ?? '').length)
    found.push({ start, end: match.index + match[0].length, rank: 3 })
  }
  const regions = found.filter(region => region.rank > 2).sort((a, b) => b.rank - a.rank || a.start - b.start)
  return regions.map(({ start, end, rank }, index) => ({
    start,
    end,
    rule: 'who the opening names as parties',
    sure: rank >= 6,
    last: index === regions.length - 1,
  }))
}

/** Where the list that begins at `start` is closed; so far at most where nothing closes it. */
function closedAt(head: string, start: number): number {
  const text = head.slice(start, start + LONGEST)
  const isLong = (text.match(/\([^()"]{0,40}"[^"()]{1,60}"\)/g) ?? []).length >= MANY
  const whole = isLong ? head.slice(start, start + LONGEST_OF_MANY) : text
  const closed = CLOSER.exec(whole.slice(6))
  return start + (closed ? closed.index + 6 : Math.min(whole.length, isLong ? LONGEST_OF_MANY : UNCLOSED))
}

/** The sentence that names two parties or more with short names ends the list where it ends. */
function atSentenceEnd(head: string, start: number, end: number): number {
  const text = head.slice(start, end)
  for (const match of matchesOf(text, /["')]\)?\.(?= ?\n| [A-Z])/g)) {
    const at = match.index + match[0].length
    if ((text.slice(0, at).match(/\([^()"]{0,80}"[^"()]{1,60}"/g) ?? []).length >= 2) return start + at
  }
  return end
}

/** What closes a list may stand in the last party's brackets (`("B" and, with A, the "Parties")`): they belong to it. */
function pastBracket(head: string, start: number, end: number): number {
  const text = head.slice(start, end)
  if (text.lastIndexOf('(') <= text.lastIndexOf(')')) return end
  const close = head.slice(end, end + 160).indexOf(')')
  return close < 0 ? end : end + close + 1
}

function rankOf(start: number, opener: string, before: string, text: string): number {
  let rank = 0
  if (/between|among/i.test(opener)) rank += 2
  if (/by and|and among/i.test(opener)) rank += 1
  if (/\b(?:agreement|contract|amendment|lease|addendum|schedule|"agreement"|license|order)\b/i.test(before))
    rank += 1
  if (/\b(?:made|entered|dated|effective|is)\b[^.]*$/i.test(before)) rank += 1
  if (/\bthis\b[^.]{0,200}$/i.test(before)) rank += 1
  if (/\([^()]{0,80}"[^"]{1,60}"/.test(text)) rank += 2
  if (/\b(?:hereinafter|referred to as)\b[^"]{0,30}"/i.test(text)) rank += 2
  if (start < 2000) rank += 1
  if (start > 6000) rank -= 1
  if (/ and |;/.test(text)) rank += 1
  if (
    !/^(?:the |each |\(?[0-9ia][).] |"?|[a-z]+(?: [a-z]+){0,3}, )? ?["(]?(?:[A-Z[_]|[a-z]\.[a-z]\.|[a-z][A-Z])/.test(
      text,
    )
  )
    rank -= 4
  if (/^the (?:parties|date|hours|undersigned)\b/i.test(text)) rank -= 4
  return rank
}
