import type { Found, Reading } from '../reading.ts'

/** What agreements measure. Collected from service-level agreements, statements of work and partnership agreements. */
const MEASURE =
  '(?:(?<lead>(?:[A-Za-z][\\w-]* ){0,4}?)(?<core>availability|uptime|response time|resolution time|restoration time|recovery time|turnaround time|lead time|cycle time|waiting time|processing time|time to (?:respond|resolve|restore|repair|hire|answer)|on[- ]time (?:delivery|performance|completion)|delivery (?:performance|reliability)|fill rate|error rate|defect rate|failure rate|reject rate|accuracy|latency|throughput|satisfaction(?: (?:score|rate|rating|index))?|net promoter score|nps|first[- ]call resolution|first[- ]contact resolution|abandon(?:ment|ed call)? rate|service levels?|attendance(?: rate)?|completion rate|participation rate|retention(?: rate)?|turnover(?: rate)?|occupancy(?: rate)?|utili[sz]ation(?: rate)?|conversion rate|market share|emissions?|energy (?:use|consumption)|recycling rate|waste|yield|quality score|compliance rate|coverage rate|success rate|placement rate|employment rate|graduation rate|referrals?|response rate|detection rate|backlog|downtime|packet loss|jitter|mean time (?:to|between) \\w+|mtt[rf]|mtbf|rto|rpo))'
/** What may stand before a measure and is no part of its name. */
const LED_BY =
  /^.*\b(?:maintains?|ensures?|provides?|achieves?|guarantees?|delivers?|reach(?:es)?|keeps?|shall|will|must|has|have|of|the|an?|its|their|that|with|by|and|for|to|is|are|in|on|or|at|than|if) /i
const UNIT =
  '(?:%|percent(?:age)?(?: points)?|per ?cent|milliseconds?|ms|seconds?|minutes?|hours?|(?:business |working |calendar )?days?|weeks?|months?|points?|out of (?:\\d+|five|ten)|per (?:thousand|million|\\d+)|tonnes?|kwh|people|persons|participants|clients|households|cases|visits|complaints|incidents|calls)'
const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?'
const RELATION =
  '(?:(?:shall|will|must|is to|are to|should|of|is|are|be|at|to|target(?:ed)?|equal(?: to)?|reach|exceed|remain|maintain(?:ed)?|achieve|not|no|less|more|fewer|than|greater|lower|higher|least|most|above|below|under|over|within|up|minimum|maximum|a|an|the|average|or|equals|rate|level|target|\\||p[1-4]|(?:priority|severity|level) [1-4]|critical|high|medium|low|for|on|answered|resolved|:|-|=|>=|<=|>|<|≥|≤|,|in) ?){1,14}'
const STATED = new RegExp(
  `(?<![\\w-])(?<name>${MEASURE}) ?(?:\\([^)]{1,40}\\) ?)?(?<relation>${RELATION}) ?(?<target>${NUMBER}) ?(?<unit>${UNIT})(?![a-z])`,
  'gi',
)
/** `at least 95% of requests are answered within two days` */
const SHARE_OF = new RegExp(
  `(?<relation>(?:at least|not less than|no less than|a minimum of|more than|over|no more than|not more than|fewer than|less than|up to|at most) )(?<target>${NUMBER}) ?(?<unit>%|percent|per ?cent) of (?<name>(?:all |the |its |their )?[a-z][^.;:\\n]{4,110})`,
  'gi',
)
/** `from 40% to 60%`, `from a baseline of 12 days to 8 days` */
const CHANGE = new RegExp(
  `(?<verb>increas\\w*|rais\\w*|grow\\w*|improv\\w*|reduc\\w*|decreas\\w*|cut\\w*|lower\\w*|rise\\w*|fall\\w*|drop\\w*|shorten\\w*) (?<name>[a-z][^.;:\\n]{3,90}?)?,? ?from (?:a baseline of |about |around |currently )?(?<baseline>${NUMBER}) ?(?:${UNIT})? to (?:at least |at most |a target of |about )?(?<target>${NUMBER}) ?(?<unit>${UNIT})?(?![a-z])`,
  'gi',
)
const CADENCE =
  /\b(?:measured|reported|calculated|reviewed|assessed|averaged|published|per|each|every|in (?:a|any|each|every))? ?(?:calendar |contract |given )?(?<cadence>daily|weekly|monthly|quarterly|annual(?:ly)?|yearly|(?:each|every|per|any|a) (?:calendar |contract )?(?:day|week|month|quarter|year))\b/i
const OWNER =
  /(?:^|[\s,;(])(?<owner>(?:the )?[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3}) (?:shall|will|must|is (?:to|responsible|accountable)|agrees|undertakes|reports|measures)\b/
const SLA_WORDS =
  /\b(?:measur\w*|indicator|kpi|target|service levels?|baseline|performance|availability|uptime|satisf\w*|respon[ds]\w*|resol\w*|answer\w*|on time|deliver\w*|complet\w*|process\w*|accura\w*|quality|report\w*)\b/i

interface Kpi {
  readonly name: string
  readonly unit: string | null
  readonly baseline: string | null
  readonly target: string | null
}

/**
 * Measures with a target: in prose (`availability of at least 99.5% per month`), as a share (`95% of requests answered within
 * two days`), as a change (`from 40% to 60%`), and row by row in tables and lists, where a line holds a measure and a number.
 */
export function kpis({ sentences, words }: Reading): Found[] {
  const found: Found[] = []
  for (const [index, sentence] of words.entries()) {
    if (!/\d/.test(sentence)) continue
    const start = sentences[index]?.start ?? 0
    const near = `${sentence} ${(words[index + 1] ?? '').slice(0, 200)}`
    const add = (match: RegExpExecArray, kpi: Kpi, confidence: number, rule: string) => {
      const from = start + match.index
      const end = from + match[0].length
      if (found.some(other => other.start < end && from < other.end)) return
      found.push({
        kind: 'kpi',
        value: {
          kind: 'kpi',
          ...kpi,
          cadence: CADENCE.exec(near)?.groups?.cadence?.toLowerCase() ?? null,
          owner: OWNER.exec(sentence)?.groups?.owner?.replace(/^the /i, '') ?? null,
        },
        start: from,
        end,
        confidence,
        rule,
      })
    }
    for (const match of sentence.matchAll(CHANGE)) {
      const { name, verb = '', baseline = '', target = '', unit } = match.groups ?? {}
      const before = sentence.slice(0, match.index).split(/[,;:]/).at(-1)?.trim() ?? ''
      add(
        match,
        {
          name: cleaned(name ?? before) || verb,
          unit: unit ?? null,
          baseline: plain(baseline),
          target: plain(target),
        },
        0.8,
        'change from a baseline to a target',
      )
    }
    for (const match of sentence.matchAll(STATED)) {
      const { lead = '', core = '', target = '', unit = null } = match.groups ?? {}
      const name = `${lead.replace(LED_BY, '')}${core}`
      add(
        match,
        { name: cleaned(name), unit, baseline: null, target: plain(target) },
        0.75,
        'measure with a target',
      )
    }
    for (const match of sentence.matchAll(SHARE_OF)) {
      const { name = '', target = '', unit = null } = match.groups ?? {}
      if (
        !SLA_WORDS.test(sentence) ||
        /\b(?:shares?|stock|voting|equity|securities|revenue|proceeds|price|purchase|fees?|ownership|outstanding|assets|capital|vote)\b/i.test(
          name.slice(0, 60),
        )
      )
        continue
      add(
        match,
        { name: cleaned(name), unit, baseline: null, target: plain(target) },
        0.65,
        'share of what is done',
      )
    }
  }
  return found
}

const plain = (number: string) => number.replaceAll(',', '')
const cleaned = (name: string) =>
  name.replace(/^(?:(?:the|its|their|all|a|an|of|to|by|and|that|with|for) )+/i, '').trim()
