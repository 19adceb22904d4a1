import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'
import type { PartyTerm, Terms } from '../../../shared/terms/terms.ts'
import { termsCsv } from '../../../shared/terms/terms-csv.ts'
import { arbitraryDocument } from '../document/arbitrary-document.ts'
import { completeTerms } from './complete-terms.ts'

/** A reader of RFC 4180 that knows nothing of the writer. */
function parseCsv(csv: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at < csv.length) {
    const row = rows.at(-1) ?? []
    let value = ''
    if (csv[at] === '"') {
      for (at += 1; csv[at] !== '"' || csv[at + 1] === '"'; at += 1) {
        if (csv[at] === '"') at += 1
        value += csv[at]
      }
      at += 1
    } else for (; at < csv.length && csv[at] !== ',' && csv[at] !== '\r'; at += 1) value += csv[at]
    row.push(value)
    if (csv[at] === ',') at += 1
    else {
      expect(csv.slice(at, at + 2)).toBe('\r\n')
      at += 2
      if (at < csv.length) rows.push([])
    }
  }
  return rows
}

const withParty = (name: string): Terms => {
  const party: PartyTerm = {
    id: 'a',
    blockId: 'a',
    clauseId: null,
    name,
    shortName: null,
    kind: null,
    registration: null,
    address: null,
    contact: null,
    mentions: 0,
  }
  return {
    ...completeTerms,
    parties: [party],
    shares: [],
    steps: [],
    roles: [],
    obligations: [],
    kpis: [],
    reviews: [],
    facts: [],
  }
}

describe('termsCsv', () => {
  test('writes a line for each term under one header', () => {
    const rows = parseCsv(termsCsv(completeTerms))
    expect(rows[0]).toEqual([
      'type',
      'clause',
      'clause title',
      'what',
      'party',
      'value',
      'unit',
      'date',
      'text',
      'block',
    ])
    const types = new Set(rows.slice(1).map(row => row[0]))
    expect([...types]).toEqual(['party', 'share', 'step', 'role', 'obligation', 'kpi', 'review', 'fact'])
  })

  test.each(['=1+1', '+1', '@SUM(A1)', '-1+1', '\tx', '\r=1', '=HYPERLINK("http://x","y")'])(
    'keeps a spreadsheet from running %j',
    name => {
      expect(parseCsv(termsCsv(withParty(name)))[1]?.[4]).toBe(`'${name}`)
    },
  )

  test.each(['-12.5', '12', 'a, "quoted" name', 'two\r\nlines', 'Ærø – 東京'])('writes %j as it is', name => {
    expect(parseCsv(termsCsv(withParty(name)))[1]?.[4]).toBe(name)
  })

  test('gives every line the same number of cells, whatever the text', () => {
    fc.assert(
      fc.property(arbitraryDocument, body => {
        const rows = parseCsv(termsCsv(extractTerms(body, 't')))
        expect(new Set(rows.map(row => row.length))).toEqual(new Set([10]))
        for (const value of rows.flat()) expect(value).not.toMatch(/^[=+@\t\r]/)
      }),
      { numRuns: 60 },
    )
  })
})
