import { type Found, inText, type Reading } from '../../reading.ts'
import { datesIn } from '../../values/dates-in.ts'
import { periodsIn } from '../../values/periods-in.ts'
import { isRole, isSomebody, isThing, ROLES } from '../somebody.ts'
import { dutyWords, isDeed } from './duty-words.ts'
import { type PresentDuty, presentDuties } from './present-duties.ts'
import { whoIsBound } from './who-is-bound.ts'

const EVERY =
  /\b(?:each|every|per) (?:calendar |business |contract |fiscal )?(?:day|week|month|quarter|year)|\b(?:daily|weekly|monthly|quarterly|annually|yearly|semi-annually|bi-?weekly)\b/i
const BY =
  /\b(?:by|before|no later than|not later than|on or before|within|prior to|upon|until|at least)\b(?: the)?[^.;,]{0,60}$/i
/** `Within ten days of the end of a month, the Supplier shall …`: the time stands before who is bound. */
const LEADING_TIME =
  /(?:^|[.;:] )(?:within|no later than|not later than|by|on or before|before|at least|every|each|once|twice)\b[^.;:]{3,120},? (?:the |each )?$/i
const MAX = 400
const LEAST = 6
const BINDS =
  /\b(?:shall|will|must|agrees?|undertakes?|promises?|ensures?|ha(?:s|ve) to|are to|is to|duty|required|expected|bound|obliged|obligated|responsible|commits?|covenants?|guarantees?|warrants?|in charge|responsibility)\b/i

/** `Invoices are to be paid by the Customer`: who is bound stands behind. */
const PASSIVE = new RegExp(
  `(?:^|[,;:] )(?<thing>(?:[\\w-]+ ){1,6}?)(?:shall|must|will|(?:is|are) to) be (?!governed|construed|bound|replaced|superseded|affected|owned|defined|amended|limited)(?<deed>[a-z]+(?:ed|en|id|de|nt|ne|pt)(?: out| up| over)?) by (?<who>(?:the |each )?(?:[A-Z][\\w&.'-]*(?: [A-Z][\\w&.'-]*){0,3}|(?:${ROLES})s?\\b))(?<rest>[^.;\\n]{0,200})`,
)
const DUTY_OF =
  /\b(?:is|be) (?:the (?:duty|task|responsibility|obligation) of|for|up to|incumbent on) (?<who>(?:the |each )?[A-Z][\w&.'-]*(?: [A-Z][\w&.'-]*){0,3}) to (?<what>\w[^.;\n]{8,})/
const BE_DONE_BY = /^be \w+(?: \w+)? by (?:the |each )?[A-Z]/

/**
 * Who shall do what by when: the sentences that bind somebody, with the first date, length of time or rhythm they name. `parties` are
 * the names by which the text calls its parties: with them what is only called by a capital, as a thing is too, can be told from them.
 */
export function obligations(reading: Reading, parties: readonly string[]): Found[] {
  const known = new Set(parties.map(name => name.toLowerCase()))
  return inText(reading, reading.each(read)).flatMap(found => {
    const { value } = found
    if (value.kind !== 'obligation' || known.size === 0) return [found]
    if (!isParty(value.who, known)) return []
    const heading = headingBefore(value.who, known)
    return [{ ...found, value: { ...value, who: value.who.slice(heading) }, start: found.start + heading }]
  })
}

/** How many characters of a heading stand before a party in what seems to be one name: `Approved Products Galaxy`. */
function headingBefore(who: string, known: ReadonlySet<string>): number {
  if (/ (?:and|or|of) /i.test(who)) return 0
  const starts = [...who.matchAll(/(?<= )(?=\S)/g)].map(({ index }) => index)
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
  return known.has(bare) || known.has(last) || isRole(last) || !isThing(bare)
}

function read(sentence: string): Found[] {
  if (!BINDS.test(sentence)) return presentDuties(sentence).map(told)
  const found = boundIn(sentence)
  return found.length > 0 ? found : turnedRound(sentence)
}

const LEADS_ON = /(?:[,;.]|\b(?:and|but|while|or)) *$/i
const GOES_ON = /(?:\b(?:and|but|or|also),?|,) $/i

/** Each word of duty binds who stands before it, or, where it goes on (`and shall`), who was bound last. */
function boundIn(sentence: string): Found[] {
  const words = dutyWords(sentence)
  const bonds = words.flatMap((word, index) => {
    const own = whoIsBound(sentence, words[index - 1]?.end ?? 0, word.start)
    // `Shall ensure that` is one duty.
    return own || GOES_ON.test(sentence.slice(0, word.start)) ? [{ ...word, own }] : []
  })
  let last: string | null = null
  return bonds.flatMap(({ start, end, isPlain, own }, index): Found[] => {
    if (own) last = isSomebody(bareWho(own.who)) ? own.who : null
    const who = last
    const next = bonds[index + 1]
    const upToNext = sentence.slice(end, next?.own?.start ?? next?.start)
    // `Shall ensure that the Supplier shall …`: what belongs to the duty is not cut off it.
    const what = whatIn(LEADS_ON.test(upToNext) ? upToNext : sentence.slice(end))
    if (who === null || what.length < LEAST || !isDeed(what) || BE_DONE_BY.test(what)) return []
    const at = own?.start ?? start
    return [
      {
        kind: 'obligation',
        value: {
          kind: 'obligation',
          who: bareWho(who),
          what,
          due: dueIn(sentence, at, sentence.slice(start, end) + what),
        },
        start: at,
        end: end + what.length,
        confidence: isPlain ? 0.75 : 0.6,
        rule: 'somebody is bound to do something',
      },
    ]
  })
}

const dueIn = (sentence: string, at: number, deed: string) =>
  dueOf(deed) ?? dueOf(LEADING_TIME.exec(sentence.slice(0, at))?.[0] ?? '')

/** Up to the end of the sentence or of the item, without what leads on to the next duty. */
const whatIn = (text: string): string =>
  (/^[^;\n]*/.exec(text)?.[0] ?? '')
    .slice(0, MAX)
    .replace(/[\s,.]*(?:\b(?:and|but|while|or|which|who|that)\b[\s,]*)*$/i, '')

/** A duty told as what is done, as plain agreements tell it. */
const told = ({ who, what, start, end }: PresentDuty): Found => ({
  kind: 'obligation',
  value: { kind: 'obligation', who: bareWho(who), what: what.slice(0, MAX), due: dueOf(what) },
  start,
  end,
  confidence: 0.5,
  rule: 'what somebody does',
})

/** Without its article, and without the full stop of a sentence that ends with it. */
const bareWho = (who: string) => who.replace(/^the /i, '').replace(/(?<![A-Z]\w?)\.$/, '')

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

/** The date (ISO), the length of time (ISO) or the rhythm in words by which the duty falls due. */
function dueOf(what: string): string | null {
  const date = datesIn(what)[0]
  if (date) return date.date
  const period = periodsIn(what).find(one => BY.test(what.slice(Math.max(0, one.start - 70), one.start)))
  return period?.iso ?? EVERY.exec(what)?.[0].toLowerCase() ?? null
}
