import { parseMoney } from '../../parse/money.ts'
import { NUMBER_WORDS } from '../../parse/number-words.ts'
import { parsePercent } from '../../parse/percent.ts'
import { matchesOf } from '../text/matches-of.ts'
import type { Stretch } from '../text/sentences.ts'

/** An amount of money in a plain text: a decimal with a point and an ISO 4217 code. */
export interface AmountIn extends Stretch {
  readonly amount: string
  readonly currency: string
}

/** A percentage in a plain text, as a decimal with a point. */
export interface PercentIn extends Stretch {
  readonly percent: string
}

const SIGN =
  '(?:(?:US|CA|C|AU|A|NZ|HK|S)? ?\\$|£|€|(?:USD|EUR|GBP|CHF|CAD|AUD|JPY|CNY|RMB|NOK|SEK|DKK|INR|SGD|HKD|ILS|NIS|KRW|TWD)\\$?)'
const FIGURE = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d+(?:\\.\\d+)?'
const SCALE = '(?: ?(?:thousand|million|billion|mm|mn|bn)\\b| ?[MmKk]\\b)?'
const NAME =
  '(?:(?:US|U\\.S\\.|United States|Canadian|Australian) ?)?(?:dollars?|euros?|pounds?(?: sterling)?)|USD|EUR|GBP|CHF|CAD|AUD'
const MONEY = new RegExp(
  `(?<![\\w.])(?:${SIGN} ?(?:${FIGURE})${SCALE}|(?:${FIGURE})${SCALE} ?(?:${NAME})\\b|(?:${NUMBER_WORDS})(?: and \\d\\d?\\/100)? (?:${NAME})\\b)`,
  'gi',
)

/** The amounts of money in a plain text, in order; an amount in words and again in figures behind it is found once, by its figures. */
export function amountsIn(plain: string): AmountIn[] {
  const found: AmountIn[] = []
  for (const match of matchesOf(plain, MONEY)) {
    const read = parseMoney(readable(match[0]))
    if (read === null) continue
    const [start, end] = [match.index, match.index + match[0].length]
    const last = found.at(-1)
    const between = last && plain.slice(last.end, start)
    if (last && between !== undefined && /^[ (]{1,3}$/.test(between))
      found[found.length - 1] = { ...read, start: last.start, end }
    else found.push({ ...read, start, end })
  }
  return found
}

const readable = (text: string) =>
  text
    .replace(/^(?:RMB)/i, 'CNY')
    .replace(/^NIS/i, 'ILS')
    .replace(/^(?:HK) ?\$/i, 'HKD ')
    .replace(/^S ?\$/, 'SGD ')
    .replace(/^US ?\$/i, 'US$')
    .replace(/([A-Z]{3})\$/, '$1')
    .replace(/mm$/i, ' million')
    .replace(/(\d)(?= ?(?:thousand|million|billion|mn|bn)\b)/, '$1')

const PERCENT = new RegExp(
  `(?<![\\w.,])(?:\\d{1,3}(?:\\.\\d{1,6})?|\\.\\d{1,4}(?= ?%)|(?:${NUMBER_WORDS})(?: and one[- ]half)?) ?(?:\\( ?\\d{1,3}(?:\\.\\d{1,4})? ?(?:%|percent|per cent)? ?\\) ?)?(?:%|percent\\b|per cent\\b|per centum\\b)?(?: ?\\( ?\\d{1,3}(?:\\.\\d{1,4})? ?%? ?\\))?`,
  'gi',
)

/** The percentages in a plain text, in order: `12.5%`, `fifty percent (50%)`, `ten (10) per cent`. */
export function percentsIn(plain: string): PercentIn[] {
  return matchesOf(plain, PERCENT).flatMap(match => {
    if (!/%|per ?cent/i.test(match[0])) return []
    const percent = percentOf(match[0])
    return percent === null ? [] : [{ percent, start: match.index, end: match.index + match[0].length }]
  })
}

/** The figures are what counts where words and figures stand together. */
function percentOf(text: string): string | null {
  const figure = /\d*\.?\d+/.exec(text)?.[0]
  return parsePercent(figure === undefined ? text : `${figure.replace(/^\./, '0.')}%`)
}
