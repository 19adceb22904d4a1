import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  type DocumentJson,
  type NodeJson,
  stringAttribute,
  textOf,
  walk,
} from '../../../shared/document/document-json.ts'
import { readBody, seedUpdate } from '../../../shared/document/yjs-body.ts'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'
import { arbitraryDocument } from '../document/arbitrary-document.ts'

const doc = (...content: NodeJson[]): DocumentJson => ({ type: 'doc', content })
const text = (text: string, ...marks: NonNullable<NodeJson['marks']>): NodeJson => ({
  type: 'text',
  text,
  marks,
})
const term = (kind: string, id: string | null) => ({ type: 'term', attrs: { kind, id } })
const ref = (partyId: string): NodeJson => ({ type: 'partyRef', attrs: { partyId } })
const node = (type: string, attrs: Record<string, string | null>, ...content: NodeJson[]): NodeJson => ({
  type,
  attrs,
  content,
})
const paragraph = (id: string, ...content: NodeJson[]) => node('paragraph', { id }, ...content)
const heading = (id: string): NodeJson => ({ type: 'heading', attrs: { id, level: 1 }, content: [text(id)] })
const facts = (...content: NodeJson[]) => extractTerms(doc(...content), '').facts

describe('extractTerms', () => {
  test('reads each object with its clause', () => {
    const terms = extractTerms(
      doc(
        node('party', { id: 'a', name: 'Nordlicht eG', shortName: 'Nordlicht' }),
        heading('h1'),
        node('party', { id: 'b', name: 'Harbour Ltd' }),
        paragraph('p', ref('a'), text(' and '), ref('a')),
        node(
          'shareTable',
          { id: 's', basis: 'cost', rule: 'usage', currency: 'EUR', total: '1000' },
          node('shareRow', { id: 'r1', partyId: 'a', percent: '33.3' }, text('by boats')),
          node('shareRow', { id: 'r2', partyId: 'b', percent: '66.70', amount: '667' }),
          node('shareRow', { id: 'r3', partyId: null, percent: 'the rest', amount: '1e3' }),
        ),
        heading('h2'),
        node(
          'serviceStep',
          { id: 'st', providerPartyId: 'a', receiver: 'clients', due: 'P3D' },
          text('Goes to '),
          ref('b'),
        ),
        node(
          'role',
          { id: 'ro', kind: 'commissioner', partyId: null, holder: 'Ada Lund' },
          text('Looks after it'),
        ),
        node('obligation', { id: 'o', partyId: 'b', due: '2027-06-01', recurrence: 'P1Y' }, text('reports')),
        node('review', { id: 'rv', scope: 'kpis', cadence: 'P3M', nextOn: '2027-07-01' }),
        node(
          'kpi',
          { id: 'k', unit: '%', direction: 'up', baseline: '91', target: '97', maturity: 'agreed' },
          node('kpiPart', { id: 'k1', part: 'name' }, text('On time')),
          node('kpiPart', { id: 'k2', part: 'value' }, text('Trust of ')),
          node('kpiPart', { id: 'k3', part: 'value' }, text('residents')),
        ),
      ),
      'Deliveries',
    )
    expect(terms).toMatchObject({
      format: 'parley-terms/1',
      title: 'Deliveries',
      clauses: [
        { id: 'h1', number: '1' },
        { id: 'h2', number: '2' },
      ],
      parties: [
        { id: 'a', clauseId: null, name: 'Nordlicht eG', mentions: 2 },
        { id: 'b', clauseId: 'h1', shortName: null, mentions: 1 },
      ],
      shares: [
        {
          blockId: 's',
          clauseId: 'h1',
          basis: 'cost',
          percentSum: '100',
          rows: [
            { partyId: 'a', percent: '33.3', reason: 'by boats' },
            { partyId: 'b', amount: '667' },
            { id: 'r3', partyId: null, percent: null, amount: null },
          ],
        },
      ],
      steps: [{ providerPartyId: 'a', receiver: 'clients', due: 'P3D', handOver: 'Goes to Harbour Ltd' }],
      roles: [{ kind: 'commissioner', partyId: null, holder: 'Ada Lund', duty: 'Looks after it' }],
      obligations: [{ partyId: 'b', due: '2027-06-01', recurrence: 'P1Y', text: 'reports' }],
      reviews: [{ scope: 'kpis', cadence: 'P3M', nextOn: '2027-07-01', note: '' }],
      kpis: [
        {
          clauseId: 'h2',
          direction: 'up',
          maturity: 'agreed',
          parts: {
            name: 'On time',
            value: 'Trust of residents',
            definition: '',
            formula: '',
            source: '',
            limits: '',
          },
        },
      ],
      facts: [],
    })
  })

  test('joins neighbouring texts with one mark, whatever other marks divide them', () => {
    expect(
      facts(
        paragraph(
          'p',
          text('From '),
          text('1 ', term('effective-date', 't')),
          text('April', term('effective-date', 't'), { type: 'bold' }),
          { type: 'hardBreak' },
          text('2027', term('effective-date', 't')),
          text('.'),
        ),
      ),
    ).toMatchObject([{ id: 't', text: '1 April\n2027', start: 5, end: 17, value: { date: '2027-04-01' } }])
  })

  test('gives one fact per block and per stretch of a divided mark', () => {
    const months = text('three months', term('notice-period', 't'))
    expect(
      facts(paragraph('p', months, text(' or '), months), paragraph('q', months)).map(fact => [
        fact.id,
        fact.blockId,
        fact.start,
      ]),
    ).toEqual([
      ['t', 'p', 0],
      ['t', 'p', 16],
      ['t', 'q', 0],
    ])
  })

  test('keeps apart two marks side by side', () => {
    expect(
      facts(
        paragraph(
          'p',
          text('EUR 5', term('amount', 'a')),
          text('EUR 6', term('amount', 'b')),
          text('P3M', term('renewal', 'b')),
        ),
      ).map(fact => fact.text),
    ).toEqual(['EUR 5', 'EUR 6', 'P3M'])
  })

  test('shows the sentence with the names of the parties, and counts offsets without them', () => {
    const [fact] = facts(
      node('party', { id: 'a', name: 'Nordlicht eG', shortName: 'Nordlicht' }),
      paragraph(
        'p',
        text('First. Each year '),
        ref('a'),
        text(' pays ', { type: 'bold' }),
        text('EUR 5', term('amount', 't')),
        text(' to '),
        ref('nobody'),
        text('. Then more.'),
      ),
    )
    expect(fact).toMatchObject({ start: 23, end: 28, sentence: 'Each year Nordlicht pays EUR 5 to [party].' })
  })

  test('finds facts inside lists, tables and objects, at the innermost block', () => {
    const marked = text('two years', term('term-length', 't'))
    const found = facts(
      node('bulletList', { id: 'l' }, node('listItem', { id: 'i' }, paragraph('p', marked))),
      node('obligation', { id: 'o' }, marked),
      node('kpi', { id: 'k' }, node('kpiPart', { id: 'kp', part: 'limits' }, marked)),
    )
    expect(found.map(fact => fact.blockId)).toEqual(['p', 'o', 'kp'])
  })

  test('shows a marked text that it cannot read, and passes over kinds of a newer version', () => {
    expect(
      facts(paragraph('p', text('soon', term('effective-date', 't')), text('x', term('hologram', 'u')))),
    ).toMatchObject([{ text: 'soon', value: { kind: 'unreadable' } }])
  })

  test('names by place what has no id', () => {
    const terms = extractTerms(
      doc(
        { type: 'heading' },
        { type: 'shareTable', content: [{ type: 'shareRow' }] },
        { type: 'paragraph', content: [text('two years', term('renewal', null))] },
        { type: 'blockquote', content: [{ type: 'party', attrs: { id: '', name: ' Ada  ' } }] },
      ),
      '',
    )
    expect(terms.clauses[0]).toEqual({ id: '@0', number: '1', level: 1, title: '' })
    expect(terms.shares[0]).toMatchObject({
      id: '@1',
      clauseId: '@0',
      rows: [{ id: '@1.0' }],
      percentSum: null,
    })
    expect(terms.facts[0]?.id).toBe('@2:0')
    expect(terms.parties[0]).toMatchObject({ id: '@3.0', name: 'Ada' })
  })

  test('reads any shape of text without failing', () => {
    const anything = fc.letrec<{ node: NodeJson }>(tie => ({
      node: fc.record(
        {
          type: fc.constantFrom(
            'doc',
            'text',
            'party',
            'partyRef',
            'shareTable',
            'shareRow',
            'kpi',
            'heading',
            'x',
            '__proto__',
          ),
          text: fc.string(),
          attrs: fc.dictionary(
            fc.constantFrom('id', 'partyId', 'percent', 'level', 'basis', 'part', '__proto__'),
            fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.double()),
          ),
          marks: fc.array(
            fc.record({
              type: fc.constantFrom('term', 'bold'),
              attrs: fc.dictionary(fc.constantFrom('kind', 'id'), fc.string()),
            }),
          ),
          content: fc.array(tie('node'), { maxLength: 4 }),
        },
        { requiredKeys: ['type'] },
      ),
    })).node
    fc.assert(
      fc.property(fc.array(anything), content => {
        const terms = extractTerms({ type: 'doc', content }, 't')
        expect(JSON.parse(JSON.stringify(terms))).toEqual(terms)
      }),
    )
  })

  test('gives the same from the text and from its Yjs form, with sources that exist', () => {
    fc.assert(
      fc.property(arbitraryDocument, body => {
        const ydoc = new Y.Doc()
        Y.applyUpdate(ydoc, seedUpdate({ title: 't', body }, 1))
        const terms = extractTerms(readBody(ydoc), 't')
        expect(terms).toEqual(extractTerms(body, 't'))
        const blocks = new Map<string, NodeJson>()
        walk(body, block => blocks.set(stringAttribute(block, 'id') ?? '', block))
        for (const fact of terms.facts) {
          const block = blocks.get(fact.blockId)
          expect(block && textOf(block).slice(fact.start, fact.end)).toBe(fact.text)
        }
        for (const { blockId, clauseId } of [...terms.parties, ...terms.kpis, ...terms.facts]) {
          expect(blocks.has(blockId)).toBe(true)
          expect(clauseId === null || terms.clauses.some(clause => clause.id === clauseId)).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })
})
