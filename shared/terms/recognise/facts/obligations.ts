import { type Found, inText, type Reading } from '../reading.ts'
import { datesIn } from '../values/dates-in.ts'
import { periodsIn } from '../values/periods-in.ts'

const ROLES =
  'licensor|licensee|company|supplier|buyer|seller|customer|client|consultant|contractor|distributor|manufacturer|provider|vendor|agent|sponsor|owner|operator|franchisee|franchisor|partner|city|county|agency|university|administrator|bank|trust|reseller|publisher|developer|service provider|purchaser|shipper|transporter|recipient|host|organi[sz]er|member|commissioner|chair|treasurer|secretary|board|committee|council|staff|driver|manager|service manager|neighbour|resident|volunteer|school|hospital|municipality'
/** Who is bound, by a capital name or a role, right before a word of duty. */
const DUTY = new RegExp(
  `(?:^|[\\s,;:("])(?<who>(?:each|either|both|the|every|neither) part(?:y|ies)|(?:the |each |such )?(?:${ROLES})s?|[A-Z][\\w&.'-]*(?: [A-Z][\\w&.'-]*){0,3}) (?:further |also |hereby |promptly )?(?<duty>shall|will|must|agrees? to|undertakes? to|promises? to|ensures? that|ha(?:s|ve) to|(?:is|are) to(?! be\\b)|(?:is|are) (?:required|expected|obliged|obligated|responsible) (?:to|for)|commits? to|covenants? to|guarantees? to|warrants? to|(?:is|are) in charge of)(?:, [^,;.]{3,50},)?(?! not\\b(?! only))(?! (?:have (?:the|no) (?:right|obligation|liability)|be (?:free|valid|entitled|deemed|governed|construed|liable|effective|void|subject|bound|considered|interpreted|in (?:full )?force|binding|no )|mean|survive|not|constitute|include|remain|terminate|expire|commence|continue|inure|apply|control|prevail)\\b) (?<what>\\w(?:(?!,? (?:and|but|while) (?:the |each )?[A-Z][\\w-]+ (?:shall|will|must) )[^.;\\n]){8,})`,
  'gi',
)
const NOT_SOMEBODY =
  /^(?:(?:this |the )?(?:agreement|term|section|article|exhibit|schedule|contract|parties hereto|warranty|notice|order|license|foregoing|products?|services?|amendment|effective date|fee|royalty|price|arbitrators?|court|payment)s?|it|they|he|she|we|i|you|that|which|who|and|or|if|such|any|all|no|there|nothing|what)$/i
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
  const found: Found[] = []
  if (!BINDS.test(sentence)) return found
  for (const match of sentence.matchAll(DUTY)) {
    const { who: subject = '', what = '' } = match.groups ?? {}
    const who = subject.replace(/^(?:and|but|while) (?=\w)/i, '')
    if (NOT_SOMEBODY.test(who) || /^(?:neither|nothing|no)\b/i.test(who) || BE_DONE_BY.test(what)) continue
    const at = match.index + match[0].indexOf(who)
    const text = what.slice(0, MAX).trim()
    found.push({
      kind: 'obligation',
      value: {
        kind: 'obligation',
        who: who.replace(/^the /i, ''),
        what: text,
        due:
          dueOf(match[0].slice(match[0].indexOf(who) + who.length)) ??
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

/** Who is bound is said behind what is to be done. */
function turnedRound(sentence: string): Found[] {
  const passive = PASSIVE.exec(sentence)
  const match = passive ?? DUTY_OF.exec(sentence)
  const { who = '', what, thing = '', deed = '', rest = '' } = match?.groups ?? {}
  if (!match || NOT_SOMEBODY.test(who)) return []
  const text = (what ?? `${thing}${deed}${rest}`).slice(0, MAX).trim()
  const start = match.index + match[0].search(/\w/)
  return [
    {
      kind: 'obligation',
      value: { kind: 'obligation', who: who.replace(/^the /i, ''), what: text, due: dueOf(what ?? rest) },
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
