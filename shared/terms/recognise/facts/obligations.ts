import { type Found, inText, type Reading } from '../reading.ts'
import { datesIn } from '../values/dates-in.ts'
import { periodsIn } from '../values/periods-in.ts'
import { type PresentDuty, presentDuties } from './present-duties.ts'
import { isSomebody, ROLES } from './somebody.ts'

/** Who is bound, by a capital name or a role, right before a word of duty. */
const DUTY = new RegExp(
  `(?:^|[\\s,;:("])(?<who>(?:each|either|both|the|every|neither) part(?:y|ies)|(?:the |each |such )?(?:${ROLES})s?|[A-Z][\\w&.'-]*(?: [A-Z][\\w&.'-]*){0,3})(?:, (?:acting|through|as|at|for|with|by|if|where|when)\\b[^,;.]{3,60},)? (?:further |also |hereby |promptly )?(?<duty>shall|will|must|(?:is|are) (?:under an? (?:duty|obligation)|bound) to|(?:is|are) (?:obliged|obligated|required|bound) (?:within|by|before|not later than|at)\\b[^,.;:]{3,40} to|agrees? to|undertakes? to|promises? to|ensures? that|ha(?:s|ve) to|(?:is|are) to(?! be\\b)|(?:is|are) (?:required|expected|obliged|obligated|responsible) (?:to|for)|commits? to|covenants? to|guarantees? to|warrants? to|(?:is|are) in charge of)(?:, [^,;.]{3,50},)?(?! not\\b(?! only))(?! (?:have (?:the|no) (?:right|obligation|liability)|be (?:free|valid|entitled|deemed|governed|construed|liable|effective|void|subject|bound|considered|interpreted|in (?:full )?force|binding|no )|mean|survive|not(?! only)|constitute|include|remain|terminate|expire|commence|continue|inure|apply|control|prevail)\\b) (?<what>\\w(?:(?!,? (?:and|but|while) (?:the |each )?[A-Z][\\w-]+ (?:shall|will|must) )[^.;\\n]){8,})`,
  'gi',
)
const EVERY =
  /\b(?:each|every|per) (?:calendar |business |contract |fiscal )?(?:day|week|month|quarter|year)|\b(?:daily|weekly|monthly|quarterly|annually|yearly|semi-annually|bi-?weekly)\b/i
const BY =
  /\b(?:by|before|no later than|not later than|on or before|within|prior to|upon|until|at least)\b(?: the)?[^.;,]{0,60}$/i
/** `Within ten days of the end of a month, the Supplier shall …`: the time stands before who is bound. */
const LEADING_TIME =
  /(?:^|[.;:] )(?:within|no later than|not later than|by|on or before|before|at least|every|each|once|twice)\b[^.;:]{3,120},? (?:the |each )?$/i
const MAX = 400
const BINDS =
  /\b(?:shall|will|must|agrees?|undertakes?|promises?|ensures?|ha(?:s|ve) to|are to|is to|duty|required|expected|obliged|obligated|responsible|commits?|covenants?|guarantees?|warrants?|in charge|responsibility)\b/i

/** Who a sentence begins with. */
const FIRST = /^(?:(?:[Tt]he|[Ee]ach) )?(?<who>[A-Z][\w&.'-]*(?: [A-Z][\w&.'-]*){0,3}) (?:shall|will|must)\b/
const BE_DONE_BY = /^be \w+(?: \w+)? by (?:the |each )?[A-Z]/
/** `Invoices are to be paid by the Customer`: who is bound stands behind. */
const PASSIVE = new RegExp(
  `(?:^|[,;:] )(?<thing>(?:[\\w-]+ ){1,6}?)(?:shall|must|will|(?:is|are) to) be (?!governed|construed|bound|replaced|superseded|affected|owned|defined|amended|limited)(?<deed>[a-z]+(?:ed|en|id|de|nt|ne|pt)(?: out| up| over)?) by (?<who>(?:the |each )?(?:[A-Z][\\w&.'-]*(?: [A-Z][\\w&.'-]*){0,3}|(?:${ROLES})s?\\b))(?<rest>[^.;\\n]{0,200})`,
)
const DUTY_OF =
  /\b(?:is|be) the (?:duty|task|responsibility|obligation) of (?<who>(?:the |each )?[A-Z][\w&.'-]*(?: [A-Z][\w&.'-]*){0,3}) to (?<what>\w[^.;\n]{8,})/

/** Who shall do what by when: the sentences that bind somebody, with the first date, length of time or rhythm they name. */
export const obligations = (reading: Reading): Found[] => inText(reading, reading.each(read))

function read(sentence: string): Found[] {
  if (!BINDS.test(sentence)) return presentDuties(sentence).map(told)
  const found: Found[] = []
  for (const match of sentence.matchAll(DUTY)) {
    const { who: subject = '', what = '' } = match.groups ?? {}
    // `The Provider shall not pass on the data and shall delete it`: who is bound stands at the beginning.
    const own = subject.replace(/^(?:and|but|while) (?=\w)/i, '')
    const goesOn = /\b(?:and|but|or|also)$/i.test(own)
    const who = goesOn ? (FIRST.exec(sentence)?.groups?.who ?? '') : own
    if (who === '' || !isSomebody(who) || BE_DONE_BY.test(what)) continue
    const at = goesOn ? match.index : match.index + match[0].indexOf(who)
    const text = what.slice(0, MAX).trim()
    found.push({
      kind: 'obligation',
      value: {
        kind: 'obligation',
        who: bareWho(who),
        what: text,
        due:
          dueOf(match[0].slice(goesOn ? 0 : match[0].indexOf(who) + who.length)) ??
          dueOf(LEADING_TIME.exec(sentence.slice(0, at))?.[0] ?? ''),
      },
      start: at,
      end: Math.min(sentence.length, match.index + match[0].indexOf(what) + text.length),
      confidence: /^(?:shall|must)$/i.test(match.groups?.duty ?? '') ? 0.75 : 0.6,
      rule: 'somebody is bound to do something',
    })
  }
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
