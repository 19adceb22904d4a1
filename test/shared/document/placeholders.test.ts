import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentJson } from '../../../shared/document/document-json.ts'
import { findPlaceholders, placeholdersOf } from '../../../shared/document/placeholders.ts'
import { arbitraryDocument } from './arbitrary-document.ts'

describe('findPlaceholders', () => {
  test.each([
    ['starts on [date] at [place]', ['[date]', '[place]']],
    ['[ ] and [●] and [___]', ['[ ]', '[●]', '[___]']],
    ['as cited [12], [3, 4] and [5–7]', []],
    ['he said [sic] … [...] […]', []],
    ['an [open bracket', []],
    ['over [two\nlines]', []],
    ['[outer [inner] text]', ['[inner]']],
    [`[${'x'.repeat(200)}]`, []],
  ])('finds in %j %j', (text, expected) => {
    expect(findPlaceholders(text).map(gap => gap.text)).toEqual(expected)
  })

  test('tells where each stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('[', ']', 'a', ' ', '1') }), text => {
        for (const gap of findPlaceholders(text)) expect(text.slice(gap.start, gap.end)).toBe(gap.text)
      }),
    )
  })
})

describe('placeholdersOf', () => {
  test('looks into prose, also across marks, and into the fields of objects, but not into code', () => {
    const body: DocumentJson = {
      type: 'doc',
      content: [
        { type: 'party', attrs: { id: 'a', name: '[Name of the first partner]', address: 'Bergen' } },
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  attrs: { id: 'p' },
                  content: [
                    { type: 'text', text: 'from [the ' },
                    { type: 'text', text: 'date]', marks: [{ type: 'bold' }] },
                  ],
                },
              ],
            },
          ],
        },
        { type: 'codeBlock', content: [{ type: 'text', text: 'list[index]' }] },
        { type: 'constructor', attrs: { name: '[x]' } },
      ],
    }
    expect(placeholdersOf(body)).toEqual([
      { text: '[Name of the first partner]', blockId: 'a', field: 'name', start: 0, end: 27 },
      { text: '[the date]', blockId: 'p', field: null, start: 5, end: 15 },
    ])
  })

  test('reads any text', () => {
    fc.assert(
      fc.property(arbitraryDocument, body => {
        expect(Array.isArray(placeholdersOf(body))).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})
