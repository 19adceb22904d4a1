const MAX_LENGTH = 400
const LINE_FEED = 10
const FULL_STOP = 46
const ENDS = [...'.!?;'].map(sign => sign.charCodeAt(0))

/** A full stop after these, or after a day's number or a single letter, does not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{L}|\d{1,2}|no|nos|art|sec|cl|para|e\.g|i\.e|cf|mr|mrs|ms|dr|st|inc|ltd|co|corp|approx|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$/iu

/**
 * The sentence of `text` around the offsets `start` to `end`, with white space joined to single spaces. A sentence longer
 * than 400 characters is cut on both sides, marked by `…`, so that the stretch asked for stays in it.
 */
export function sentenceAround(text: string, start: number, end: number): string {
  const from = sentenceStart(text, start)
  const to = sentenceEnd(text, end)
  if (to - from <= MAX_LENGTH) return oneLine(text.slice(from, to))
  const room = Math.max(0, Math.floor((MAX_LENGTH - (end - start)) / 2))
  const cutFrom = Math.max(from, start - room)
  const cutTo = Math.min(to, cutFrom + MAX_LENGTH)
  return `${cutFrom > from ? '…' : ''}${oneLine(text.slice(cutFrom, cutTo))}${cutTo < to ? '…' : ''}`
}

/** White space that is one space already is left alone. */
const oneLine = (text: string) => text.replace(/[^\S ]\s*| \s+/g, ' ').trim()

function sentenceStart(text: string, offset: number): number {
  for (let at = offset; at > 0; at -= 1) if (endsAt(text, at)) return at
  return 0
}

function sentenceEnd(text: string, offset: number): number {
  for (let at = Math.max(1, offset); at < text.length; at += 1) if (endsAt(text, at)) return at
  return text.length
}

/** Whether a sentence ends right before `at`. */
function endsAt(text: string, at: number): boolean {
  const last = text.charCodeAt(at - 1)
  if (last === LINE_FEED) return true
  if (!ENDS.includes(last) || !/\s/.test(text[at] ?? '')) return false
  return last !== FULL_STOP || !ABBREVIATION.test(text.slice(Math.max(0, at - 8), at))
}
