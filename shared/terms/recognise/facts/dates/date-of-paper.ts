import { matchesOf } from '../../text/matches-of.ts'
import { datesIn } from '../../values/dates-in.ts'

/** A paper with what points at it: `this Agreement`, `that certain Supply Agreement`, `an agreement`. */
const PAPER =
  /\b(?<which>this|that|those|these|an?|the|certain|its|their|such|said|prior|original|existing|previous)(?: (?:"|\()?[\w&'/.,#-]+\)?){0,9}? "?(?:agreements?|contract|trust|lease|amendment|addendum|deed|letter|memorandum|note|plan|policy|order|licen[sc]e|indenture|guarant(?:y|ee)|schedule|statement|certificate|charter|judgment|decree|bond|invoice|quotation|opinion|prospectus|instrument|resolution|report|proposal)\b(?! (?:agreement|contract|deed|letter|memorandum|addendum|amendment)s?\b)/gi
/** How a date hangs on the paper that is named before it. */
const HANGS = /\b(?:dated?|made|entered(?: into)?|executed|signed|effective|as of)\b/i
const BRACKETED = / ?\([^()]{0,160}\)/g
/** What is left of a bracket that begins before the words given. */
const CUT_BRACKET = /^[^()]{0,200}\)/
const CLAUSE_END = /[.;](?=["')]{0,2} ["(]?[A-Z])/g

/**
 * Whose date it is that stands behind these words: that of the paper in hand, or of another one that it speaks of. A paper whose
 * date has been told already has no second one: `This Addendum to the Lease dated 1 May 2001 is made on`. Null where nothing tells.
 */
export function paperOf(before: string): 'this' | 'other' | null {
  const ends = matchesOf(before, CLAUSE_END).at(-1)
  // What a bracket names is the paper before it: `this Amendment (the "First Amendment") is made on`.
  const clause = before
    .slice(ends ? ends.index + 1 : 0)
    .replace(BRACKETED, '')
    .replace(BRACKETED, '')
    .replace(CUT_BRACKET, ' ')
  const dated = datesIn(clause)
  for (const match of matchesOf(clause, PAPER).reverse()) {
    const end = match.index + match[0].length
    if (dated.some(({ start }) => start >= end && start - end < 200)) continue
    const between = clause.slice(end)
    if (!HANGS.test(between)) continue
    const which = (match.groups?.which ?? '').toLowerCase()
    if (which === 'this') return 'this'
    // `the agreement between A and B dated`, and a title in capitals, may be the paper in hand.
    if (
      which === 'the' &&
      !/^,? ?(?:in each case,? )?\(?(?:dated?|made|entered|executed|signed|effective|as of)\b/i.test(between)
    )
      return null
    if (which === 'the' && match[0] === match[0].toUpperCase()) return null
    // `AN AGREEMENT made this 3rd day of May` is how a deed begins.
    if (/^\s*$/.test(clause.slice(0, match.index)) && match[0] === match[0].toUpperCase()) return 'this'
    // `This is an agreement made on …`, `hereby enter into an agreement`.
    if (
      /\b(?:this (?:is|document is|shall be|constitutes)|hereby|hereinafter) [^.;]{0,40}$/i.test(
        clause.slice(0, match.index),
      )
    )
      return /^(?:an?|the)$/.test(which) &&
        !/\b(?:amend|addendum|supplement)/i.test(clause.slice(0, match.index))
        ? 'this'
        : 'other'
    return 'other'
  }
  return null
}
