const SPACE = 1
const SIGN = 2
/** A word by itself. */
const ALONE = 3
const LETTER = 4
const DIGIT = 5
/** Signs that belong to the word when figures are on both sides of them, and when letters are: 1,000.50, 31/12/2026, party’s. */
const OF_FIGURES = 6
const OF_LETTERS = 7

/** By UTF-16 code unit, 0 where it was not asked for yet. */
const classes = new Uint8Array(1 << 16)

function classOf(code: number): number {
  const known = classes[code]
  if (known) return known
  const found = classify(String.fromCharCode(code))
  classes[code] = found
  return found
}

/** In these scripts no space tells words apart: each sign is one. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Half of a pair counts as a letter, so that nothing is cut between the two. */
function classify(unit: string): number {
  if (/\s/.test(unit)) return SPACE
  if (/\p{Nd}/u.test(unit)) return DIGIT
  if (/[.,:/]/.test(unit)) return OF_FIGURES
  if (/['’]/.test(unit)) return OF_LETTERS
  if (WITHOUT_SPACES.test(unit)) return ALONE
  return /[\p{L}\p{M}\p{N}\p{Cs}_\u00ad]/u.test(unit) ? LETTER : SIGN
}

export const isSpace = (code: number): boolean => classOf(code) === SPACE

/** Whether a stretch is more than spaces and signs. */
export function holdsWord(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const own = classOf(text.charCodeAt(at))
    if (own >= ALONE && own <= DIGIT) return true
  }
  return false
}

/** Whether a cut at this place would go through a word. A space and a sign are words of their own, each. */
export function isWithinWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  const before = classOf(text.charCodeAt(at - 1))
  const after = classOf(text.charCodeAt(at))
  if (before < LETTER || after < LETTER) return false
  if (after > DIGIT) return isLink(text, at, after)
  return before <= DIGIT || isLink(text, at - 1, before)
}

function isLink(text: string, at: number, own: number): boolean {
  const wanted = own === OF_FIGURES ? DIGIT : LETTER
  return classOf(text.charCodeAt(at - 1)) === wanted && classOf(text.charCodeAt(at + 1)) === wanted
}

/** Writes to `starts` where the words of a stretch start, and behind them its end; gives the number of words. */
export function wordStarts(text: string, from: number, to: number, starts: Int32Array): number {
  let count = 0
  for (let at = from; at < to; at++) if (at === from || !isWithinWord(text, at)) starts[count++] = at
  starts[count] = to
  return count
}
