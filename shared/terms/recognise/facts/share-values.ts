import { type PercentIn, percentsIn } from '../values/amounts-in.ts'

/** What says that money that comes in is shared: a royalty, a commission, a percentage of what is sold. */
export const SHARED =
  /(?:%|\bper ?cent)\)? (?:\([^()]{1,12}\) |percent )?(?:of|on) (?:(?!cost|price|discount|liab)[\w'.&-]+ ){0,4}?"?(?:net|gross|sales|revenues?|profits?|proceeds|receipts|cash flow|ebit\w*|ad revenue|commissions?)\b|\b(?:royalty|commission|revenue share|profit share)(?: rate| fee| payment)?s? (?:of|equal to|at|at the rate of|shall be|will be|is|are)[^.;]{0,50}(?:%|\bper ?cent)|\b(?:shared|split|share fees|divided)\b[^.;]{0,40}\d ?%|%\)? (?:commission|royalty)\b|\b(?:royalty|commission)\b[^.;]{0,60}\bat (?:a|the) rate of [^.;]{0,30}(?:%|\bper ?cent)|(?:%|\bper ?cent)\)? of (?:all |such |the |those |any |each )?(?:[\w'&-]+ ){0,4}(?:gross |net )?(?:revenues?|profits?|proceeds|commissions?|royalt(?:y|ies)|income)\b/i

/** What a percentage is of decides whether it is a share: these are prices, fees, limits and definitions. */
const NO_SHARE_BEFORE =
  /\b(?:bonus|overhead|maintenance|allowance|discount\w*|interest|averaged|defined as|transfer fee|renewal fee|capacity|difference|penalty|does not exceed)\b[^.;]{0,50}$|\b(?:less|fewer) than $/i
const NO_SHARE_AFTER =
  /^\)?[^.;]{0,12}\b(?:of|off)\b[^.;]{0,40}\b(?:list price|costs?|capacity|initial (?:franchise )?fee|then-current|difference|charges|statutory|base (?:fee|salary|consulting))\b|^\)? of \$/i
const SHARE_NEAR =
  /\b(?:revenues?|sales|royalt\w*|profits?|proceeds|commissions?|income|receipts|gross|net|margin|split|shared?|earn\w*|premiums?|fees?|rates?|cash flow|licens\w*|warrants?|price|consideration|contribut\w*)\b/i
/** Liability and insurance have percentages of their own, save where it is a commission on their premiums. */
const COVER = /\b(?:liabilit|insur)/i
const EARNED = /\b(?:commission|royalt|premium)/i

/** The percentages of a sentence that are shares of what comes in. */
export function sharesIn(sentence: string): PercentIn[] {
  return percentsIn(sentence).filter(({ start, end }) => {
    const before = sentence.slice(Math.max(0, start - 160), start)
    const after = sentence.slice(end, end + 160)
    const near = `${before.slice(-90)} ${after.slice(0, 90)}`
    if (NO_SHARE_BEFORE.test(before.slice(-70)) || NO_SHARE_AFTER.test(after)) return false
    if (COVER.test(near) && !EARNED.test(near)) return false
    return SHARE_NEAR.test(`${before} ${after}`) || isRow(sentence)
  })
}

/** A sentence that a table of rates follows. */
const HEADER = /\b(?:royalt(?:y|ies)|commissions?|revenue share|profit share)\b/i
const FOLLOWS =
  /\b(?:as follows|(?:set forth|listed|shown|specified) (?:below|in the (?:table|schedule)|herein)|following (?:rates?|table|schedule|percentages?|tiers?|scale)|table|rates?|tiered|sliding scale)\b|:$/i
/** How many sentences behind its header a table may begin. */
const REACH = 4
const STEP =
  /^[\s"'(]*(?:[$€£>≥<≤]|less than|up to|over|above|greater|more than|exceeding|between|first|next|from|\d|on (?:total|annual|net)|(?:total |additional |annual )?(?:worldwide )?net sales|year \d)/i

/** A row of a table: steps in figures with a percentage each, and few words between. */
function isRow(sentence: string): boolean {
  const count = percentsIn(sentence).length
  const words = sentence.match(/[A-Za-z]{4,}/g) ?? []
  return count > 0 && STEP.test(sentence) && words.length <= 6 + count * 4
}

/** The sentences that are rows of tables of royalties or commissions, by index. */
export function rateRows(words: readonly string[]): ReadonlySet<number> {
  const rows = new Set<number>()
  let open = 0
  for (const [index, sentence] of words.entries()) {
    if (open > 0 && isRow(sentence)) {
      rows.add(index)
      open = REACH
    } else if (HEADER.test(sentence) && FOLLOWS.test(sentence)) open = REACH
    else open -= 1
  }
  return rows
}
