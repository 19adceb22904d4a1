const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `2027-04-01` as `1 April 2027`; what is not such a date stays as it was typed. */
export function dateInWords(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim()) ?? []
  const name = MONTHS[Number(month) - 1]
  return year && name && day ? `${Number(day)} ${name} ${year}` : text
}

/** An ISO 8601 time in UTC as `1 April 2027, 14:05:09 UTC`; what is not one stays as it was typed. */
export function timeInWords(text: string): string {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z$/.exec(text) ?? []
  return date && time ? `${dateInWords(date)}, ${time} UTC` : text
}

const UNITS: readonly (readonly [string, string])[] = [
  ['year', 'years'],
  ['month', 'months'],
  ['week', 'weeks'],
  ['day', 'days'],
  ['hour', 'hours'],
  ['minute', 'minutes'],
  ['second', 'seconds'],
]
const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

function durationParts(text: string): readonly (readonly [number, string])[] {
  const [, ...amounts] = DURATION.exec(text.trim()) ?? []
  return amounts.flatMap((amount, index) => {
    const [one, many] = UNITS[index] ?? ['', '']
    return amount === undefined ? [] : [[Number(amount), Number(amount) === 1 ? one : many] as const]
  })
}

/** `P1Y6M` as `1 year and 6 months`; what is not an ISO 8601 duration stays as it was typed. */
export function durationInWords(text: string): string {
  const parts = durationParts(text)
  return parts.length === 0 ? text : parts.map(([amount, unit]) => `${amount} ${unit}`).join(' and ')
}

/** `P3M` as `every 3 months`, `P1Y` as `every year`; other text stays as it was typed. */
export function cadenceInWords(text: string): string {
  const [first, ...others] = durationParts(text)
  if (!first) return text
  return first[0] === 1 && others.length === 0 ? `every ${first[1]}` : `every ${durationInWords(text)}`
}

/** A date or a duration, whichever it is. */
export const whenInWords = (text: string): string => dateInWords(durationInWords(text))

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/

/** A decimal string with its thousands set apart by narrow spaces, which no country reads as a decimal sign. */
export function decimalInGroups(text: string): string {
  const [, sign = '', whole, fraction] = DECIMAL.exec(text.trim()) ?? []
  if (whole === undefined) return text
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f')
  return `${sign === '-' ? '−' : sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

/** Hex in groups of `size`, so that two people can read it to each other. */
export const hexInGroups = (hex: string, size: number): string =>
  hex.replace(new RegExp(`(.{${size}})(?=.)`, 'g'), '$1 ')

export const SHARE_BASIS_WORDS: Readonly<Record<string, string>> = {
  cost: 'Shares of cost',
  benefit: 'Shares of benefit',
  vote: 'Shares of votes',
  risk: 'Shares of risk',
  exit: 'Shares on exit',
}
export const SHARE_RULE_WORDS: Readonly<Record<string, string>> = {
  equal: 'divided equally',
  usage: 'divided by usage',
  population: 'divided by population',
  value: 'divided by value received',
  agreed: 'divided as agreed',
}
export const DUTY_WORDS: Readonly<Record<string, string>> = {
  commissioner: 'Collaboration commissioner',
  'service-manager': 'Service manager',
  chair: 'Chair',
  custom: 'Other duty',
}
export const DIRECTION_WORDS: Readonly<Record<string, string>> = {
  up: 'higher is better',
  down: 'lower is better',
  hold: 'to be held steady',
}
export const MATURITY_WORDS: Readonly<Record<string, string>> = {
  draft: 'draft',
  trial: 'on trial',
  agreed: 'agreed',
  retired: 'retired',
}
export const REVIEW_SCOPE_WORDS: Readonly<Record<string, string>> = {
  agreement: 'The agreement as a whole',
  kpis: 'The KPI definitions',
  costs: 'The shares of cost',
}
export const KPI_PART_WORDS: Readonly<Record<string, string>> = {
  name: 'Name',
  value: 'Value it serves',
  definition: 'Definition',
  formula: 'Formula',
  source: 'Source of data',
  limits: 'Limits',
}
