import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PdfInput } from '../../../server/export/pdf-input.ts'
import { textOfLine } from '../../../server/export/print-line.ts'
import { createPrintModel, printBlocks } from '../../../server/export/print-model.ts'
import type { PrintBlock, PrintLine, PrintTable } from '../../../server/export/print-types.ts'
import { numberClauses } from '../../../shared/document/clauses.ts'
import type { DocumentJson, NodeJson } from '../../../shared/document/document-json.ts'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'
import { SAMPLE_TITLE, sampleText } from './sample-text.ts'
import { link, ref, t, term, textBuilder } from './text-builder.ts'

const asIs = (text: string) => text
const print = (...content: NodeJson[]) => printBlocks({ type: 'doc', content }, asIs)
const inputOf = (body: DocumentJson, more: Partial<PdfInput> = {}): PdfInput => ({
  title: SAMPLE_TITLE,
  status: 'draft',
  body,
  terms: extractTerms(body, SAMPLE_TITLE),
  fingerprint: null,
  version: null,
  manifest: null,
  signatures: [],
  attachments: [],
  language: 'en',
  date: '2027-02-03T10:00:00.000Z',
  ...more,
})

/** All text of a part of the print model, as it was written. */
function textsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'text' in value && typeof value.text === 'string' ? [value.text.replaceAll('\u200b', '')] : []
  return [...own, ...Object.values(value).flatMap(textsOf)]
}
const linesOf = (table: PrintTable): string[][] => {
  const rows: string[][] = []
  for (const cell of table.cells) {
    const [block] = cell.blocks
    const row = rows[cell.y] ?? []
    row[cell.x] = block?.kind === 'paragraph' ? textOfLine(block.line) : ''
    rows[cell.y] = row
  }
  return rows
}
const tableIn = (blocks: readonly PrintBlock[]): PrintTable => {
  const table = blocks.find(block => block.kind === 'table')
  if (table?.kind !== 'table') throw new Error('no table')
  return table
}
const rowsOf = (block: PrintBlock | undefined) =>
  block?.kind === 'definition'
    ? Object.fromEntries([...block.rows, ...block.pairs].map(row => [row.label, textOfLine(row.line)]))
    : {}
const styleOf = (line: PrintLine | undefined) => line?.runs.map(({ text, ...style }) => [text, style])

describe('the print model', () => {
  it('numbers clauses as the outline does, also where levels are skipped or ids stand twice', () => {
    const b = textBuilder()
    const twice = b.h(1, 'Twice')
    const body = b.doc(
      b.h(2, 'Early'),
      twice,
      b.h(4, 'Deep'),
      twice,
      b.quote(b.h(1, 'Quoted')),
      b.h(1, 'Last'),
    )
    const headings = printBlocks(body, asIs).filter(block => block.kind === 'heading')
    expect(headings.map(heading => heading.number)).toEqual(numberClauses(body).map(clause => clause.number))
    expect(JSON.stringify(printBlocks(body, asIs))).toContain('"number":""')
  })

  it('names parties by their short names, and says where there is none', () => {
    const b = textBuilder()
    const party = b.party({ name: 'Town of Ardlen', shortName: 'Ardlen' })
    const [, paragraph] = print(party, b.p([ref(String(party.attrs?.id)), t(' and '), ref('nobody')]))
    expect(textsOf(paragraph).join('')).toBe('Ardlen and [party]')
  })

  it('keeps styles, marks terms, and shows the address behind a link', () => {
    const b = textBuilder()
    const [paragraph] = print(
      b.p([
        t('pays ', 'bold', 'italic'),
        term('EUR 5', 'amount'),
        link(' here', 'https://vale.example/pay'),
        t(' or '),
        link('vale.example', 'https://vale.example/'),
        link(' bad', 'javascript:alert(1)'),
        { type: 'hardBreak' },
      ]),
    )
    expect(styleOf(paragraph?.kind === 'paragraph' ? paragraph.line : undefined)).toEqual([
      ['pays ', { bold: true, italic: true }],
      ['EUR 5', { term: true }],
      [' here', { link: 'https://vale.example/pay' }],
      [' ⟨https://vale.example/pay⟩', { link: 'https://vale.example/pay' }],
      [' or ', {}],
      ['vale.example', { link: 'https://vale.example/' }],
      [' bad', {}],
      ['\n', {}],
    ])
  })

  it('adds up shares exactly and sets the points below each other', () => {
    const b = textBuilder()
    const [one, two] = [b.party({ name: 'One' }), b.party({ name: 'Two' })]
    const shares = b.share(
      { basis: 'cost', rule: 'agreed', currency: 'EUR', total: '1000' },
      b.shareRow(String(one.attrs?.id), '33.30', '0.1'),
      b.shareRow(String(two.attrs?.id), '66.7', '0.2', 'as it has the yard'),
    )
    const table = tableIn(print(one, two, shares))
    expect(linesOf(table)).toEqual([
      ['Party', 'Share', 'Amount (EUR)', 'Reason'],
      ['One', '33.30%', '0.10', ''],
      ['Two', '66.7%', '0.20', 'as it has the yard'],
      ['Together', '100.00%', '0.30', ''],
    ])
    expect(textsOf(table.caption)).toEqual(['Shares of cost, divided as agreed, of EUR 1,000'])
    expect([table.ends, table.totalRow]).toEqual([[1, 2], true])
  })

  it('sets neighbouring steps as one numbered table and leaves out columns that none of them fills', () => {
    const b = textBuilder()
    const party = b.party({ name: 'Yard' })
    const id = String(party.attrs?.id)
    const steps = [
      b.step('compost', { providerPartyId: id, receiver: 'clients', due: null }),
      b.step('reports', { providerPartyId: id, receiver: 'gone', due: null }),
    ]
    const [, table] = print(party, ...steps)
    expect(table?.kind === 'table' && linesOf(table)).toEqual([
      ['Step', 'Provided by', 'Received by', 'What is handed over'],
      ['1', 'Yard', 'the clients', 'compost'],
      ['2', 'Yard', '[party]', 'reports'],
    ])
  })

  it('prints a KPI definition in words', () => {
    const b = textBuilder()
    const step = b.step('bins', {})
    const kpi = b.kpi(
      {
        unit: 'days',
        direction: 'down',
        baseline: '6',
        baselineDate: '2026-12-31',
        target: '2000',
        cadence: 'P3M',
        maturity: 'of a later version',
        revisitOn: '2028-03-31',
        stepId: String(step.attrs?.id),
      },
      { limits: 'none', name: 'Time to answer', unknownPart: 'kept' },
    )
    const block = print(step, kpi).at(-1)
    expect(block?.kind === 'definition' && textOfLine(block.name)).toBe('Time to answer')
    expect(rowsOf(block)).toEqual({
      Limits: 'none',
      More: 'kept',
      Baseline: '6 days (31 December 2026)',
      Target: '2,000 days',
      Direction: 'lower is better',
      Measured: 'every 3 months',
      Step: 'Step 1',
      Standing: 'of a later version',
      'Revisited on': '31 March 2028',
    })
  })

  it('cuts the spans of cells to their table', () => {
    const b = textBuilder()
    const table = tableIn(
      print(
        b.table(
          b.row(b.th('a', { colspan: 1e9 }), b.th('b')),
          b.row(b.td('c', { rowspan: 99 }), b.td('d', { colspan: -3 })),
          b.row(b.td('e')),
        ),
      ),
    )
    const spans = table.cells.map(({ x, y, colspan, rowspan }) => [x, y, colspan, rowspan])
    for (const [x = 0, y = 0, colspan = 0, rowspan = 0] of spans) {
      expect(x + colspan).toBeLessThanOrEqual(table.weights.length)
      expect(y + rowspan).toBeLessThanOrEqual(3)
    }
    expect(textsOf(table)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('shows codes for what cannot be printed in a draft only', () => {
    const b = textBuilder()
    const body = b.doc(b.p('Thank you 🙏'))
    const texts = (status: PdfInput['status']) =>
      textsOf(createPrintModel(inputOf(body, { status, title: 'T 🙏' }), new Set(['🙏']))).join(' ')
    expect(texts('draft')).toContain('Thank you [U+1F64F]')
    expect(texts('draft')).toContain('T [U+1F64F]')
    expect(texts('signed')).not.toContain('U+1F64F')
  })

  it('names in the head only terms that the text states once', () => {
    const b = textBuilder()
    const body = b.doc(
      b.p([term('1 April 2027', 'effective-date'), t(' or '), term('1 May 2027', 'effective-date')]),
      b.p([term('five years', 'term-length'), t(' and again '), term('five years', 'term-length')]),
    )
    const { facts } = createPrintModel(inputOf(body))
    expect(facts.map(fact => [fact.label, textOfLine(fact.line)])).toEqual([
      ['Date', '3 February 2027'],
      ['Term', 'five years'],
    ])
  })

  it('lists contents only where clauses are many', () => {
    const of = (fillerClauses: number) =>
      createPrintModel(inputOf(sampleText({ parties: 3, kpis: 1, fillerClauses }))).contents
    const b = textBuilder()
    expect(createPrintModel(inputOf(b.doc(b.h(1, 'One'), b.h(1, 'Two')))).contents).toBe(0)
    expect([of(1), of(40)]).toEqual([2, 1])
  })
})

/** Trees of every shape a peer could send: known and unknown nodes anywhere, each text a word of its own. */
const NAMES = [
  ...['paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'blockquote', 'codeBlock', 'table'],
  ...['tableRow', 'tableCell', 'party', 'shareTable', 'shareRow', 'serviceStep', 'role', 'obligation'],
  ...['kpi', 'kpiPart', 'review', 'future', 'horizontalRule', 'partyRef', 'hardBreak'],
]
const nodes = fc.letrec<{ node: NodeJson }>(tie => ({
  node: fc.oneof(
    { maxDepth: 14, depthSize: 'max', withCrossShrink: true },
    fc.record({ type: fc.constant('text'), text: fc.constant('word') }),
    fc.record({
      type: fc.constantFrom(...NAMES),
      attrs: fc.dictionary(
        fc.constantFrom('id', 'level', 'colspan', 'rowspan', 'part', 'start', 'percent', 'providerPartyId'),
        fc.oneof(fc.constantFrom<string | number | null>('x', '12.5', 3, -1, 1e9, null)),
        { maxKeys: 3 },
      ),
      content: fc.array(tie('node'), { maxLength: 4 }),
    }),
  ),
}))

/** The same tree with its words numbered; words that the schema allows nowhere (inside rules and atoms) are left out. */
function numbered(node: NodeJson, words: string[]): NodeJson {
  if (node.type === 'text') {
    const word = `w${words.length}w`
    words.push(word)
    return { ...node, text: word }
  }
  if (['horizontalRule', 'partyRef', 'hardBreak'].includes(node.type)) return { type: node.type }
  return { ...node, content: (node.content ?? []).map(child => numbered(child, words)) }
}

describe('text of every shape', () => {
  it('reaches the page, in reading order within each block', () => {
    fc.assert(
      fc.property(fc.array(nodes.node, { maxLength: 6 }), content => {
        const words: string[] = []
        const body: DocumentJson = { type: 'doc', content: content.map(node => numbered(node, words)) }
        const printed = textsOf(printBlocks(body, asIs)).join(' ')
        expect(words.filter(word => !printed.includes(word))).toEqual([])
      }),
      { seed: 20270402, numRuns: 400 },
    )
  })

  it('reaches the page from any depth, and is nested no deeper than can be laid out', () => {
    const b = textBuilder()
    let nested: NodeJson = b.p('innermost')
    for (let depth = 0; depth < 200; depth++) nested = depth % 2 ? b.quote(nested) : b.bullets([nested])
    const blocks = print(nested)
    const depthOf = (block: PrintBlock): number => {
      const inner =
        block.kind === 'quote'
          ? block.blocks
          : block.kind === 'list'
            ? block.items.flatMap(item => item.blocks)
            : []
      return 1 + Math.max(0, ...inner.map(depthOf))
    }
    expect(textsOf(blocks)).toEqual(['innermost'])
    expect(Math.max(...blocks.map(depthOf))).toBeLessThan(12)
  })
})
