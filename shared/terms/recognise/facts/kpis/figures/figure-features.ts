import { FeatureBuckets } from '../../../text/bucket-of.ts'
import { MEASURE, NO_MEASURE, PLAIN_MEASURE } from '../kpi-words.ts'
import type { Figure } from './figures-in.ts'

/** Features of figures fall into this many buckets. A power of two. */
export const FIGURE_BUCKETS = 1 << 13

const LETTERS = 6
const MOST_WORDS = 60
const NEAR = 3
/** So much of a long sentence is looked at on each side of a figure. */
const AROUND = 150

const EVERY =
  /\b(?:each|every|per|a|in any) (?:calendar |contract |school )?(?:day|week|month|quarter|year|season|term|night|visit|hour)\b/i
const BOUND =
  /\b(?:at least|at most|no more than|not more than|less than|fewer than|more than|below|above|under|over|within|up to|minimum|maximum|exceed\w*|or (?:less|more|better|higher|lower|below|above|fewer|shorter)|average\w*|mean|median)\b|[<>≤≥]/i
const BINDS =
  /\b(?:shall|will|must|should|(?:is|are) to|aims?|targets?|goals?|commit\w*|guarantee\w*|undertake\w*|ensure\w*)\b/i
const GIVES_RIGHT = /\b(?:may|if|entitled|unless|in case|in the event|where)\b/i
const SOMEBODY = /^(?:the |each |either |every )?(?:[A-Z]\w+|part(?:y|ies))\b/
const DEFINED = /"[^"]{2,60}"[^".]{0,20} (?:shall mean|means?|is defined)\b/
const ALLOWED =
  /\b(?:allowed|free of charge|at no (?:additional |extra )?(?:charge|cost)|limited to|includes?|included|entitled|may)\b/i
const RESPONDS =
  /\b(?:respon[ds]\w*|acknowledg\w*|answer\w*|restor\w*|resol\w*|workaround|repair\w*|fix\w*|on[- ]site|notif\w*|call\w* back|recover\w*|outage|deliver\w*|availab\w*|operational|uptime)\b/i
/** What stands directly before a figure or behind it and tells what it is. */
const DIRECT: readonly (readonly [string, RegExp])[] = [
  [
    'bound',
    /(?:\b(?:at (?:least|most|or (?:above|below))|(?:more|less|fewer|lower|higher|longer|later|better) than|below|above|under|over|exceed\w*|minimum(?: of)?|maximum(?: of)?|min\.|max\.|maximally|minimally)|[<>≤≥]=?) ?$/i,
  ],
  ['within', /\b(?:within|in|after|by)(?: under| less than)? $/i],
  [
    'goal',
    /\b(?:targets?|goals?|aim|objective|agreed value|to be|shall be|must be|reach\w*|achiev\w*|rise to|fall to|down to|up to) ?(?:of |is |[:=] ?|value:? ?)?[+]?$/i,
  ],
  [
    'now',
    /\b(?:baseline|currently|today|now|from|was|were|stood at|found to be|against|last year|actual|outturn|starting|up from|down from)\b[^.;]{0,24}$/i,
  ],
  [
    'done-within',
    /\b(?:is|are|be) (?:\w+ ){0,2}\w+(?:ed|t|n) (?:\w+ ){0,2}(?:within|in|after|inside)(?: \w+)? $/i,
  ],
  ['label', /[:=→] ?$/],
  ['dated', /\b(?:19|20)\d\d(?:\/\d\d)?: ?$/],
]
const BEHIND: readonly (readonly [string, RegExp])[] = [
  ['or', /^ ?(?:or|and) (?:less|more|better|higher|lower|below|above|fewer|shorter|earlier|under|over)\b/i],
  ['of', /^ of (?:the |all |its |their |our )?[a-z]/i],
  [
    'of-money',
    /^ of (?:[\w'-]+ ){0,5}(?:charges?|fees?|prices?|royalt\w+|costs?|revenues?|sales|salary|budget|sum|amount|capital|shares|votes)\b/i,
  ],
  [
    'per-period',
    /^[^.,;]{0,45}\b(?:each|every|per|a|in (?:each|every|any|the)) (?:[a-z]+ )?(?:day|week|month|quarter|year|season|term|session|shift|visit|hour|night)\b/i,
  ],
  [
    'by-year',
    /^[^.;]{0,60}\b(?:by|until|in|from) (?:the end of )?(?:(?:19|20)\d\d|(?:the )?(?:first|second|third|last|next) )/i,
  ],
  ['notice', /^['’]? ?(?:prior |written |advance )*notice\b/i],
  ['or', /^ (?:at (?:most|least|the latest)|on average)\b/i],
]

/** What a sentence tells about each of its figures. */
export function figureFeatures(sentence: string, figures: readonly Figure[]): number[][] {
  const hasShare = figures.some(one => unitClass(one) === 'share' || unitClass(one) === 'outof')
  return figures.map((figure, index) => {
    const from = Math.max(0, figure.start - AROUND)
    const around = sentence.slice(from, figure.after + AROUND)
    const unit = unitClass(figure)
    const lead = sentence.slice(Math.max(0, figure.start - 60), figure.start)
    const rest = sentence.slice(figure.after, figure.after + 60)
    const before = wordsOf(lead).slice(-NEAR)
    const after = wordsOf(rest).slice(0, NEAR)
    const told = [...flagsOf(around), ...directOf(lead, rest)]
    const isClean = !told.includes('other') && !told.includes('right')
    const features = new FeatureBuckets(FIGURE_BUCKETS)
    features.addAll('s', wordsOf(around), MOST_WORDS)
    features.addAll('f', told)
    features.addAll(`u:${unit}`, told)
    if (isClean) features.addAll(`c:${unit}`, told)
    for (const [at, word] of before.entries()) features.add(`b${before.length - at}:${word}`)
    features.addAll('b', before)
    for (const [at, word] of after.entries()) features.add(`a${at + 1}:${word}`)
    features.addAll('a', after)
    features.add(`l:${Math.min(8, Math.floor(around.length / 40))}`)
    features.add(`u:${unit}`)
    features.add(`ub:${unit}:${before.at(-1) ?? '^'}`)
    features.add(`ua:${unit}:${after[0] ?? '$'}`)
    features.add(`n:${Math.min(3, figures.length)}:${Math.min(3, index)}`)
    features.add(`p:${figure.start < 16 ? 'first' : figure.after > sentence.length - 4 ? 'last' : 'middle'}`)
    if (hasShare && unit !== 'share' && unit !== 'outof') features.add(`with-share:${unit}`)
    if (/[:;] ?[^:;]{0,20}$/.test(lead)) features.add(`colon:${unit}`)
    return features.all()
  })
}

const FLAGS = [
  ['measure', MEASURE],
  ['other', NO_MEASURE],
  ['plain', PLAIN_MEASURE],
  ['every', EVERY],
  ['bounded', BOUND],
  ['binds', BINDS],
  ['right', GIVES_RIGHT],
  ['somebody', SOMEBODY],
  ['defined', DEFINED],
  ['allowed', ALLOWED],
  ['responds', RESPONDS],
] as const

const flagsOf = (around: string): string[] =>
  FLAGS.flatMap(([name, pattern]) => (pattern.test(around) ? [name] : []))

const directOf = (lead: string, rest: string): string[] => [
  ...DIRECT.flatMap(([name, pattern]) => (pattern.test(lead) ? [`d-${name}`] : [])),
  ...BEHIND.flatMap(([name, pattern]) => (pattern.test(rest) ? [`e-${name}`] : [])),
]

/** What kind of thing a figure counts. */
export function unitClass({ unit, money }: Figure): string {
  if (money) return 'money'
  if (unit === null) return 'count'
  if (/\b(?:of|in)\b|^per \d/i.test(unit)) return 'outof'
  if (/^(?:%|per)/i.test(unit)) return 'share'
  if (/^(?:m?s\b|second|min|hour|hrs?\b|h\b|clock|milli|working hour|business hour)/i.test(unit))
    return 'hours'
  if (/day/i.test(unit)) return 'days'
  if (/^(?:week|month|year)/i.test(unit)) return 'months'
  return 'amount'
}

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z]+|[%$€£:]/g) ?? []).map(word => word.slice(0, LETTERS))
