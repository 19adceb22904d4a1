const UNIT_OF_TIME = '(?:day|week|fortnight|month|quarter|half[- ]year|year|season|term|hour|shift)'
const CADENCE = new RegExp(
  `\\b(?<cadence>(?:hourly|daily|weekly|fortnightly|bi-?weekly|monthly|bi-?monthly|quarterly|half[- ]yearly|semi-?annual(?:ly)?|bi-?annual(?:ly)?|annual(?:ly)?|yearly)|(?:once|twice|three times|four times) (?:a|per|each|every) (?:calendar |school )?${UNIT_OF_TIME}|every (?:two|three|four|six|twelve|second|other|\\d{1,2}) (?:${UNIT_OF_TIME}s?)|(?:each|every|per|any|(?<!\\b(?:by|within|for|after|than|least|over|last) )a|in the) (?:calendar |contract |service |school |given |financial )*${UNIT_OF_TIME})\\b`,
  'i',
)
/** What says how often something is looked at, and not how much there is of it in a time. */
const LOOKED_AT =
  /\b(?:measur\w*|report\w*|calculat\w*|review\w*|assess\w*|averag\w*|publish\w*|check\w*|survey\w*|evaluat\w*|monitor\w*|record\w*|count\w*|inspect\w*|collect\w*|determin\w*|ask\w*|audit\w*|tak(?:en|es)|sends?|frequency|logged|submit\w*)\b/i

/** How often, in the words of the text; the words that stand with a verb of looking are sought first. Null where none are. */
export function cadenceIn(text: string): string | null {
  const looked = LOOKED_AT.exec(text)
  const near = looked ? text.slice(Math.max(0, looked.index - 60), looked.index + 90) : ''
  return (CADENCE.exec(near) ?? CADENCE.exec(text))?.groups?.cadence?.toLowerCase() ?? null
}

/** Whether a sentence is of looking at figures: measuring, reporting, checking. */
export const isOfLooking = (text: string): boolean => LOOKED_AT.test(text)

const NAMED = "(?<owner>(?:[A-Z][\\w&.'-]*|IT)(?: (?:of (?:the )?)?[A-Z][\\w&'-]*){0,4})"
/** `Owner: Head of People`, `responsible: logistics management of the Supplier`, `lead: Northern Trust` */
const LABELLED =
  /\b(?:owner|responsible(?: (?:party|partner|person|unit|body))?|accountable|lead(?: partner)?|reported by|measured by|in charge)(?: is)?: ?(?<owner>[^.;:|\n,]{2,60})/i
/** `measured by the Operator`, `calculated by Buyer's Supply Chain Department`, `determined monthly by the buyer` */
const PASSIVE =
  /\b(?:[Vv]erified|[Cc]onfirmed|[Cc]omputed|[Mm]easured|[Rr]eported|[Cc]alculated|[Rr]eviewed|[Aa]ssessed|[Pp]ublished|[Cc]hecked|[Ee]valuated|[Mm]onitored|[Rr]ecorded|[Cc]ounted|[Ii]nspected|[Cc]ollected|[Dd]etermined|[Aa]sked|[Tt]aken|[Aa]udited|[Ss]urveyed):?(?: [A-Za-z]+){0,4}? by (?:the |each |an? |our )?(?<owner>[A-Za-z][\w&'-]*(?: (?:of (?:the )?)?(?:[A-Z][\w&'-]*|manager|officer|desk|team|office|board|department|group)){0,4})/
/** `the Joint Office publishes`, `the desk manager sends the figures`, `The care coordinator checks this` */
const ACTIVE =
  /(?:^|[\s,;(])(?:the |each |our |a |an )(?<owner>[A-Za-z][\w&'-]*(?: [A-Za-z][\w&'-]*){0,3}?) (?:(?:shall|will|must) )?(?:measures?|reports?|calculates?|reviews?|assesses|publish(?:es)?|checks?|evaluates?|monitors?|records?|counts?|inspects?|collects?|determines?|sends?|submits?|surveys?)\b/i
/** `kept under 2 % by the Quality Department, which reports it weekly` */
const WHO_REPORTS =
  /\bby (?:the |our |its )?(?<owner>[A-Z][\w&'-]*(?: [A-Z][\w&'-]*){0,4}), (?:which|who) (?:[a-z]+ ){0,2}(?:measures?|reports?|calculates?|reviews?|publishe?s?|checks?|monitors?|records?|counts?)\b/
const BOUND_PARTY = new RegExp(
  `(?:^|[\\s,;(])(?:[Tt]he )?${NAMED} (?:shall|will|must|is (?:to|responsible|accountable)|agrees|undertakes|guarantees|commits)\\b`,
)

/** Who looks after a measure, in the words of the text: who is named so, who measures or reports it, or who is bound by it. */
export function ownerIn(text: string, { bound = true }: { readonly bound?: boolean } = {}): string | null {
  const found =
    LABELLED.exec(text) ??
    PASSIVE.exec(text) ??
    WHO_REPORTS.exec(text) ??
    ACTIVE.exec(text) ??
    (bound ? BOUND_PARTY.exec(text) : null)
  const owner = found?.groups?.owner?.trim().replace(/^the /i, '') ?? null
  return owner !== null &&
    /^(?:it|this|that|which|they|we|party|parties|figures?|he|she|who|by)$/i.test(owner)
    ? null
    : owner
}
