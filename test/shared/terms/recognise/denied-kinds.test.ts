import { describe, expect, test } from 'vitest'
import { CLAUSE_KINDS } from '../../../../shared/terms/recognise/clauses/clause-kind.ts'
import { deniedKinds } from '../../../../shared/terms/recognise/clauses/denied-kinds.ts'

const denied = (sentence: string) => deniedKinds(sentence.toLowerCase()).map(kind => CLAUSE_KINDS[kind])

describe('what a sentence denies', () => {
  test.each([
    'The Agent is engaged on a non-exclusive basis.',
    'We grant you a nonexclusive licence of the System for one kitchen.',
    'Non-exclusivity. Each of us may work with whomever it likes.',
    'This Agreement does not create an exclusive relationship between the parties.',
    'Nothing herein shall be construed as granting Hauler any exclusive rights, nor prevent the Town from contracting with others.',
    'The Carrier shall not be considered the exclusive provider of the Shipper, and shall not prevent the Shipper from using any other carrier.',
  ])('exclusivity: %s', sentence => expect(denied(sentence)).toEqual(['exclusivity']))

  test.each([
    'There are no third-party beneficiaries of this Agreement.',
    'Nothing in this contract confers a right to enforce it on a third party.',
    'These promises are not intended for the benefit of any third party.',
    'No creditor or other third party shall acquire rights hereunder.',
  ])('third-party beneficiaries: %s', sentence =>
    expect(denied(sentence)).toEqual(['third_party_beneficiary']),
  )

  test.each([
    'The Agent is the exclusive agent of the Principal in Norway.',
    'The licence of the Software is non-exclusive, that of the Game exclusive.',
    'The licence is non-exclusive, but Owner shall not grant it to any other bakery in the town.',
    'If Buyer misses the minimum, its rights become non-exclusive.',
    'Upon notice Owner may convert the licence to a non-exclusive one.',
    'Owner has not granted and will not grant any exclusive right in the Mark to a third party.',
    'The Trader is hereby made our non-exclusive dealer and the sole importer of spare parts.',
    'The licence is non-exclusive; Owner shall buy all of its requirements of flour from the Mill.',
    'There are no third-party beneficiaries other than the Lender.',
    'The Lender, although not a party, is a third-party beneficiary of this clause.',
    'Each indemnified person is intended to be a third-party beneficiary of this Section.',
    '',
  ])('nothing: %s', sentence => expect(denied(sentence)).toEqual([]))
})
