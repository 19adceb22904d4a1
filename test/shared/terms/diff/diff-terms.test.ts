import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MODELS } from '../../../../shared/agreement/models.ts'
import { sampleAgreement, templateFor } from '../../../../shared/agreement/templates/template-for.ts'
import { diffTerms } from '../../../../shared/terms/diff/diff-terms.ts'
import { diffInWords } from '../../../../shared/terms/diff/diff-words.ts'
import { termEntries } from '../../../../shared/terms/diff/term-entries.ts'
import { extractTerms } from '../../../../shared/terms/extract-terms.ts'
import type { FactTerm, Terms } from '../../../../shared/terms/terms.ts'
import { arbitraryDocument } from '../../document/arbitrary-document.ts'
import { completeTerms, PARTIES } from '../complete-terms.ts'

const { ada, ben } = PARTIES
const sentences = (after: Terms, before: Terms = completeTerms) =>
  diffInWords(before, after).map(change => change.sentence)

const agreements = [...MODELS.map(templateFor), sampleAgreement()].map(({ title, body }) =>
  extractTerms(body, title),
)

/** The same agreement as if it had been imported anew: every id is another one. */
function withNewIds(terms: Terms): Terms {
  const ids = new Set(
    termEntries(terms).flatMap(({ id, blockId, clauseId }) => [id, blockId, clauseId ?? id]),
  )
  return JSON.parse(JSON.stringify(terms), (_, value) =>
    typeof value === 'string' && ids.has(value) ? `new-${value}` : value,
  )
}

const notice = (text: string, duration: string): FactTerm => ({
  id: 'fact-3',
  blockId: 'fact-3',
  clauseId: null,
  kind: 'notice-period',
  text,
  sentence: text,
  value: { kind: 'duration', duration },
  start: 0,
  end: text.length,
  state: 'confirmed',
})

describe('diffTerms', () => {
  test.each(agreements)('finds no change between $title and itself, also under new ids and moved', terms => {
    expect(diffTerms(terms, terms)).toEqual([])
    expect(diffTerms(terms, withNewIds(terms))).toEqual([])
    const moved = { ...terms, kpis: terms.kpis.toReversed(), obligations: terms.obligations.toReversed() }
    expect(diffTerms(terms, moved)).toEqual([])
  })

  test('accounts for every term, once, between any two texts', () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, (one, two) => {
        const [before, after] = [extractTerms(one, 'a'), extractTerms(two, 'a')]
        const changes = diffTerms(before, after)
        const count = (kind: string) => changes.filter(change => change.kind === kind).length
        const [olds, nows] = [termEntries(before).length, termEntries(after).length]
        expect(olds - count('removed')).toBe(nows - count('added'))
        expect(count('changed')).toBeLessThanOrEqual(nows - count('added'))
        expect(diffTerms(before, before)).toEqual([])
        for (const { sentence } of diffInWords(before, after)) expect(sentence).toMatch(/^\S.*\.$/s)
      }),
    )
  })

  test('finds what one way adds gone the other way', () => {
    const [first, second] = agreements
    if (!first || !second) throw new Error('no agreements')
    const kinds = (a: Terms, b: Terms, kind: string) =>
      diffTerms(a, b).filter(change => change.kind === kind).length
    expect(kinds(first, second, 'added')).toBe(kinds(second, first, 'removed'))
    expect(kinds(first, second, 'changed')).toBe(kinds(second, first, 'changed'))
  })

  test('does not take one amount for another that has a new id', () => {
    const amount = (id: string, euros: string): FactTerm => ({
      ...notice(`EUR ${euros}`, 'P1M'),
      id,
      kind: 'amount',
      value: { kind: 'money', amount: euros, currency: 'EUR' },
    })
    const kinds = (id: string) =>
      diffTerms(
        { ...completeTerms, facts: [amount('one', '5')] },
        { ...completeTerms, facts: [amount(id, '7')] },
      ).map(change => change.kind)
    expect(kinds('one')).toEqual(['changed'])
    expect(kinds('two')).toEqual(['added', 'removed'])
  })

  test('takes 40 and 40.0 for the same', () => {
    const shares = completeTerms.shares.map(table => ({ ...table, total: '1000.00' }))
    expect(diffTerms(completeTerms, { ...completeTerms, shares })).toEqual([])
  })
})

describe('diffInWords', () => {
  const withCost = (percents: readonly (string | null)[], reason = ''): Terms => ({
    ...completeTerms,
    shares: completeTerms.shares.map(table =>
      table.basis === 'cost'
        ? {
            ...table,
            rows: table.rows.map((row, index) => ({ ...row, percent: percents[index] ?? null, reason })),
          }
        : table,
    ),
  })

  test('says how shares move, and why', () => {
    expect(sentences(withCost(['55', '45'], 'Uses more'))).toEqual([
      'Ada Cooperative’s share of cost rises from 50 % to 55 %.',
      'The reason for Ada Cooperative’s share of cost is now “Uses more”; nothing was stated before.',
      'Ben Logistics’s share of cost falls from 50 % to 45 %.',
      'The reason for Ben Logistics’s share of cost is now “Uses more”; nothing was stated before.',
    ])
    expect(sentences(withCost(['50', null]))).toEqual([
      'Ben Logistics’s share of cost is no longer stated; it was 50 %.',
    ])
  })

  test('says which facts have another value', () => {
    const before = { ...completeTerms, facts: [...completeTerms.facts, notice('three months', 'P3M')] }
    const after = {
      ...completeTerms,
      facts: [...completeTerms.facts, { ...notice('6 months', 'P6M'), id: 'other' }],
    }
    expect(sentences(after, before)).toEqual(['The notice period is now 6 months instead of 3 months.'])
    expect(sentences(after)).toEqual(['A new notice period, 6 months.'])
    expect(sentences(completeTerms, before)).toEqual(['The notice period, 3 months, is gone.'])
  })

  test.each<[string, Partial<Terms>, readonly string[]]>([
    ['the title', { title: 'New' }, ['The agreement is now called “New” instead of “Delivery partnership”.']],
    [
      'a new obligation',
      {
        obligations: [
          ...completeTerms.obligations,
          {
            id: 'd2',
            blockId: 'd2',
            clauseId: null,
            partyId: ben,
            due: '2027-05-01',
            recurrence: null,
            text: 'Pays.',
          },
        ],
      },
      ['A new obligation of Ben Logistics, “Pays”.'],
    ],
    [
      'an obligation that is gone',
      { obligations: [] },
      ['The obligation of Ada Cooperative, “report monthly”, is gone.'],
    ],
    [
      'an obligation in other words, of another party',
      {
        obligations: completeTerms.obligations.map(duty => ({
          ...duty,
          text: 'report',
          partyId: ben,
          recurrence: 'P3M',
        })),
      },
      [
        'The wording of an obligation of Ben Logistics is now “report” instead of “report monthly”.',
        'The owing party of the obligation of Ben Logistics, “report”, is now Ben Logistics instead of Ada Cooperative.',
        'The interval of the obligation of Ben Logistics, “report”, is now every 3 months instead of every month.',
      ],
    ],
    [
      'a KPI',
      {
        kpis: completeTerms.kpis.map((kpi, index) =>
          index > 0
            ? kpi
            : {
                ...kpi,
                target: '98.5',
                targetDate: '2028-02-01',
                maturity: 'trial' as const,
                ownerPartyId: ben,
              },
        ),
      },
      [
        'The target of the KPI “On time” rises from 97 % to 98.5 %.',
        'The date of the target of the KPI “On time” is now 1 February 2028 instead of 1 January 2028.',
        'The owner of the KPI “On time” is now Ben Logistics instead of Ada Cooperative.',
        'The standing of the KPI “On time” is now on trial instead of agreed.',
      ],
    ],
    [
      'a party under another name',
      {
        parties: completeTerms.parties.map(party =>
          party.id === ada ? { ...party, name: 'Ada plc' } : party,
        ),
      },
      ['The name of the party Ada Cooperative is now Ada plc instead of Ada Cooperative.'],
    ],
    [
      'a clause under another title and a new one',
      {
        clauses: [
          ...completeTerms.clauses.map((clause, index) =>
            index === 0 ? { ...clause, title: 'Who' } : clause,
          ),
          { id: 'c9', number: '9', level: 1, title: 'Data' },
        ],
      },
      ['The title of the clause “Parties” is now “Who” instead of “Parties”.', 'A new clause “Data”.'],
    ],
    [
      'a table with its rows',
      { shares: completeTerms.shares.filter(table => table.basis !== 'risk') },
      [
        'The shares of risk are no longer stated.',
        'Ada Cooperative’s share of risk is no longer stated; it was 50 %, EUR 500.',
        'Ben Logistics’s share of risk is no longer stated; it was 50 %, EUR 500.',
      ],
    ],
    [
      'a rule and a total',
      {
        shares: completeTerms.shares.map(table =>
          table.basis === 'vote' ? { ...table, rule: 'usage' as const, total: '1200' } : table,
        ),
      },
      [
        'The rule of the shares of votes is now divided by usage instead of divided equally.',
        'The total of the shares of votes rises from EUR 1,000 to EUR 1,200.',
      ],
    ],
    [
      'a step, a role and a review',
      {
        steps: completeTerms.steps.map(step =>
          step.id === 'step-1' ? { ...step, receiver: 'clients', due: 'P2D' } : step,
        ),
        roles: completeTerms.roles.slice(1),
        reviews: completeTerms.reviews.map(review => ({ ...review, nextOn: null })),
      },
      [
        'The receiver of the step from Ada Cooperative to the clients, “Orders”, is now the clients instead of Ben Logistics.',
        'The due date of the step from Ada Cooperative to the clients, “Orders”, is now within 2 days; nothing was stated before.',
        'The role collaboration commissioner, held by Cleo Neutral, is gone.',
        'The next date of the review of the agreement as a whole is no longer stated; it was 1 March 2028.',
      ],
    ],
  ])('says in a sentence: %s', (_, over, expected) => {
    expect(sentences({ ...completeTerms, ...over })).toEqual(expected)
  })

  test('says where each change stands', () => {
    const [before, after] = [completeTerms, { ...completeTerms, title: 'New', obligations: [] }]
    expect(diffInWords(before, after).map(change => [change.kind, change.source?.blockId ?? null])).toEqual([
      ['title', null],
      ['removed', 'duty-1'],
    ])
  })
})
