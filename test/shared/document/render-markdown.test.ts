import fc from 'fast-check'
import { marked } from 'marked'
import { describe, expect, test } from 'vitest'
import type { DocumentJson, NodeJson } from '../../../shared/document/document-json.ts'
import { renderMarkdown } from '../../../shared/document/render-markdown.ts'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'
import { arbitraryDocument } from './arbitrary-document.ts'

const render = (title: string, ...content: NodeJson[]) => {
  const body: DocumentJson = { type: 'doc', content }
  return renderMarkdown({ title, body, terms: extractTerms(body, title) })
}
const text = (text: string, ...marks: NonNullable<NodeJson['marks']>): NodeJson => ({
  type: 'text',
  text,
  marks,
})
const node = (type: string, attrs: NonNullable<NodeJson['attrs']>, ...content: NodeJson[]): NodeJson => ({
  type,
  attrs,
  content,
})
const paragraph = (...content: NodeJson[]) => node('paragraph', {}, ...content)

/** What a reader of the Markdown sees, without tags. */
const seen = (markdown: string) =>
  marked
    .parse(markdown, { async: false })
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()

describe('renderMarkdown', () => {
  test('writes title, numbered clauses, lists and links', () => {
    expect(
      render(
        'Deliveries',
        node('heading', { level: 1 }, text('Purpose')),
        paragraph(
          text('See '),
          text('the site', { type: 'link', attrs: { href: 'https://example.org/a' } }),
          text('.'),
        ),
        node('heading', { level: 2 }, text('Scope')),
        node(
          'orderedList',
          { start: 3 },
          node('listItem', {}, paragraph(text('one', { type: 'bold' })), paragraph(text('more'))),
          node('listItem', {}, node('bulletList', {}, node('listItem', {}, paragraph(text('two'))))),
        ),
      ),
    ).toBe(
      '# Deliveries\n\n## 1 Purpose\n\nSee [the site](<https://example.org/a>).\n\n### 1.1 Scope\n\n3. **one**\n\n   more\n4. - two\n',
    )
  })

  test('writes objects with names instead of ids', () => {
    const markdown = render(
      'T',
      node('party', { id: 'a', name: 'Nordlicht eG', shortName: 'Nordlicht' }),
      node(
        'shareTable',
        { id: 's', basis: 'cost', rule: 'usage', currency: 'EUR', total: '48000' },
        node('shareRow', { id: 'r', partyId: 'a', percent: '100', amount: '48000' }, text('all of it')),
      ),
      node(
        'serviceStep',
        { id: 'st', providerPartyId: 'a', receiver: 'clients', due: 'P3D' },
        text('Parcels'),
      ),
      node(
        'kpi',
        { id: 'k', unit: '%', target: '97', targetDate: '2028-01-01', stepId: 'st', ownerPartyId: 'gone' },
        node('kpiPart', { part: 'name' }, text('On time')),
      ),
    )
    expect(markdown).toContain('**Party**: Nordlicht eG (“Nordlicht”)')
    expect(markdown).toContain('| Nordlicht | 100% | 48,000 | all of it |')
    expect(markdown).toContain('| **Together** | 100% | 48,000 |  |')
    expect(markdown).toContain(
      '**Step 1**\n\nParcels\n\n- Provided by: Nordlicht\n- Received by: the clients\n- Due: within 3 days',
    )
    expect(markdown).toContain('- Target: 97 % (1 January 2028)\n- Owner: \\[party\\]\n- Step: Step 1')
  })

  test.each([
    '# no heading',
    '- no item',
    '1. no item',
    '2) neither',
    '***',
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '`code`',
    '| a | b |',
    '&amp; stays',
    '> no quote',
    '=== no rule',
    '~~~',
    'a_b_c *d*',
    '\\ back',
    '+ plus',
    'line  ',
  ])('shows %j as it was typed', typed => {
    expect(seen(render('T', paragraph(text(typed))))).toBe(`T ${typed.trim()}`)
  })

  test('shows any text as it was typed', () => {
    const typed = fc
      .string({ minLength: 1, unit: fc.constantFrom(...'ab1.#-+*_`[]()<>|~&\\!:="\'$ ') })
      .filter(text => text.trim() !== '')
    fc.assert(
      fc.property(typed, text => {
        expect(seen(render('T', paragraph({ type: 'text', text })))).toBe(
          `T ${text.replace(/\s+/g, ' ').trim()}`,
        )
      }),
      { numRuns: 400 },
    )
  })

  test('keeps no link that leads to a script or a file', () => {
    for (const href of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      '/local',
      'https://x.org/a b',
      'java\nscript:x',
    ])
      expect(render('T', paragraph(text('x', { type: 'link', attrs: { href } })))).toBe('# T\n\nx\n')
  })

  test('keeps the cell beside one that holds a table of shares', () => {
    const cell = (...content: NodeJson[]): NodeJson => ({ type: 'tableCell', content })
    const body: DocumentJson = {
      type: 'doc',
      content: [
        {
          type: 'table',
          content: [
            { type: 'tableRow', content: [] },
            {
              type: 'tableRow',
              content: [cell({ type: 'shareTable', content: [] }), cell(paragraph(text('three (3) months')))],
            },
          ],
        },
      ],
    }
    const markdown = renderMarkdown({ title: 'T', body, terms: extractTerms(body, 'T') })
    expect(marked.parse(markdown, { async: false })).toContain('<td>three (3) months</td>')
  })

  test('loses no word of any agreement', () => {
    fc.assert(
      fc.property(arbitraryDocument, body => {
        const html = marked.parse(renderMarkdown({ title: 'T', body, terms: extractTerms(body, 'T') }), {
          async: false,
        })
        const words = JSON.stringify(body).match(/three \(3\) months|the laws of Norway/g) ?? []
        expect((html.match(/three \(3\) months|the laws of Norway/g) ?? []).length).toBeGreaterThanOrEqual(
          words.length,
        )
      }),
      { numRuns: 100 },
    )
  })
})
