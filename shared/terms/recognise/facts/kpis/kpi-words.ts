/** What agreements measure and how they word it. Collected from service-level agreements, statements of work, grants and partnerships. */

/** Words of which one stands in the name or the verb of nearly every measure. */
export const MEASURE =
  /\b(?:availab\w*|uptime|downtime|outages?|interrupt\w*|respon[ds]\w*|resol(?:ve[ds]?|ution)|acknowledg\w*|answer\w*|repair\w*|recover\w*|restor\w*|wait\w*|turnaround|lead times?|cycle times?|processing|processed|handled|decided|dispensed|dispatched|ship(?:s|ped)?|orders|filled|fill rate|on[- ]time|punctual\w*|late|delay\w*|deliver(?:y|ies|ed)|complet(?:e|ed|ion)|accura\w*|errors?|defect\w*|fail(?:ures?|ed)|reject\w*|damaged|missed|faulty|complaints?|satisf\w*|promoter|nps|rat(?:e|es|ed|ing|ings)|scores?|recycl\w*|waste|emissions?|energy|consumption|loss(?:es)?|leak\w*|occupancy|utili[sz]\w*|attendance|absence|absenteeism|turnover|retention|participa\w*|volunteers?|vacanc\w*|drop-?outs?|trainees|graduat\w*|employment|placements?|opening hours|time to|time from|median time|average time|fix(?:es|ed)?|faults?|noise|sick leave|reuse|completeness|timeliness|parking|yield|quality|compliance|coverage|latency|jitter|throughput|backlog|mean time|mtt[rf]|mtbf|rto|rpo|cost per|share of|number of|percentage of|proportion of|kilometres|tickets?|incidents?|calls?|requests?|applications?|visits?|meals|prescriptions|parcels|households|service levels?|market share|conversion|referrals?|performance|detection|reliab\w*|served|reached|supported|trained|placed|cooperation|cases?|departures?|arrivals?|load(?:s|ed|ing)?|handling|solv(?:e[ds]?|ing)|queues?|suppliers|punctual|proportion|trees|inspections?|audience|members|membership|users|downloads|events|patients|visitors|pupils|tonnes)\b/i

/** Figures that are about money, duration, majorities or guilt and not about how well something is done. */
export const NO_MEASURE =
  /\b(?:pay|pays|payable|payments?|paid|interest|per annum|prices?|discount|fees?|deposit|royalt\w*|net sales|gross|revenues?|profits?|notices?|terminat\w*|insur\w*|liab\w*|stock(?! (?:accuracy|levels?|outs?)\b)|securities|outstanding|voting|votes?|quorum|majority|penalt\w*|liquidated|confiden\w*|cures?|breach\w*|claims? (?:must|shall|may|against)|warrant(?:y|ies)|tax(?:es)?|vat|records|retained|initial term|renew\w*|budget|capital|ownership|owns|holds|bears?|purchase|commission|minimum order|forecast|(?:inspect\w*|audit\w*)(?<!scores?[^.;]{0,40})|dispute\w*|arbitrat\w*|effective date|anniversary|invoice is due|due \d|(?:24|twenty-four) hours (?:a|per) day)\b/i

/** What is plainly a measure stays one, whatever it is of: `availability of the payment gateway`. */
export const PLAIN_MEASURE =
  /\b(?:availability|uptime|downtime|punctuality|on[- ]time|accuracy|satisfaction|occupancy|attendance|turnaround|(?:response|resolution|waiting|handling|lead|cycle) times?|(?:fill|error|defect|failure|return|reuse|recycling|completion|pass|success|vacancy|dropout|abandon\w*|retention|resolution) rates?)\b/i

/** Whether words speak of money, duration or votes, and plainly of no measure. */
export const isOther = (text: string): boolean => NO_MEASURE.test(text) && !PLAIN_MEASURE.test(text)

/** What agreements measure in. */
export const UNIT =
  '(?:%|percent(?:age)?(?: points)?|per ?cent|milliseconds?|ms\\b|seconds?|minutes?|(?:business |working |clock )?hours?|(?:business |working |calendar )?days?|weeks?|months?|points?|out of (?:\\d+|five|ten)|per (?:thousand|million|\\d[\\d,]*)|tonnes?|kwh|kg|g\\b|grams?|litres?|km\\b|ppm|parts per million|decibels?|dB\\b)'
const SUBJECT =
  /^(?<subject>.*?) (?:(?:shall|will|must|should|is|are|has|have|was|were|may|can|is to|are to)\b.*)$/i
/** What leads to a measure and is no part of its name. */
const LED_BY =
  /^.*\b(?:maintains?|ensures?|provides?|achieves?|guarantees?|delivers?|reach(?:es)?|keeps?|attains?|aims? (?:for|at|to)|expects?|plans? to|seeks? to|(?:reduc(?:e|es|ing)|cuts?|rais(?:e|es|ing)|increas(?:e|es|ing)|brings?|lowers?|lifts?|improv(?:e|es|ing)|limits?|double)(?= (?:the|its|their|our|an?|no) )|with(?= (?:an?|no) )|have|has|shall|will|must|should) (?=\S)/i
/** What is left of a sentence in the passive is no name by itself: `is answered`, `are kept`. */
const VERB_ONLY =
  /^(?:not .*|be(?:en)? .*|(?:(?:be|been|being|is|are|have|has|not|never|always|all|then|on|average|only|at|in|by|to|for|and|or|an?|the|no|so|that|as|it|up|down|out|again|back|above|below|times|except|year|from|than|\w+ed|\w+able|risen|fallen|grown|kept|held|run|met|sent|made|found|done|let|come|go|place|take|stay|remain|fall|drop|grow|decline|rise|cut|improve|increase|decrease|reach|achieve|amount|lie|exceed|cause|begin|start|arrive|longer|every|each|time|any|all)(?: |$))*)$/i
const ARTICLES =
  /^(?:(?:the|its|their|our|all|an?|of|to|by|and|that|with|for|each|any|on|in|from|percent|target|metric|measure|kpi|indicator|average number of|minimum|is|are)\b(?!-)[ :]*)+/i

/** What is done to what is measured says what the measure is; that it is kept, raised or measured does not. */
const DONE =
  /\b(?!(?:measur|maintain|reduc|increas|rais|limit|lower|report|achiev|reach|attain|restrict|confin|improv|expect|requir|need|plann|calculat|fix|decreas|shorten|extend|add|shar|bas|keep|guarante)\w*)(?:[a-z]{2,}ed|let|sent|seen|put through|taken in)\b/i

/** The name of a measure in the words before its bound; empty where there is none. */
export function measureName(before: string): string {
  const clause = before.split(/[;|•]|, (?=(?:and|but|while|where) )|: (?=.{25})/).at(-1) ?? ''
  const tail = clause.replace(LED_BY, '').trim()
  if (!VERB_ONLY.test(tail)) return cleanedName(tail)
  const subject = `${SUBJECT.exec(clause.trim())?.groups?.subject ?? clause}`.replace(/^.*\bkeep /i, '')
  const done = DONE.exec(tail)?.[0]
  return cleanedName(done !== undefined && !subject.endsWith(done) ? `${subject} ${done}` : subject)
}

export const cleanedName = (name: string): string =>
  name
    .replace(/[|:;"*•]+|^\s*-+ /g, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .replace(ARTICLES, '')
    .replace(
      /(?: (?:is|are|be|shall|will|must|should|that|of|to|at|in|by|an?|the|level|on average|for))+$/i,
      '',
    )
    .slice(0, 120)
    .trim()
