import * as Y from 'yjs'
import { BODY_FRAGMENT } from '../../../shared/document/node-types.ts'
import { type Literal, toBlockTypesOf } from './y-literal.ts'

const text = (string: string) => ({ text: string })

/** Things that a newer version, another program or an unlucky merge may leave in the shared text, by what is odd about them. */
export const ODD_BLOCKS = {
  'an unknown block': { name: 'annex', attrs: { id: 'x', part: 'A' }, children: [text('Annex A')] },
  'an unknown block with blocks in it': {
    name: 'columns',
    children: [{ name: 'paragraph', children: [text('left')] }],
  },
  'an unknown object in a line': {
    name: 'paragraph',
    children: [text('pay '), { name: 'formula', attrs: { tex: 'x^2' } }, text(' monthly')],
  },
  'an unknown mark': {
    name: 'paragraph',
    children: [{ text: 'redacted', marks: { redaction: { by: 'ada' } } }],
  },
  'an unknown attribute of a known block': {
    name: 'heading',
    attrs: { level: 2, id: 'h', numbering: 'roman' },
    children: [text('Fees')],
  },
  'an unknown attribute of a known mark': {
    name: 'paragraph',
    children: [
      { text: 'on signature', marks: { term: { kind: 'effective-date', id: 't', source: 'import' } } },
    ],
  },
  'an unknown attribute deep in a table': {
    name: 'table',
    children: [
      {
        name: 'tableRow',
        children: [
          {
            name: 'tableCell',
            attrs: { shade: 'grey' },
            children: [{ name: 'paragraph', children: [text('cell')] }],
          },
        ],
      },
    ],
  },
  'an unknown line of a KPI': {
    name: 'kpi',
    attrs: { id: 'k' },
    children: [
      { name: 'kpiChart', attrs: { kind: 'bar' } },
      { name: 'kpiPart', children: [text('On time')] },
    ],
  },
  'content in the wrong place': {
    name: 'table',
    children: [{ name: 'paragraph', children: [text('stray')] }],
  },
  'text outside of any block': { text: 'stray text' },
  'a mark where the schema allows none': {
    name: 'codeBlock',
    children: [{ text: 'bold code', marks: { bold: {} } }],
  },
  'an embedded thing in a text': { name: 'paragraph', children: [{ embed: { image: 'stamp.png' } }] },
  'a hook': { hook: 'widget' },
  'a very deep nesting': Array.from({ length: 150 }).reduce<Literal>(
    inner => ({ name: 'blockquote', children: [inner] }),
    { name: 'paragraph', children: [text('deep')] },
  ),
} as const satisfies Record<string, Literal>

/** A text as a newer version wrote it: two plain paragraphs, the odd block, two plain paragraphs. */
export function newerText(odd: Literal): Uint8Array {
  const doc = new Y.Doc({ gc: false })
  doc.clientID = 2
  const plain = (id: string, string: string): Literal => ({
    name: 'paragraph',
    attrs: { id },
    children: [text(string)],
  })
  const blocks = [
    plain('a', 'before'),
    plain('b', 'just before'),
    odd,
    plain('c', 'just after'),
    plain('d', 'after'),
  ]
  doc.getXmlFragment(BODY_FRAGMENT).insert(0, blocks.map(toBlockTypesOf))
  return Y.encodeStateAsUpdate(doc)
}

/** The odd block as it is in the shared text, with everything that Yjs holds of it. */
export function oddBlockOf(doc: Y.Doc): string {
  const blocks: unknown[] = doc.getXmlFragment(BODY_FRAGMENT).toArray()
  const odd = blocks.filter(
    block =>
      !(block instanceof Y.XmlElement && ['a', 'b', 'c', 'd', 'n'].includes(block.getAttribute('id') ?? '')),
  )
  return odd.map(describe).join('\n')
}

function describe(thing: unknown): string {
  if (thing instanceof Y.XmlElement) {
    const children: unknown[] = thing.toArray()
    const attributes = Object.entries(thing.getAttributes()).sort()
    return `<${thing.nodeName} ${JSON.stringify(attributes)} ${place(thing)}>${children.map(describe).join('')}</>`
  }
  if (thing instanceof Y.XmlText) return `${JSON.stringify(thing.toDelta())} ${place(thing)}`
  return `${thing instanceof Y.XmlHook ? thing.hookName : String(thing)}`
}

/** The very item, not a copy of it: what a newer client types into a copy's original would be lost. */
const place = (type: Y.XmlElement | Y.XmlText) => `${type._item?.id.client}:${type._item?.id.clock}`
