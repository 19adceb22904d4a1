import type {
  DutyKind,
  KpiDirection,
  KpiMaturity,
  KpiPartName,
  ReviewScope,
  ShareBasis,
  ShareRule,
  TermKind,
} from '../document/node-types.ts'
import type { FactValue } from './terms.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** `2027-04-01` as `1 April 2027`; what is not such a date stays as it was typed. */
export function dateInWords(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const name = MONTHS[Number(month) - 1]
  return year && name && day ? `${Number(day)} ${name} ${year}` : text
}

const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second']
const DURATION =
  /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

function durationParts(text: string): string[] {
  const [, ...amounts] = DURATION.exec(text) ?? []
  return amounts.flatMap((amount, index) =>
    amount === undefined ? [] : [`${Number(amount)} ${UNITS[index]}${Number(amount) === 1 ? '' : 's'}`],
  )
}

/** `P1Y6M` as `1 year and 6 months`; what is not an ISO duration stays as it was typed. */
export function durationInWords(text: string): string {
  const parts = durationParts(text)
  return parts.length === 0 ? text : parts.join(' and ').replace(/ and (?=.* and )/g, ', ')
}

/** `P3M` as `every 3 months`, `P1Y` as `every year`; other text stays as it was typed. */
export function cadenceInWords(text: string): string {
  const words = durationInWords(text)
  return words === text ? text : `every ${words.replace(/^1 (\w+)$/, '$1')}`
}

/** When something is due: a date as itself, a duration as `within 14 days`; other text stays as it was typed. */
export function whenInWords(text: string): string {
  const words = durationInWords(text)
  return words === text ? dateInWords(text) : `within ${words}`
}

/** `48000.5` as `48,000.5`: a decimal with its thousands set apart; other text stays as it was typed. */
export function figureInWords(text: string): string {
  const [, sign = '', whole, fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(text) ?? []
  return whole === undefined ? text : `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`
}

/** `48000.5` as `48,000.50`: an amount of money, two decimals where there are any; other text stays as it was typed. */
export const amountInWords = (text: string): string =>
  figureInWords(/^-?\d+\.\d$/.test(text) ? `${text}0` : text)

/** What a fact says, as a person writes it; null for a value that could not be read. */
export function factInWords(value: FactValue): string | null {
  switch (value.kind) {
    case 'date':
      return dateInWords(value.date)
    case 'duration':
      return durationInWords(value.duration)
    case 'money':
      return `${value.currency} ${amountInWords(value.amount)}`
    case 'percent':
      return `${value.percent}%`
    case 'text':
      return value.text
    case 'unreadable':
      return null
  }
}

/** What each kind of marked text is called. */
export const TERM_KIND_WORDS: Readonly<Record<TermKind, string>> = {
  'effective-date': 'Effective date',
  expiry: 'Expiry',
  'term-length': 'Length of term',
  renewal: 'Renewal',
  'notice-period': 'Notice period',
  'governing-law': 'Governing law',
  amount: 'Amount',
  'liability-cap': 'Liability cap',
  'confidentiality-period': 'Confidentiality period',
  'payment-term': 'Payment term',
  insurance: 'Insurance',
  definition: 'Definition',
}

/** What a share table divides, as its title. */
export const SHARE_BASIS_WORDS: Readonly<Record<ShareBasis, string>> = {
  cost: 'Shares of cost',
  benefit: 'Shares of benefit',
  vote: 'Shares of votes',
  risk: 'Shares of risk',
  exit: 'Shares on exit',
}

/** The rule of a share table, to follow its title. */
export const SHARE_RULE_WORDS: Readonly<Record<ShareRule, string>> = {
  equal: 'divided equally',
  usage: 'divided by usage',
  population: 'divided by population',
  value: 'divided by value received',
  agreed: 'divided as agreed',
}

/** What each kind of role is called; a custom one is described by its text. */
export const DUTY_WORDS: Readonly<Record<DutyKind, string>> = {
  commissioner: 'Collaboration commissioner',
  'service-manager': 'Service manager',
  chair: 'Chair',
  custom: 'Other role',
}

/** Which way a KPI is to move. */
export const DIRECTION_WORDS: Readonly<Record<KpiDirection, string>> = {
  up: 'higher is better',
  down: 'lower is better',
  hold: 'to be held steady',
}

/** How settled a KPI is. */
export const MATURITY_WORDS: Readonly<Record<KpiMaturity, string>> = {
  draft: 'draft',
  trial: 'on trial',
  agreed: 'agreed',
  retired: 'retired',
}

/** What a review looks at. */
export const REVIEW_SCOPE_WORDS: Readonly<Record<ReviewScope, string>> = {
  agreement: 'The agreement as a whole',
  kpis: 'The KPI definitions',
  costs: 'The shares of cost',
}

/** What each line of a KPI definition is called. */
export const KPI_PART_WORDS: Readonly<Record<KpiPartName, string>> = {
  name: 'Name',
  value: 'Value it serves',
  definition: 'Definition',
  formula: 'Formula',
  source: 'Source of data',
  limits: 'Limits',
}
