import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Candidate } from '../../../../shared/terms/recognise/facts/candidates/candidate.ts'
import { candidatesOf } from '../../../../shared/terms/recognise/facts/candidates/candidates-of.ts'
import {
  type CandidateModels,
  likeliest,
  toldByRules,
} from '../../../../shared/terms/recognise/facts/candidates/likeliest.ts'
import { SecondOpinion } from '../../../../shared/terms/recognise/facts/candidates/second-opinion.ts'
import { likelyParties } from '../../../../shared/terms/recognise/facts/parties/likely/likely-parties.ts'
import { nameCandidates } from '../../../../shared/terms/recognise/facts/parties/likely/name-candidates.ts'
import {
  NAME_BUCKETS,
  nameFeatures,
} from '../../../../shared/terms/recognise/facts/parties/likely/name-features.ts'
import { LinearModel } from '../../../../shared/terms/recognise/linear-model.ts'
import { type Found, readText } from '../../../../shared/terms/recognise/reading.ts'
import {
  NO_MODELS,
  type RecogniseModels,
  recogniseText,
  recogniseWith,
} from '../../../../shared/terms/recognise/recognise-text.ts'
import { bucketsOf, FeatureBuckets } from '../../../../shared/terms/recognise/text/bucket-of.ts'
import { plainText } from '../../../../shared/terms/recognise/text/plain-text.ts'

/** A model that knows nothing but the weights of these features. */
function modelOf(weights: Readonly<Record<string, number>>, bias = 0, buckets = 1 << 15): LinearModel {
  const known = Object.entries(weights)
    .map(([feature, weight]) => ({
      bucket: bucketsOf([feature], buckets)[0] ?? 0,
      weight: Math.round(100 * weight),
    }))
    .sort((a, b) => a.bucket - b.bucket)
  return new LinearModel(
    {
      bias: Math.round(100 * bias),
      buckets: known.map(({ bucket }, at) => bucket - (known[at - 1]?.bucket ?? 0)).join(' '),
      weights: known.map(({ weight }) => weight).join(' '),
    },
    buckets,
  )
}

describe('buckets of features', () => {
  test('a word of a slot has the bucket of its name', () => {
    const features = new FeatureBuckets(1 << 15)
    features.addAll('b', ['from', 'until', 'signed'], 2)
    features.addEach('a', ['day', 'of'], 5)
    expect([...features.all()].sort()).toEqual(
      [...bucketsOf(['b:from', 'b:until', 'a0:day', 'a1:of'], 1 << 15)].sort(),
    )
  })

  test('a model adds the weights of the features that it knows', () => {
    const model = modelOf({ even: 1.5, odd: -2 }, 0.25)
    const features = bucketsOf(['even', 'odd', 'unknown'], 1 << 15)
    expect(model.bias).toBe(0.25)
    expect(model.scoreOf(features)).toBeCloseTo(-0.5)
    expect(model.scoreOf([])).toBe(0)
  })
})

const TEXT =
  'PACT\n\nMade at Bergen on 03/04/2027.\n\nDuration:     two years\nEnd:          31/12/2029\n\nNotice of ten business days. It runs through June 2030 and is renewed for six months.'

describe('dates and lengths of time that may state a field', () => {
  const candidates = candidatesOf(readText(TEXT), true)
  const shown = (one: Candidate) => (one.value.kind === 'date' ? one.value.date : one.value.duration)

  test('each with its place, with the day first where the text writes so, and no business days', () => {
    expect(candidates.map(shown)).toEqual(['2027-04-03', 'P2Y', '2029-12-31', '2030-06-30', 'P6M'])
    const { plain } = readText(TEXT)
    expect(candidates.map(({ start, end }) => plain.slice(start, end))).toEqual([
      '03/04/2027',
      'two years',
      '31/12/2029',
      'June 2030',
      'six months',
    ])
    expect(candidates.filter(({ isEnd }) => isEnd).map(shown)).toEqual(['2030-06-30'])
  })

  test('in any text, within it', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('on 3 May 2027', ' ', '\n\n', 'two years', '.', 'until', '“', '§'), {
          maxLength: 40,
        }),
        parts => {
          const reading = readText(parts.join(' '))
          for (const { start, end, features } of candidatesOf(reading, false)) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeLessThanOrEqual(reading.plain.length)
            expect(features.length).toBeGreaterThan(5)
          }
        },
      ),
    ))
})

/** Features are what a test gives them, so that a chance can be reckoned by hand. */
const candidate = (date: string, start: number, ...features: string[]): Candidate => ({
  start,
  end: start + 10,
  value: { kind: 'date', date },
  isEnd: false,
  features: bucketsOf(features, 1 << 15),
})

describe('the likeliest', () => {
  const model = modelOf({ good: 2, fair: 1 })

  test.each<[Candidate[], string | null, number]>([
    [[], null, 0],
    [[candidate('2027-05-01', 0)], '2027-05-01', 1 / 2],
    [
      [candidate('2027-05-01', 0), candidate('2027-06-01', 9, 'good')],
      '2027-06-01',
      Math.E ** 2 / (2 + Math.E ** 2),
    ],
    // What is said twice counts twice: e + e of 1 + 2e + e².
    [
      [
        candidate('2027-05-01', 0, 'fair'),
        candidate('2027-05-01', 9, 'fair'),
        candidate('2027-06-01', 19, 'fair'),
      ],
      '2027-05-01',
      (2 * Math.E) / (1 + 3 * Math.E),
    ],
  ])('of %j', (candidates, date, chance) => {
    const found = likeliest(candidates, 'agreement-date', model)
    expect(found?.candidate.value ?? null).toEqual(date === null ? null : { kind: 'date', date })
    expect(found?.chance ?? 0).toBeCloseTo(chance)
  })

  test('is no length of time where a date is asked for, nor the end of a month where it is no end', () => {
    const end = { ...candidate('2027-05-31', 0, 'good'), isEnd: true }
    expect(likeliest([end], 'effective-date', model)).toBeNull()
    expect(likeliest([end], 'expiry', model)).not.toBeNull()
    expect(likeliest([end], 'initial-term', model)).toBeNull()
  })

  test('is told what the rules found', () => {
    const ruled: Found[] = [
      {
        kind: 'agreement-date',
        value: { kind: 'date', date: '2027-05-01' },
        start: 0,
        end: 9,
        confidence: 0.7,
        rule: 'x',
      },
    ]
    const two = [candidate('2027-05-01', 0), candidate('2027-06-01', 9, 'fair')]
    const withRule = modelOf({ fair: 1, rule: 3 })
    expect(likeliest(two, 'agreement-date', withRule)?.candidate.start).toBe(9)
    expect(likeliest(two, 'agreement-date', withRule, toldByRules(ruled))?.candidate.start).toBe(0)
  })
})

describe('a second opinion', () => {
  const sure = modelOf({ good: 6 }, -2)
  const models = Object.fromEntries(
    ['agreement-date', 'effective-date', 'expiry', 'initial-term', 'renewal-term', 'renewal-notice'].map(
      field => [field, sure],
    ),
  ) as unknown as CandidateModels
  const opinion = new SecondOpinion(models, () => [
    candidate('2027-06-01', 9, 'good'),
    candidate('2028-01-01', 30),
  ])
  const ruled = (kind: Found['kind'], confidence: number): Found[] => [
    { kind, value: { kind: 'date', date: '2027-05-01' }, start: 0, end: 9, confidence, rule: 'x' },
  ]
  const dates = (found: readonly Found[]) =>
    found.map(({ value }) => (value.kind === 'date' ? value.date : value.kind))

  test('fills what rules leave open, and is less sure than they', () => {
    const found = opinion.on('effective-date', [])
    expect(dates(found)).toEqual(['2027-06-01'])
    expect(found[0]?.confidence).toBeLessThan(0.8)
  })
  test('leaves what rules found, but not the date of making where another is likelier', () => {
    expect(dates(opinion.on('effective-date', ruled('effective-date', 0.5)))).toEqual(['2027-05-01'])
    expect(dates(opinion.on('expiry', ruled('expiry', 0.5)))).toEqual(['2027-05-01'])
    expect(dates(opinion.on('agreement-date', ruled('agreement-date', 0.5)))).toEqual(['2027-06-01'])
  })
  test('does not say again what is something else', () =>
    expect(opinion.on('effective-date', [], '2027-06-01')).toEqual([]))
  test('says nothing where nothing is likely, and reads the text only when asked', () => {
    let reads = 0
    const none = new SecondOpinion(models, () => {
      reads += 1
      return [candidate('2028-01-01', 30)]
    })
    expect(reads).toBe(0)
    expect(none.on('expiry', [])).toEqual([])
    expect(none.on('effective-date', [])).toEqual([])
    expect(reads).toBe(1)
  })
})

describe('names that may be those of parties', () => {
  const names = (text: string) => nameCandidates(plainText(text)).map(({ name }) => name)

  test.each<[string, string[]]>([
    ['An agreement of Pier Foods, Inc. with the Town of Sund.', ['Pier Foods, Inc.', 'Town of Sund']],
    ['Wir: Haus am See and Berg Verein.', ['Haus am See and Berg Verein', 'Haus am See', 'Berg Verein']],
    ['Partners:\nSund Council\nFell Trust', ['Sund Council Fell Trust', 'Sund Council', 'Fell Trust']],
    ['SUPPLIER Pier Limited', ['Pier Limited']],
    ['The City Council and City Hall', ['City Council']],
    ['The Supplier shall pay.', []],
  ])('in %j', (text, wanted) => expect(names(text)).toEqual(expect.arrayContaining(wanted)))

  test.each([
    ['Department\nof Remote Health', 'of Remote Health'],
    ['THE TRUSTEES OF THE\nLittle House', 'TRUSTEES OF THE'],
    ['B E T W E E N the Council and', 'B E T W E E N'],
    ['SIDE A\nSund Council', 'SIDE A'],
  ])('no part of one, no label, no letters: in %j not %s', (text, none) =>
    expect(names(text)).not.toContain(none),
  )

  test('a role alone is none', () =>
    expect(names('The Supplier and the Buyer agree.')).not.toContain('Supplier'))

  test('each name once, with all its places', () => {
    const text = plainText('Sund Council pays, then Sund Council rests.')
    expect(nameCandidates(text)).toEqual([{ name: 'Sund Council', places: [0, 24] }])
    expect(nameFeatures(text.plain, nameCandidates(text))).toHaveLength(1)
  })

  test('those that the model believes in, with their short names, and of two that overlap one', () => {
    const model = modelOf({ 'last:trust': 4, 'last:council': 4, and: -3 }, -2, NAME_BUCKETS)
    const found = likelyParties(
      plainText('Fell Trust ("Fell") and Sund Council (hereinafter "the Council") will dance with Jo Berg.'),
      model,
      0.5,
    )
    expect(found.map(({ name, shortNames }) => [name, shortNames])).toEqual([
      ['Fell Trust', ['Fell']],
      ['Sund Council', ['Council']],
    ])
  })
})

/** With what is shipped, and in words that no rule knows: a model whose weights went astray would say nothing. */
describe('the models as they are shipped', () => {
  const said = (text: string, models: RecogniseModels | null) => {
    const { findings } = models ? recogniseWith(text, models) : recogniseText(text)
    return Object.fromEntries(
      findings.flatMap(({ kind, value }) =>
        value.kind === 'date'
          ? [[kind, value.date]]
          : value.kind === 'duration'
            ? [[kind, value.duration]]
            : [],
      ),
    )
  }
  const BOILER =
    'SHARED BOILER PAPER\n\n1. Lund Housing Trust heats the water and Fell Baths Limited pays for the gas.\n2. It holds good for six years, counted from the first of May 2027.\n3. The six years over, three more are added, unless one writes to the other eight months beforehand that it has had enough.\n\nLund, 4 April 2027'
  const FERRY =
    'HARBOUR FERRY PACT\n\nThe island of Lindholm and the town of Sundby have settled what follows.\n\nThe ferry sails eight times a day.\n\nFor three winters and the summers between, counted from 1 October 2026, both stand by it. When those are over the pact lives on for twelve months more each time, unless the island or the town has let the other know, four months ahead of that, that it has had enough.'

  test('find dates and lengths of time', () => {
    expect(said(BOILER, NO_MODELS)).toEqual({ 'agreement-date': '2027-04-04' })
    expect(said(BOILER, null)).toMatchObject({
      'agreement-date': '2027-04-04',
      'effective-date': '2027-05-01',
      'initial-term': 'P6Y',
      expiry: '2033-05-01',
      'renewal-notice': 'P8M',
    })
    expect(said(FERRY, NO_MODELS)).toEqual({})
    expect(said(FERRY, null)).toMatchObject({ 'renewal-term': 'P12M', 'renewal-notice': 'P4M' })
  })

  test('find parties', () => {
    const text =
      'FORGE SHARING\n\nWho we are\n\n• Ried Museum Trust\n• Lind Bakery Cooperative\n• Sund Women’s Aid\n\nWe share the forge.\n\nSigned for Ried Museum Trust\nSigned for Lind Bakery Cooperative\nSigned for Sund Women’s Aid'
    const names = (models: RecogniseModels | null) =>
      (models ? recogniseWith(text, models) : recogniseText(text)).findings.flatMap(({ value }) =>
        value.kind === 'party' ? [value.name] : [],
      )
    expect(names(NO_MODELS)).toEqual([])
    expect(names(null)).toEqual(['Ried Museum Trust', 'Lind Bakery Cooperative', "Sund Women's Aid"])
  })
})
