import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import type {
  AttributeValue,
  DocumentJson,
  MarkJson,
  NodeJson,
} from '../../../shared/document/document-json.ts'
import { type AgreementNodeType, NODE_ATTRIBUTES, TERM_KINDS } from '../../../shared/document/node-types.ts'
import { schemaExtensions } from '../../../shared/document/schema.ts'

export const schema = getSchema(schemaExtensions)

const id = fc.stringMatching(/^[a-z0-9]{16,20}$/)
const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const words = fc.oneof(
  fc.constantFrom('1 April 2027', 'three (3) months', 'EUR 48,000.00', 'the laws of Norway', '[name]'),
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
)

const plainMarks = fc
  .uniqueArray(
    fc.oneof(
      fc.constantFrom<MarkJson>(
        { type: 'bold' },
        { type: 'italic' },
        { type: 'strike' },
        { type: 'underline' },
      ),
      fc.record({
        type: fc.constant('link'),
        attrs: fc.record({ href: fc.webUrl(), target: fc.constant(null), rel: fc.constant(null) }),
      }),
      fc.record({
        type: fc.constant('term'),
        attrs: fc.record({ kind: fc.constantFrom(...TERM_KINDS), id }),
      }),
      fc.record({
        type: fc.constantFrom('insertion', 'deletion'),
        attrs: fc.record({
          id,
          author: fc.constantFrom('Ada', 'Ben'),
          date: nullable(fc.constant('2026-03-01T09:30:00Z')),
          move: fc.constant(null),
        }),
      }),
      fc.record({ type: fc.constant('comment'), attrs: fc.record({ id }) }),
    ),
    { selector: mark => mark.type, maxLength: 4 },
  )
  .map((marks): MarkJson[] => marks)

/** The code mark excludes every other. */
const marks = fc.oneof(
  { weight: 3, arbitrary: plainMarks },
  { weight: 1, arbitrary: fc.constant<MarkJson[]>([{ type: 'code' }]) },
)

const textNode: fc.Arbitrary<NodeJson> = fc
  .tuple(words, marks)
  .map(([text, marks]) => ({ type: 'text', text, ...(marks.length > 0 && { marks }) }))

/** ProseMirror never holds two texts with the same marks side by side. */
const joined = (nodes: readonly NodeJson[]) => {
  const kept: NodeJson[] = []
  for (const node of nodes) {
    const last = kept.at(-1)
    if (last?.type === 'text' && node.type === 'text' && sameMarks(last, node)) {
      kept[kept.length - 1] = { ...last, text: `${last.text ?? ''}${node.text ?? ''}` }
    } else kept.push(node)
  }
  return kept
}

const sameMarks = (a: NodeJson, b: NodeJson) => {
  const marksOf = (node: NodeJson) =>
    (node.marks ?? [])
      .map(mark => JSON.stringify(mark))
      .sort()
      .join()
  return marksOf(a) === marksOf(b)
}

const inline: fc.Arbitrary<NodeJson[]> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: textNode },
      { weight: 1, arbitrary: fc.constant<NodeJson>({ type: 'hardBreak' }) },
      { weight: 1, arbitrary: id.map((partyId): NodeJson => ({ type: 'partyRef', attrs: { partyId } })) },
    ),
    { maxLength: 6 },
  )
  .map(joined)

const fields = (names: readonly string[]) =>
  fc.record(
    Object.fromEntries(names.map(name => [name, name === 'id' ? id : nullable(fc.string({ maxLength: 8 }))])),
  )

const node = (
  type: string,
  attrs: fc.Arbitrary<Record<string, AttributeValue>>,
  content: fc.Arbitrary<NodeJson[]>,
): fc.Arbitrary<NodeJson> =>
  fc.record({ attrs, content }).map(({ attrs, content }) => ({ type, attrs, content }))

const agreementNode = (type: AgreementNodeType, content: fc.Arbitrary<NodeJson[]>) =>
  node(type, fields(NODE_ATTRIBUTES[type]), content)

const cell = fc.record({ id, colspan: fc.constant(1), rowspan: fc.constant(1) })

/** Any block that the schema knows, with valid content. */
export const arbitraryBlock: fc.Arbitrary<NodeJson> = fc.letrec<{ block: NodeJson; blocks: NodeJson[] }>(
  tie => ({
    blocks: fc.array(tie('block'), { maxLength: 3 }),
    block: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      node('paragraph', fc.record({ id, textAlign: nullable(fc.constant('center')) }), inline),
      node('heading', fc.record({ id, level: fc.integer({ min: 1, max: 6 }) }), inline),
      node('horizontalRule', fc.record({ id }), fc.constant([])),
      node(
        'codeBlock',
        fc.record({ id }),
        words.map(text => [{ type: 'text', text }]),
      ),
      agreementNode('party', inline),
      agreementNode('serviceStep', inline),
      agreementNode('role', inline),
      agreementNode('obligation', inline),
      agreementNode('review', inline),
      agreementNode('shareTable', fc.array(agreementNode('shareRow', inline), { maxLength: 3 })),
      agreementNode('kpi', fc.array(agreementNode('kpiPart', inline), { maxLength: 6 })),
      node('blockquote', fc.record({ id }), tie('blocks')),
      node(
        'bulletList',
        fc.record({ id }),
        fc.array(node('listItem', fc.record({ id }), tie('blocks')), { maxLength: 3 }),
      ),
      node(
        'orderedList',
        fc.record({ id, start: fc.constant(1) }),
        fc.array(node('listItem', fc.record({ id }), tie('blocks')), { maxLength: 3 }),
      ),
      node(
        'table',
        fc.record({ id }),
        fc.array(
          node(
            'tableRow',
            fc.record({ id }),
            fc.array(node('tableCell', cell, tie('blocks')), { maxLength: 2 }),
          ),
          { maxLength: 2 },
        ),
      ),
    ),
  }),
).block

/** Any agreement text that is valid against the schema. */
export const arbitraryDocument: fc.Arbitrary<DocumentJson> = fc
  .array(arbitraryBlock, { maxLength: 8 })
  .map(content => ({ type: 'doc', content }))

/** The form that `readBody` promises: as ProseMirror keeps it, without attributes that are null. */
export function normalForm(json: DocumentJson): DocumentJson {
  return stripDocument(Node.fromJSON(schema, json).toJSON() as DocumentJson)
}

/** The same document without attributes that are null. */
export const stripDocument = (json: DocumentJson): DocumentJson => ({
  type: 'doc',
  content: strip(json).content ?? [],
})

function strip(json: NodeJson): NodeJson {
  const attrs = setOnly(json.attrs)
  return {
    type: json.type,
    ...(attrs && { attrs }),
    ...(json.content && json.content.length > 0 && { content: json.content.map(strip) }),
    ...(json.text !== undefined && { text: json.text }),
    ...(json.marks &&
      json.marks.length > 0 && {
        marks: json.marks.map(mark => {
          const attrs = setOnly(mark.attrs)
          return { type: mark.type, ...(attrs && { attrs }) }
        }),
      }),
  }
}

function setOnly(attrs: NodeJson['attrs']) {
  const entries = Object.entries(attrs ?? {}).filter(([, value]) => value !== null)
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}
