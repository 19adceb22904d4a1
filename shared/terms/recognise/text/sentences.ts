/** A stretch of a plain text, `end` exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** No sentence is longer, so that what searches within one sentence costs a bounded time per character. */
const MAX_LENGTH = 2400

/** A full stop after these does not end a sentence; single letters and numbers of sections are seen to apart. */
const ABBREVIATION =
  /(?:^|[\s("'])(?:[A-Z]|\d{1,2}|no|nos|art|sec|cl|para|e\.g|i\.e|cf|vs?|mr|mrs|ms|dr|st|inc|ltd|ltc|llc|l\.p|co|corp|approx|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|u\.s(?:\.a)?|n\.a|s\.a|d\/b\/a|esq|etc|attn|tel|ph\.?d|jr|sr|bros|(?:[A-Za-z]\.){1,3}[A-Za-z])\.$/i

/** A number that opens a clause: `7.`, `7.2`, `(a)`, `Section 4.1`, `ARTICLE IX`. */
const CLAUSE_NUMBER =
  /^(?:(?:section|article|clause) )?(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|\([a-z]{1,4}\)|\(\d{1,2}\)|[IVX]{1,5}\.) ?\S/i

/**
 * The sentences of a plain text, in order, without the space between them; they do not overlap. A sentence ends at a full stop,
 * question or exclamation mark before a capital, a number or a quote, and at the end of a paragraph unless the next one goes on
 * in lower case, as after the end of a page.
 */
export function sentencesOf(plain: string): Stretch[] {
  const sentences: Stretch[] = []
  let start = 0
  const push = (end: number) => {
    const from = skipSpace(plain, start, end)
    const to = trimEnd(plain, from, end)
    for (let at = from; at < to; ) {
      const cut = to - at > MAX_LENGTH ? cutAt(plain, at) : to
      sentences.push({ start: at, end: trimEnd(plain, at, cut) })
      at = skipSpace(plain, cut, to)
    }
    start = end
  }
  const marks = /[.!?;:]["')\]]{0,3}(?= )|\n/g
  for (const match of plain.matchAll(marks)) {
    const end = match.index + match[0].length
    if (match[0] === '\n' ? !goesOn(plain, match.index) : endsAt(plain, match.index, end)) push(end)
  }
  push(plain.length)
  return sentences
}

/** Index of the sentence that holds the offset, or the last one before it; 0 when there is none. */
export function sentenceIndex(sentences: readonly Stretch[], offset: number): number {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function endsAt(plain: string, mark: number, end: number): boolean {
  const next = plain.slice(end + 1, end + 24)
  const sign = plain[mark]
  if (sign === ';' || sign === ':') return false
  if (!/^["'([]*[\p{Lu}\d[_]/u.test(next)) return CLAUSE_NUMBER.test(next)
  if (sign !== '.') return true
  if (end > mark + 1) return true
  return (
    !ABBREVIATION.test(plain.slice(Math.max(0, mark - 10), mark + 1)) ||
    /^(?:This|The|If|Any|Each|In|For|Neither|Either|Upon|No|Such|All|All|It) /.test(next)
  )
}

/** Whether the paragraph after the line feed goes on with the sentence before it. */
function goesOn(plain: string, lineFeed: number): boolean {
  return /[\p{L}\d,-]/u.test(plain[lineFeed - 1] ?? '') && /\p{Ll}/u.test(plain[lineFeed + 1] ?? '')
}

function cutAt(plain: string, from: number): number {
  const end = from + MAX_LENGTH
  for (const sign of ['; ', ' ']) {
    const at = plain.lastIndexOf(sign, end)
    if (at > from + MAX_LENGTH / 2) return at + 1
  }
  return end
}

function skipSpace(plain: string, from: number, to: number): number {
  let at = from
  while (at < to && (plain[at] === ' ' || plain[at] === '\n')) at += 1
  return at
}

function trimEnd(plain: string, from: number, to: number): number {
  let at = to
  while (at > from && (plain[at - 1] === ' ' || plain[at - 1] === '\n')) at -= 1
  return at
}
