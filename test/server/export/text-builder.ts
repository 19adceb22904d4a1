import type { DocumentJson, MarkJson, NodeJson } from '../../../shared/document/document-json.ts'

/** Builders for texts as the editor makes them; ids are counted so that a text is the same each time. */
export function textBuilder() {
  let next = 0
  const id = (kind: string) => `${kind}-${String(++next).padStart(6, '0')}-abcdefgh`
  const inline = (content: string | readonly NodeJson[]): NodeJson[] =>
    typeof content === 'string' ? (content === '' ? [] : [{ type: 'text', text: content }]) : [...content]
  const block =
    (type: string) =>
    (content: string | readonly NodeJson[], attrs: NodeJson['attrs'] = {}): NodeJson => ({
      type,
      attrs: { id: id(type.toLowerCase()), ...attrs },
      content: inline(content),
    })
  const p = block('paragraph')
  const item = (content: string | readonly NodeJson[]): NodeJson =>
    block('listItem')(typeof content === 'string' ? [p(content)] : content)
  const cell =
    (type: 'tableCell' | 'tableHeader') =>
    (content: string | readonly NodeJson[], attrs: NodeJson['attrs'] = {}): NodeJson =>
      block(type)(typeof content === 'string' ? [p(content)] : content, attrs)
  return {
    id,
    p,
    item,
    h: (level: number, content: string | readonly NodeJson[]) => block('heading')(content, { level }),
    bullets: (...items: (string | readonly NodeJson[])[]) => block('bulletList')(items.map(item)),
    numbers: (...items: (string | readonly NodeJson[])[]) => block('orderedList')(items.map(item)),
    quote: (...content: NodeJson[]) => block('blockquote')(content),
    code: block('codeBlock'),
    rule: (): NodeJson => ({ type: 'horizontalRule', attrs: { id: id('rule') } }),
    td: cell('tableCell'),
    th: cell('tableHeader'),
    row: (...cells: NodeJson[]) => block('tableRow')(cells),
    table: (...rows: NodeJson[]) => block('table')(rows),
    party: (attrs: NodeJson['attrs'], text = '') => block('party')(text, attrs),
    share: (attrs: NodeJson['attrs'], ...rows: NodeJson[]) => block('shareTable')(rows, attrs),
    shareRow: (partyId: string, percent: string | null, amount: string | null, why = '') =>
      block('shareRow')(why, { partyId, percent, amount }),
    step: block('serviceStep'),
    duty: block('role'),
    obligation: block('obligation'),
    review: block('review'),
    kpi: (attrs: NodeJson['attrs'], parts: Readonly<Record<string, string>>) =>
      block('kpi')(
        Object.entries(parts).map(([part, text]) => block('kpiPart')(text, { part })),
        attrs,
      ),
    doc: (...content: NodeJson[]): DocumentJson => ({ type: 'doc', content }),
  }
}

export const t = (text: string, ...marks: (string | MarkJson)[]): NodeJson => ({
  type: 'text',
  text,
  ...(marks.length === 0
    ? {}
    : { marks: marks.map(mark => (typeof mark === 'string' ? { type: mark } : mark)) }),
})
export const term = (text: string, kind: string): NodeJson =>
  t(text, { type: 'term', attrs: { kind, id: `term-${kind}-abcdefgh` } })
export const link = (text: string, href: string): NodeJson => t(text, { type: 'link', attrs: { href } })
export const ref = (partyId: string): NodeJson => ({ type: 'partyRef', attrs: { partyId } })
