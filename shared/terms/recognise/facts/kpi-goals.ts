import {
  BOUND,
  COUNTED_MEASURE,
  cleanedName,
  decimalOf,
  MEASURE,
  measureName,
  NUMBER,
  UNIT,
} from './kpi-words.ts'

/** A measure as one of the forms below tells it, at its place in the sentence. */
export interface KpiGoal {
  readonly start: number
  readonly text: string
  readonly name: string
  readonly unit: string | null
  readonly baseline: string | null
  readonly target: string
  readonly confidence: number
  readonly rule: string
}

type Groups = Readonly<Record<string, string | undefined>>

/** `gate` is found or missed at once; only where it is found the sentence is searched. */
interface Form {
  readonly rule: string
  readonly confidence: number
  readonly gate: RegExp
  readonly pattern: RegExp
  readonly name: (groups: Groups) => string
  readonly accepts?: (groups: Groups, name: string) => boolean
}

const CHANGE_VERBS =
  'bring|brings|rais\\w*|increas\\w*|improv\\w*|lift\\w*|grow\\w*|reduc\\w*|decreas\\w*|lower\\w*|cut|cuts|rise|rises|fall|falls|drop|drops|climb\\w*|declin\\w*|come down|comes down|go up|goes up|extend\\w*'
const PERIOD =
  '(?:each|every|per|a|in (?:a|any|each|every)) (?:calendar |contract |school |service )?(?:day|week|month|quarter|year|season|term)'
const COUNT_VERBS =
  'plac\\w*|serv\\w*|train\\w*|reach\\w*|support\\w*|recruit\\w*|hous\\w*|host\\w*|plant\\w*|enrol\\w*|deliver\\w*|complet\\w*|carr(?:y|ies|ied)|visit\\w*|distribut\\w*|collect\\w*|handl\\w*|process\\w*|welcom\\w*|organi[sz]\\w*'

const FORMS: readonly Form[] = [
  {
    rule: 'list of a measure with a share',
    confidence: 0.75,
    gate: /(?:with)?in (?:under )?[\w ]{2,30}: ?(?:at least )?\d/i,
    pattern: new RegExp(
      `^[^\\w]*(?<name>[^:|]{5,90}\\bin [^:|]{2,40}|[^:|]{5,90}within [^:|]{2,40}): ?(?:at least )?(?<target>${NUMBER}) ?(?<unit>%|percent|per ?cent)`,
      'i',
    ),
    name: ({ name = '' }) => cleanedName(name),
  },
  {
    rule: 'measure with a baseline and a target',
    confidence: 0.8,
    gate: /\b(?:target|goal)\b/i,
    pattern: new RegExp(
      `^[^\\w]*(?<name>[^.;:|]{3,80}?)[:(,]+ ?(?:baseline|today|currently|now|from|at present)(?: of| is|:)? ?(?<baseline>${NUMBER}) ?(?:${UNIT})?[,;)]* ?(?:and )?(?:a )?(?:target|goal)(?: of| is|:)? ?(?<target>${NUMBER}) ?(?<unit>${UNIT})?`,
      'i',
    ),
    name: ({ name = '' }) => cleanedName(name),
  },
  {
    rule: 'change to a target',
    confidence: 0.75,
    gate: new RegExp(
      `\\b(?:${CHANGE_VERBS})\\b.{0,100}\\bto (?:at (?:least|most) |below |under |above |over )?(?:${NUMBER})`,
      'i',
    ),
    pattern: new RegExp(
      `(?<before>[^.;:|]{0,110}?)\\b(?<verb>${CHANGE_VERBS}) ?(?<name>(?:(?!from )[^.;:|]){3,90}?)? ?to (?:at least |at most |below |under |above |over )?(?<target>${NUMBER}) ?(?<unit>${UNIT})`,
      'i',
    ),
    name: ({ name = '', before = '' }) => cleanedName(name) || measureName(before.trim()),
  },
  {
    rule: 'limit to a count of events',
    confidence: 0.7,
    gate: /\b(?:not? more than|at most|fewer than|a maximum of)\b/i,
    pattern: new RegExp(
      `\\b(?:not? more than|at most|fewer than|a maximum of) (?<target>${NUMBER}) (?<name>(?:[a-z-]+ ){0,3}?[a-z-]+s)(?= (?:may|shall|will|must|can|are|is|per|in|occur\\w*|happen\\w*|each|every|a)\\b)`,
      'i',
    ),
    name: ({ name = '' }) => cleanedName(name),
    accepts: (_, name) => COUNTED_MEASURE.test(name),
  },
  {
    rule: 'count in every period',
    confidence: 0.7,
    gate: new RegExp(`\\b${PERIOD}\\b`, 'i'),
    pattern: new RegExp(
      `\\b(?:${COUNT_VERBS}) (?:at least |about |a minimum of )?(?<target>${NUMBER}) (?<name>[a-z][a-z-]+s\\b(?: [a-z-]+){0,5}?) (?=${PERIOD})|\\b(?:at least|no fewer than|not less than|a minimum of) (?<target2>${NUMBER}) (?<name2>(?:[a-z-]+ ){0,2}[a-z][a-z-]+s (?:(?:are|will be|shall be|must be) (?:\\w+ed|held|made|sent)|takes? place)\\b)`,
      'i',
    ),
    name: ({ name, name2 }) => cleanedName(name ?? name2 ?? ''),
    accepts: ({ name2 }, name) => name2 === undefined || MEASURE.test(name),
  },
  {
    rule: 'number held within a bound',
    confidence: 0.65,
    gate: /\b(?:held|kept|stays?|remains?)\b/i,
    pattern: new RegExp(
      `(?<before>[^.;:|]{3,90}?) (?:(?:is|are|be) )?(?:held|kept|stays?|remains?) (?:at )?(?:${BOUND} ){1,2}(?<target>${NUMBER})(?! ?(?:${UNIT}))(?![\\w.,]*\\d)`,
      'i',
    ),
    name: ({ before = '' }) => measureName(before),
    accepts: (_, name) => /\b(?:backlog|queue|waiting list|vacanc\w*|number of|open \w+)\b/i.test(name),
  },
]

/** Measures that are told by where they shall go, by a limit or by a count; the sentence is known to be of no other matter. */
export function goalsIn(sentence: string): KpiGoal[] {
  return FORMS.flatMap(({ rule, confidence, gate, pattern, name: nameOf, accepts }) => {
    const match = gate.test(sentence) ? pattern.exec(sentence) : null
    const groups = match?.groups ?? {}
    const name = nameOf(groups)
    if (!match || name.split(' ').length > 10 || (accepts && !accepts(groups, name))) return []
    const lead = Math.max(0, match[0].toLowerCase().indexOf(name.toLowerCase().slice(0, 12)))
    return [
      {
        start: match.index + lead,
        text: match[0].slice(lead),
        name,
        unit: groups.unit ?? null,
        baseline: groups.baseline === undefined ? null : decimalOf(groups.baseline),
        target: decimalOf(groups.target ?? groups.target2 ?? ''),
        confidence,
        rule,
      },
    ]
  })
}
