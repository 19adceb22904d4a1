import { NUMBER_WORDS, parseNumberWords } from '../../../../parse/number-words.ts'

/** Sources of expressions for the ways in which agreements write figures, and what those figures are worth. */

/** Digits with thousands marks or a decimal point or comma; `99,5` is a decimal, `14,000` is not. */
export const DIGITS =
  "(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?:['’]\\d{3})+|\\d+\\.\\d+|\\d+,\\d{1,2}(?!\\d)|\\d+)"
/** `ninety-nine point five`, `two and a half`; the last needs its unit behind it. */
export const IN_WORDS = `(?:${NUMBER_WORDS})(?: point (?:${NUMBER_WORDS})| and a half)?`

const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
}
/** `two thirds of`, `by a quarter`, `more than half of`: parts of a whole, told from a quarter of a year and a third party. */
export const FRACTION =
  '(?:(?:one|two|three|four|five|seven|nine)[ -](?:half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)(?! of (?:one|an?|1)\\b)(?! (?:part|person|country|instal|financial|calendar|year))|(?<=\\b(?:by|than|from|least|most|nearly|about|over|under|to|below|above|exceed) )(?:an?|one)[ -](?:third|quarter|fifth|tenth)(?! part)|(?:an?|one)[ -](?:third|quarter|fifth|tenth) (?=of (?:all|the|its|their|our|those)\\b)|half(?= (?:of(?! (?:one|a|an|1)\\b)|the|our|their|its|all)\\b)|(?<=\\b(?:by|than|to|from) )(?:an? |one )?half\\b(?! of (?:one|an?|1)\\b))'

/** The decimal of digits: thousands marks gone, a decimal comma made a point. A dot before three digits marks thousands unless `share`. */
export function decimalOfDigits(digits: string, share: boolean): string {
  if (/^\d+,\d{1,2}$/.test(digits)) return digits.replace(',', '.')
  if (!share && /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(digits)) return digits.replaceAll('.', '')
  return digits.replace(/[,'’]/g, '')
}

/** The decimal of a number in words, null where the words make none. */
export function decimalOfWords(words: string): string | null {
  const [whole = '', parts] = words.split(/ point /i)
  const number = parseNumberWords(whole.replace(/ and a half$/i, ''))
  if (number === null) return null
  if (parts !== undefined) {
    const digits = parts.split(/[ -]+/).map(word => parseNumberWords(word))
    return digits.every(digit => digit !== null) ? `${number}.${digits.join('')}` : null
  }
  return / and a half$/i.test(words) ? `${number + 0.5}` : String(number)
}

/** Parts of a whole as per cent: `two thirds` is 66.7. */
export function percentOfFraction(fraction: string): string {
  const [first = '', second] = fraction.trim().toLowerCase().split(/[ -]+/)
  const part = PARTS[(second ?? first).replace(/s$/, '')] ?? PARTS[second ?? first] ?? 1
  const count = second === undefined || /^an?$/.test(first) ? 1 : (parseNumberWords(first) ?? 1)
  return String(Math.round((1000 * count) / part) / 10)
}
