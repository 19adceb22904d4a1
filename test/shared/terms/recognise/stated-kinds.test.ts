import { describe, expect, test } from 'vitest'
import { CLAUSE_KINDS, type ClauseKind } from '../../../../shared/terms/recognise/clauses/clause-kind.ts'
import { statedKinds } from '../../../../shared/terms/recognise/clauses/stated-kinds.ts'

const named = (kinds: readonly number[]) => kinds.map(kind => CLAUSE_KINDS[kind])
const stated = (sentence: string) => {
  const { affirmed, denied } = statedKinds(sentence.toLowerCase())
  return { affirmed: named(affirmed), denied: named(denied) }
}

describe('what a sentence says that it is', () => {
  test.each<[ClauseKind, string]>([
    [
      'most_favored_nation',
      'The prices of the School shall be as favourable as those of any other customer.',
    ],
    ['exclusivity', 'Baker shall be the exclusive regional bread supplier of the School.'],
    ['exclusivity', 'The Town appoints Hauler as its sole agent for glass.'],
    ['exclusivity', 'Press has the exclusive right to publish the Guide in Dutch.'],
    ['exclusivity', 'With the Maps comes a worldwide, exclusive, perpetual licence.'],
    ['exclusivity', 'The School shall purchase flour exclusively from the Mill.'],
    ['exclusivity', 'Baker shall not enter into the same or a similar scheme with any other school.'],
    ['no_solicit_customers', 'It may not divert any customer to another bakery.'],
    ['no_solicit_customers', 'The Mill shall not contact the Baker’s customers without its leave.'],
    ['no_solicit_employees', 'Neither of us shall induce any employee of the other to leave.'],
    ['termination_for_convenience', 'The Town may terminate any Service for its convenience.'],
    ['right_of_first_refusal', 'The Mill shall have a right of first refusal on the Site.'],
    ['right_of_first_refusal', 'The Baker has the preferential right to rent the second oven.'],
    ['change_of_control', 'A merger of the Baker shall be deemed an assignment.'],
    ['change_of_control', 'A change of control of the Baker entitles the Mill to terminate.'],
    ['price_restrictions', 'Prices may rise once per year.'],
    ['minimum_commitment', 'The minimum annual purchase is 40 tons.'],
    ['minimum_commitment', 'The School shall buy at least 40 tons.'],
    ['minimum_commitment', 'Flour is sold on a take-or-pay basis.'],
    ['ip_ownership_assignment', 'Author hereby assigns to Press all right, title and interest in the Maps.'],
    ['joint_ip_ownership', 'Recipes found together shall be jointly owned.'],
    ['post_termination_services', 'The Baker may sell its remaining stock of boxes for ninety days.'],
    ['post_termination_services', 'Hauler shall provide transition services.'],
    ['audit_rights', 'The Mill may inspect the books of the Baker.'],
    ['audit_rights', 'The Baker gives the Mill access to its records.'],
    ['uncapped_liability', 'Except for gross negligence, neither of us is liable for lost bread.'],
    ['cap_on_liability', 'What it pays to indemnify the Baker shall not exceed the amounts received.'],
    ['liquidated_damages', 'The Baker shall pay 200 EUR a day as liquidated damages.'],
    ['third_party_beneficiary', 'The Lender is an intended third-party beneficiary of this clause.'],
  ])('%s: %s', (kind, sentence) => expect(stated(sentence)).toEqual({ affirmed: [kind], denied: [] }))
})

describe('what a sentence says that it is not', () => {
  test.each<[ClauseKind, string]>([
    ['exclusivity', 'The Agent is engaged on a non-exclusive basis.'],
    ['exclusivity', 'We appoint you as a nonexclusive user of the System for one kitchen.'],
    ['exclusivity', 'Non-exclusivity. Each of us may work with whomever it likes.'],
    ['exclusivity', 'This Agreement does not create an exclusive relationship between the parties.'],
    [
      'exclusivity',
      'Nothing herein is construed as giving Hauler any exclusive right, nor prevents it the Town from contracting with others.',
    ],
    [
      'exclusivity',
      'The Carrier shall not be considered the exclusive provider of the Shipper, and shall not prevent the Shipper from using any other carrier.',
    ],
    ['non_disparagement', 'The Mark may not be used in a way that disparages the Mill.'],
    [
      'termination_for_convenience',
      'In the event of a breach the Mill may terminate this Agreement by notice.',
    ],
    ['termination_for_convenience', 'If the Baker is insolvent, the Mill may terminate the Agreement.'],
    ['termination_for_convenience', 'Expiration or termination ends no duty to pay.'],
    ['change_of_control', 'The Mill may assign this Agreement to its successor.'],
    ['minimum_commitment', 'Records are kept for a minimum of ten years.'],
    ['volume_restriction', 'Interest of up to nine per cent is due.'],
    ['ip_ownership_assignment', 'The Baker acknowledges that the Mill is the owner of the Recipe.'],
    ['post_termination_services', 'After the end of the term the Baker shall cease all use of the Mark.'],
    ['third_party_beneficiary', 'There are no third-party beneficiaries of this Agreement.'],
    ['third_party_beneficiary', 'Nothing in this contract confers a right to enforce it on a third party.'],
    ['third_party_beneficiary', 'These promises are not intended for the benefit of any third party.'],
    ['third_party_beneficiary', 'No creditor or other third party shall acquire rights hereunder.'],
  ])('%s: %s', (kind, sentence) => expect(stated(sentence)).toEqual({ affirmed: [], denied: [kind] }))
})

describe('what leaves it open', () => {
  test.each([
    'The licence of the Software is non-exclusive, that of the Game exclusive.',
    'The appointment is non-exclusive, but Owner shall not give it to any other bakery in the town.',
    'If Buyer misses the target, its rights become non-exclusive.',
    'Upon notice Owner may convert the appointment to a non-exclusive one.',
    'Owner has not granted and will not grant any exclusive right in the Mark to a third party.',
    'The Trader is hereby made our non-exclusive dealer and the sole importer of spare parts.',
    'The appointment is non-exclusive; Owner shall buy all of its requirements of flour from the Mill.',
    'There are no third-party beneficiaries other than the Lender.',
    'The sole responsibility of the supplier is delivery.',
    'No other person is the exclusive sponsor of the Fair.',
    'The Town may not terminate any Service for its convenience.',
    '7.7 Termination for Convenience 52 8 Law 53',
    'None of the shares is subject to a right of first refusal.',
    'Nothing is due as liquidated damages, and the Mill does not ask for a fine.',
    'There is no minimum purchase.',
    'The School shall order at least 40 days before it needs flour.',
    'The Mill may end it in the event of breach or without cause.',
    '',
  ])('%s', sentence => expect(stated(sentence)).toEqual({ affirmed: [], denied: [] }))

  test('what is denied is not affirmed by the same sentence', () => {
    const sentence =
      'In the event of breach the Mill may terminate the Contract at any time, and not for its convenience'
    expect(stated(sentence).affirmed.filter(kind => stated(sentence).denied.includes(kind))).toEqual([])
  })
})
