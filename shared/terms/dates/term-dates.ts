import type { TermKind } from '../../document/node-types.ts'
import type { FactTerm, Terms } from '../terms.ts'
import { dateInWords, durationInWords } from '../words.ts'
import type { AgreementDate, DateKind } from './agreement-date.ts'
import { isDay, nextDay, periodOf, shiftDay } from './periods.ts'

/** The dates of the agreement's own life. `effective` and `end` are null where they are unknown or stated in two ways; `end` is null too where it renews itself. */
export interface TermDates {
  readonly dates: readonly AgreementDate[]
  readonly effective: string | null
  readonly end: string | null
}

const DATED: Partial<Record<TermKind, readonly [kind: DateKind, title: string]>> = {
  'effective-date': ['effective', 'The agreement takes effect'],
  expiry: ['expiry', 'The agreement expires'],
  renewal: ['renewal', 'The agreement is renewed'],
  'confidentiality-period': ['confidentiality', 'Confidentiality ends'],
  'payment-term': ['payment', 'Payment is due'],
}

/** A notice that must be given before the term ends; notice to leave in between is counted from another day. */
const BEFORE_END = /\b(renew|expir|extend|extension|end of (the|this|its) (term|agreement|initial))/i

/** Takes effect, expires, is renewed, and until when notice must be given. */
export function termDates(terms: Terms): TermDates {
  const facts = terms.facts.filter(fact => fact.state === 'confirmed')
  const effective = onlyDay(facts, 'effective-date')
  const renewal = onlyPeriod(facts, 'renewal')
  const stated = facts.flatMap(fact => statedDay(fact))
  const hasExpiry = stated.some(entry => entry.kind === 'expiry')
  const computed = hasExpiry ? null : computedExpiry(facts, effective)
  const expiryDay = hasExpiry ? onlyDay(facts, 'expiry') : (computed?.date ?? null)
  const expiries = [...stated.filter(entry => entry.kind === 'expiry'), ...(computed ? [computed] : [])]
  return {
    dates: [
      ...stated.filter(entry => entry.kind !== 'expiry'),
      ...expiries.map(entry => (renewal ? { ...entry, ...renewed(renewal) } : entry)),
      ...(expiryDay === null ? [] : noticeDates(facts, expiryDay, renewal)),
    ],
    effective,
    end: renewal === null ? expiryDay : null,
  }
}

const renewed = (renewal: string) => ({
  title: `The agreement expires, or is renewed for ${durationInWords(renewal)}`,
  repeats: renewal,
})

function statedDay(fact: FactTerm): AgreementDate[] {
  const [kind, title] = DATED[fact.kind] ?? []
  if (!kind || !title || fact.value.kind !== 'date' || !isDay(fact.value.date)) return []
  return [entryOf(fact, { kind, title, date: fact.value.date })]
}

type Computed = Pick<AgreementDate, 'kind' | 'title' | 'date'> &
  Partial<Pick<AgreementDate, 'computedFrom' | 'repeats'>>

const entryOf = (fact: FactTerm, entry: Computed): AgreementDate => ({
  id: `${fact.id}:${entry.kind}`,
  blockId: fact.blockId,
  clauseId: fact.clauseId,
  detail: fact.sentence,
  partyId: null,
  repeats: null,
  until: null,
  computedFrom: null,
  ...entry,
})

/** A term of three years from 1 April 2027 ends with 31 March 2030: its last day is the day before the anniversary. */
function computedExpiry(facts: readonly FactTerm[], effective: string | null): AgreementDate | null {
  const length = onlyPeriod(facts, 'term-length') ?? onlyPeriod(facts, 'expiry')
  const fact = facts.find(each => periodIn(each) === length && isLength(each))
  const period = length === null ? null : periodOf(length)
  if (effective === null || length === null || !fact || !period) return null
  const anniversary = shiftDay(effective, period, 1)
  const date = anniversary && nextDay(anniversary, -1)
  if (!date) return null
  const computedFrom = `${dateInWords(effective)} and ${durationInWords(length)}`
  return entryOf(fact, { kind: 'expiry', title: 'The agreement expires', date, computedFrom })
}

const isLength = (fact: FactTerm) => fact.kind === 'term-length' || fact.kind === 'expiry'

function noticeDates(facts: readonly FactTerm[], expiry: string, renewal: string | null): AgreementDate[] {
  const withEnd = new Set(
    facts.filter(fact => fact.kind === 'renewal' || isLength(fact)).map(fact => fact.blockId),
  )
  return facts.flatMap(fact => {
    const length = fact.kind === 'notice-period' ? periodIn(fact) : null
    const period = length === null ? null : periodOf(length)
    if (length === null || !period || !(withEnd.has(fact.blockId) || BEFORE_END.test(fact.sentence)))
      return []
    const date = shiftDay(expiry, period, -1)
    if (!date) return []
    const title = renewal
      ? 'Last day to give notice, or the agreement is renewed'
      : 'Last day to give notice before the agreement expires'
    const computedFrom = `${durationInWords(length)} before ${dateInWords(expiry)}`
    return [entryOf(fact, { kind: 'notice', title, date, computedFrom, repeats: renewal })]
  })
}

const periodIn = (fact: FactTerm) => (fact.value.kind === 'duration' ? fact.value.duration : null)

/** What all facts of a kind agree on; null where they differ, since neither can be told to be meant. */
function only(values: readonly string[]): string | null {
  const [first, ...others] = new Set(values)
  return first !== undefined && others.length === 0 ? first : null
}

const onlyDay = (facts: readonly FactTerm[], kind: TermKind) =>
  only(
    facts.flatMap(fact =>
      fact.kind === kind && fact.value.kind === 'date' && isDay(fact.value.date) ? [fact.value.date] : [],
    ),
  )

const onlyPeriod = (facts: readonly FactTerm[], kind: TermKind) =>
  only(facts.flatMap(fact => (fact.kind === kind ? (periodIn(fact) ?? []) : [])))
