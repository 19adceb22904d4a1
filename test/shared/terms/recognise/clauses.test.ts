import { describe, expect, test } from 'vitest'
import { shippedModel } from '../../../../shared/terms/recognise/clauses/shipped-model.ts'
import { recogniseText } from '../../../../shared/terms/recognise/recognise-text.ts'

const clausesOf = (text: string) =>
  recogniseText(text).findings.flatMap(({ value }) => (value.kind === 'clause' ? [value.clause] : []))

describe('clauses by the shipped model', () => {
  test.each([
    [
      'anti_assignment',
      'Neither party may assign this Agreement or any of its rights without the prior written consent of the other party.',
    ],
    [
      'audit_rights',
      'The Licensor may inspect and audit the books and records of the Licensee once a year upon reasonable notice.',
    ],
    [
      'cap_on_liability',
      'In no event shall the total liability of either party exceed the fees paid in the twelve months before the claim.',
    ],
    [
      'insurance',
      'The Supplier shall maintain commercial general liability insurance with limits of at least $1,000,000 per occurrence and name the Buyer as an additional insured.',
    ],
    [
      'license_grant',
      'Licensor hereby grants to Licensee a non-exclusive, royalty-free license to use the Marks in the Territory.',
    ],
    [
      'termination_for_convenience',
      'Either party may terminate this Agreement at any time without cause upon thirty (30) days prior written notice.',
    ],
  ] as const)('%s', (kind, sentence) => expect(clausesOf(sentence)).toContain(kind))

  test.each([
    [
      'exclusivity',
      'Maker hereby appoints Trader as a non-exclusive distributor of the Products to resellers in the Territory during the Term, as long as Trader makes the Minimum Purchases.',
    ],
    [
      'exclusivity',
      'Licensor hereby grants to Licensee, during the Term, a personal, nonexclusive, royalty-free right and licence to use the Mark in the Territory and to sell the Licensed Products to customers.',
    ],
    [
      'third_party_beneficiary',
      'No third party is intended to be nor shall any such third party be deemed to be a third party beneficiary of this Agreement.',
    ],
  ] as const)('are not what a sentence denies: no %s', (kind, sentence) =>
    expect(clausesOf(sentence)).not.toContain(kind),
  )

  test('are none in a sentence about nothing of the kind', () =>
    expect(clausesOf('The headings are for convenience of reading and the weather was fine.')).toEqual([]))

  test('name the work whose labels trained them', async () => {
    const { default: stored } = await import(
      '../../../../shared/terms/recognise/clauses/shipped-model.json',
      {
        with: { type: 'json' },
      }
    )
    expect(stored.attribution).toMatch(/Atticus.*CC BY 4\.0/)
    expect(shippedModel().kinds.length).toBeGreaterThan(1000)
  })
})
