import { describe, expect, test } from 'vitest'
import type { TermKind } from '../../../shared/document/node-types.ts'
import { factContradictions, shareContradictions } from '../../../shared/terms/contradictions.ts'
import { factValue } from '../../../shared/terms/fact-value.ts'
import type { FactTerm, ShareTableTerm } from '../../../shared/terms/terms.ts'

let count = 0
const fact = (kind: TermKind, text: string, state: FactTerm['state'] = 'confirmed'): FactTerm => {
  count += 1
  return {
    id: `f${count}`,
    blockId: `b${count}`,
    clauseId: null,
    kind,
    text,
    value: factValue(kind, text),
    sentence: text,
    start: 0,
    end: text.length,
    state,
  }
}

describe('contradictions of facts', () => {
  test('name both places of what is stated twice, also where one is only found', () => {
    const facts = [fact('effective-date', '1 April 2027'), fact('effective-date', '1 May 2027', 'proposed')]
    const [found, ...others] = factContradictions(facts)
    expect(others).toEqual([])
    expect(found?.message).toContain('1 April 2027 and 1 May 2027')
    expect(found?.places.map(place => place.fact)).toEqual(facts)
  })

  test('name start, length and end where they do not fit', () => {
    const facts = [
      fact('effective-date', '1 April 2027'),
      fact('term-length', 'three years'),
      fact('expiry', '31 March 2031'),
    ]
    expect(factContradictions(facts)).toMatchObject([{ kind: 'term-and-expiry' }])
    expect(factContradictions(facts)[0]?.places.map(place => place.words)).toEqual([
      '1 April 2027',
      '3 years',
      '31 March 2031',
    ])
    const early = [fact('effective-date', '1 April 2027'), fact('expiry', '1 March 2027')]
    expect(factContradictions(early)).toMatchObject([{ kind: 'ends-before-start' }])
  })

  test.each([
    [[fact('effective-date', '1 April 2027'), fact('effective-date', 'April 1, 2027')]],
    [[fact('expiry', '31 March 2030'), fact('expiry', 'three years')]],
    [[fact('amount', 'EUR 5'), fact('amount', 'EUR 6')]],
    [[fact('effective-date', 'soon'), fact('effective-date', '1 April 2027')]],
    [
      [
        fact('effective-date', '1 April 2027'),
        fact('term-length', '3 years'),
        fact('expiry', '31 March 2030'),
      ],
    ],
  ])('are none where all agrees', facts => {
    expect(factContradictions(facts)).toEqual([])
  })
})

test('shares over a hundred are shown with each share, others not', () => {
  const table = (percentSum: string): ShareTableTerm => ({
    id: 't',
    blockId: 't',
    clauseId: null,
    basis: 'cost',
    rule: null,
    currency: null,
    total: null,
    percentSum,
    rows: ['60', '50', null].map((percent, index) => ({
      id: `r${index}`,
      partyId: index === 0 ? 'a' : null,
      percent,
      amount: null,
      reason: '',
    })),
  })
  expect(shareContradictions([table('110')], () => 'Harbour')).toMatchObject([
    { kind: 'shares-over', places: [{ words: 'Harbour: 60 %' }, { words: 'Nobody yet: 50 %' }] },
  ])
  expect(shareContradictions([table('100'), table('99.5')], () => 'Harbour')).toEqual([])
})
