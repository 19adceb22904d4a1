import { shiftDecimal } from '../decimal.ts'
import { NUMBER_WORDS, parseNumberWords } from './number-words.ts'
import { onlyValue } from './only-value.ts'

/** ISO 4217 codes that are recognised in a text. */
const CODES =
  'EUR|USD|GBP|CHF|NOK|SEK|DKK|ISK|PLN|CZK|HUF|RON|BGN|CAD|AUD|NZD|JPY|CNY|INR|SGD|HKD|ZAR|BRL|MXN|TRY|ILS|AED|KRW|UAH|KES|NGN'

/** Signs and words that name one currency. `kr`, `¥` and "crowns" name several, so that they are not read. */
const NAMES: readonly (readonly [pattern: string, code: string])[] = [
  [`US\\s?\\$`, 'USD'],
  [`(?:C|CA)\\$`, 'CAD'],
  [`(?:A|AU)\\$`, 'AUD'],
  [`NZ\\$`, 'NZD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['\\$', 'USD'],
  ['euros?', 'EUR'],
  ['pounds\\s+sterling|pounds?', 'GBP'],
  ['(?:US|U\\.S\\.|United\\s+States)\\s+dollars?', 'USD'],
  ['Canadian\\s+dollars?', 'CAD'],
  ['Australian\\s+dollars?', 'AUD'],
  ['dollars?', 'USD'],
  ['Swiss\\s+francs?', 'CHF'],
  ['Norwegian\\s+(?:kroner|kroners?)', 'NOK'],
  ['Danish\\s+(?:kroner|kroners?)', 'DKK'],
  ['Swedish\\s+(?:kronor|krona)', 'SEK'],
  ['(?:Polish\\s+)?z[lł]ot(?:y|ys|ych)', 'PLN'],
]

const CURRENCY = `(?:${CODES}|${NAMES.map(([pattern]) => pattern).join('|')})`
const DIGITS = String.raw`\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?:[.,]\d{1,2})?|\d[\d.,]*\d|\d`
const SCALE = String.raw`(?:\s?(?<scale>thousand|million|billion|mn|bn|m|k)\b)?`
const NUMBER = `(?:(?<digits>${DIGITS})(?:[.,][-–—])?|(?<words>${NUMBER_WORDS}))${SCALE}`

/** The currency stands before or after the number; both is one statement (`€ 48,000 EUR`). */
const MONEY = new RegExp(
  `(?<![\\w.,])(?:(?<before>${CURRENCY})\\s?)?${NUMBER}(?:\\s?(?<after>${CURRENCY})(?![\\w]))?`,
  'giu',
)

const POWERS: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  million: 6,
  bn: 9,
  billion: 9,
}

/** An amount as a decimal string with a point and without trailing zeros, and an ISO 4217 code. */
export interface Money {
  readonly amount: string
  readonly currency: string
}

/**
 * The one amount of money that a text states, or null where it states none or several. Read: `EUR 48,000.00`, `€48.000`,
 * `48 000 EUR`, `48'000.50 CHF`, `2.5 million euros`, `five million dollars ($5,000,000)`, `48 000,- NOK`.
 * Separators: spaces and apostrophes group. Where both comma and point occur, the last is the decimal sign. A separator that
 * occurs alone groups when exactly three digits follow (money has no three decimals), and is the decimal sign before one or
 * two; anything else is unreadable, as is a number with a grouping that is not in threes. `$` alone is read as USD.
 */
export function parseMoney(text: string): Money | null {
  const money = onlyValue(readings(text))
  if (money === null || money === UNREADABLE) return null
  const [currency = '', amount = ''] = money.split(' ')
  return { amount, currency }
}

const UNREADABLE = 'unreadable'

function* readings(text: string): Generator<string> {
  for (const { groups = {} } of text.matchAll(MONEY)) {
    const names = [groups.before, groups.after].flatMap(name => (name ? [currencyCode(name)] : []))
    if (names.length === 0) continue
    const currency = onlyValue(names)
    const amount = groups.digits ? amountOf(groups.digits, groups.scale) : wordsOf(groups.words, groups.scale)
    yield currency && amount ? `${currency} ${amount}` : UNREADABLE
  }
}

function currencyCode(name: string): string {
  if (new RegExp(`^(?:${CODES})$`, 'i').test(name)) return name.toUpperCase()
  return NAMES.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'iu').test(name))?.[1] ?? UNREADABLE
}

function amountOf(digits: string, scale: string | undefined): string | null {
  const decimal = plainNumber(digits, scale !== undefined)
  return decimal && scaled(decimal, scale)
}

function wordsOf(words: string | undefined, scale: string | undefined): string | null {
  const value = parseNumberWords(words ?? '')
  return value === null ? null : scaled(String(value), scale)
}

/** In normal form, so that `48,000.00 (forty-eight thousand)` states one amount. */
const scaled = (decimal: string, scale: string | undefined) =>
  shiftDecimal(decimal, POWERS[scale?.toLowerCase() ?? ''] ?? 0)

const GROUPED = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?$/

/** Digits with separators as a decimal with a point. Before `million` a separator is never a grouping of three. */
function plainNumber(digits: string, hasScale: boolean): string | null {
  const text = digits.replace(/[ \u00a0\u202f'’]/g, '')
  const separators = text.match(/[.,]/g) ?? []
  if (separators.length === 0) return text
  const last = separators.at(-1) ?? ''
  const at = text.lastIndexOf(last)
  const decimals = text.length - at - 1
  const whole = text.slice(0, at)
  if (separators.length === 1) {
    if (decimals <= 2) return `${whole}.${text.slice(at + 1)}`
    return decimals === 3 && !hasScale && whole.length <= 3 && whole !== '0'
      ? whole + text.slice(at + 1)
      : null
  }
  if (!GROUPED.test(text)) return null
  const mixed = new Set(separators).size === 2
  return mixed ? `${whole.replace(/[.,]/g, '')}.${text.slice(at + 1)}` : text.replace(/[.,]/g, '')
}
