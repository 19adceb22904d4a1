import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MODELS } from '../../../shared/agreement/models.ts'
import { templateFor } from '../../../shared/agreement/templates/template-for.ts'
import { sumDecimals } from '../../../shared/terms/decimal.ts'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'
import { fairnessLedger } from '../../../shared/terms/fairness.ts'
import { fairnessCsv } from '../../../shared/terms/fairness-csv.ts'
import type { ShareRowTerm, Terms } from '../../../shared/terms/terms.ts'
import { completeTerms, PARTIES } from './complete-terms.ts'

const row = (id: string, partyId: string | null, percent: string | null, reason = ''): ShareRowTerm => ({
  id,
  partyId,
  percent,
  amount: null,
  reason,
})

const withCost = (...rows: readonly ShareRowTerm[]): Terms => ({
  ...completeTerms,
  shares: completeTerms.shares.map(table =>
    table.basis === 'cost'
      ? { ...table, rows, percentSum: sumDecimals(rows.flatMap(({ percent }) => percent ?? [])) }
      : table,
  ),
})

describe('fairnessLedger', () => {
  test('sets what each party gives, gets and answers for side by side', () => {
    const [ada, ben] = fairnessLedger(completeTerms).rows
    expect(ada).toMatchObject({
      partyId: PARTIES.ada,
      name: 'Ada Cooperative',
      shares: { cost: { percent: '50', amount: '500', departure: null, lacksReason: false } },
      comparedWithCost: { benefit: '0', vote: '0', risk: '0', exit: '0' },
      owes: ['duty-1'],
      receives: [],
      provides: ['step-1'],
      ownsKpis: ['kpi-1'],
      verifiesKpis: ['kpi-2'],
    })
    expect(ben).toMatchObject({ owes: [], receives: ['step-1'], provides: ['step-2'] })
  })

  test('shows by how much a share departs from equal shares, and whether a reason is given', () => {
    const [ada, ben] = fairnessLedger(
      withCost(row('1', PARTIES.ada, '60', 'Uses more'), row('2', PARTIES.ben, '40')),
    ).rows
    expect(ada?.shares.cost).toMatchObject({ departure: '10', reason: 'Uses more', lacksReason: false })
    expect(ben?.shares.cost).toMatchObject({ departure: '-10', lacksReason: true })
    expect([ada?.comparedWithCost.vote, ben?.comparedWithCost.vote]).toEqual(['-10', '10'])
  })

  test.each([
    ['100', ['50', '50'], true, '0'],
    ['a tenth too much', ['50', '50.1'], false, '0.1'],
    ['nothing stated', [null, null], null, null],
    ['one stated', ['100', null], true, '0'],
  ] as const)('checks the sum of percentages: %s', (_, [first, second], isWhole, spread) => {
    const terms = withCost(row('1', PARTIES.ada, first), row('2', PARTIES.ben, second))
    expect(fairnessLedger(terms).columns.cost).toMatchObject({ isWhole, spread, unassigned: null })
  })

  test('names what belongs to no party of the ledger', () => {
    const terms = withCost(
      row('1', PARTIES.ada, '50'),
      row('2', PARTIES.ada, '20'),
      row('3', 'gone', '20'),
      row('4', null, '10'),
    )
    const { rows, columns } = fairnessLedger(terms)
    expect(columns.cost).toMatchObject({ isWhole: true, unassigned: '50' })
    expect(rows[1]?.shares.cost).toBeNull()
  })

  test('names further tables of the same kind and leaves them out', () => {
    const [cost] = completeTerms.shares
    if (!cost) throw new Error('no table')
    const terms = { ...completeTerms, shares: [cost, { ...cost, id: 'second', total: '7' }] }
    const { columns, rows } = fairnessLedger(terms)
    expect(columns.cost).toMatchObject({ tableId: cost.id, otherTableIds: ['second'], meetsTotal: true })
    expect(columns.vote).toBeNull()
    expect(rows[0]?.comparedWithCost.vote).toBeNull()
  })

  test('shows as many percent as the tables state, whatever the rows are', () => {
    const percent = fc.option(
      fc.integer({ min: 0, max: 9999 }).map(n => `${n / 100}`),
      { nil: null },
    )
    const rows = fc.array(fc.tuple(fc.constantFrom(PARTIES.ada, PARTIES.ben, 'gone', null), percent), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(rows, drawn => {
        const terms = withCost(...drawn.map(([partyId, share], index) => row(`${index}`, partyId, share)))
        const { rows: parties, columns } = fairnessLedger(terms)
        const shown = parties.flatMap(party => party.shares.cost?.percent ?? [])
        const all = sumDecimals([...shown, ...(columns.cost?.unassigned ? [columns.cost.unassigned] : [])])
        expect(all).toBe(columns.cost?.percentSum)
      }),
    )
  })

  test.each(MODELS.filter(model => model !== 'blank'))('finds whole shares in the template %s', model => {
    const { title, body } = templateFor(model)
    const { columns, rows } = fairnessLedger(extractTerms(body, title))
    expect(Object.values(columns).map(column => column?.isWhole ?? true)).not.toContain(false)
    expect(rows.some(party => party.shares.cost?.lacksReason)).toBe(false)
  })
})

describe('fairnessCsv', () => {
  const lines = (terms: Terms) => fairnessCsv(fairnessLedger(terms)).split('\r\n')

  test('has a header, a line per party and one of sums, all of the same width', () => {
    const cells = lines(completeTerms)
      .slice(0, -1)
      .map(line => line.split(','))
    expect(cells.map(line => line[0])).toEqual(['party', 'Ada Cooperative', 'Ben Logistics', 'all'])
    expect(new Set(cells.map(line => line.length)).size).toBe(1)
    expect(cells[3]?.slice(1, 4)).toEqual(['100', '1000', 'EUR'])
  })

  test('says where a sum is wrong', () => {
    const terms = withCost(row('1', PARTIES.ada, '50'), row('2', PARTIES.ben, '40'))
    expect(lines(terms).at(-2)).toContain('does not add up to 100 %')
  })

  test('lets no text run as a formula, and quotes what needs it', () => {
    const terms = withCost(row('1', PARTIES.ada, '60', '=HYPERLINK("x")'), row('2', PARTIES.ben, '40'))
    expect(lines(terms)[1]).toContain(`"'=HYPERLINK(""x"")"`)
    expect(lines(terms)[2]).toContain(',-10,')
  })
})
