import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clauseOfBlock, headingLevel, numberClauses, outlineTree } from '../../../shared/document/clauses.ts'
import type { AttributeValue, DocumentJson, NodeJson } from '../../../shared/document/document-json.ts'
import { arbitraryDocument } from './arbitrary-document.ts'

const heading = (level: AttributeValue, text = 'Title', id?: string): NodeJson => ({
  type: 'heading',
  attrs: { level, ...(id && { id }) },
  content: [{ type: 'text', text }],
})
const doc = (...content: NodeJson[]): DocumentJson => ({ type: 'doc', content })
const numbers = (...levels: number[]) =>
  numberClauses(doc(...levels.map(level => heading(level)))).map(clause => clause.number)

describe('numberClauses', () => {
  test.each([
    [
      [1, 1, 1],
      ['1', '2', '3'],
    ],
    [
      [1, 2, 2, 1, 2],
      ['1', '1.1', '1.2', '2', '2.1'],
    ],
    [
      [1, 2, 3, 3, 2, 3],
      ['1', '1.1', '1.1.1', '1.1.2', '1.2', '1.2.1'],
    ],
    [
      [1, 3, 2, 3],
      ['1', '1.0.1', '1.1', '1.1.1'],
    ],
    [
      [2, 1],
      ['0.1', '1'],
    ],
    [[6], ['0.0.0.0.0.1']],
  ])('numbers levels %j as %j', (levels, expected) => {
    expect(numbers(...levels)).toEqual(expected)
  })

  test('gives each clause a number of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 })), levels => {
        expect(new Set(numbers(...levels)).size).toBe(levels.length)
      }),
    )
  })

  test('leaves headings inside other blocks unnumbered', () => {
    const quote: NodeJson = { type: 'blockquote', content: [heading(1, 'Quoted')] }
    expect(numberClauses(doc(quote, heading(1, 'Own'))).map(clause => clause.title)).toEqual(['Own'])
  })

  test('gives a heading without an id the id of its place', () => {
    expect(numberClauses(doc({ type: 'paragraph' }, heading(1)))[0]?.id).toBe('@1')
  })

  test('reads a title as one line', () => {
    const split = {
      ...heading(1),
      content: [{ type: 'text', text: ' Cost' }, { type: 'hardBreak' }, { type: 'text', text: 'shares ' }],
    }
    expect(numberClauses(doc(split))[0]?.title).toBe('Cost shares')
  })

  test.each([
    [0, 1],
    [-3, 1],
    [7, 6],
    [2.7, 2],
    [null, 1],
    ['2', 1],
    [Number.NaN, 1],
  ])('reads level %j as %i', (level, expected) => {
    expect(headingLevel(heading(level))).toBe(expected)
  })
})

describe('clauseOfBlock', () => {
  test('finds the clause of nested blocks, and none before the first heading', () => {
    const body = doc(
      { type: 'paragraph', attrs: { id: 'intro' } },
      heading(1, 'One', 'h1'),
      { type: 'bulletList', attrs: { id: 'list' }, content: [{ type: 'listItem', attrs: { id: 'item' } }] },
      heading(2, 'Two', 'h2'),
      { type: 'shareTable', content: [{ type: 'shareRow', attrs: { id: 'row' } }] },
    )
    const clauses = clauseOfBlock(body)
    expect(clauses.get('intro')).toBeNull()
    expect(clauses.get('h1')?.number).toBe('1')
    expect(clauses.get('item')?.number).toBe('1')
    expect(clauses.get('row')?.number).toBe('1.1')
    expect(clauses.get('@4')?.number).toBe('1.1')
  })

  test('names only clauses of the text', () => {
    fc.assert(
      fc.property(arbitraryDocument, body => {
        const known = new Set(numberClauses(body).map(clause => clause.id))
        for (const clause of clauseOfBlock(body).values())
          expect(clause === null || known.has(clause.id)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})

describe('outlineTree', () => {
  test('puts each clause below the nearest higher one', () => {
    const clauses = numberClauses(doc(...[1, 3, 2, 1].map(level => heading(level))))
    const shape = (entries: ReturnType<typeof outlineTree>): unknown[] =>
      entries.map(({ clause, children }) => [clause.number, shape(children)])
    expect(shape(outlineTree(clauses))).toEqual([
      [
        '1',
        [
          ['1.0.1', []],
          ['1.1', []],
        ],
      ],
      ['2', []],
    ])
  })

  test('loses no clause and keeps the order of reading', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 })), levels => {
        const clauses = numberClauses(doc(...levels.map(level => heading(level))))
        const flat = (entries: ReturnType<typeof outlineTree>): string[] =>
          entries.flatMap(({ clause, children }) => [clause.number, ...flat(children)])
        expect(flat(outlineTree(clauses))).toEqual(clauses.map(clause => clause.number))
      }),
    )
  })
})
