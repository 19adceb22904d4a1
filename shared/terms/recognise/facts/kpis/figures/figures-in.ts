import { matchesOf } from '../../../text/matches-of.ts'
import type { Stretch } from '../../../text/sentences.ts'
import { UNIT } from '../kpi-words.ts'
import {
  DIGITS,
  decimalOfDigits,
  decimalOfWords,
  FRACTION,
  IN_WORDS,
  percentOfFraction,
} from './number-forms.ts'

/** A figure in a sentence with its unit: what somebody may want to reach or keep to. */
export interface Figure extends Stretch {
  readonly decimal: string
  readonly unit: string | null
  readonly money: boolean
  /** What is counted, where it stands between the figure and its whole: `calls` in `four calls in five`. */
  readonly counted: string | null
  /** Where the unit ends, or the figure where it has none. */
  readonly after: number
}

/** What contracts rarely count in and measures often do. */
const MORE_UNITS =
  'mins?\\b|hrs?\\b|h\\b|bar\\b|°C|degrees?|hectares?|ha\\b|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|nights?|stars?|[kmg]wh?\\b|gigabytes?|gb\\b|[mg]bit/s|[mg]bps|t\\b|m[²³23]\\b|(?:school|week|service) ?days?|times(?= (?:a|per|each|every)\\b)|years?\\b'
const TIMES = '(?:second|minute|hour|day|week|month|year|quarter|season|term)'
/** The whole of `nine in ten`, `95 cases out of 100`, `ten of the fifteen villages`, `8 per 1,000 customers`. */
const ROUND =
  '(?:five|ten|twenty|fifty|(?:a |one )?(?:hundred|thousand|million)|5|10|20|50|1,?0{2,3}|10,?000|100,?000|1,?000,?000|200|500)'
const COUNT = `(?:${ROUND}|six|seven|eight|nine|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|\\d{1,3}(?:,\\d{3})*)`
const NO_TIME = `\\b(?! ?[%,.]?\\d| ?%)(?! (?:full |working |business |calendar |clock |consecutive )?${TIMES})`
const WHOLE = ` (?:out of (?:two|three|four)|(?:out )?of (?:(?:every|each|the|all|these|those) )?${COUNT}|in (?:(?:every|each) )?(?:${ROUND}|two|three|four|six|seven|eight|nine|twelve|fifteen)|per ${ROUND}|in (?:every|each) 100 kg)${NO_TIME}`
const FIGURE = new RegExp(
  `(?<![\\w.,/#-]|\\d:|\\d[-/])(?<money>(?:EUR|USD|GBP|CHF|[$€£]) ?)?(?:(?<part>${FRACTION})|(?<half>half an?(?= ${TIMES}))|(?<digits>${DIGITS})|(?<words>${IN_WORDS})(?: ?\\( ?(?<inside>${DIGITS}) ?%? ?\\))?)(?!\\d| ?[/:]\\d|\\.\\d|(?:st|nd|rd|th)\\b|[\\w])(?<unit>(?: ?\\(?(?:${UNIT}|${MORE_UNITS})\\)?(?: ?\\( ?(?<again>${DIGITS}) ?(?:%|per ?cent) ?\\))?)?(?:(?:(?<counted>(?: [a-z][a-z-]+){1,2})(?= (?:out of|in)\\b))?${WHOLE}| in (?:[2-9]|1\\d|20)${NO_TIME})?)(?<money2> (?:euros?|dollars|pounds|francs)\\b)?`,
  'gi',
)
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const PLACE = new RegExp(
  `(?:\\b(?:section|clause|article|annex|annexes|schedule|exhibit|appendix|page|no\\.|number|item|severity|priority|level|line|class|grade|age|aged|version|tier|phase|stage|table|kpi|indicator|outcome|output|objective|goal|result|lot|zone|part|chapter|(?<!\\b(?:last|this|next|per|each|a) )(?:year|week|day)|step|act|p|category|type|version|room|hall|table|box|unit|scale (?:from|of)|scale (?:from|of) \\d{1,2} to)|\\b${MONTH})\\.? $`,
  'i',
)
const MONTH_BEHIND = new RegExp(`^ ${MONTH}\\b`, 'i')

/** A telephone number, the number of a section below, what is counted per microlitre. */
const NO_FIGURE_BEHIND = /^(?:-\d{3}|-[a-z]|\/\S| \d{1,2}\.\d)/
const BOUND_BEFORE = /\b(?:than|least|most|minimum of|maximum of|total of|reach|exceed|to) $/i
/** How long something is open is no target. */
const ROUND_THE_CLOCK = /^(?:24|twenty[- ]four)[^.;]{0,8} hours?\)? ?(?:a|per|each|every|\/) ?day/i

/** The figures of a sentence in order, without years, numbers of clauses and days of a month, and without the whole of a share. */
export function figuresIn(sentence: string): Figure[] {
  const found: Figure[] = []
  for (const match of matchesOf(sentence, FIGURE)) {
    const figure = figureOf(match, sentence)
    if (figure) found.push(figure)
  }
  return found
}

function figureOf(match: RegExpExecArray, sentence: string): Figure | null {
  const { part, half, digits, words, inside, again, unit = '', money, money2, counted } = match.groups ?? {}
  const start = match.index
  const before = sentence.slice(Math.max(0, start - 24), start)
  const rest = sentence.slice(start + match[0].length)
  if (digits !== undefined && unit === '' && /^(?:19|20)\d\d$/.test(digits)) return null
  if (PLACE.test(before) || /\bhalf of $/i.test(before) || ROUND_THE_CLOCK.test(match[0] + rest.slice(0, 12)))
    return null
  // A number that ends a line without a unit counts the lines, and so does one that begins it before a dot.
  if (
    unit === '' &&
    /^[\s.]*$/.test(rest) &&
    !/[:=≥≤<>→+] ?$|\b(?:is|of|to|at|than|below|above|under|and|from|was|currently) $/i.test(before)
  )
    return null
  if (unit === '' && /^\s*$/.test(sentence.slice(0, start)) && /^(?:[.)]|\.\d)/.test(rest)) return null
  if (MONTH_BEHIND.test(rest) || (unit === '' && NO_FIGURE_BEHIND.test(rest))) return null
  // A small number in words is a figure where a unit, a whole or a bound stands with it: `one of them` is none.
  if (words !== undefined && inside === undefined && unit === '' && !BOUND_BEFORE.test(before))
    if (Number(decimalOfWords(words) ?? 0) < 10) return null
  // `one (1) or more Errors`, and the number of the next line behind `as follows:`.
  if (unit === '' && /^one$/i.test(words ?? '')) return null
  if (unit === '' && /^[\s.]*$/.test(rest) && /(?:follow\w*|criteria|terms|below): ?$/i.test(before))
    return null
  const isShare = /%|\bper ?cent|hours?|\bh\b|minutes?|seconds?|ms\b/i.test(unit)
  const decimal =
    part !== undefined
      ? percentOfFraction(part)
      : half !== undefined
        ? '0.5'
        : (inside ?? again ?? digits) !== undefined
          ? decimalOfDigits(inside ?? again ?? digits ?? '', isShare)
          : decimalOfWords(words ?? '')
  if (decimal === null) return null
  const end = start + match[0].length - unit.length - (money2?.length ?? 0)
  return {
    start,
    end,
    decimal,
    unit: part !== undefined && unit === '' ? '%' : /\(.*%/.test(match[0]) ? '%' : unitOf(unit),
    money: money !== undefined || money2 !== undefined,
    counted: counted?.trim() ?? null,
    after: start + match[0].length,
  }
}

const unitOf = (unit: string): string | null =>
  unit
    .replace(/\( ?[\d.,]+ ?(?:%|per ?cent) ?\)/i, '')
    .replace(/[()]/g, '')
    .replace(/^(?: [a-z-]+){1,2}(?= (?:out of|in) )/i, '')
    // A share of so many is a share.
    .replace(/^( ?(?:%|per ?cent)).*$/i, '$1')
    .trim() || null
