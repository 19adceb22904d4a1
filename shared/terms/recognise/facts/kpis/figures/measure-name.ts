import { NUMBERED } from '../kpi-numbered.ts'
import { cleanedName, measureName } from '../kpi-words.ts'
import type { Figure } from './figures-in.ts'

/** What leads into a sentence and says nothing of what is measured: who agrees, and when. */
const AGREED =
  /^(?:it is (?:agreed|understood|the (?:aim|goal|intention|objective|wish) of [^,;]{2,40}?) that,? ?|the (?:parties|partners|members) agree that )/i
const WHEN =
  /^(?:(?:in|by|from|during|within|for|at|on|as of|until|after|throughout|with effect from|over|without limiting|starting from|compared with|against) [^,]{2,70}, ?|(?:by|in|from|until) (?:the end of )?(?:19|20)\d\d,? |in (?:a|any|each|every) [a-z]+ in which |for the (?:coming|next|following) [a-z]+ |(?:in|within|after) (?:[a-z]+ ){1,2}(?:years?|months?|weeks?) (?=(?:it|the|this)\b)|(?:if|where|should|when|whenever|in case|in the event that|as long as) (?=\S)|a credit [a-z ]{3,30} when (?:in|during|for) (?:each|every|any) (?:calendar |contract )?(?:day|week|month|quarter|year|season|term) |(?:each|every) (?:month|year|quarter|week|day),? )+/i
/** Something said between commas, and in brackets. */
const ASIDE =
  /, (?:which|that|who|meaning|being|measured|calculated|counted|expressed|taken|as|where|save|other than|including)\b[^,]{3,120}, | ?\([^()]{0,120}\)/gi
const DEFINED = /^(?:the )?"(?<term>[^"]{2,60})"[^"]{0,40}? (?:means|is|shall mean|denotes|describes)\b/i
/** What stands between a name and its figure and belongs to neither. */
const BOUND_AT_END =
  /(?:,? ?(?:\b(?:(?:less|greater|more) than or equal to|equal to or (?:less|greater|more|better|higher|lower) than|at (?:least|most|or (?:above|below))|no(?:t)? (?:later|more|less|fewer|longer|greater|higher|lower|below|above) than|not (?:below|above|under|over)|(?:more|less|fewer|longer|higher|lower|better|greater) than|up to|under|over|below|above|beyond|inside|(?:to )?the last|short of|within|in|on|to|by|of|at|is|are|be|the|an?|every|each|about|around|only|not|exceeds?|exceed|average|averages|minimum|maximum|max\.?|min\.?|maximally|minimally|target|goal|with|for|from|than|after|until|between|and|amounts?|reach(?:es)?|stays?|keeps?|kept|falls?|rises?|grows?|climbs?|drops?|lies?|sinks?|shrinks?|halves|goes|comes? (?:down|up|out)?|takes|makes? up|minus|plus|some|so that|that)|[:=≥≤<>→+(,-]))+ ?$/i
/** What is left of a verb before a bound: `may not pass`, `is brought from 9 hours`. */
const VERB_AT_END =
  / (?:(?:may|must|shall|will|should|does|do|can|is|are|never|has|have)(?: not)?(?: be)?(?: to)?(?: have)?(?: (?:(?:measur|maintain|reduc|increas|rais|limit|lower|report|achiev|reach|attain|restrict|confin|improv|expect|requir|calculat|decreas|shorten|extend|pass)ed|raised|reduced|measured|increased|achieved|pass|go|make|add|drop|rise|risen|fall|fallen|come|brought|cut|kept|held|met|lie|stay|remain|up|down|beyond|above|below))*|(?:goes|shrinks?|climbs?|is \w+) from \S+(?: [a-z]+)?)$/i
const DATE_AT_END =
  /(?:^|[\s:,;(]+)(?:(?:in|by|until|for) )?(?:(?:19|20)\d\d(?:\/\d\d)?|[Qq][1-4]|[Yy]ear \w+)[:,]?$/
/** `Credits are due if in any month the System is available for less than`: what follows is no part of the name. */
const CONDITION = /^.{3,80} (?:if|when|whenever|where) (?:in (?:any|a|one) (?:[a-z]+ )?[a-z]+ )?(?=\S+ \S)/i
const FROM_FIGURE =
  /[,:(]? ?\b(?:up |down )?(?:from|against|(?:rose|fell|dropped|climbed|grew|sank|amounted|came) to|stood at|baseline|today|currently|now|last year)(?: of| is|:)? (?:a baseline of |about |currently )?[^a-z]{0,4}[\d][^;]{0,60}$/i
const AFTER_SHARE = /^ of (?:all |the |its |their |our |any |those )*(?<name>[a-z][^,.;:|()]{2,110})/i
const AFTER_COUNT =
  /^ (?!(?:or|and|on|in|at|by|for|per|an?|each|every|times|units?|points?|from|within|to|than|of|lower|higher|more than|less|is|are|was|against|with|as|where|shall|will|must|should)\b)(?:(?:of )?(?:all|the|its|their) )?(?<name>[a-z][^,.;:|()]{2,80})/i
/** `participants, of whom a minimum of 40% shall be women` */
/** A count that is of something which is measured itself: `class size … 24 pupils`, `the backlog is cut to 200 files`. */
const IS_MEASURE =
  /\b(?:sizes?|rates?|number of|average|mean|median|scores?|level|backlog|index|quota|queue|waiting list|times?|turbidity|density|load|ratio|capacity use)\b/i
/** `in 80 % of the cases the mediator is named within a week` */
const IN_CASES = /^ of (?:all |the |its )*[a-z]+,? (?:the |an? )?(?<name>[a-z][^,.;:|()]{3,90})/i
/** `100% on time delivery` */
const DIRECTLY =
  /^ (?<name>(?:on[- ]time|availability|uptime|accuracy|satisfaction|attendance|coverage|compliance|completion|deliver\w+|occupancy|recovery|recycl\w*|punctual\w*)[^.,;:()]{0,40})/i
/** Who sees to it is no part of the name. */
const SEEN_TO =
  /^.*\b(?:ensures?|guarantees?|makes? sure|sees? to it|aims?|expects?|wants?|would like|maintains?|achieves?|undertakes?|agrees?|promises?|intends?)(?: (?:that|to))?$/i
const TO_DO =
  /^(?:make|keep|have|hold|meet|maintain|achieve|ensure|reduce|cut|raise|increase|lower|lift|improve|bring|limit|decrease)s?(?: down)? (?:the |its |their |our |an? )?(?!in |of |by )(?=\S)/i
const OF_WHOM = /\bof (?:whom|which|these|them)\b[^.;]{0,30}$/i
const PREDICATE =
  /^ (?:(?:shall|will|must|should|are to) )?(?:(?:be|are|is) )?(?<name>[a-z][^.,;:|()]{2,60})/i
/** Where a name that stands behind its figure ends: the verb, or when and how often. */
const ENDS =
  / (?:shall|will|must|should|may|is|are|be|has|have|reach\w*|arrive|report|by|until|each|every|per|before|after|within|from|against|up|down|who|that|which|when|where|in (?:19|20)\d\d|(?:a|in (?:any|each|its|their)) (?:\w+ )?(?:day|week|month|quarter|year|season|term))\b.*$/i
/** A share is of what is done, with how soon: only when and how often it is so is no part of its name. */
const SHARE_ENDS =
  / (?:by (?:the |end |next |(?:19|20)\d\d|\d)|until|(?:each|every|per|in (?:any|each|every|the)) (?:[a-z]+ )?(?:day|week|month|quarter|year|term)|in (?:19|20)\d\d|up from|down from|and (?:shall|must|will|is|are)|within the (?:term|project)|compared|against|who|which|as measured|the (?:fee|price|charge|contractor|supplier|provider|operator|buyer))\b.*$/i
/** A whole that says nothing of what is measured. */
const ANY_WHOLE =
  /^(?:cases?|calendar \w+|(?:the )?hours?|(?:the )?time|total|days?|nights?|samples|months?|years?|weeks?|occasions|instances|times?|each|every|it|them|these|those)\b/i
/** Words that stand for what the sentence before told. */
const STANDS_FOR =
  /^(?:(?:of|for) )?(?:it|this|these|those|they|we|you|that|which|such|currently|today|now|baseline|(?:the )?(?:agreed |first |second |current |expected )?(?:value|level|figure|target|targets|goal|aim|objective|rate|measure|limit|threshold|standard|share|number)(?: to be reached| aimed at| agreed)?)\b(?! (?:of|for|in) )[^a-z]*(?:(?:stood|was|is|to be|of|value|shall|will|must|be|set|and|at|we agree|agree)\b[^a-z]*)*$/i

/** What a figure is of, in the words around it; `…` stands where the figure stood within them. Empty where the sentence names nothing. */
export function nameOfFigure(sentence: string, figure: Figure, from: number): string {
  const rest = sentence
    .slice(figure.after, figure.after + 160)
    .replace(/ \(\d+\)/g, '')
    .replace(/,? and (?:at least )?\d.*$/, '')
  const unit = figure.unit ?? ''
  const isShare = /%|cent|\b(?:of|in)\b/i.test(unit)
  const isAmount = /^(?:tonn|t\b|k?g\b|gram|litre|[mk]wh|hect|kilom|met|mile)/i.test(unit)
  const isWhole = /\b(?:out of|of|in)\b/i.test(unit)
  const told = (isShare || isAmount ? AFTER_SHARE : unit === '' ? AFTER_COUNT : null)?.exec(rest)
  const counted = isWhole ? (AFTER_SHARE.exec(rest) ?? AFTER_COUNT.exec(rest)) : null
  // What goes on with `of` belongs to the figure before.
  const text = sentence.slice(from, figure.start)
  const lead = leadOf(from > 0 ? text.replace(/^ of [^;]*? and /, '') : text)
  const described = / an? $/i.test(sentence.slice(0, figure.start)) ? AFTER_COUNT.exec(rest) : null
  const found = described ?? counted ?? told
  const behind = cleanedName(
    (found?.groups?.name ?? '')
      .replace((found === told && isShare) || found === counted ? SHARE_ENDS : ENDS, '')
      .replace(/ \S*$/, part => (found?.groups?.name?.length === 111 ? '' : part)),
  )
  const predicate = OF_WHOM.test(sentence.slice(from, figure.start))
    ? PREDICATE.exec(rest)?.groups?.name
    : undefined
  if (predicate !== undefined) return cleanedName(predicate)
  if (described && behind.length >= 3) return behind
  if (figure.counted !== null && !ANY_WHOLE.test(figure.counted)) return cleanedName(figure.counted)
  const inCases = lead === '' && ANY_WHOLE.test(behind) ? IN_CASES.exec(rest)?.groups?.name : undefined
  if (inCases?.includes(' ')) return cleanedName(inCases)
  const direct = isShare && found === null ? DIRECTLY.exec(rest)?.groups?.name : undefined
  if (direct !== undefined) return cleanedName(direct.replace(ENDS, ''))
  if (behind.length < 3 || ANY_WHOLE.test(behind)) return lead
  if (told && unit === '')
    return IS_MEASURE.test(lead) ? lead : withLabel(sentence.slice(from, figure.start), behind)
  const doer =
    /^(?:the |each |every |our )?(?:[A-Z][\w&-]*|[a-z]+)(?: [A-Z][\w&-]*)*(?: (?:shall|will|must|should|aims?|agrees?|undertakes?|expects?|intends?)\b.*)?$/
  const label = labelOf(sentence.slice(from, figure.start))
  const before = cleanedName((lead.split(/[;|:]/).at(-1) ?? '').replace(SEEN_TO, ''))
  if (before.split(' ').length < 2 || doer.test(before))
    return label !== undefined && !counted ? `${cleanedName(label)} … of ${behind}` : behind
  return `${before} … ${told && figure.unit !== null && !counted ? 'of ' : ''}${behind}`
}

/** The label of `Damage: max. 0.3 %`, with nothing but a bound behind its colon. */
function labelOf(before: string): string | undefined {
  const [label, bound, more] = before.split(':')
  return label !== undefined &&
    bound !== undefined &&
    more === undefined &&
    bound.replace(BOUND_AT_END, '').trim() === ''
    ? label
    : undefined
}

/** `Continuity of care: no more than five different carers` is called by both. */
function withLabel(before: string, name: string): string {
  const label = /^ ?(?<label>[A-Z][^;|:.,]{2,40}): /.exec(before.replace(NUMBERED, ''))?.groups?.label
  return label === undefined || /^(?:target|goal|aim)/i.test(label) ? name : `${cleanedName(label)}: ${name}`
}

/** The name of a measure in what stands before its figure. */
function leadOf(text: string): string {
  const whole = text
    .replace(/^[\s\d.()*•;,-]+/, '')
    .replace(/^(?:and|but|while|or|then) /i, '')
    .replace(NUMBERED, '')
  const term = DEFINED.exec(whole)?.groups?.term
  if (term !== undefined) return cleanedName(term)
  const plain = whole
    .replace(AGREED, '')
    .replace(WHEN, '')
    .replace(ASIDE, ' ')
    .replace(CONDITION, '')
    .replace(FROM_FIGURE, '')
    .replace(/ [\d.,]+ ?%? ?(?:->|→|=>) ?$/, '')
  const tail = plain.split(/; |, (?:and|but|while|whereas) | (?:\([ivx]+\)|\([a-z]\)) /).at(-1) ?? ''
  const lead = tail
    .replace(/^(?:and|but|to) /i, '')
    .replace(BOUND_AT_END, '')
    .replace(DATE_AT_END, '')
    .replace(BOUND_AT_END, '')
    .replace(VERB_AT_END, '')
    .replace(/ (?:is|are) not (?:allowed|permitted)$/i, '')
    .replace(BOUND_AT_END, '')
    .trim()
  if (
    STANDS_FOR.test(lead) ||
    /\b(?:get|bring|keep|take|have) (?:it|them)$/i.test(lead) ||
    /^(?:it|this|they) (?:was|were|is|stood|has)\b/i.test(lead)
  )
    return ''
  const named = measureName(lead)
    .replace(TO_DO, '')
    .replace(/ (?:is|are|shall be|will be|must be) (?=(?:\w+ed|let|sent|seen)(?: \w+)?$)/, ' ')
  return named.length >= 3 && !STANDS_FOR.test(named)
    ? named
    : cleanedName(lead.split(/[;|]|: (?=.{25})/).at(-1) ?? '')
}
