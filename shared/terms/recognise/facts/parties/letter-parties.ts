import { datesIn } from '../../values/dates-in.ts'
import { isRole } from '../somebody.ts'
import { endOfName } from './names-in-list.ts'
import { hasLegalForm, isPartyName } from './party-name.ts'
import { type PartySegment, segmentsOf } from './party-segments.ts'

const HEAD = 3000
const SALUTATION =
  /(?:^|[\n\d.)] ?)(?<greeting>(?:Dear|DEAR) [A-Z][^:,\n]{1,50}|Ladies (?:and|&) Gentlemen|LADIES AND GENTLEMEN|Gentlemen|GENTLEMEN|Dear Sirs?(?: or Madam)?|Dear Sir or Madam)(?:[:,-]|(?=\n))/
/** So much of a letter's first paragraph names who writes it. */
const FIRST_WORDS = 1300
/** The line that says what a letter is about, below the greeting. */
const SUBJECT = /^\s*[^\n(]{3,140}\n/
/** What ends the names: the first words of what the letter is about. */
const WHAT_IS_DONE =
  /\b(?:proposes?|issued|has|have|had|wish(?:es)?|intends?|desires?|(?:is|are) pleased|will|shall|pursuant|with respect|in connection)\b/
/** What stands above or beside the name of whom a letter is to. */
const NO_NAME =
  /^(?:[\s,;:]|(?:Mr|Ms|Mrs|Dr|Messrs)\.? |to:? |via\b[^\n]{0,40}(?:\n|mail|courier|delivery|facsimile)|confidential|(?:by )?(?:hand|fax|facsimile|e-?mail)\b(?: delivery)?|attention:? |attn\.?:? )+/i
const ADDRESS =
  /\n| (?=(?:\d|Suite\b|P\.? ?O\.? |Attention|Attn|c\/o|Re:|One |Two ))|,? (?:President|Chairman|Chief|Vice|CEO|CFO|Director)\b/

/**
 * The parties of an agreement in the form of a letter: who the first paragraph says writes it, and whom it is to. Two or more, or
 * none. `named` is the one whom the text names elsewhere as a party with `you`.
 */
export function letterParties(plain: string, named: PartySegment | undefined): PartySegment[] {
  const head = plain.slice(0, HEAD)
  const greeting = SALUTATION.exec(head)
  if (!greeting) return []
  const greeted = greeting.index + greeting[0].length
  const start = greeted + (SUBJECT.exec(plain.slice(greeted, greeted + 200))?.[0].length ?? 0)
  const opening = plain.slice(start, start + FIRST_WORDS)
  const end = start + (WHAT_IS_DONE.exec(opening)?.index ?? opening.length)
  const first = segmentsOf(plain, { start, end }).filter(
    ({ name, shortNames }) =>
      shortNames.length > 0 && isPartyName(name) && (hasLegalForm(name) || shortNames.some(isRole)),
  )
  const writers = first.length > 0 || !named ? first : [named]
  const to = addressee(head, greeting.index)
  const known = to && writers.some(one => alike(one.name, to.name))
  const found = to && !known ? [...writers, to] : writers
  return writers.length > 0 && found.length >= 2 ? found : []
}

/** Whom the letter is to: the first name between its date and the greeting. */
function addressee(head: string, greeting: number): PartySegment | null {
  const date = datesIn(head.slice(0, greeting)).at(-1)
  if (!date) return null
  let at = date.end
  for (const line of head.slice(at, greeting + 1).split(ADDRESS)) {
    const lead = NO_NAME.exec(line)?.[0].length ?? 0
    const name = line.slice(lead, endOfName(line, lead, line.length))
    const start = head.indexOf(name, at)
    if (name.length > 3 && name.includes(' ') && isPartyName(name) && !/\d/.test(name))
      return { name, shortNames: [], start, end: start + name.length }
    at += line.length
  }
  return null
}

const alike = (a: string, b: string) => bare(a) === bare(b)
const bare = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '')
