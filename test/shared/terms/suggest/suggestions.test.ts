import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentJson, NodeJson } from '../../../../shared/document/document-json.ts'
import { recogniseText } from '../../../../shared/terms/recognise/recognise-text.ts'
import { SentenceMemory } from '../../../../shared/terms/recognise/sentence-memory.ts'
import { proposeFacts } from '../../../../shared/terms/suggest/propose-facts.ts'
import { proseText } from '../../../../shared/terms/suggest/prose-blocks.ts'
import { dismissalKey, suggestionsIn } from '../../../../shared/terms/suggest/suggestions.ts'
import { SHORT_AGREEMENT } from '../../../support/short-agreement.ts'

const paragraph = (id: string, ...content: (NodeJson | string)[]): NodeJson => ({
  type: 'paragraph',
  attrs: { id },
  content: content.map(part => (typeof part === 'string' ? { type: 'text', text: part } : part)),
})
const doc = (...content: NodeJson[]): DocumentJson => ({ type: 'doc', content })
const suggest = (body: DocumentJson, isDismissed: (key: string) => boolean = () => false) => {
  const prose = proseText(body)
  return suggestionsIn(prose, proposeFacts(prose.text, new SentenceMemory()), isDismissed)
}
const LAW = 'This Agreement is governed by the laws of Norway.'
const TERM = 'The initial term of this Agreement is three (3) years from the Effective Date.'

describe('suggestions in a text', () => {
  test('stand at the words of their block, with value, clause and sentence', () => {
    const body = doc(
      { type: 'heading', attrs: { id: 'h1', level: 1 }, content: [{ type: 'text', text: 'Law' }] },
      paragraph('p1', 'A first paragraph.'),
      paragraph('p2', { type: 'text', text: 'This Agreement ', marks: [{ type: 'bold' }] }, LAW.slice(15)),
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [paragraph('p3', TERM)] }],
      },
    )
    const found = suggest(body)
    expect(found).toMatchObject([
      {
        kind: 'governing-law',
        blockId: 'p2',
        clauseId: 'h1',
        text: 'Norway',
        value: { kind: 'text', text: 'Norway' },
        sentence: LAW,
        state: 'proposed',
      },
      { kind: 'term-length', blockId: 'p3', text: 'three (3) years', value: { duration: 'P3Y' } },
    ])
    for (const { start, end, text } of found.slice(0, 1)) expect(LAW.slice(start, end)).toBe(text)
  })

  test('are not made for what is confirmed, what objects state, and what was dismissed', () => {
    const marked: NodeJson = {
      type: 'text',
      text: 'Norway',
      marks: [{ type: 'term', attrs: { kind: 'governing-law', id: 'm' } }],
    }
    expect(suggest(doc(paragraph('p', 'This Agreement is governed by the laws of ', marked, '.')))).toEqual(
      [],
    )
    expect(
      suggest(doc({ type: 'obligation', attrs: { id: 'o' }, content: [{ type: 'text', text: LAW }] })),
    ).toEqual([])
    const key = dismissalKey({ kind: 'governing-law', blockId: 'p', text: 'Norway' })
    const dismissed = (known: string) => known === key
    expect(suggest(doc(paragraph('p', LAW)), dismissed)).toEqual([])
    expect(suggest(doc(paragraph('p', `Well: ${LAW}`)), dismissed)).toEqual([])
    expect(suggest(doc(paragraph('other', LAW)), dismissed)).toHaveLength(1)
  })

  test('name both places where the text takes effect twice or has two laws', () => {
    const body = doc(
      paragraph(
        'a',
        'This Agreement is effective as of April 1, 2027. It is governed by the laws of Norway.',
      ),
      paragraph(
        'b',
        'This Agreement is effective as of May 1, 2027. This Agreement is governed by the laws of Ohio.',
      ),
    )
    const texts = (kind: string) => suggest(body).flatMap(one => (one.kind === kind ? [one.text] : []))
    expect(texts('effective-date')).toEqual(['April 1, 2027', 'May 1, 2027'])
    expect(texts('governing-law')).toEqual(['Norway', 'Ohio'])
  })

  test('name one place where the text says the same day in two ways', () => {
    const said = 'This Agreement takes effect on 1 April 2027 and is effective as of April 1, 2027.'
    expect(suggest(doc(paragraph('p', said))).map(({ kind, text }) => [kind, text])).toEqual([
      ['effective-date', 'April 1, 2027'],
    ])
  })
})

test('a text read with a memory gives what it gives without one, whatever was read before', () => {
  const sentences = SHORT_AGREEMENT.split(/(?<=\.) /)
  const texts = fc.array(
    fc.subarray(sentences).map(some => some.join(' ')),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(texts, list => {
      const memory = new SentenceMemory()
      for (const text of list) expect(recogniseText(text, memory)).toEqual(recogniseText(text))
    }),
    { numRuns: 25 },
  )
})
