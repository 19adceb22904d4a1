import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentJson, NodeJson } from '../../../shared/document/document-json.ts'
import { renderHtml } from '../../../shared/document/render-html.ts'
import { safeHref } from '../../../shared/document/safe-href.ts'
import { extractTerms } from '../../../shared/terms/extract-terms.ts'
import { arbitraryDocument } from './arbitrary-document.ts'

const render = (title: string, body: DocumentJson) =>
  renderHtml({ title, body, terms: extractTerms(body, title) })
const page = (...content: NodeJson[]) => render('Deliveries', { type: 'doc', content })
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

const VOID = new Set(['meta', 'br', 'hr'])
const KNOWN = new Set(
  (
    'html head meta title style body main h1 h2 h3 h4 h5 h6 nav ul ol li a article section p span strong em u s code pre mark br hr ' +
    'ins del blockquote table caption thead tbody tfoot tr th td div dl dt dd'
  ).split(' '),
)
const ATTRIBUTE =
  /^ (lang|charset|name|content|http-equiv|class|id|dir|title|scope|start|type|colspan|rowspan|aria-labelledby|style|rel|href|datetime)="[^"<>]*"/

/** A strict reader: every tag is one we write, closed in order, with attributes we write; returns the text between them. */
function readStrictly(html: string): string {
  const open: string[] = []
  let seen = ''
  for (const [, tag, words] of html.replace(/^<!doctype html>/, '').matchAll(/<([^>]*)>|([^<]+)/g)) {
    if (words !== undefined) seen += words
    else if (tag?.startsWith('/')) expect(open.pop()).toBe(tag.slice(1))
    else {
      const [name = ''] = /^[a-z0-9]+/.exec(tag ?? '') ?? []
      expect(KNOWN).toContain(name)
      let rest = (tag ?? '').slice(name.length)
      while (rest !== '') {
        expect(rest).toMatch(ATTRIBUTE)
        rest = rest.replace(ATTRIBUTE, '')
      }
      if (!VOID.has(name)) open.push(name)
    }
  }
  expect(open).toEqual([])
  return seen
}

describe('renderHtml', () => {
  test('makes an accessible page with clauses, objects and facts', () => {
    const html = page(
      node('heading', { level: 1 }, text('Parties')),
      node('party', { id: 'a', name: 'Nordlicht eG', shortName: 'Nordlicht', kind: 'cooperative' }),
      node('heading', { level: 2 }, text('Term')),
      paragraph(
        node('partyRef', { partyId: 'a' }),
        text(' begins on '),
        text('2027-04-01', { type: 'term', attrs: { kind: 'effective-date', id: 't' } }),
        text(' at [place]'),
      ),
      node(
        'shareTable',
        { basis: 'vote', rule: 'equal' },
        node('shareRow', { partyId: 'a', percent: '100' }, text('alone')),
      ),
    )
    readStrictly(html)
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('<h1 dir="auto">Deliveries</h1>')
    expect(html).toContain('<a href="#clause-1"><span class="number">1</span> Parties</a>')
    expect(html).toContain(
      '<h2 id="clause-1" class="level-1" dir="auto"><span class="number">1</span> Parties</h2>',
    )
    expect(html).toContain(
      '<h3 id="clause-2" class="level-2" dir="auto"><span class="number">1.1</span> Term</h3>',
    )
    expect(html).toContain('<span class="party-ref">Nordlicht</span>')
    expect(html).toContain('<mark>[place]</mark>')
    expect(html).toContain('<caption>Shares of votes, divided equally</caption>')
    expect(html).toContain('<th scope="row">Effective date</th><td dir="auto">1 April 2027</td>')
    expect(html).not.toContain('<script')
  })

  test('sets neighbouring objects of one kind as rows, and marks what they lack', () => {
    const html = page(
      node(
        'party',
        { id: 'a', name: 'Nordlicht eG', shortName: 'Nordlicht', kind: 'cooperative' },
        text('brings vans'),
      ),
      node('serviceStep', { id: 's', providerPartyId: 'a', receiver: 'clients', due: 'P2D' }, text('boxes')),
      node('serviceStep', { id: 's2' }),
      node('role', { kind: 'commissioner', holder: 'Signe Aas' }),
      node('obligation', { partyId: 'a', recurrence: 'P1M' }, text('shall report')),
      node('review', { scope: 'costs', nextOn: '2028-01-15' }),
    )
    const seen = readStrictly(html.replace(/<\/(th|td|dt|dd|span)>/g, '$& · ')).replace(/\s+/g, ' ')
    for (const line of [
      'Party · Nordlicht eG (“Nordlicht”) · brings vansKind · cooperative',
      'Step · Provided by · Received by · What is handed over · Due · 1 · Nordlicht · the clients · boxes · within 2 days · 2 · [provider] · [receiver]',
      'Role · Held by · Collaboration commissioner · Signe Aas (neutral)',
      'Who · Obligation · Repeated · Nordlicht · shall report · every month',
      'Reviewed · Next on · The shares of cost · 15 January 2028',
    ])
      expect(seen).toContain(line)
    expect(html).toContain('<mark>[provider]</mark>')
  })

  test('escapes everything that its authors wrote', () => {
    const evil = `"><script>alert('x')</script><img src=x onerror=alert(1)>&lt;`
    const html = render(evil, {
      type: 'doc',
      content: [
        node('heading', { level: 1, id: evil }, text(evil)),
        node('party', { id: evil, name: evil, address: evil }),
        paragraph(
          node('partyRef', { partyId: evil }),
          text(evil, { type: 'term', attrs: { kind: 'amount', id: evil } }),
        ),
        node('kpi', { id: 'k', unit: evil, direction: evil }, node('kpiPart', { part: 'value' }, text(evil))),
        node('codeBlock', { language: evil }, text(evil)),
        node(evil, { style: evil }, text(evil)),
        node('tableCell', { colspan: evil, rowspan: 2 }, paragraph(text(evil))),
        node('paragraph', { textAlign: evil }, text(evil, { type: 'link', attrs: { href: evil } })),
      ],
    })
    expect(readStrictly(html.replace(/<style>[^<]*/, '<style>'))).not.toContain('"')
    expect(html).not.toMatch(/<script|<img/)
  })

  test('shows what it does not know as the text it holds', () => {
    const html = page(
      node('hologram', {}, text('kept words', { type: 'sparkle' })),
      node('future', {}, paragraph(text('kept block'))),
      text('loose words'),
    )
    readStrictly(html)
    for (const words of ['kept words', 'kept block', 'loose words']) expect(html).toContain(words)
  })

  test('shows what is proposed, also a break or a row whose words bear no mark', () => {
    const stamp = { id: 'c', author: 'Ben <B>' }
    const html = page(
      paragraph(
        text('new', { type: 'insertion', attrs: stamp }),
        text('old', { type: 'deletion', attrs: stamp }),
      ),
      node('paragraph', { insertedId: 'c', insertedBy: 'Ben' }, text('split')),
      node('heading', { level: 1, deletedId: 'c', deletedBy: '' }, text('joined')),
      node(
        'table',
        {},
        node('tableRow', { deletedId: 'c', deletedBy: 'Ben' }, node('tableCell', {}, paragraph())),
      ),
    )
    for (const shown of [
      '<ins title="Ben &lt;B&gt;">new</ins><del title="Ben &lt;B&gt;">old</del>',
      'split<ins title="Ben">¶</ins></p>',
      'joined<del>¶</del></h2>',
      '<td><del title="Ben">This row</del></td></tr>',
    ])
      expect(html).toContain(shown)
  })

  test('is well formed and complete for any agreement', () => {
    fc.assert(
      fc.property(arbitraryDocument, body => {
        const seen = readStrictly(render('T', body))
        const words = JSON.stringify(body).match(/three \(3\) months/g) ?? []
        expect((seen.match(/three \(3\) months/g) ?? []).length).toBeGreaterThanOrEqual(words.length)
      }),
      { numRuns: 100 },
    )
  })
})

describe('safeHref', () => {
  test.each(['https://example.org/a?b=c&d#e', 'http://x.org', 'mailto:ada@example.org', 'HTTPS://X.ORG'])(
    'keeps %s',
    href => {
      expect(safeHref(href)).toBe(href)
    },
  )

  test.each([
    null,
    '',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//x.org',
    '/path',
    'https://x.org/"onclick="',
    'https://x.org/<b>',
    'ftp://x.org',
    `https://x.org/${'a'.repeat(3000)}`,
  ])('drops %j', href => {
    expect(safeHref(href)).toBeNull()
  })
})
