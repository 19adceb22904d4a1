import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleAgreement } from '../../../../shared/agreement/templates/template-for.ts'
import { agreementDates } from '../../../../shared/terms/dates/agreement-dates.ts'
import { nextOccurrence } from '../../../../shared/terms/dates/next-occurrence.ts'
import { isDay, periodOf, shiftDay } from '../../../../shared/terms/dates/periods.ts'
import { extractTerms } from '../../../../shared/terms/extract-terms.ts'
import { factValue } from '../../../../shared/terms/fact-value.ts'
import type { FactTerm, Terms } from '../../../../shared/terms/terms.ts'
import { completeTerms, PARTIES } from '../complete-terms.ts'

const fact = (kind: FactTerm['kind'], text: string, sentence = text, blockId = 'end'): FactTerm => ({
  id: `${kind}-${text}`,
  blockId,
  clauseId: null,
  kind,
  text,
  sentence,
  value: factValue(kind, text),
  start: 0,
  end: text.length,
  state: 'confirmed',
})

const withFacts = (...facts: readonly FactTerm[]): Terms => ({
  ...completeTerms,
  kpis: [],
  reviews: [],
  obligations: [],
  facts,
})
const found = (terms: Terms) => agreementDates(terms).map(({ kind, date }) => `${kind} ${date}`)

describe('agreementDates', () => {
  test('lists in the sample what is stated and what follows from it, by day', () => {
    const { title, body } = sampleAgreement()
    const dates = agreementDates(extractTerms(body, title))
    expect(dates.map(({ kind, date, repeats }) => [date, kind, repeats])).toEqual(
      expect.arrayContaining([
        ['2027-04-01', 'effective', null],
        ['2029-12-31', 'notice', 'P1Y'],
        ['2030-03-31', 'expiry', 'P1Y'],
        ['2027-07-15', 'obligation', 'P3M'],
        ['2027-10-05', 'review', 'P6M'],
        ['2027-10-05', 'kpi-revisit', null],
        ['2028-03-31', 'kpi-target', null],
      ]),
    )
    expect(dates.filter(({ kind }) => kind === 'notice')).toHaveLength(1)
    expect(dates.map(({ date }) => date)).toEqual(dates.map(({ date }) => date).toSorted())
  })

  test.each([
    [
      'the last day of a term, and until when to object to its renewal',
      [
        fact('effective-date', '1 April 2027'),
        fact('term-length', 'three (3) years'),
        fact('renewal', 'one year'),
        fact('notice-period', 'three months'),
      ],
      ['effective 2027-04-01', 'notice 2029-12-31', 'expiry 2030-03-31'],
    ],
    [
      'a notice period to leave is not counted from the end',
      [
        fact('expiry', '31 March 2030'),
        fact('notice-period', '6 months', 'May leave any time with 6 months notice.', 'exit'),
      ],
      ['expiry 2030-03-31'],
    ],
    [
      'a notice elsewhere that speaks of renewal is',
      [
        fact('expiry', '31 March 2030'),
        fact('notice-period', '30 days', 'It extends unless told 30 days before.', 'exit'),
      ],
      ['notice 2030-03-01', 'expiry 2030-03-31'],
    ],
    [
      'two effective dates give no expiry',
      [
        fact('effective-date', '2027-04-01'),
        fact('effective-date', '2027-05-01'),
        fact('term-length', '1 year'),
      ],
      ['effective 2027-04-01', 'effective 2027-05-01'],
    ],
    [
      'a stated expiry stands, whatever the length says',
      [fact('effective-date', '2027-04-01'), fact('term-length', '1 year'), fact('expiry', '2029-01-31')],
      ['effective 2027-04-01', 'expiry 2029-01-31'],
    ],
    ['a proposed fact does not count', [{ ...fact('expiry', '2029-01-31'), state: 'proposed' as const }], []],
    [
      'a term that ends with February',
      [fact('effective-date', '2027-03-01'), fact('term-length', '12 months')],
      ['effective 2027-03-01', 'expiry 2028-02-29'],
    ],
  ])('works out: %s', (_, facts, expected) => {
    expect(found(withFacts(...facts))).toEqual(expected)
  })

  test('says from what a day was worked out', () => {
    const terms = withFacts(fact('effective-date', '2027-04-01'), fact('term-length', '2 years'))
    expect(agreementDates(terms).map(entry => entry.computedFrom)).toEqual([null, '1 April 2027 and 2 years'])
  })

  test('counts what recurs without a first day from the beginning, up to the end', () => {
    const duty = { blockId: 'd', clauseId: null, partyId: PARTIES.ada, text: 'report' }
    const terms: Terms = {
      ...withFacts(fact('effective-date', '2027-04-01'), fact('expiry', '2028-03-31')),
      obligations: [
        { ...duty, id: 'monthly', due: null, recurrence: 'P1M' },
        { ...duty, id: 'after-something', due: 'P30D', recurrence: 'P1Y' },
        { ...duty, id: 'too-late', due: null, recurrence: 'P2Y' },
        { ...duty, id: 'no-day', due: '2027-02-30', recurrence: null },
        { ...duty, id: 'once', due: '2027-06-01', recurrence: null },
      ],
    }
    const dates = agreementDates(terms).filter(entry => entry.kind === 'obligation')
    expect(dates.map(({ id, date, repeats, until }) => [id, date, repeats, until])).toEqual([
      ['monthly:obligation', '2027-05-01', 'P1M', '2028-03-31'],
      ['once:obligation', '2027-06-01', null, null],
    ])
  })

  test('says what is reviewed', () => {
    const [review] = completeTerms.reviews
    if (!review) throw new Error('no review')
    const reviews = [
      review,
      { ...review, id: 'second', scope: 'kpis' as const },
      { ...review, id: 'third', scope: null },
    ]
    expect(agreementDates({ ...withFacts(), reviews }).map(entry => entry.title)).toEqual([
      'Review of the agreement as a whole',
      'Review of the KPI definitions',
      'Review',
    ])
  })

  test('leaves out what has no date, and KPIs that are retired', () => {
    const [kpi] = completeTerms.kpis
    if (!kpi) throw new Error('no KPI')
    const kpis = [
      { ...kpi, maturity: 'retired' as const },
      { ...kpi, targetDate: 'soon', revisitOn: null },
    ]
    expect(found({ ...withFacts(), kpis })).toEqual([])
  })

  test('gives each date an id of its own and the same list in whatever order the terms come', () => {
    const days = fc.constantFrom('2027-01-31', '2028-02-29', '2027-02-29', 'soon', null)
    const periods = fc.constantFrom('P1M', 'P1Y', 'P10D', 'P1Y2M3D', 'often', null)
    const ids = fc.constantFrom('a', 'b', 'c')
    const duties = fc.uniqueArray(fc.record({ id: ids, due: days, recurrence: periods }), {
      selector: duty => duty.id,
    })
    fc.assert(
      fc.property(duties, drawn => {
        const obligations = drawn.map(duty => ({
          ...duty,
          blockId: duty.id,
          clauseId: null,
          partyId: null,
          text: '',
        }))
        const terms = { ...completeTerms, obligations }
        const dates = agreementDates(terms)
        expect(new Set(dates.map(({ id }) => id)).size).toBe(dates.length)
        for (const { date } of dates) expect(isDay(date)).toBe(true)
        const turned = { ...terms, obligations: obligations.toReversed(), facts: terms.facts.toReversed() }
        expect(agreementDates(turned)).toEqual(dates)
      }),
    )
  })

  test('tells copies of one block apart', () => {
    const [review] = completeTerms.reviews
    if (!review) throw new Error('no review')
    const dates = agreementDates({ ...withFacts(), reviews: [review, review] })
    expect(dates.map(({ id }) => id)).toEqual(['review-1:review', 'review-1:review#2'])
  })
})

describe('nextOccurrence', () => {
  test.each([
    ['2027-01-31', 'P1M', null, '2027-02-01', '2027-02-28'],
    ['2027-01-31', 'P1M', null, '2027-03-01', '2027-03-31'],
    ['2027-01-31', 'P1M', '2027-03-30', '2027-03-01', null],
    ['2027-01-31', 'P1M', null, '2026-01-01', '2027-01-31'],
    ['2027-01-31', null, null, '2027-01-31', '2027-01-31'],
    ['2027-01-31', null, null, '2027-02-01', null],
    ['2028-02-29', 'P1Y', null, '2030-03-01', '2031-02-28'],
    ['2027-01-01', 'P2W', null, '2027-01-02', '2027-01-15'],
  ])('of %s repeated %s until %s is on or after %s: %s', (date, repeats, until, day, expected) => {
    expect(nextOccurrence({ date, repeats, until }, day)).toBe(expected)
  })
})

describe('periods', () => {
  test.each([
    ['P1Y6M', { months: 18, days: 0 }],
    ['P2W', { months: 0, days: 14 }],
    ['P0D', null],
    ['P', null],
    ['3 months', null],
  ])('%s', (text, expected) => {
    expect(periodOf(text)).toEqual(expected)
  })

  test('go there and back in days, whatever the day', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.nat(9999), (date, days) => {
        const from = date.toISOString().slice(0, 10)
        const to = shiftDay(from, { months: 0, days }, 1)
        expect(to).toBe(new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10))
        expect(shiftDay(to ?? '', { months: 0, days }, -1)).toBe(from)
      }),
    )
  })
})
