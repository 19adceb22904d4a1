import { describe, expect, it } from 'vitest'
import { ledgerLines } from '../../../client/fairness/ledger-lines.ts'
import { fairnessLedger } from '../../../shared/terms/fairness.ts'
import type { ShareTableTerm, Terms } from '../../../shared/terms/terms.ts'
import { completeTerms } from '../../shared/terms/complete-terms.ts'

const withTable = (basis: string, change: Partial<ShareTableTerm>): Terms => ({
  ...completeTerms,
  shares: completeTerms.shares.map(table => (table.basis === basis ? { ...table, ...change } : table)),
})
const line = (terms: Terms, id: string) => ledgerLines(fairnessLedger(terms)).find(found => found.id === id)
const rowsOf = (basis: string) => completeTerms.shares.find(table => table.basis === basis)?.rows ?? []

describe('the lines of the fairness ledger', () => {
  it('name every kind of share and every count, for each party in one order', () => {
    const lines = ledgerLines(fairnessLedger(completeTerms))
    expect(lines.map(({ id }) => id)).toEqual([
      'cost',
      'benefit',
      'vote',
      'risk',
      'exit',
      'provides',
      'receives',
      'owes',
      'kpis',
      'verifies',
    ])
    for (const { cells } of lines)
      expect(cells.map(cell => cell.party)).toEqual(['Ada Cooperative', 'Ben Logistics'])
    expect(lines.flatMap(({ wrong }) => wrong)).toEqual([])
  })

  it('say what is above and below, and that a departure lacks its reason', () => {
    const [ada, ben] = rowsOf('benefit')
    const rows = [
      { ...ada, percent: '60' },
      { ...ben, percent: '40', reason: 'pays less' },
    ] as ShareTableTerm['rows']
    const benefit = line(withTable('benefit', { rows }), 'benefit')
    expect(benefit?.cells.map(({ value, notes, flaw }) => [value, ...notes, flaw])).toEqual([
      [
        '60%',
        'EUR 500',
        '+10 points to its cost',
        '+10 points to the equal part',
        'Departs from the rule, and no reason is written.',
      ],
      ['40%', 'EUR 500', '−10 points to its cost', '−10 points to the equal part', 'pays less', null],
    ])
  })

  it('say what does not add up, and what is not stated', () => {
    const [ada, ben] = rowsOf('cost')
    const rows = [ada, { ...ben, partyId: 'party-gone' }] as ShareTableTerm['rows']
    const cost = line(withTable('cost', { rows, percentSum: '90', total: '2000' }), 'cost')
    expect(cost?.wrong).toEqual([
      'The shares add up to 90%, not to 100%.',
      'The amounts add up to 1,000, the total says 2,000.',
      '50% belong to no party of the text.',
    ])
    expect(cost?.cells.map(({ value, amount }) => [value, amount])).toEqual([
      ['50%', 50],
      ['', null],
    ])
    const none = line({ ...completeTerms, shares: [] }, 'exit')
    expect([none?.about, none?.together, none?.wrong]).toEqual(['not stated', '', []])
  })
})
