import { type Found, inText, type Reading } from '../../reading.ts'
import { matchesOf } from '../../text/matches-of.ts'
import { bareWho, isRole, isSomebody, isThing, ROLES } from '../somebody.ts'
import { boundIn } from './bound-in.ts'
import { dueOf } from './due-of.ts'
import { listedDuties } from './listed-duties.ts'
import { type PresentDuty, presentDuties } from './present-duties.ts'

const MAX = 400
const BINDS =
  /\b(?:shall|will|must|agrees?|undertakes?|promises?|ensures?|ha(?:s|ve) to|are to|is to|duty|required|expected|bound|obliged|obligated|responsible|commits?|covenants?|guarantees?|warrants?|in charge|responsibility)\b/i

/** `Invoices are to be paid by the Customer`: who is bound stands behind. */
const PASSIVE = new RegExp(
  `(?:^|[,;:] )(?<thing>(?:[\\w-]+ ){1,6}?)(?:shall|must|will|(?:is|are) to) be (?!governed|construed|bound|replaced|superseded|affected|owned|defined|amended|limited)(?<deed>[a-z]+(?:ed|en|id|de|nt|ne|pt)(?: out| up| over)?) by (?<who>(?:the |each )?(?:[A-Z][\\w&.'-]*(?: [A-Z][\\w&.'-]*){0,3}|(?:${ROLES})s?\\b))(?<rest>[^.;\\n]{0,200})`,
)
const DUTY_OF =
  /\b(?:is|be) (?:the (?:duty|task|responsibility|obligation) of|for|up to|incumbent on) (?<who>(?:the |each )?[A-Z][\w&.'-]*(?: [A-Z][\w&.'-]*){0,3}) to (?<what>\w[^.;\n]{8,})/

/**
 * Who shall do what by when: the sentences that bind somebody, with the first date, length of time or rhythm they name. `parties` are
 * the names by which the text calls its parties: with them what is only called by a capital, as a thing is too, can be told from them.
 */
export function obligations(reading: Reading, parties: readonly string[]): Found[] {
  const known = new Set(parties.map(name => name.toLowerCase()))
  const bySentence = reading.each(read)
  return [...inText(reading, bySentence), ...listedDuties(reading, bySentence)].flatMap(found => {
    const { value } = found
    if (value.kind !== 'obligation') return [found]
    if (!isParty(value.who, known)) return []
    const heading = headingBefore(value.who, known)
    return [{ ...found, value: { ...value, who: value.who.slice(heading) }, start: found.start + heading }]
  })
}

/** How many characters of a heading stand before a party in what seems to be one name: `Approved Products Galaxy`. */
function headingBefore(who: string, known: ReadonlySet<string>): number {
  if (/ (?:and|or|of) /i.test(who)) return 0
  const starts = matchesOf(who, /(?<= )(?=\S)/g).map(({ index }) => index)
  return known.has(who.toLowerCase())
    ? 0
    : (starts.find(start => known.has(who.slice(start).toLowerCase())) ?? 0)
}

/** Roles and names of parties are; others that could be a person or body are, unless their name is one of a thing. */
function isParty(who: string, known: ReadonlySet<string>): boolean {
  const bare = who
    .toLowerCase()
    .replace(/^(?:each|every|either|both|all|such|any|an?|said|neither)(?: of)?(?: the)? /, '')
  const last = bare.split(/\s+/).at(-1) ?? ''
  if (/^th(?:is|ese) /.test(bare) && !isRole(last)) return false
  return known.has(bare) || known.has(last) || isRole(last) || !isThing(bare)
}

function read(sentence: string): Found[] {
  if (!BINDS.test(sentence)) return presentDuties(sentence).map(told)
  const found = boundIn(sentence)
  return found.length > 0 ? found : turnedRound(sentence)
}

/** A duty told as what is done, as plain agreements tell it. */
const told = ({ who, what, start, end }: PresentDuty): Found => ({
  kind: 'obligation',
  value: { kind: 'obligation', who: bareWho(who), what: what.slice(0, MAX), due: dueOf(what) },
  start,
  end,
  confidence: 0.5,
  rule: 'what somebody does',
})

/** Who is bound is said behind what is to be done. */
function turnedRound(sentence: string): Found[] {
  const passive = PASSIVE.exec(sentence)
  const match = passive ?? DUTY_OF.exec(sentence)
  const { who = '', what, thing = '', deed = '', rest = '' } = match?.groups ?? {}
  if (!match || !isSomebody(who)) return presentDuties(sentence).map(told)
  const text = (what ?? `${thing}${deed}${rest}`).slice(0, MAX).trim()
  const start = match.index + match[0].search(/\w/)
  return [
    {
      kind: 'obligation',
      value: { kind: 'obligation', who: bareWho(who), what: text, due: dueOf(what ?? rest) },
      start,
      end: Math.min(sentence.length, match.index + match[0].length),
      confidence: 0.6,
      rule: 'who is bound is said behind the duty',
    },
  ]
}
