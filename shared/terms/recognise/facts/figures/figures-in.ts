import type { Stretch } from '../../text/sentences.ts'
import { decimalOf, UNIT } from '../kpi-words.ts'

/** A figure in a sentence with its unit: what somebody may want to reach or keep to. */
export interface Figure extends Stretch {
  readonly decimal: string
  readonly unit: string | null
  readonly money: boolean
  /** Where the unit ends, or the figure where it has none. */
  readonly after: number
}

const WORDS =
  'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?'
/** What contracts rarely count in and measures often do. */
const MORE_UNITS =
  'min\\b|h\\b|bar\\b|degrees?|hectares?|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|nights?|stars?|[mk]wh?\\b|gigabytes?|gb\\b'
const WHOLE_OF = '(?:ten|fifty|twenty|\\d{1,3}(?:,\\d{3})*|five)'
const FIGURE = new RegExp(
  `(?<![\\w.,/#-])(?<!\\d:)(?<money>(?:EUR|USD|GBP|CHF|[$€£]) ?)?(?:(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)|(?<words>${WORDS})(?: \\((?<inside>\\d+(?:\\.\\d+)?) ?%?\\))?)(?!\\d| ?[/:]\\d|\\.\\d|(?:st|nd|rd|th)\\b)(?<unit>(?: ?\\(?(?:${UNIT}|${MORE_UNITS})\\)?)?(?: (?:(?:out )?of|in) (?:every )?${WHOLE_OF}\\b(?! ?%)(?! (?:working |business |calendar )?(?:second|minute|hour|day|week|month|year)))?)`,
  'gi',
)
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const PLACE = new RegExp(
  `(?:\\b(?:section|clause|article|annex|schedule|exhibit|appendix|page|no\\.|number|item|severity|priority|level|line|class|grade|age|version|tier|phase|stage)|\\b${MONTH})\\.? $`,
  'i',
)
const MONTH_BEHIND = new RegExp(`^ ${MONTH}\\b`, 'i')

/** How long something is open is no target. */
const ROUND_THE_CLOCK = /^(?:24|twenty[- ]four)[^.;]{0,8} hours?\)? (?:a|per|each|every) day/i

/** The figures of a sentence in order, without years, numbers of clauses and days of a month, and without the whole of a share. */
export function figuresIn(sentence: string): Figure[] {
  const found: Figure[] = []
  for (const match of sentence.matchAll(FIGURE)) {
    const { digits, words, inside, unit = '', money } = match.groups ?? {}
    const start = match.index
    const before = sentence.slice(Math.max(0, start - 24), start)
    const rest = sentence.slice(start + match[0].length)
    if (digits !== undefined && unit === '' && /^(?:19|20)\d\d$/.test(digits)) continue
    if (PLACE.test(before) || ROUND_THE_CLOCK.test(match[0] + rest.slice(0, 12))) continue
    // A number that ends a line without a unit counts the lines.
    if (
      unit === '' &&
      /^[\s.)]*$/.test(rest) &&
      !/[:=≥≤<>] ?$|\b(?:is|of|to|at|than|below|above|under) $/i.test(before)
    )
      continue
    if (MONTH_BEHIND.test(rest)) continue
    // A word counts as a figure where a unit or a whole follows it: `one of them` is none.
    if (words !== undefined && inside === undefined && unit === '') continue
    const end = start + match[0].length - unit.length
    found.push({
      start,
      end,
      decimal: decimalOf(inside ?? digits ?? words ?? ''),
      unit: unit.replace(/[()]/g, '').trim() || null,
      money: money !== undefined,
      after: start + match[0].length,
    })
  }
  return found
}
